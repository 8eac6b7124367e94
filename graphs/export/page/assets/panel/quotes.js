// Quotes in their context: the words themselves are cut out of the document, with the speaker, the
// cue and the content marked each in its own way.

const CONTEXT = 130; // UTF-16 units shown before and after
const GAP = 320; // passages further apart than this are shown as separate excerpts
const ROLES = ["source", "cue", "content"];

// The passages of a record in a role. (The `source` of a bearing is the id of a record.)
function passagesOf(record, role) {
  return Array.isArray(record[role]) ? record[role] : [];
}

// Where a passage stands in its document, in UTF-16 units: where the record says, unless Python found
// it elsewhere (`places`); null where its words are not found.
function placeOf(key, role, passage, index) {
  const places = READING.places[key]?.[role];
  return places ? places[index] : [passage.start, passage.end];
}

// Marks { start, end, role, key } of a record under a key such as "attribution:a-1", where its words
// were found.
function marksOf(key, record) {
  return ROLES.flatMap((role) => passagesOf(record, role)
    .map((passage, i) => placeOf(key, role, passage, i))
    .filter((place) => place !== null)
    .map(([start, end]) => ({ start, end, role, key })));
}

// Passages of a record whose words its document does not hold.
function lostPassages(key, record) {
  return ROLES.flatMap((role) => passagesOf(record, role).filter((passage, i) => placeOf(key, role, passage, i) === null));
}

// The words of a record in the context of its document; null where it has no passages.
function quoteOf(key, record) {
  const text = RECORDS.document.get(record.in)?.text;
  const marks = marksOf(key, record);
  const lost = lostPassages(key, record);
  if (marks.length === 0 && lost.length === 0) return null;
  const excerpts = windows(marks, text ?? "").map(([start, end]) => excerpt(text, start, end, marks));
  return el("blockquote", { class: "quote", dir: "auto" },
    excerpts.length > 0 ? el("p", {}, joined(excerpts, " […] ")) : null,
    lost.map((passage) => lostQuote(passage, text)));
}

function lostQuote(passage, text) {
  const why = say(text === undefined ? "document_missing" : "quote_missing");
  return el("p", { class: "lost" }, el("span", { class: "warning-word" }, `${why}: `), words(`“${passage.exact}”`));
}

// The stretches of text to show: marks with their context, joined where they come close.
function windows(marks, text) {
  const merged = [];
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start - last[1] < GAP) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged.map(([start, end]) => [openingBefore(text, start), closingAfter(text, end)]);
}

// A place to start reading: the paragraph's start where it is near, else the start of a word.
function openingBefore(text, start) {
  const far = Math.max(0, start - CONTEXT);
  const paragraph = text.lastIndexOf("\n\n", start - 1);
  if (paragraph >= far) return paragraph + 2;
  const space = text.indexOf(" ", far);
  return far === 0 ? 0 : Math.min(start, space < 0 ? start : space + 1);
}

function closingAfter(text, end) {
  const far = Math.min(text.length, end + CONTEXT);
  const paragraph = text.indexOf("\n\n", end);
  if (paragraph >= 0 && paragraph <= far) return paragraph;
  const space = text.lastIndexOf(" ", far);
  return far === text.length ? far : Math.max(end, space);
}

function excerpt(text, start, end, marks) {
  const before = start > 0 && !text.startsWith("\n\n", start - 2) ? "… " : "";
  const after = end < text.length && !text.startsWith("\n\n", end) ? " …" : "";
  return el("span", { class: "excerpt" }, before, marked(text, start, end, marks), after);
}

// The text from `start` to `end` in pieces, each with the roles of all marks that cover it.
function marked(text, start, end, marks, dress = plainPiece) {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = [start, end, ...inside.flatMap((mark) => [mark.start, mark.end])];
  const bounds = [...new Set(cuts.filter((cut) => cut >= start && cut <= end))].sort((a, b) => a - b);
  let open = [];
  const waiting = inside.sort((a, b) => a.start - b.start);
  let next = 0;
  return bounds.slice(0, -1).map((from, index) => {
    open = open.filter((mark) => mark.end > from);
    while (next < waiting.length && waiting[next].start <= from) open.push(waiting[next++]);
    const piece = text.slice(from, bounds[index + 1]);
    return open.length === 0 ? piece : dress(piece, open);
  });
}

function plainPiece(piece, marks) {
  const roles = ROLES.filter((role) => marks.some((mark) => mark.role === role));
  return el(roles.includes("content") ? "mark" : "span", { class: roles.join(" ") }, piece);
}
