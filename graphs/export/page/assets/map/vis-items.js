// Small scenes as vis-network wants them: an item for each node and edge.

const VIS_MOST = 600; // nodes up to which vis-network answers at once

let mapNodes = null;
let mapEdges = null;

function openItems({ nodes, edges }) {
  mapNodes = new vis.DataSet(nodes.map(nodeItem));
  mapEdges = new vis.DataSet(edgeItems(edges));
  network.setData({ nodes: mapNodes, edges: mapEdges });
  sizeNodes(nodes);
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

// vis-network learns the size of a custom shape when it first draws it, which is too late for the
// ends of the edges in that frame and for finding what the pointer is on.
function sizeNodes(nodes) {
  for (const node of nodes) {
    const { shape } = network.body.nodes[node.id];
    shape.customSizeWidth = node.width;
    shape.customSizeHeight = node.height;
  }
}

function edgeItems(edges) {
  const bends = edgeBends(edges);
  return edges.map((edge) => {
    const style = EDGE_STYLES[edge.group];
    const head = style.arrow ? { enabled: true, type: style.arrow, scaleFactor: style.head ?? 0.55 } : false;
    return { id: edge.id, from: edge.from, to: edge.to, width: edgeWidth(edge), dashes: style.dash ?? false,
      arrows: { to: head }, smooth: bends.get(edge.id), color: edgeColour(edge.group), hidden: !onMap.edges.has(edge.id) };
  });
}

// Tells vis-network of what has changed only: each item that it is told of costs time.
function filterItems(visible) {
  mapNodes.update(changes(scene.nodes, onMap.nodes, visible.nodes));
  mapEdges.update(changes(scene.edges, onMap.edges, visible.edges));
}

function changes(items, before, now) {
  return items.filter(({ id }) => before.has(id) !== now.has(id)).map(({ id }) => ({ id, hidden: !now.has(id) }));
}

function recolourItems() {
  mapEdges.update(scene.edges.map((edge) => ({ id: edge.id, color: edgeColour(edge.group) })));
}
