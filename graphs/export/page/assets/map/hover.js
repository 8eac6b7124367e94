// The words at the pointer.

function startHover() {
  network.on("hoverNode", ({ node, pointer }) => showHover(nameOf(node), pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => showHover(tieSentence(edge), pointer.DOM));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, hideHover);
}

function tieSentence(id) {
  if (EDGES.has(id)) return sentenceOf(EDGES.get(id));
  const tie = scene.edges.find((edge) => edge.id === id);
  return say("ties_between", { n: tie.count, kind: say(`tie_${tie.group}`) });
}

function showHover(text, point) {
  const hover = byId("hover");
  const canvas = byId("canvas");
  hover.textContent = text;
  hover.hidden = false;
  const left = Math.min(point.x + 14, canvas.clientWidth - hover.offsetWidth - 8);
  const below = point.y + 18 + hover.offsetHeight < canvas.clientHeight;
  hover.style.left = `${Math.max(8, left)}px`;
  hover.style.top = `${below ? point.y + 18 : point.y - hover.offsetHeight - 12}px`;
}

function hideHover() {
  byId("hover").hidden = true;
}
