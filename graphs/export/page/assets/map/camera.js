// The camera: fitting, zooming, and bringing what was chosen into view.

const LARGEST_FIT = 1.1;
const NARROW = 600; // pixels of canvas below which the first picture need not show everything
const READABLE = 0.62; // scale at which letters are read without effort
const MARGIN = 12; // pixels around the picture
const BUTTONS = 42; // pixels below it that the buttons take
const CHIPS = 40; // pixels above it that the chips take

let isOpened = false; // a page may begin with its tables

function startCamera() {
  byId("fit").addEventListener("click", showWhole);
  byId("zoom-in").addEventListener("click", () => zoomBy(1.3));
  byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));
  network.on("resize", () => (isOpened ? bringIntoView(state.select) : openMap()));
}

// Brings every shown node onto the canvas, as large as that allows.
function fitMap() {
  fitNodes(scene.nodes.filter((node) => onMap.nodes.has(node.id)));
}

// Brings nodes onto the canvas, clear of the chips above, and of the buttons below where anything
// would lie under them.
function fitNodes(nodes) {
  if (nodes.length === 0) return;
  const extent = extentOf(nodes);
  fitExtent(extent, 0);
  if (nodes.some(isUnderButtons)) fitExtent(extent, BUTTONS);
}

function fitExtent({ left, right, top, bottom }, below) {
  const above = isLimited(readHash()) ? CHIPS : 0; // the first picture is drawn before all of it is the state
  const width = byId("canvas").clientWidth - 2 * MARGIN;
  const height = byId("canvas").clientHeight - 2 * MARGIN - above - below;
  const scale = Math.min(width / (right - left), height / (bottom - top), LARGEST_FIT);
  const position = { x: (left + right) / 2, y: (top + bottom + (below - above) / scale) / 2 };
  if (scale > 0) network.moveTo({ position, scale });
}

function isUnderButtons(node) {
  const corner = network.canvasToDOM({ x: node.x + node.width / 2, y: node.y + node.height / 2 });
  const buttons = byId("fit").parentElement;
  return corner.x > buttons.offsetLeft && corner.y > buttons.offsetTop;
}

// The box around the boxes of nodes. (No spread into Math.min: many nodes are too many arguments.)
function extentOf(nodes) {
  const extent = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y, width, height } of nodes) {
    extent.left = Math.min(extent.left, x - width / 2);
    extent.right = Math.max(extent.right, x + width / 2);
    extent.top = Math.min(extent.top, y - height / 2);
    extent.bottom = Math.max(extent.bottom, y + height / 2);
  }
  return extent;
}

// The first picture: all of it where its letters can be read, else a part that says most.
function openMap() {
  if (byId("canvas").clientWidth === 0) return;
  isOpened = true;
  fitMap();
  if (state.at) {
    lookAt(state.at);
    return;
  }
  const [node] = scene.nodes.filter((each) => onMap.nodes.has(each.id)).sort((a, b) => weight(b) - weight(a));
  const isNarrow = byId("canvas").clientWidth < NARROW && network.getScale() < READABLE;
  if (sceneNodes.has(state.select)) bringIntoView(state.select);
  else if (node && isNarrow) network.moveTo({ position: { x: node.x, y: node.y }, scale: READABLE });
}

// How much there is to see around a node, contested claims first.
function weight(node) {
  if (node.type === "group") return node.members.length;
  return (node.standing === "contested" ? 1e6 : 0) + edgesAt(node.id).length;
}

function zoomBy(factor) {
  network.moveTo({ scale: network.getScale() * factor });
  noteView();
}

// Moves the map only where the chosen node cannot be seen or read.
function bringIntoView(key) {
  const node = sceneNodes.get(key);
  if (!node || byId("canvas").clientWidth === 0) return;
  const at = network.canvasToDOM({ x: node.x, y: node.y });
  const canvas = byId("canvas");
  const isInside = at.x > 60 && at.y > 40 && at.x < canvas.clientWidth - 60 && at.y < canvas.clientHeight - 40;
  if (isInside && network.getScale() > 0.5) return;
  network.moveTo({ position: { x: node.x, y: node.y }, scale: Math.max(network.getScale(), 0.85) });
}
