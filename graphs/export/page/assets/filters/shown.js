// Which nodes and edges of the scene are shown: legend, facets, withdrawals and focus, all at once.

function hiddenGroups(state) {
  return new Set(state.hide.split(",").filter(Boolean));
}

// The keys of the nodes and the ids of the edges that the state lets through.
function shown(state, { nodes: all, edges: lines }) {
  const hidden = hiddenGroups(state);
  const claims = keptClaims(state);
  const isKept = (node) => !hidden.has(node.type) && (!claims || node.type !== "claim" || claims.has(splitKey(node.id)[1]));
  let nodes = new Set(all.filter(isKept).map((node) => node.id));
  const isSaid = saidAtAll(state);
  let edges = lines.filter((e) => !hidden.has(e.group) && nodes.has(e.from) && nodes.has(e.to) && isSaid(e));
  if (claims) nodes = tiedToClaims(nodes, edges);
  if (state.focus && NODES.has(state.focus)) nodes = around(state.focus, Number(state.hops), edges);
  edges = edges.filter((e) => nodes.has(e.from) && nodes.has(e.to));
  return { nodes, edges: new Set(edges.map((e) => e.id)) };
}

const BEARINGS = new Set(["supports", "contradicts", "undercuts"]);

// Whether anything behind an edge is let through by the facets and still stands.
function saidAtAll(state) {
  const statements = keptStatements(state);
  const fallen = withdrawn(state);
  if (!statements && fallen === NOTHING_FALLS) return () => true;
  const isLeft = (id) => (!statements || statements.has(id)) && !fallen.statements.has(id);
  return (edge) => (edge.type === "says" ? edge.records.some(isLeft) : !BEARINGS.has(edge.type) || !fallen.nodes.has(edge.from));
}

// The claims among the nodes and what an edge ties to one of them.
function tiedToClaims(nodes, edges) {
  const isClaim = (key) => key.startsWith("claim:");
  const tied = edges.filter((e) => isClaim(e.from) || isClaim(e.to)).flatMap((e) => [e.from, e.to]);
  return new Set([...nodes].filter(isClaim).concat(tied));
}

function neighbours(edges) {
  const near = new Map();
  const add = (one, other, edge) => {
    const list = near.get(one);
    if (list) list.push([other, edge]);
    else near.set(one, [[other, edge]]);
  };
  for (const edge of edges) {
    add(edge.from, edge.to, edge);
    add(edge.to, edge.from, edge);
  }
  return near;
}

// The nodes at most `hops` edges away from `start`, in either direction, nearest first.
function around(start, hops, edges) {
  const near = neighbours(edges);
  const reached = new Set([start]);
  let rim = [start];
  for (let step = 0; step < hops; step += 1) {
    const next = [];
    for (const [key] of rim.flatMap((each) => near.get(each) ?? [])) {
      if (reached.has(key)) continue;
      reached.add(key);
      next.push(key);
    }
    rim = next;
  }
  return reached;
}

// The edges of a shortest path, breadth first; null where there is none.
function shortestPath(start, end, edges) {
  const near = neighbours(edges);
  const cameBy = new Map([[start, null]]);
  const queue = [start];
  for (const key of queue) {
    if (key === end) return backtrack(end, cameBy);
    for (const [next, edge] of near.get(key) ?? []) {
      if (!cameBy.has(next)) {
        cameBy.set(next, [key, edge]);
        queue.push(next);
      }
    }
  }
  return null;
}

function backtrack(end, cameBy) {
  const path = [];
  for (let step = cameBy.get(end); step; step = cameBy.get(step[0])) path.unshift(step[1]);
  return path;
}
