// The map as a file: the canvas as it is (PNG), or everything that is shown, in lines and words (SVG).

const SVG_SCALE = 0.9; // the scale that words are set for

// The canvas on the paper's colour: by itself it is transparent.
function savePicture() {
  const canvas = byId("canvas").querySelector("canvas");
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [canvas.width, canvas.height];
  const ctx = copy.getContext("2d");
  ctx.fillStyle = palette.paper;
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => save(blob, "image/png", "png"));
}

function saveDrawing() {
  const text = new XMLSerializer().serializeToString(drawing());
  save(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`, "image/svg+xml", "svg");
}

function drawing() {
  const ctx = new SvgContext(document.createElement("canvas").getContext("2d"));
  const nodes = scene.nodes.filter((node) => onMap.nodes.has(node.id));
  paintEdges(ctx, scene.edges.filter((edge) => onMap.edges.has(edge.id)).map((edge) => edge.id));
  if (!field) for (const id of onMap.edges) network.body.edges[id].drawArrows(ctx);
  paintNodes(ctx, nodes.map((node) => node.id), SVG_SCALE);
  paintEdgeLabels(ctx, SVG_SCALE);
  const { left, right, top, bottom } = extentOf(nodes);
  return ctx.element({ left: left - 20, right: right + 20, top: top - 20, bottom: bottom + 20 }, palette.paper);
}
