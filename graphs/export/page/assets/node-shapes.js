// How nodes are painted on the canvas: a shape of its own for each type, text inside it.

const FONTS = {
  claim: { size: 13, leading: 16, weight: "400" },
  actor: { size: 13, leading: 15, weight: "600" },
  document: { size: 13, leading: 15, weight: "400" },
  evidence: { size: 13, leading: 15, weight: "400" },
};
const TAG_HEIGHT = 14; // as boxes.py leaves room for
const BAND = 7; // width of the coloured edge of a claim
const SMALLEST_LETTERS = 4.5; // pixels on the screen below which text is left out

const SPECK = 9; // pixels of height on the screen below which a node is only a speck of colour

const PAINTERS = { claim: paintClaim, actor: paintActor, document: paintDocument, evidence: paintEvidence };

// What vis-network calls for each node and frame.
function paintNode(ctx, node, x, y, scale, isChosen) {
  const box = { left: x - node.width / 2, top: y - node.height / 2, width: node.width, height: node.height };
  if (node.height * scale < SPECK && !isChosen) {
    ctx.fillStyle = speckColour(node);
    ctx.fillRect(box.left, box.top, box.width, box.height);
    return;
  }
  if (isChosen) paintRing(ctx, box, scale);
  PAINTERS[node.type](ctx, node, box);
  if (FONTS[node.type].size * scale >= SMALLEST_LETTERS) paintLines(ctx, node, box);
  if (node.badge) paintBadge(ctx, node.badge, box);
}

function speckColour(node) {
  const types = { claim: "muted", actor: "actor", document: "document-line", evidence: "evidence-line" };
  return palette[node.standing === "contested" ? "opposes" : types[node.type]];
}

function paintRing(ctx, box, scale) {
  const gap = 5;
  ctx.beginPath();
  ctx.roundRect(box.left - gap, box.top - gap, box.width + 2 * gap, box.height + 2 * gap, 9);
  ctx.lineWidth = Math.max(3, 2 / scale);
  ctx.strokeStyle = palette.accent;
  ctx.stroke();
}

function finish(ctx, node, fill, stroke, width = 1.2) {
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = width;
  ctx.strokeStyle = stroke;
  ctx.setLineDash(node.missing || node.kind === "unnamed group" ? [4, 3] : []);
  ctx.stroke();
  ctx.setLineDash([]);
}

function paintClaim(ctx, node, box) {
  const isContested = node.standing === "contested";
  ctx.beginPath();
  ctx.roundRect(box.left, box.top, box.width, box.height, 4);
  finish(ctx, node, palette.surface, isContested ? palette.opposes : palette.muted, isContested ? 2 : 1);
  ctx.save();
  ctx.clip();
  const half = box.height / 2;
  if (isContested) {
    fillBand(ctx, "affirms", box.left, box.top, half);
    fillBand(ctx, "opposes", box.left, box.top + half, half);
  } else if (BANDS[node.standing]) {
    fillBand(ctx, BANDS[node.standing], box.left, box.top, box.height);
  }
  ctx.restore();
  if (isContested) paintTag(ctx, say("standing_contested"), box);
}

const BANDS = { affirmed: "affirms", opposed: "opposes", mentioned: "relays" };

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

function paintTag(ctx, text, box) {
  ctx.font = `600 9.5px ${palette.font}`;
  const middle = box.left + (box.width + BAND) / 2;
  const width = ctx.measureText(text).width + 12;
  ctx.beginPath();
  ctx.roundRect(middle - width / 2, box.top + 5, width, TAG_HEIGHT, TAG_HEIGHT / 2);
  ctx.fillStyle = palette.opposes;
  ctx.fill();
  ctx.fillStyle = palette["on-badge"];
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, middle, box.top + 5.5 + TAG_HEIGHT / 2);
}

function paintActor(ctx, node, box) {
  const isNamed = node.kind !== "unnamed group" && !node.missing;
  ctx.beginPath();
  ctx.roundRect(box.left, box.top, box.width, box.height, node.kind === "product" ? 3 : box.height / 2);
  finish(ctx, node, isNamed ? palette.actor : palette.surface, palette.actor, 1.5);
}

// A sheet with a folded corner.
function paintDocument(ctx, node, box) {
  const fold = 11;
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  ctx.beginPath();
  ctx.moveTo(box.left, box.top);
  ctx.lineTo(right - fold, box.top);
  ctx.lineTo(right, box.top + fold);
  ctx.lineTo(right, bottom);
  ctx.lineTo(box.left, bottom);
  ctx.closePath();
  finish(ctx, node, palette.document, palette["document-line"]);
  ctx.beginPath();
  ctx.moveTo(right - fold, box.top);
  ctx.lineTo(right - fold, box.top + fold);
  ctx.lineTo(right, box.top + fold);
  ctx.stroke();
}

function paintEvidence(ctx, node, box) {
  const tip = 14;
  const right = box.left + box.width;
  const middle = box.top + box.height / 2;
  ctx.beginPath();
  ctx.moveTo(box.left, middle);
  ctx.lineTo(box.left + tip, box.top);
  ctx.lineTo(right - tip, box.top);
  ctx.lineTo(right, middle);
  ctx.lineTo(right - tip, box.top + box.height);
  ctx.lineTo(box.left + tip, box.top + box.height);
  ctx.closePath();
  finish(ctx, node, palette.evidence, palette["evidence-line"], 1.5);
}

function paintLines(ctx, node, box) {
  const font = FONTS[node.type];
  const isClaim = node.type === "claim";
  const isLight = node.type === "actor" && node.kind !== "unnamed group" && !node.missing;
  const room = box.width - (isClaim ? 24 : 16);
  const middle = box.left + box.width / 2 + (isClaim ? BAND / 2 : 0);
  ctx.font = `${node.missing ? "italic " : ""}${font.weight} ${font.size}px ${palette.font}`;
  ctx.fillStyle = isLight ? palette["actor-ink"] : palette.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const tag = node.standing === "contested" ? TAG_HEIGHT : 0;
  const first = box.top + (box.height + tag) / 2 - ((node.lines.length - 1) * font.leading) / 2;
  node.lines.forEach((line, index) => ctx.fillText(line, middle, first + index * font.leading, room));
}

// A filled diamond where there are errors, a ring where there are warnings only.
function paintBadge(ctx, badge, box) {
  const x = box.left + box.width - 4;
  const y = box.top;
  const isError = badge.severity === "error";
  ctx.beginPath();
  if (isError) {
    ctx.moveTo(x, y - 11);
    ctx.lineTo(x + 11, y);
    ctx.lineTo(x, y + 11);
    ctx.lineTo(x - 11, y);
    ctx.closePath();
  } else {
    ctx.arc(x, y, 7.5, 0, 2 * Math.PI);
  }
  ctx.fillStyle = isError ? palette.error : palette.surface;
  ctx.fill();
  ctx.lineWidth = 1.4;
  ctx.strokeStyle = isError ? palette.surface : palette.warning;
  ctx.stroke();
  ctx.fillStyle = isError ? palette["on-badge"] : palette.ink;
  ctx.font = `700 ${isError ? 10 : 9}px ${palette.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(String(badge.count), x, y + 0.5, 14);
}
