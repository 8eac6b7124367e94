// The record and what was worked out from it, parsed once and indexed for look-ups.

const TYPES = ["document", "actor", "claim", "attribution", "evidence", "bearing", "relation", "derivation",
  "waiver", "kept"];

let READING = null; // places of quotes, lineage, findings, meanings of stances
let HEADING = {};
let RECORDS = Object.fromEntries(TYPES.map((type) => [type, new Map()])); // by id, by type
let INDEX = {};

async function openRecord() {
  READING = JSON.parse(await blockText("reading"));
  await readRecords(await blockText("case"));
  INDEX = indexes();
}

// JSON Lines: a heading, then one record a line.
async function readRecords(text) {
  const pause = pauses();
  let start = text.indexOf("\n") + 1;
  HEADING = JSON.parse(text.slice(0, start));
  while (start < text.length) {
    const end = text.indexOf("\n", start);
    const record = JSON.parse(text.slice(start, end));
    RECORDS[record.type].set(record.id, record);
    start = end + 1;
    await pause();
  }
}

function indexes() {
  const of = (type) => RECORDS[type].values();
  return {
    saidOf: groupBy(of("attribution"), (a) => [a.claim]),
    saidBy: groupBy(of("attribution"), (a) => (a.by ? [a.by] : [])),
    saidIn: groupBy(of("attribution"), (a) => (a.in ? [a.in] : [])),
    shownFor: groupBy(of("bearing"), (b) => [b.target]),
    shownBy: groupBy(of("bearing"), (b) => [b.source]),
    relationsOf: groupBy(of("relation"), (r) => [r.who, r.to]),
    relationsFrom: groupBy(of("relation"), (r) => r.claims ?? []),
    claimsAbout: groupBy(of("claim"), (c) => [c.subject, c.object].filter(Boolean)),
    publishedBy: groupBy(of("document"), (d) => (d.publisher ? [d.publisher] : [])),
    evidenceIn: groupBy(of("evidence"), (e) => (e.in ? [e.in] : [])),
    derivedFrom: groupBy(of("derivation"), (d) => [d.what]),
    restingOn: groupBy(of("derivation"), (d) => [d.rests_on]),
    findingsFor: groupBy(READING.findings, (f) => new Set(f.ids)),
  };
}

// What an index holds under an id; empty where it holds nothing.
function at(index, id) {
  return INDEX[index].get(id) ?? [];
}

function familyOf(stance) {
  return READING.stances[stance].family;
}

// The node that says what is attributed; null where neither a speaker nor a document is known.
function speakerKey(attribution) {
  if (attribution.by) return `actor:${attribution.by}`;
  return attribution.in ? `document:${attribution.in}` : null;
}

function saidWith(claimId, family) {
  return at("saidOf", claimId).filter((a) => familyOf(a.stance) === family);
}

// How many different voices take a stance of this family towards a claim.
function voices(claimId, family) {
  return new Set(saidWith(claimId, family).map((a) => speakerKey(a))).size;
}

// Findings about a record, and for a claim also those about what is said of it.
function findingsOn(key) {
  const [type, id] = splitKey(key);
  const ids = type === "claim" ? [id, ...at("saidOf", id).map((a) => a.id)] : [id];
  return [...new Set(ids.flatMap((each) => at("findingsFor", each)))];
}

// Bearings on a claim, on what is said of it, and on those bearings in turn.
function bearingsOn(claim) {
  const targets = [claim.id, ...at("saidOf", claim.id).map((a) => a.id)];
  const found = new Set();
  for (let next = targets; next.length > 0;) {
    const bearings = next.flatMap((id) => at("shownFor", id)).filter((b) => !found.has(b));
    for (const bearing of bearings) found.add(bearing);
    next = bearings.map((b) => b.id);
  }
  return [...found];
}
