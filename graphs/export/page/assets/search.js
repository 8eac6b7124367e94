// Search over everything: names, claims, quotes and the full text of documents.

const RESULTS = 40;
const WEIGHTS = { name: 4, start: 2, quote: 1, text: 0 };

let searchIndex = null;
let found = [];
let active = -1;

function startSearch() {
  const box = byId("search");
  box.addEventListener("input", () => showResults(box.value));
  box.addEventListener("focus", () => showResults(box.value));
  box.addEventListener("keydown", steerResults);
  box.addEventListener("blur", () => closeResults());
  byId("results").addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    event.preventDefault();
    if (option) openResult(Number(option.dataset.index));
  });
}

// Letters without case and accents, so that "Kata'ib" and "kataib" are one.
function folded(text) {
  return text.normalize("NFKD").replace(/[\p{M}'’‘ʼ`]/gu, "").toLowerCase();
}

function buildIndex() {
  const entry = (key, text, field) => ({ key, text, field, folded: folded(text) });
  const names = VIEW.nodes.map((node) => entry(node.id, [nameOf(node.id), ...(recordOf(node.id)?.aliases ?? [])].join(" · "), "name"));
  const quotes = [...RECORDS.attribution.values()].filter((a) => (a.content ?? []).length > 0)
    .map((a) => entry(`claim:${a.claim}`, a.content.map((p) => p.exact).join(" … "), "quote"));
  const texts = [...RECORDS.document.values()].filter((d) => d.text !== undefined)
    .map((d) => entry(`document:${d.id}`, d.text, "text"));
  return [...names, ...quotes, ...texts].filter((e) => NODES.has(e.key));
}

// Entries that hold every word asked for, best first; one entry a node.
function searchFor(query) {
  const terms = folded(query).split(/\s+/).filter(Boolean);
  if (terms.length === 0) return [];
  searchIndex ??= buildIndex();
  const best = new Map();
  for (const entry of searchIndex) {
    if (!terms.every((term) => entry.folded.includes(term))) continue;
    const score = WEIGHTS[entry.field] + (entry.folded.startsWith(terms[0]) ? WEIGHTS.start : 0);
    if ((best.get(entry.key)?.score ?? -1) < score) best.set(entry.key, { ...entry, score, term: terms[0] });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.folded.length - b.folded.length);
}

function showResults(query) {
  found = searchFor(query);
  active = found.length > 0 ? 0 : -1;
  const list = byId("results");
  const isAsked = query.trim() !== "";
  const rest = found.length - RESULTS;
  replaceChildren(list, found.slice(0, RESULTS).map(resultOption),
    isAsked && found.length === 0 ? el("li", { class: "faint", role: "option", "aria-disabled": "true" }, say("search_none")) : null,
    rest > 0 ? el("li", { class: "faint", role: "option", "aria-disabled": "true" }, say("search_more", { n: rest })) : null);
  list.hidden = !isAsked;
  byId("search").setAttribute("aria-expanded", String(isAsked));
  if (isAsked) byId("status").textContent = say("search_results", { n: found.length });
  markActive();
}

function resultOption(entry, index) {
  const [type] = splitKey(entry.key);
  const place = entry.field === "name" ? null : el("span", { class: "found-in" }, snippet(entry));
  return el("li", { role: "option", id: `result-${index}`, "data-index": index, "aria-selected": "false" },
    nodeSample(type),
    el("span", { class: "word" }, words(nameOf(entry.key)), place));
}

// The words around the first hit; offsets of folded text are near enough to find it again.
function snippet(entry) {
  const at = Math.max(0, Math.min(entry.folded.indexOf(entry.term), entry.text.length) - 30);
  const words = entry.text.slice(at, at + 110).replace(/\s+/g, " ");
  return `${say(entry.field === "quote" ? "in_quote" : "in_text")}: ${at > 0 ? "…" : ""}${words}…`;
}

function steerResults(event) {
  const last = Math.min(found.length, RESULTS) - 1;
  const moves = { ArrowDown: Math.min(last, active + 1), ArrowUp: Math.max(0, active - 1) };
  if (event.key in moves && last >= 0) {
    active = moves[event.key];
    event.preventDefault();
    markActive();
  } else if (event.key === "Enter" && active >= 0) {
    openResult(active);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    closeResults({ clear: true });
  }
}

function markActive() {
  const options = byId("results").querySelectorAll("[data-index]");
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
  options[active]?.scrollIntoView({ block: "nearest" });
  const box = byId("search");
  if (active >= 0 && !byId("results").hidden) box.setAttribute("aria-activedescendant", `result-${active}`);
  else box.removeAttribute("aria-activedescendant");
}

function openResult(index) {
  const { key } = found[index];
  closeResults({ clear: true });
  // What filters hide is brought back, or the map would seem not to know it.
  const isHidden = state.view === "map" && !onMap.nodes.has(key);
  choose(key, isHidden ? { hide: DEFAULTS.hide, only: "", focus: "" } : {});
  readPanel();
}

function closeResults({ clear = false } = {}) {
  if (clear) byId("search").value = "";
  byId("results").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
}
