// What search looks through: names, claims, quotes and the full text of documents, without case and
// accents.

const WEIGHTS = { name: 4, start: 2, quote: 1, text: 0 };
const HIGHEST = WEIGHTS.name + WEIGHTS.start;
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
  const rows = new Map(PICTURE.nodes.map((node, row) => [node.id, row]));
  const entries = [];
  for (const [key, text, field] of searchable()) {
    entries.push({ key, row: rows.get(key), text, field, folded: folded(text) });
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

// The nodes that hold every word asked for: how many, and the best of them with the entry that found
// each, best first.
function searchFor(query, most) {
  const terms = folded(query).split(/\s+/).filter(Boolean);
  if (terms.length === 0 || searchIndex === null) return { count: 0, entries: [] };
  const matches = entriesToTry(terms).filter((entry) => terms.every((term) => entry.folded.includes(term)));
  narrowed = { terms, entries: matches };
  const byScore = bestOfEach(matches, terms[0]);
  const count = byScore.reduce((sum, entries) => sum + entries.length, 0);
  const entries = [];
  for (const equals of byScore.reverse()) {
    if (entries.length >= most) break;
    entries.push(...equals.sort((a, b) => a.folded.length - b.folded.length).slice(0, most - entries.length));
  }
  return { count, entries };
}

// The best entry of each node, by its score.
function bestOfEach(matches, term) {
  const scores = new Int8Array(PICTURE.nodes.length).fill(-1);
  const best = [];
  for (const entry of matches) {
    const score = WEIGHTS[entry.field] + (entry.folded.startsWith(term) ? WEIGHTS.start : 0);
    if (score > scores[entry.row]) [scores[entry.row], best[entry.row]] = [score, entry];
  }
  const byScore = Array.from({ length: HIGHEST + 1 }, () => []);
  scores.forEach((score, row) => score >= 0 && byScore[score].push(best[row]));
  return byScore;
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
