// The map: it only draws; what is shown and chosen is decided by the state.

let network = null;
let scene = { nodes: [], edges: [] };
let sceneNodes = new Map(); // by key
let onMap = { nodes: new Set(), edges: new Set() };

const MAP_OPTIONS = {
  physics: false,
  layout: { improvedLayout: false, hierarchical: false },
  interaction: { hover: true, dragNodes: false, selectConnectedEdges: false, hoverConnectedEdges: false,
    multiselect: false, keyboard: false, tooltipDelay: 1e9 },
  nodes: { shape: "custom", chosen: false, borderWidth: 2, labelHighlightBold: false },
  edges: { chosen: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
};

function startMap() {
  network = new vis.Network(byId("canvas"), { nodes: [], edges: [] }, MAP_OPTIONS);
  byId("canvas").querySelector(".vis-network").tabIndex = -1;
  network.on("click", chooseAtPointer);
  network.on("beforeDrawing", paintField);
  for (const paint of [paintVeil, paintEdgeLabels, tellView]) network.on("afterDrawing", paint);
  startHover();
  startFieldPointer();
  followPalette(recolourMap);
}

// Where the canvas looks, for whoever wants to find a node on it: scale and middle.
function tellView() {
  const { x, y } = network.getViewPosition();
  Object.assign(byId("canvas").dataset, { scale: network.getScale(), x, y });
}

// Draws for the first time, before the record is there: what the state asks for, without what needs
// the record; in a large case the groups.
function drawFirst() {
  state = PICTURE.groups ? { ...DEFAULTS, view: readHash().view } : { ...readHash(), ...noFacets(), without: "" };
  setScene(sceneOf(state));
}

function setScene(next) {
  scene = next;
  sceneNodes = new Map(scene.nodes.map((node) => [node.id, node]));
  onMap = shown(state, scene);
  closeField();
  if (scene.nodes.length > VIS_MOST) {
    openItems({ nodes: [], edges: [] });
    openField(scene);
    filterField(onMap);
  } else {
    openItems(scene);
  }
  placeEdgeLabels(onMap);
}

function recolourMap() {
  if (!field) recolourItems();
  network.redraw();
}

function showOnMap(state, previous) {
  const next = sceneOf(state);
  if (next !== scene) {
    setScene(next);
    fitMap();
  } else if (hasChanged(previous, "hide", "without", "focus", "hops", ...FACETS)) {
    filterMap(shown(state, scene));
    // A brush is dragged: a map that follows would not stand still under the pointer.
    if (hasChanged(previous, "focus", "hops", ...LISTED_FACETS)) fitMap();
  }
  light();
  lookWhereAsked(previous);
  repaintMap();
}

// A view that was shared, a path that was found, or a node that was chosen.
function lookWhereAsked(previous) {
  if (state.at && state.at !== previous.at) lookAt(state.at);
  else if (state.from && state.to && hasChanged(previous, "from", "to")) fitNodes(scene.nodes.filter((node) => lit.nodes.has(node.id)));
  else if (state.select !== previous.select) bringIntoView(state.select);
}

function filterMap(visible) {
  if (field) filterField(visible);
  else filterItems(visible);
  onMap = visible;
  placeEdgeLabels(visible);
}

function repaintMap() {
  network.body.emitter.emit("_requestRedraw"); // once a frame, where redraw() would be at once
}

function chooseAtPointer({ nodes, pointer }) {
  const key = field ? fieldNodeAt(pointer.canvas) ?? fieldEdgeAt(pointer.canvas) : nodes[0] ?? network.getEdgeAt(pointer.DOM);
  choose(NODES.has(key) || EDGES.has(key) || GROUPS.has(key) ? key : "");
}

// Chooses a node or edge, or, while a path is being looked for, its end.
function choose(key, patch = {}) {
  const isPathEnd = state.from && !state.to && NODES.has(key) && key !== state.from;
  const choice = isPathEnd ? { to: key, select: "" } : { select: key, ...(key ? { to: "", from: "" } : {}) };
  go({ ...choice, ...patch });
}

function isChosen(key) {
  return key === state.select || key === state.from || key === state.to;
}
