// Moving about the map: fitting, zooming, walking by arrow keys, and the words at the pointer.

const LARGEST_FIT = 1.1;
const NARROW = 600; // pixels of canvas below which the first picture need not show everything
const READABLE = 0.62; // scale at which letters are read without effort
const MARGIN = 16; // pixels around the picture
const BUTTONS = 40; // pixels below it that the buttons take
const WALK = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

let isOpened = false; // a page may begin with its tables

function startMapControls() {
  byId("fit").addEventListener("click", () => fitMap());
  byId("zoom-in").addEventListener("click", () => zoomBy(1.3));
  byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));
  byId("canvas").addEventListener("keydown", steerMap);
  network.on("resize", () => (isOpened ? bringIntoView(state.select) : openMap()));
  followState(showChips);
}

// Brings every shown node onto the canvas, as large as that allows.
function fitMap() {
  if (onMap.nodes.size === 0) return;
  const { left, right, top, bottom } = extentOf(VIEW.nodes.filter((node) => onMap.nodes.has(node.id)));
  const width = byId("canvas").clientWidth - 2 * MARGIN;
  const height = byId("canvas").clientHeight - 2 * MARGIN - BUTTONS;
  const scale = Math.min(width / (right - left), height / (bottom - top), LARGEST_FIT);
  const position = { x: (left + right) / 2, y: (top + bottom + BUTTONS / scale) / 2 };
  if (scale > 0) network.moveTo({ position, scale });
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
  const [node] = VIEW.nodes.filter((each) => onMap.nodes.has(each.id)).sort((a, b) => weight(b) - weight(a));
  const isNarrow = byId("canvas").clientWidth < NARROW && network.getScale() < READABLE;
  if (state.select) bringIntoView(state.select);
  else if (node && isNarrow) network.moveTo({ position: { x: node.x, y: node.y }, scale: READABLE });
}

// How much there is to see around a node, contested claims first.
function weight(node) {
  return (node.standing === "contested" ? 1e6 : 0) + (INDEX.edgesAt.get(node.id) ?? []).length;
}

function zoomBy(factor) {
  network.moveTo({ scale: network.getScale() * factor });
}

// Moves the map only where the chosen node cannot be seen or read.
function bringIntoView(key) {
  const node = NODES.get(key);
  if (!node || byId("canvas").clientWidth === 0) return;
  const at = network.canvasToDOM({ x: node.x, y: node.y });
  const canvas = byId("canvas");
  const isInside = at.x > 60 && at.y > 40 && at.x < canvas.clientWidth - 60 && at.y < canvas.clientHeight - 40;
  if (isInside && network.getScale() > 0.5) return;
  network.moveTo({ position: { x: node.x, y: node.y }, scale: Math.max(network.getScale(), 0.85) });
}

function steerMap(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const actions = { "+": () => zoomBy(1.3), "=": () => zoomBy(1.3), "-": () => zoomBy(1 / 1.3), 0: fitMap,
    Enter: readPanel };
  const walk = WALK[event.key];
  if (!walk && !actions[event.key]) return;
  event.preventDefault();
  if (walk) choose(nextNode(walk));
  else actions[event.key]();
}

// The nearest shown node in a direction, sideways distance counting double; the chosen one itself
// where there is none, and the node nearest to the middle where none is chosen.
function nextNode([across, down]) {
  const here = NODES.get(state.select) ?? NODES.get(EDGES.get(state.select)?.from);
  const shownNodes = VIEW.nodes.filter((node) => onMap.nodes.has(node.id) && node !== here);
  const start = here ?? network.getViewPosition();
  let best = here?.id ?? "";
  let shortest = Infinity;
  for (const node of shownNodes) {
    const along = (node.x - start.x) * across + (node.y - start.y) * down;
    const aside = Math.abs((node.x - start.x) * down) + Math.abs((node.y - start.y) * across);
    const distance = Math.abs(along) + 2 * aside;
    if ((along > 0 || !here) && distance < shortest) [best, shortest] = [node.id, distance];
  }
  return best;
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

// What limits the map at the moment, each with a way out.
function showChips(state) {
  const chips = [];
  if (state.focus) {
    const text = say("focus_around", { n: Number(state.hops), name: nameOf(state.focus) });
    chips.push(chip(text, say("focus_end"), { focus: "" }));
  }
  if (state.from && !state.to) {
    chips.push(chip(say("path_choose", { name: nameOf(state.from) }), say("path_end"), { from: "" }));
  }
  if (state.from && state.to) {
    const text = say("path_between", { from: nameOf(state.from), to: nameOf(state.to) });
    chips.push(chip(text, say("path_end"), { from: "", to: "" }));
  }
  if (onMap.nodes.size === 0) {
    const nothingHidden = { hide: "", only: "", focus: "" };
    chips.push(chip(say("map_empty"), say("show_all"), nothingHidden));
  }
  replaceChildren(byId("chips"), ...chips);
}

function chip(text, wayOut, patch) {
  return el("p", { class: "chip" }, words(text), " ", link(patch, wayOut));
}
