// The record and what was worked out from it, parsed once and indexed for look-ups.

const VIEW = JSON.parse(byId("view").textContent);
const RECORDS = readRecords(byId("case").textContent);
const FAMILIES = ["affirms", "opposes", "relays", "wants", "judges"];

// JSON Lines: a heading, then one record a line. Maps of records by id, by type.
function readRecords(text) {
  const types = ["document", "actor", "claim", "attribution", "evidence", "bearing", "relation",
    "derivation"];
  const records = Object.fromEntries(types.map((type) => [type, new Map()]));
  const [heading, ...lines] = text.split("\n").filter((line) => line !== "");
  for (const line of lines) {
    const record = JSON.parse(line);
    records[record.type].set(record.id, record);
  }
  return { heading: JSON.parse(heading), ...records };
}

function groupBy(items, keysOf) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
  }
  return groups;
}

const NODES = new Map(VIEW.nodes.map((node) => [node.id, node]));
const EDGES = new Map(VIEW.edges.map((edge) => [edge.id, edge]));

const INDEX = {
  edgesAt: groupBy(VIEW.edges, (e) => (e.from === e.to ? [e.from] : [e.from, e.to])),
  saidOf: groupBy(RECORDS.attribution.values(), (a) => [a.claim]),
  saidBy: groupBy(RECORDS.attribution.values(), (a) => (a.by ? [a.by] : [])),
  saidIn: groupBy(RECORDS.attribution.values(), (a) => (a.in ? [a.in] : [])),
  shownFor: groupBy(RECORDS.bearing.values(), (b) => [b.target]),
  shownBy: groupBy(RECORDS.bearing.values(), (b) => [b.source]),
  relationsOf: groupBy(RECORDS.relation.values(), (r) => [r.who, r.to]),
  relationsFrom: groupBy(RECORDS.relation.values(), (r) => r.claims ?? []),
  claimsAbout: groupBy(RECORDS.claim.values(), (c) => [c.subject, c.object].filter(Boolean)),
  publishedBy: groupBy(RECORDS.document.values(), (d) => (d.publisher ? [d.publisher] : [])),
  evidenceIn: groupBy(RECORDS.evidence.values(), (e) => (e.in ? [e.in] : [])),
  derivedFrom: groupBy(RECORDS.derivation.values(), (d) => [d.what]),
  restingOn: groupBy(RECORDS.derivation.values(), (d) => [d.rests_on]),
  findingsFor: groupBy(VIEW.findings, (f) => new Set(f.ids)),
};

// What an index holds under an id; empty where it holds nothing.
function at(index, id) {
  return INDEX[index].get(id) ?? [];
}

function splitKey(key) {
  const colon = key.indexOf(":");
  return [key.slice(0, colon), key.slice(colon + 1)];
}

// The record under a key such as "claim:role-in-attacks"; undefined where there is none.
function recordOf(key) {
  const [type, id] = splitKey(key);
  return RECORDS[type]?.get(id);
}

// The name of a record to show: what it is called or says, or its id.
function nameOf(key) {
  const record = recordOf(key);
  return record?.name ?? record?.title ?? record?.text ?? splitKey(key)[1];
}

function familyOf(stance) {
  return VIEW.stances[stance].family;
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

// The node that an id of a finding leads to: its own, or that of what the record is about; null
// where it leads nowhere.
function nodeOfId(id) {
  const type = ["claim", "document", "actor", "evidence"].find((each) => RECORDS[each].has(id));
  if (type) return `${type}:${id}`;
  const statement = RECORDS.attribution.get(id);
  if (statement) return `claim:${statement.claim}`;
  const bearing = RECORDS.bearing.get(id);
  if (bearing) return borneOnKey(bearing);
  const relation = RECORDS.relation.get(id);
  if (relation) return `actor:${relation.who}`;
  const derivation = RECORDS.derivation.get(id);
  return derivation && derivation.what !== id ? nodeOfId(derivation.what) : null;
}

// The nodes that a finding concerns, each once.
function nodesOfFinding(finding) {
  return [...new Set(finding.ids.map(nodeOfId).filter((key) => key !== null))];
}
