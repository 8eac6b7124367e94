// What search looks through: names, claims, quotes and the full text of documents, without case and
// accents.

const WEIGHTS = { name: 4, start: 2, quote: 1, text: 0 };
const ASCII = /^[\x00-\x7f]*$/;

let searchIndex = null;
let narrowed = { terms: [], entries: null }; // the last answer: one more letter looks through it only

// Letters without case and accents, so that "Kata'ib" and "kataib" are one.
function folded(text) {
  if (ASCII.test(text)) return text.replaceAll("'", "").replaceAll("`", "").toLowerCase();
  return text.normalize("NFKD").replace(/[\p{M}'’‘ʼ`]/gu, "").toLowerCase();
}

// Reads the record piece by piece, so that the page answers meanwhile.
async function buildSearchIndex() {
  const pause = pauses();
  const entries = [];
  for (const [key, text, field] of searchable()) {
    entries.push({ key, text, field, folded: folded(text) });
    await pause();
  }
  searchIndex = entries;
}

function* searchable() {
  for (const node of PICTURE.nodes) yield [node.id, [nameOf(node.id), ...(recordOf(node.id)?.aliases ?? [])].join(" · "), "name"];
  for (const a of RECORDS.attribution.values()) {
    const quote = (a.content ?? []).map((passage) => passage.exact).join(" … ");
    if (quote && NODES.has(`claim:${a.claim}`)) yield [`claim:${a.claim}`, quote, "quote"];
  }
  for (const d of RECORDS.document.values()) if (d.text !== undefined) yield [`document:${d.id}`, d.text, "text"];
}

// The best entry of each node that holds every word asked for, best first, as { entry, score }.
function searchFor(query) {
  const terms = folded(query).split(/\s+/).filter(Boolean);
  if (terms.length === 0 || searchIndex === null) return [];
  const matches = entriesToTry(terms).filter((entry) => terms.every((term) => entry.folded.includes(term)));
  narrowed = { terms, entries: matches };
  const best = new Map();
  for (const entry of matches) {
    const score = WEIGHTS[entry.field] + (entry.folded.startsWith(terms[0]) ? WEIGHTS.start : 0);
    const other = best.get(entry.key);
    if (!other || other.score < score) best.set(entry.key, { entry, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.entry.folded.length - b.entry.folded.length);
}

// What held shorter words is all that can hold longer ones.
function entriesToTry(terms) {
  const isLonger = narrowed.entries && narrowed.terms.every((term, i) => terms[i]?.includes(term));
  return isLonger ? narrowed.entries : searchIndex;
}

// The words around the first hit; offsets of folded text are near enough to find it again.
function snippet({ folded: letters, text, field }, term) {
  const start = Math.max(0, Math.min(letters.indexOf(term), text.length) - 30);
  const around = text.slice(start, start + 110).replace(/\s+/g, " ");
  return `${say(field === "quote" ? "in_quote" : "in_text")}: ${start > 0 ? "…" : ""}${around}…`;
}
