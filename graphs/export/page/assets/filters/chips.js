// What limits map and tables at the moment, each with a way out.

function startChips() {
  followState(showChips);
}

function showChips(state) {
  replaceChildren(byId("chips"), groupChip(state), focusChip(state), pathChip(state), withoutChips(),
    facetsOf(state).map((facet) => facetChip(facet, state[facet])), emptyChip(state));
}

// Whether anything limits the map, so that chips stand above it.
function isLimited(state) {
  return Boolean(state.within || state.focus || state.from || state.without) || facetsOf(state).length > 0;
}

function chip(text, wayOut, patch) {
  return el("p", { class: "chip" }, words(text), " ", link(patch, wayOut));
}

function groupChip(state) {
  if (!state.within || state.focus) return null;
  return chip(nameOf(state.within), say("group_end"), { within: "" });
}

function focusChip(state) {
  if (!state.focus) return null;
  const { left } = sceneOf(state);
  const text = say("focus_around", { n: Number(state.hops), name: nameOf(state.focus) });
  const rest = left ? ` (${say("focus_left", { n: left })})` : "";
  return chip(text + rest, say("focus_end"), { focus: "" });
}

function pathChip(state) {
  if (!state.from) return null;
  if (!state.to) return chip(say("path_choose", { name: nameOf(state.from) }), say("path_end"), { from: "" });
  const text = say("path_between", { from: nameOf(state.from), to: nameOf(state.to) });
  return chip(text, say("path_end"), { from: "", to: "" });
}

function withoutChips() {
  return withdrawn(state).keys.map((key) => chip(say("without", { name: nameOf(key) }), say("put_back"), withdrawing(key)));
}

function facetChip(facet, value) {
  return chip(`${say(`facet_${facet}`)}: ${facetLabel(facet, value)}`, say("facet_end"), { [facet]: "" });
}

function emptyChip(state) {
  if (onMap.nodes.size > 0) return null;
  return chip(say("map_empty"), say("show_all"), { hide: "", focus: "", ...noFacets() });
}
