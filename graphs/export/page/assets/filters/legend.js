// The legend, which is also the filter: what each shape and line means, how many there are, and a
// box to hide them.

const LEGEND_PARTS = [
  ["legend_nodes", ["claim", "actor", "document", "evidence"]],
  ["legend_says", FAMILIES],
  ["legend_bearings", ["supports", "contradicts", "undercuts"]],
  ["legend_links", ["relation", "about", "publishes", "speaks for", "derives"]],
];

function startLegend() {
  byId("legend").prepend(el("button", { type: "button", id: "close-legend", class: "close only-narrow",
    "aria-label": say("close"), click: closeLegend }, "×"));
  byId("open-legend").addEventListener("click", () => {
    document.body.classList.add("legend-open");
    byId("close-legend").focus();
  });
  followState(showLegend);
}

function showLegend(state, previous) {
  const legend = byId("legend-groups");
  if (legend.hasChildNodes()) {
    if (hasChanged(previous, "hide")) tickLegend(state);
    return;
  }
  const counts = groupCounts();
  replaceChildren(legend,
    el("h2", {}, say("legend"), " ", el("span", { class: "faint" }, say("legend_hint"))),
    LEGEND_PARTS.map(([title, groups]) => legendPart(title, groups.filter((group) => counts.get(group)), counts)));
  tickLegend(state);
}

function closeLegend() {
  document.body.classList.remove("legend-open");
  byId("open-legend").focus();
}

function groupCounts() {
  const counts = new Map();
  const count = (group, n) => counts.set(group, (counts.get(group) ?? 0) + n);
  for (const node of PICTURE.nodes) count(node.type, 1);
  for (const edge of PICTURE.edges) count(edge.group, Math.max(1, edge.records.length));
  return counts;
}

function legendPart(title, groups, counts) {
  if (groups.length === 0) return null;
  return el("fieldset", {}, el("legend", {}, say(title)), groups.map((group) => legendEntry(group, counts.get(group))));
}

function legendEntry(group, count) {
  const isNode = Object.hasOwn(FONTS, group);
  return el("label", {},
    el("input", { type: "checkbox", value: group, change: toggleGroup }),
    isNode ? nodeSample(group) : edgeSample(group),
    el("span", { class: "word" }, say(isNode ? `types_${group}` : `group_${group}`)),
    el("span", { class: "n" }, String(count)));
}

function nodeSample(type) {
  const shapes = {
    claim: [svg("rect", { x: 3, y: 2, width: 28, height: 12, rx: 2 }), svg("path", { class: "band", d: "M3 2h5v12h-5z" })],
    actor: [svg("rect", { x: 3, y: 2, width: 28, height: 12, rx: 6 })],
    document: [svg("path", { d: "M6 1h17l5 4v10h-22zM23 1v4h5" })],
    evidence: [svg("path", { d: "M3 8l6-6h16l6 6l-6 6h-16z" })],
  };
  return svg("svg", { width: 34, height: 16, viewBox: "0 0 34 16", "aria-hidden": "true", class: `sample node-${type}` },
    ...shapes[type]);
}

function toggleGroup(event) {
  const hidden = hiddenGroups(state);
  if (event.target.checked) hidden.delete(event.target.value);
  else hidden.add(event.target.value);
  go({ hide: [...hidden].sort().join(",") });
}

// Boxes follow the state, whatever changed it.
function tickLegend(state) {
  const hidden = hiddenGroups(state);
  for (const box of byId("legend-groups").querySelectorAll("input")) box.checked = !hidden.has(box.value);
}
