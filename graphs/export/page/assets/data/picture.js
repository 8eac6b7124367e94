// The picture: nodes with their places and edges, as Python laid them out, put together from columns.

let PICTURE = null;
let NODES = new Map(); // by key
let EDGES = new Map(); // by id
let edgeIndex = null; // edges by the keys of their ends, once somebody asks
let GROUPS = new Map(); // the groups of a case that is too large for one picture, by "group:number"

const FAMILIES = ["affirms", "opposes", "relays", "wants", "judges"];
const RECORD_TYPES = { says: "attribution", supports: "bearing", contradicts: "bearing", undercuts: "bearing",
  relation: "relation", derives: "derivation" };

// The nodes, and the groups where one picture cannot show all of them.
function openNodes(text) {
  PICTURE = { ...JSON.parse(text), edges: [] };
  PICTURE.nodes = nodesOf(PICTURE.nodes);
  NODES = new Map(PICTURE.nodes.map((node) => [node.id, node]));
  if (PICTURE.groups) openGroups(PICTURE.groups, PICTURE.nodes);
}

function openEdges(text) {
  PICTURE.edges = edgesOf(JSON.parse(text), PICTURE.nodes);
  EDGES = new Map(PICTURE.edges.map((edge) => [edge.id, edge]));
  edgeIndex = null;
}

function nodesOf(columns) {
  const { scales } = PICTURE;
  return columns.id.map((id, i) => {
    const origins = columns.origins[i] || null;
    const [errors, warnings] = columns.badge[i] || [0, 0];
    return {
      id,
      type: id.slice(0, id.indexOf(":")),
      kind: columns.kind[i],
      missing: columns.missing[i] === 1,
      lines: columns.lines[i].split("\n"),
      width: columns.width[i],
      height: columns.height[i],
      x: columns.x[i],
      y: columns.y[i],
      standing: columns.standing[i],
      origins,
      scale: origins ? scales[Math.min(origins[0], scales.length - 1)] : 1,
      badge: errors + warnings > 0 ? { count: errors + warnings, isError: errors > 0 } : null,
    };
  });
}

function edgesOf(columns, nodes) {
  const seen = new Map();
  return columns.from.map((_, i) => {
    const group = columns.groups[columns.group[i]];
    const type = FAMILIES.includes(group) ? "says" : group;
    const words = columns.phrases[columns.words[i]];
    const [from, to] = [nodes[columns.from[i]].id, nodes[columns.to[i]].id];
    const name = `${group} ${from} ${to}${type === "says" || words.length === 0 ? "" : ` ${words[0]}`}`;
    return { id: toldApart(name, seen), from, to, group, type, words, records: columns.records[i] };
  });
}

// Ids may hold any character, so that the ends of two edges may spell the same: numbers tell them apart.
function toldApart(name, seen) {
  const times = (seen.get(name) ?? 0) + 1;
  seen.set(name, times);
  return times === 1 ? name : `${name} (${times})`;
}

// The records behind an edge, as keys such as "attribution:a-1".
function recordKeys(edge) {
  return edge.records.map((id) => `${RECORD_TYPES[edge.type]}:${id}`);
}

// Groups are nodes of a picture of their own, and ties are its edges.
function openGroups(columns, nodes) {
  const members = groupBy(nodes.keys(), (row) => [columns.of[row]]);
  columns.nodes = columns.x.map((x, i) => ({
    id: `group:${i}`, type: "group", x, y: columns.y[i], width: columns.width, height: columns.height,
    members: members.get(i).map((row) => nodes[row]), names: columns.names[i], inside: columns.inside[i], scale: 1,
  }));
  GROUPS = new Map(columns.nodes.map((group) => [group.id, group]));
  for (const group of columns.nodes) for (const node of group.members) node.group = group.id;
  const kinds = ["supports", "contradicts", "publishes"];
  columns.edges = columns.ties.map(([one, other, kind, count]) => ({ id: `tie ${one} ${other} ${kind}`,
    from: `group:${one}`, to: `group:${other}`, group: kinds[kind], type: "tie", words: [], records: [], count }));
}

// The edges that a node is at, on whatever picture.
function edgesAt(key) {
  edgeIndex ??= groupBy(PICTURE.edges, (e) => (e.from === e.to ? [e.from] : [e.from, e.to]));
  return edgeIndex.get(key) ?? [];
}
