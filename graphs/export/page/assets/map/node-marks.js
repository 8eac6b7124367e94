// Marks on nodes: what is chosen, contested, found fault with, or fallen.

const TAG_HEIGHT = 14; // as boxes.py leaves room for at scale 1
const LEAST_TAG = 8; // pixels on the screen below which the letters of a tag grow with their room

function paintRing(ctx, box, scale) {
  const gap = 5;
  ctx.beginPath();
  ctx.roundRect(box.left - gap, box.top - gap, box.width + 2 * gap, box.height + 2 * gap, 9);
  ctx.lineWidth = Math.max(3, 2 / scale);
  ctx.strokeStyle = palette.accent;
  ctx.stroke();
}

// A solid edge for what is affirmed, a hatched one for what is denied: it shows in grey print too.
function fillBand(ctx, family, left, top, height) {
  ctx.fillStyle = palette[family];
  if (family === "affirms") {
    ctx.fillRect(left, top, BAND, height);
    return;
  }
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, BAND, height);
  ctx.clip();
  ctx.beginPath();
  for (let y = top - BAND; y < top + height; y += 5) {
    ctx.moveTo(left, y + BAND);
    ctx.lineTo(left + BAND, y);
  }
  ctx.lineWidth = 2;
  ctx.strokeStyle = palette[family];
  ctx.stroke();
  ctx.restore();
}

function paintTag(ctx, text, node, box, scale) {
  const size = Math.min(Math.max(9.5 * node.scale, LEAST_TAG / scale), 13 * node.scale);
  const height = TAG_HEIGHT * node.scale;
  ctx.font = `600 ${size}px ${palette.font}`;
  const middle = box.left + (box.width + BAND) / 2;
  const width = Math.min(ctx.measureText(text).width + 12, box.width - 16);
  ctx.beginPath();
  ctx.roundRect(middle - width / 2, box.top + 4, width, height, height / 2);
  ctx.fillStyle = palette.opposes;
  ctx.fill();
  ctx.fillStyle = palette["on-badge"];
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, middle, box.top + 4.5 + height / 2, width - 6);
}

// A line through what no longer stands.
function paintStrike(ctx, box) {
  ctx.beginPath();
  ctx.moveTo(box.left, box.top + box.height);
  ctx.lineTo(box.left + box.width, box.top);
  ctx.lineWidth = 1.6;
  ctx.strokeStyle = palette.error;
  ctx.stroke();
}

// A filled diamond where there are errors, a ring where there are warnings only.
function paintBadge(ctx, badge, box) {
  const x = box.left + box.width - 4;
  const y = box.top;
  if (badge.isError) {
    trace(ctx, [[x, y - 11], [x + 11, y], [x, y + 11], [x - 11, y]]);
  } else {
    ctx.beginPath();
    ctx.arc(x, y, 7.5, 0, 2 * Math.PI);
  }
  ctx.fillStyle = badge.isError ? palette.error : palette.surface;
  ctx.fill();
  ctx.lineWidth = 1.4;
  ctx.strokeStyle = badge.isError ? palette.surface : palette.warning;
  ctx.stroke();
  ctx.fillStyle = badge.isError ? palette["on-badge"] : palette.ink;
  ctx.font = `700 ${badge.isError ? 10 : 9}px ${palette.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(String(badge.count), x, y + 0.5, 14);
}
