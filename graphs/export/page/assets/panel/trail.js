// A path between two nodes, with the words behind each of its steps.

// The edges of the path that the state asks for; null where nothing shown leads there.
function currentPath() {
  return shortestPath(state.from, state.to, scene.edges.filter((edge) => onMap.edges.has(edge.id)));
}

function pathPanel() {
  const path = currentPath();
  const title = say("path_between", { from: nameOf(state.from), to: nameOf(state.to) });
  return [
    el("header", { class: "panel-head" },
      el("p", { class: "type" }, say("path")),
      el("h2", { id: "panel-title", tabindex: "-1", dir: "auto" }, title),
      el("p", { class: "actions" }, link({ from: "", to: "" }, say("path_end")))),
    el("p", { class: "why" }, path ? `${say("path_length", { n: path.length })}. ${say("path_hint")}` : say("path_none")),
    path ? el("ol", { class: "path" }, path.map(pathStep)) : null,
  ];
}

function pathStep(edge) {
  return el("li", {}, el("p", { class: "step" }, edgeSample(edge.group), " ",
    link({ select: edge.id, from: "", to: "" }, words(sentenceOf(edge)))), behindEdge(edge));
}
