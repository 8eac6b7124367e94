// Places in rings about a node, for surroundings that have no picture of their own.

const SLOT = { width: 230, height: 150 }; // steps from ring to ring, wider and higher than any box

// Copies of the nodes of each level with places: the first in the middle, every level outside the one
// before, each node near the direction of what it hangs on.
function inRings(levels) {
  const angles = new Map([[levels[0][0], 0]]);
  const placed = [{ ...NODES.get(levels[0][0]), x: 0, y: 0 }];
  let ring = 1;
  for (const level of levels.slice(1)) {
    const waiting = inOrder(level, angles);
    for (let used = 0; used < waiting.length; ring += 1) {
      const part = waiting.slice(used, used + slotsOf(ring));
      part.forEach((key, i) => placed.push(onRing(key, ring, i / part.length, angles)));
      used += part.length;
    }
  }
  return placed;
}

function slotsOf(ring) {
  return Math.floor(4.4 * ring);
}

function onRing(key, ring, share, angles) {
  const angle = 2 * Math.PI * (share + ring / 7);
  angles.set(key, angle);
  const [x, y] = [Math.cos(angle) * ring * SLOT.width, Math.sin(angle) * ring * SLOT.height];
  return { ...NODES.get(key), x: Math.round(x), y: Math.round(y) };
}

// The nodes of a level by the direction of the placed node that they hang on, then by type and key.
function inOrder(level, angles) {
  const directionOf = (key) => edgesAt(key).map((e) => angles.get(e.from === key ? e.to : e.from)).find((angle) => angle !== undefined) ?? 0;
  const directions = new Map(level.map((key) => [key, directionOf(key)]));
  return [...level].sort((a, b) => directions.get(a) - directions.get(b) || (a < b ? -1 : 1));
}
