// The search box with its list of results.

const RESULTS = 40;

let found = [];
let active = -1;

function startSearch() {
  const box = byId("search");
  buildSearchIndex().then(() => document.activeElement === box && showResults(box.value));
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

function showResults(query) {
  const { count, entries } = searchFor(query, RESULTS);
  found = entries;
  active = found.length > 0 ? 0 : -1;
  const list = byId("results");
  const isAsked = query.trim() !== "";
  const rest = count - found.length;
  replaceChildren(list, found.map(resultOption),
    isAsked && found.length === 0 ? emptyOption(say(searchIndex ? "search_none" : "search_reading")) : null,
    rest > 0 ? emptyOption(say("search_more", { n: rest })) : null);
  list.hidden = !isAsked;
  byId("search").setAttribute("aria-expanded", String(isAsked));
  if (isAsked) byId("status").textContent = say("search_results", { n: count });
  markActive();
}

function emptyOption(text) {
  return el("li", { class: "faint", role: "option", "aria-disabled": "true" }, text);
}

function resultOption(entry, index) {
  const [type] = splitKey(entry.key);
  const term = folded(byId("search").value).trim().split(/\s+/)[0];
  const place = entry.field === "name" ? null : el("span", { class: "found-in", dir: "auto" }, snippet(entry, term));
  return el("li", { role: "option", id: `result-${index}`, "data-index": index, "aria-selected": "false" },
    nodeSample(type),
    el("span", { class: "word" }, words(nameOf(entry.key)), place));
}

function steerResults(event) {
  const last = found.length - 1;
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
  choose(key, isHidden ? { hide: DEFAULTS.hide, focus: "", within: NODES.get(key).group ?? "", ...noFacets() } : {});
  readPanel();
}

function closeResults({ clear = false } = {}) {
  if (clear) byId("search").value = "";
  byId("results").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").removeAttribute("aria-activedescendant");
}
