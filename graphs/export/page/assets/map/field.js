// The field: how large scenes are drawn. vis-network keeps an object for each node and edge and paints
// them one by one; here lines of a kind are one stroke and far-off nodes are specks, and only what can
// be read is painted in full. vis-network still is the camera.

const NEAR = 0.3; // scale from which boxes are large enough to be painted in full
const FAR_ALPHA = 0.4;

let field = null; // the scene ready to be drawn, or null where vis-network draws it

function openField({ nodes, edges }) {
  const at = new Map(nodes.map((node) => [node.id, node]));
  const bends = edgeBends(edges);
  const lines = edges.filter((edge) => edge.from !== edge.to).map((edge) => {
    const bend = bends.get(edge.id);
    const [from, to] = [at.get(edge.from), at.get(edge.to)];
    return { edge, from, to, bend: bend ? bend.roundness * (bend.type === "curvedCW" ? 1 : -1) : 0 };
  });
  field = { nodes, at, lines, lineOf: new Map(lines.map((line) => [line.edge.id, line])), byGroup: [], drawn: [] };
}

function closeField() {
  field = null;
}

// Takes note of what is shown, so that a frame looks at nothing else.
function filterField(visible) {
  const lines = field.lines.filter(({ edge }) => visible.edges.has(edge.id));
  field.byGroup = [...groupBy(lines, ({ edge }) => [edge.group])];
  field.drawn = field.nodes.filter((node) => visible.nodes.has(node.id));
}

function paintField(ctx) {
  if (!field) return;
  const scale = network.getScale();
  const view = viewBox();
  if (scale < NEAR) paintFar(ctx, scale, view);
  else paintNear(ctx, scale, view);
}

// The part of the picture that is on the canvas.
function viewBox() {
  const canvas = byId("canvas");
  const from = network.DOMtoCanvas({ x: 0, y: 0 });
  const to = network.DOMtoCanvas({ x: canvas.clientWidth, y: canvas.clientHeight });
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

function touchesView(from, to, view) {
  return Math.max(from.x, to.x) > view.left && Math.min(from.x, to.x) < view.right
    && Math.max(from.y, to.y) > view.top && Math.min(from.y, to.y) < view.bottom;
}

function paintFar(ctx, scale, view) {
  ctx.globalAlpha = FAR_ALPHA;
  ctx.lineWidth = 1 / scale;
  for (const [group, lines] of field.byGroup) {
    ctx.strokeStyle = edgeColour(group);
    ctx.beginPath();
    for (const { from, to } of lines) {
      if (!touchesView(from, to, view)) continue;
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  paintSpecks(ctx, scale, view);
}

function paintSpecks(ctx, scale, view) {
  const least = 1.5 / scale;
  for (const node of field.drawn) {
    const [width, height] = [Math.max(node.width, least), Math.max(node.height, least)];
    if (node.x + width < view.left || node.x - width > view.right) continue;
    if (node.y + height < view.top || node.y - height > view.bottom) continue;
    ctx.fillStyle = speckColour(node);
    ctx.fillRect(node.x - width / 2, node.y - height / 2, width, height);
  }
}

function paintNear(ctx, scale, view) {
  for (const [, lines] of field.byGroup) {
    for (const line of lines) if (touchesView(line.from, line.to, view)) paintFieldLine(ctx, line);
  }
  for (const node of field.drawn) {
    const isAway = node.x + node.width < view.left || node.x - node.width > view.right
      || node.y + node.height < view.top || node.y - node.height > view.bottom;
    if (!isAway) paintNode(ctx, node, node.x, node.y, scale, isChosen(node.id));
  }
}

function paintFieldLine(ctx, { edge, from, to, bend }) {
  paintLine(ctx, edge, lineBetween(from, to, bend), bend === 0);
}
