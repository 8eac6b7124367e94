// Lines of the field: where they run, and how they are drawn without vis-network.

const HEAD = 9; // length of an arrow head in pixels at scale 1

// The line of an edge between the borders of two boxes, bent where others run beside it.
function lineBetween(from, to, bend) {
  const middle = middleOf(from, to, bend);
  const [start, end] = [borderToward(from, middle), borderToward(to, middle)];
  return { start, middle, end };
}

// The point that a line is bent towards: half the bend lies between it and the straight way.
function middleOf(from, to, bend) {
  const [across, down] = [to.x - from.x, to.y - from.y];
  return { x: (from.x + to.x) / 2 - down * bend, y: (from.y + to.y) / 2 + across * bend };
}

// Where the straight way from the middle of a box to a point leaves the box.
function borderToward(box, point) {
  const [across, down] = [point.x - box.x, point.y - box.y];
  const share = Math.min(box.width / 2 / Math.abs(across || 1e-9), box.height / 2 / Math.abs(down || 1e-9), 1);
  return { x: box.x + across * share, y: box.y + down * share };
}

function traceLine(ctx, { start, middle, end }, isStraight) {
  ctx.moveTo(start.x, start.y);
  if (isStraight) ctx.lineTo(end.x, end.y);
  else ctx.quadraticCurveTo(middle.x, middle.y, end.x, end.y);
}

function paintLine(ctx, edge, line, isStraight) {
  const style = EDGE_STYLES[edge.group];
  ctx.strokeStyle = ctx.fillStyle = edgeColour(edge.group);
  ctx.lineWidth = edgeWidth(edge);
  ctx.setLineDash(style.dash ?? []);
  ctx.beginPath();
  traceLine(ctx, line, isStraight);
  ctx.stroke();
  ctx.setLineDash([]);
  if (style.arrow) paintHead(ctx, style.arrow, line.end, Math.atan2(line.end.y - line.middle.y, line.end.x - line.middle.x));
}

// Arrow heads as outlines that point to the right, with their tip at 0, 0.
const HEADS = {
  arrow: [[0, 0], [-1, 0.45], [-0.75, 0], [-1, -0.45]],
  triangle: [[0, 0], [-1, 0.6], [-1, -0.6]],
  vee: [[0, 0], [-0.9, 0.5], [-0.5, 0], [-0.9, -0.5]],
  bar: [[-0.1, 0.6], [-0.4, 0.6], [-0.4, -0.6], [-0.1, -0.6]],
  diamond: [[0, 0], [-0.5, 0.45], [-1, 0], [-0.5, -0.45]],
};

function paintHead(ctx, arrow, { x, y }, angle) {
  const [cosine, sine] = [Math.cos(angle) * HEAD, Math.sin(angle) * HEAD];
  ctx.beginPath();
  if (arrow === "circle") ctx.arc(x - 0.4 * cosine, y - 0.4 * sine, 0.4 * HEAD, 0, 2 * Math.PI);
  else HEADS[arrow].forEach(([a, b], i) => ctx[i ? "lineTo" : "moveTo"](x + a * cosine - b * sine, y + a * sine + b * cosine));
  ctx.closePath();
  ctx.fill();
}
