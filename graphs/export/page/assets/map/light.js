// What stands out: the chosen node or line with what is tied to it, or a path; the rest lies under a
// veil.

let lit = null; // { nodes, edges }, or null where nothing is dimmed

function light() {
  lit = state.from && state.to ? litPath() : litChoice(state.select);
}

function litPath() {
  const path = currentPath() ?? [];
  const nodes = new Set([state.from, state.to, ...path.flatMap((e) => [e.from, e.to])]);
  return { nodes, edges: new Set(path.map((e) => e.id)) };
}

function litChoice(select) {
  if (!select) return null;
  const edges = EDGES.has(select) ? [EDGES.get(select)] : tiesOf(select);
  const seen = edges.filter((e) => onMap.edges.has(e.id));
  const ends = [...(sceneNodes.has(select) ? [select] : []), ...seen.flatMap((e) => [e.from, e.to])];
  return ends.length > 0 ? { nodes: new Set(ends), edges: new Set(seen.map((e) => e.id)) } : null;
}

// The edges of the scene that a node or a group is at.
function tiesOf(key) {
  return GROUPS.has(key) ? scene.edges.filter((e) => e.from === key || e.to === key) : edgesAt(key);
}

// Lays a veil over everything and paints what is lit again on top.
function paintVeil(ctx) {
  if (lit === null || document.documentElement.classList.contains("printing")) return;
  const view = viewBox();
  ctx.globalAlpha = 0.82;
  ctx.fillStyle = palette.paper;
  ctx.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  ctx.globalAlpha = 1;
  paintEdges(ctx, [...lit.edges]);
  paintNodes(ctx, [...lit.nodes].filter((key) => onMap.nodes.has(key)));
  if (!field) for (const id of lit.edges) network.body.edges[id].drawArrows(ctx);
}

// Paints edges of the scene one by one.
function paintEdges(ctx, ids) {
  if (field) for (const line of ids.map((id) => field.lineOf.get(id)).filter(Boolean)) paintFieldLine(ctx, line);
  else for (const id of ids) network.body.edges[id].draw(ctx);
}

function paintNodes(ctx, keys, scale = network.getScale()) {
  for (const node of keys.map((key) => sceneNodes.get(key))) paintNode(ctx, node, node.x, node.y, scale, isChosen(node.id));
}
