// Walking about the map by keyboard.

const WALK = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

let walkedFrom = ""; // the node whose lines are walked along

function startWalking() {
  byId("canvas").addEventListener("keydown", steerMap);
}

function steerMap(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const actions = { "+": () => zoomBy(1.3), "=": () => zoomBy(1.3), "-": () => zoomBy(1 / 1.3), 0: showWhole,
    Enter: readPanel, l: () => choose(nextLine()) };
  const walk = WALK[event.key];
  if (!walk && !actions[event.key]) return;
  event.preventDefault();
  if (walk) choose(nextNode(walk));
  else actions[event.key]();
}

// The nearest shown node in a direction, sideways distance counting double; the chosen one itself
// where there is none, and the node nearest to the middle where none is chosen.
function nextNode([across, down]) {
  const here = sceneNodes.get(state.select) ?? sceneNodes.get(EDGES.get(state.select)?.from);
  const start = here ?? network.getViewPosition();
  let best = here?.id ?? "";
  let shortest = Infinity;
  for (const node of scene.nodes) {
    if (!onMap.nodes.has(node.id) || node === here) continue;
    const along = (node.x - start.x) * across + (node.y - start.y) * down;
    const aside = Math.abs((node.x - start.x) * down) + Math.abs((node.y - start.y) * across);
    const distance = Math.abs(along) + 2 * aside;
    if ((along > 0 || !here) && distance < shortest) [best, shortest] = [node.id, distance];
  }
  return best;
}

// The next of the shown lines at the chosen node, or at the node that the last one was walked from;
// what is chosen where there is none.
function nextLine() {
  const line = EDGES.get(state.select);
  if (!line) walkedFrom = state.select;
  else if (line.from !== walkedFrom && line.to !== walkedFrom) walkedFrom = line.from;
  const lines = edgesAt(walkedFrom).filter((each) => onMap.edges.has(each.id));
  return lines[(lines.indexOf(line) + 1) % lines.length]?.id ?? state.select;
}
