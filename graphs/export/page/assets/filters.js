// Which nodes and edges are shown: legend, "show only" and focus, all at once.

function hiddenGroups(state) {
  return new Set(state.hide.split(",").filter(Boolean));
}

// The keys of the nodes and the ids of the edges that the state lets through.
function shown(state) {
  const hidden = hiddenGroups(state);
  const isKept = onlyFilter(state);
  let nodes = new Set(VIEW.nodes.filter((n) => !hidden.has(n.type) && isKept(n)).map((n) => n.id));
  let edges = VIEW.edges.filter((e) => !hidden.has(e.group) && nodes.has(e.from) && nodes.has(e.to));
  if (state.only) {
    nodes = tiedToClaims(nodes, edges);
    edges = edges.filter((e) => nodes.has(e.from) && nodes.has(e.to));
  }
  if (state.focus) {
    nodes = around(state.focus, Number(state.hops), edges);
    edges = edges.filter((e) => nodes.has(e.from) && nodes.has(e.to));
  }
  return { nodes, edges: new Set(edges.map((e) => e.id)) };
}

function onlyFilter(state) {
  if (state.only === "contested") {
    return (node) => node.type !== "claim" || VIEW.standings[splitKey(node.id)[1]] === "contested";
  }
  if (state.only === "findings") {
    return (node) => node.type !== "claim" || findingsOn(node.id).length > 0;
  }
  return () => true;
}

// The claims among the nodes and what an edge ties to one of them.
function tiedToClaims(nodes, edges) {
  const isClaim = (key) => key.startsWith("claim:");
  const tied = edges.filter((e) => isClaim(e.from) || isClaim(e.to)).flatMap((e) => [e.from, e.to]);
  return new Set([...nodes].filter(isClaim).concat(tied));
}

function neighbours(edges) {
  const near = new Map();
  for (const edge of edges) {
    for (const [one, other] of [[edge.from, edge.to], [edge.to, edge.from]]) {
      if (!near.has(one)) near.set(one, []);
      near.get(one).push([other, edge]);
    }
  }
  return near;
}

// The nodes at most `hops` edges away from `start`, in either direction.
function around(start, hops, edges) {
  const near = neighbours(edges);
  const reached = new Set([start]);
  let rim = [start];
  for (let step = 0; step < hops; step += 1) {
    rim = rim.flatMap((key) => near.get(key) ?? []).map(([key]) => key).filter((key) => !reached.has(key));
    for (const key of rim) reached.add(key);
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
