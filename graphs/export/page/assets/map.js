// The map: vis-network with places computed beforehand. It only draws; what is shown and chosen is
// decided by the state.

let network = null;
let mapNodes = null;
let mapEdges = null;
let onMap = { nodes: new Set(), edges: new Set() };
let lit = null; // what stands out: { nodes, edges }, or null where nothing is dimmed

const MAP_OPTIONS = {
  physics: false,
  layout: { improvedLayout: false, hierarchical: false },
  interaction: { hover: true, dragNodes: false, selectConnectedEdges: false, hoverConnectedEdges: false,
    multiselect: false, keyboard: false, tooltipDelay: 1e9, hideEdgesOnDrag: VIEW.edges.length > 5000 },
  nodes: { shape: "custom", chosen: false, borderWidth: 2, labelHighlightBold: false },
  edges: { chosen: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
};

function startMap() {
  for (const node of VIEW.nodes) dressNode(node);
  onMap = shown(readHash());
  mapNodes = new vis.DataSet(VIEW.nodes.map(nodeItem));
  mapEdges = new vis.DataSet(edgeItems());
  network = new vis.Network(byId("canvas"), { nodes: mapNodes, edges: mapEdges }, MAP_OPTIONS);
  sizeNodes();
  placeEdgeLabels(onMap);
  byId("canvas").querySelector(".vis-network").tabIndex = -1;
  network.on("click", chooseAtPointer);
  network.on("hoverNode", ({ node, pointer }) => showHover(nameOf(node), pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => showHover(sentenceOf(EDGES.get(edge)), pointer.DOM));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, hideHover);
  for (const paint of [paintVeil, paintEdgeLabels, tellView]) network.on("afterDrawing", paint);
  followPalette(recolourMap);
  followState(showOnMap);
}

// Where the canvas looks, for whoever wants to find a node on it: scale and middle.
function tellView() {
  const { x, y } = network.getViewPosition();
  Object.assign(byId("canvas").dataset, { scale: network.getScale(), x, y });
}

// Adds to a node what the record and the audit say of it.
function dressNode(node) {
  const grave = findingsOn(node.id).filter((f) => f.severity !== "info");
  const severity = grave.some((f) => f.severity === "error") ? "error" : "warning";
  node.badge = grave.length > 0 ? { count: grave.length, severity } : null;
  node.standing = node.type === "claim" ? VIEW.standings[splitKey(node.id)[1]] : undefined;
}

function nodeItem(node) {
  return { id: node.id, x: node.x, y: node.y, hidden: !onMap.nodes.has(node.id), ctxRenderer: rendererOf(node) };
}

function rendererOf(node) {
  const nodeDimensions = { width: node.width, height: node.height };
  return ({ ctx, x, y }) => ({
    drawNode: () => paintNode(ctx, node, x, y, network.body.view.scale, isChosen(node.id)),
    nodeDimensions,
  });
}

function isChosen(key) {
  return key === state.select || key === state.from || key === state.to;
}

// vis-network learns the size of a custom shape when it first draws it, which is too late for the
// ends of the edges in that frame and for finding what the pointer is on.
function sizeNodes() {
  for (const node of VIEW.nodes) {
    const { shape } = network.body.nodes[node.id];
    shape.customSizeWidth = node.width;
    shape.customSizeHeight = node.height;
  }
}

function edgeItems() {
  const bends = edgeBends(VIEW.edges);
  return VIEW.edges.map((edge) => {
    const style = EDGE_STYLES[edge.group];
    const head = style.arrow ? { enabled: true, type: style.arrow, scaleFactor: style.head ?? 0.55 } : false;
    // A line that many records stand behind is a little thicker.
    const width = style.width * (1 + 0.25 * Math.min(Math.max(edge.records.length - 1, 0), 4));
    return { id: edge.id, from: edge.from, to: edge.to, width, dashes: style.dash ?? false, arrows: { to: head },
      smooth: bends.get(edge.id), color: edgeColour(edge.group), hidden: !onMap.edges.has(edge.id) };
  });
}

function recolourMap() {
  mapEdges.update(VIEW.edges.map((edge) => ({ id: edge.id, color: edgeColour(edge.group) })));
  network.redraw();
}

function showOnMap(state, previous) {
  if (["hide", "only", "focus", "hops"].some((name) => state[name] !== previous[name])) hideFiltered(shown(state));
  lit = state.from && state.to ? litPath() : litChoice(state.select);
  if (state.select !== previous.select) bringIntoView(state.select);
  if (state.focus !== previous.focus || state.hops !== previous.hops) fitMap();
  network.body.emitter.emit("_requestRedraw"); // once a frame, where redraw() would be at once
}

// Tells vis-network of what has changed only: each item that it is told of costs time.
function hideFiltered(visible) {
  mapNodes.update(changes(VIEW.nodes, onMap.nodes, visible.nodes));
  mapEdges.update(changes(VIEW.edges, onMap.edges, visible.edges));
  onMap = visible;
  placeEdgeLabels(visible);
}

function changes(items, before, now) {
  return items.filter(({ id }) => before.has(id) !== now.has(id)).map(({ id }) => ({ id, hidden: !now.has(id) }));
}

// Lays a veil over everything and paints what is chosen, and what is tied to it, again on top.
function paintVeil(ctx) {
  if (lit === null || document.documentElement.classList.contains("printing")) return;
  const canvas = byId("canvas");
  const from = network.DOMtoCanvas({ x: 0, y: 0 });
  const to = network.DOMtoCanvas({ x: canvas.clientWidth, y: canvas.clientHeight });
  ctx.globalAlpha = 0.82;
  ctx.fillStyle = palette.paper;
  ctx.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
  ctx.globalAlpha = 1;
  const edges = [...lit.edges].map((id) => network.body.edges[id]);
  for (const edge of edges) edge.draw(ctx);
  for (const key of lit.nodes) if (onMap.nodes.has(key)) network.body.nodes[key].draw(ctx);
  for (const edge of edges) edge.drawArrows(ctx);
}

function litPath() {
  const path = currentPath() ?? [];
  const nodes = new Set([state.from, state.to, ...path.flatMap((e) => [e.from, e.to])]);
  return { nodes, edges: new Set(path.map((e) => e.id)) };
}

function litChoice(select) {
  if (!select) return null;
  const edges = EDGES.has(select) ? [EDGES.get(select)] : (INDEX.edgesAt.get(select) ?? []);
  const seen = edges.filter((e) => onMap.edges.has(e.id));
  const nodes = new Set([...(NODES.has(select) ? [select] : []), ...seen.flatMap((e) => [e.from, e.to])]);
  return { nodes, edges: new Set(seen.map((e) => e.id)) };
}

function chooseAtPointer({ nodes, pointer }) {
  const edge = nodes.length === 0 ? network.getEdgeAt(pointer.DOM) : undefined;
  choose(nodes[0] ?? edge ?? "");
}

// Chooses a node or edge, or, while a path is being looked for, its end.
function choose(key, patch = {}) {
  const isPathEnd = state.from && !state.to && NODES.has(key) && key !== state.from;
  const choice = isPathEnd ? { to: key, select: "" } : { select: key, ...(key ? { to: "", from: "" } : {}) };
  go({ ...choice, ...patch });
}
