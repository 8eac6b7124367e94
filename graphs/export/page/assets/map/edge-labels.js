// The words on relations: each stands where its line leaves room for it, and is left out where there
// is none; the pointer and the panel tell it anyway.

const LABEL_FONT = 13;
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]; // places tried, as parts of the line
const MOST_LABELS = 600; // more would only be a grey haze, as they would in the field

let edgeLabels = [];

// Finds a place for the word of each shown relation, clear of boxes and of other words.
function placeEdgeLabels(visible) {
  edgeLabels = [];
  const relations = scene.edges.filter((edge) => edge.type === "relation" && visible.edges.has(edge.id));
  if (field || relations.length > MOST_LABELS) return;
  const taken = scene.nodes.filter((node) => visible.nodes.has(node.id)).map(boxOfNode);
  for (const edge of relations) {
    const label = ALONG.map((part) => labelAt(edge, part)).find((box) => !taken.some((other) => overlap(box, other)));
    if (!label) continue;
    taken.push(label);
    edgeLabels.push(label);
  }
}

function boxOfNode({ x, y, width, height }) {
  return { x, y, width: width + 6, height: height + 6 };
}

function labelAt(edge, part) {
  const { x, y } = network.body.edges[edge.id].edgeType.getPoint(part);
  return { edge, x, y, width: wordOf(edge).length * LABEL_FONT * 0.55 + 8, height: LABEL_FONT + 5 };
}

function wordOf(edge) {
  return edge.words.join(", ");
}

function overlap(one, other) {
  return 2 * Math.abs(one.x - other.x) < one.width + other.width && 2 * Math.abs(one.y - other.y) < one.height + other.height;
}

function paintEdgeLabels(ctx, scale = network.getScale()) {
  if (LABEL_FONT * scale < SMALLEST_LETTERS) return;
  ctx.font = `italic ${LABEL_FONT}px ${palette.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const { edge, x, y, width } of edgeLabels) {
    if (lit !== null && !lit.edges.has(edge.id)) continue;
    ctx.strokeStyle = palette.paper;
    ctx.lineWidth = 5;
    ctx.lineJoin = "round";
    ctx.strokeText(wordOf(edge), x, y, width);
    ctx.fillStyle = palette.ink;
    ctx.fillText(wordOf(edge), x, y, width);
  }
}
