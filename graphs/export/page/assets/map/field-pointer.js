// What the pointer is on in the field, where vis-network knows of no nodes.

const REACH = 6; // pixels on the screen beside a line that still count

function fieldNodeAt(point) {
  return field.drawn.findLast(({ x, y, width, height }) => {
    return 2 * Math.abs(point.x - x) < width && 2 * Math.abs(point.y - y) < height;
  })?.id;
}

function fieldEdgeAt(point) {
  let best;
  let nearest = REACH / network.getScale();
  for (const [, lines] of field.byGroup) {
    for (const line of lines) {
      const distance = distanceTo(line, point, nearest);
      if (distance < nearest) [best, nearest] = [line.edge.id, distance];
    }
  }
  return best;
}

// How far a point is from a line, measured on the two straight ways from its bend to its ends;
// Infinity where it is farther than `most` for certain.
function distanceTo({ from, to, bend }, point, most) {
  const slack = most + Math.abs(bend) * (Math.abs(to.x - from.x) + Math.abs(to.y - from.y));
  if (point.x < Math.min(from.x, to.x) - slack || point.x > Math.max(from.x, to.x) + slack) return Infinity;
  if (point.y < Math.min(from.y, to.y) - slack || point.y > Math.max(from.y, to.y) + slack) return Infinity;
  const top = middleOf(from, to, bend / 2);
  return Math.min(distanceToStretch(from, top, point), distanceToStretch(top, to, point));
}

function distanceToStretch(from, to, point) {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const along = ((point.x - from.x) * across + (point.y - from.y) * down) / (across ** 2 + down ** 2 || 1);
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(from.x + across * share - point.x, from.y + down * share - point.y);
}

// Follows the pointer once a frame.
function startFieldPointer() {
  let waiting = null;
  byId("canvas").addEventListener("pointermove", (event) => {
    if (!field || event.buttons !== 0) return;
    if (waiting === null) requestAnimationFrame(() => {
      pointAt(waiting);
      waiting = null;
    });
    waiting = { x: event.offsetX, y: event.offsetY };
  });
}

function pointAt(point) {
  if (!field) return;
  const place = network.DOMtoCanvas(point);
  const key = fieldNodeAt(place) ?? fieldEdgeAt(place);
  if (key) showHover(EDGES.has(key) ? sentenceOf(EDGES.get(key)) : nameOf(key), point);
  else hideHover();
}
