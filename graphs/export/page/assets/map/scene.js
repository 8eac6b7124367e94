// The scene: the nodes and edges that the map could draw at the moment. It is the whole case, or, in
// a case that is too large for one picture, its groups, one group, or what lies around a node.

const NEAREST = 400; // nodes that a picture of surroundings or of a path holds at most
const SCENE_NAMES = ["within", "focus", "hops", "from", "to"];

const sceneOf = remembering((state) => sceneKey(state), (state) => {
  if (!PICTURE.groups) return { nodes: PICTURE.nodes, edges: PICTURE.edges };
  if (state.from && state.to) return pathScene(state.from, state.to);
  if (state.focus) return aroundScene(state.focus, Number(state.hops));
  if (state.within) return groupScene(GROUPS.get(state.within));
  return { nodes: PICTURE.groups.nodes, edges: PICTURE.groups.edges };
});

function sceneKey(state) {
  return PICTURE.groups ? SCENE_NAMES.map((name) => state[name]).join("\n") : "whole";
}

function groupScene(group) {
  const keys = new Set(group.members.map((node) => node.id));
  return { nodes: group.members, edges: edgesAmong(keys) };
}

function edgesAmong(keys) {
  return [...new Set([...keys].flatMap(edgesAt))].filter((e) => keys.has(e.from) && keys.has(e.to));
}

// What lies around a node, set in rings about it.
function aroundScene(start, hops) {
  const levels = [[start]];
  const reached = new Set(levels[0]);
  let left = 0;
  for (let step = 0; step < hops; step += 1) {
    const rim = new Set(levels.at(-1).flatMap((key) => edgesAt(key).flatMap((e) => [e.from, e.to])));
    const fresh = [...rim].filter((key) => !reached.has(key));
    const room = Math.max(0, NEAREST - reached.size);
    left += Math.max(0, fresh.length - room);
    levels.push(fresh.slice(0, room));
    for (const key of levels.at(-1)) reached.add(key);
  }
  return { nodes: inRings(levels), edges: edgesAmong(reached), left };
}

// The nodes of a path side by side.
function pathScene(from, to) {
  const path = shortestPath(from, to, PICTURE.edges) ?? [];
  const keys = new Set([from, ...path.flatMap((e) => [e.from, e.to]), to]);
  const nodes = [...keys].map((key, i) => ({ ...NODES.get(key), x: 230 * i, y: 90 * (i % 2) }));
  return { nodes, edges: edgesAmong(keys) };
}
