// How nodes are painted on the canvas: a shape of its own for each type, text inside it.

const FONTS = {
  claim: { size: 13, leading: 16, weight: "400" },
  actor: { size: 14.5, leading: 16, weight: "600" },
  document: { size: 13, leading: 15, weight: "400" },
  evidence: { size: 13, leading: 15, weight: "400" },
  group: { size: 14, leading: 17, weight: "600" },
};
const BAND = 7; // width of the coloured edge of a claim
const SPECK = 9; // pixels of height on the screen below which a node is only a speck of colour
const FALLEN_ALPHA = 0.38;

const PAINTERS = { claim: paintClaim, actor: paintActor, document: paintDocument, evidence: paintEvidence,
  group: paintGroup };

// What is called for each node and frame.
function paintNode(ctx, node, x, y, scale, isChosen) {
  const box = { left: x - node.width / 2, top: y - node.height / 2, width: node.width, height: node.height };
  if (node.height * scale < SPECK && !isChosen) {
    ctx.fillStyle = speckColour(node);
    ctx.fillRect(box.left, box.top, box.width, box.height);
    return;
  }
  const isFallen = withdrawn(state).nodes.has(node.id);
  if (isFallen) ctx.globalAlpha = FALLEN_ALPHA;
  if (isChosen) paintRing(ctx, box, scale);
  PAINTERS[node.type](ctx, node, box, scale);
  if (node.type !== "group") paintLines(ctx, node, box, scale);
  ctx.globalAlpha = 1;
  if (isFallen) paintStrike(ctx, box);
  if (node.badge) paintBadge(ctx, node.badge, box);
}

const SPECKS = { claim: "muted", actor: "actor", document: "document-line", evidence: "evidence-line", group: "muted" };

function speckColour(node) {
  return palette[node.standing === "contested" ? "opposes" : SPECKS[node.type]];
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

const BANDS = { affirmed: "affirms", opposed: "opposes", mentioned: "relays" };

function paintClaim(ctx, node, box, scale) {
  const isContested = node.standing === "contested";
  ctx.beginPath();
  ctx.roundRect(box.left, box.top, box.width, box.height, 4);
  finish(ctx, node, palette.surface, isContested ? palette.opposes : palette.muted, isContested ? 2.2 : 1);
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
  if (isContested) paintTag(ctx, say("standing_contested"), node, box, scale);
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
  trace(ctx, [[box.left, box.top], [right - fold, box.top], [right, box.top + fold],
    [right, box.top + box.height], [box.left, box.top + box.height]]);
  finish(ctx, node, palette.document, palette["document-line"]);
  ctx.beginPath();
  ctx.moveTo(right - fold, box.top);
  ctx.lineTo(right - fold, box.top + fold);
  ctx.lineTo(right, box.top + fold);
  ctx.stroke();
}

function paintEvidence(ctx, node, box) {
  const tip = 14;
  const [right, bottom, middle] = [box.left + box.width, box.top + box.height, box.top + box.height / 2];
  trace(ctx, [[box.left, middle], [box.left + tip, box.top], [right - tip, box.top], [right, middle],
    [right - tip, bottom], [box.left + tip, bottom]]);
  finish(ctx, node, palette.evidence, palette["evidence-line"], 1.5);
}

function trace(ctx, corners) {
  ctx.beginPath();
  corners.forEach(([x, y], i) => ctx[i ? "lineTo" : "moveTo"](x, y));
  ctx.closePath();
}

// A pile of cards: what is in a group, with what speaks for and against within it counted apart.
function paintGroup(ctx, node, box, scale) {
  for (const shift of [6, 3, 0]) {
    ctx.beginPath();
    ctx.roundRect(box.left + shift, box.top - shift, box.width - 6, box.height, 6);
    finish(ctx, node, palette.surface, palette.control, 1.2);
  }
  const [pro, contra] = node.inside;
  const left = box.left + 12;
  const lines = [say("group_size", { n: node.members.length }), ...(node.names.length > 0 ? node.names.map((name) => `· ${name}`) : [say("group_rest")])];
  const size = Math.min(Math.max(12, LEAST_LETTERS / scale), 17);
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillStyle = palette.ink;
  lines.forEach((line, i) => {
    ctx.font = `${i === 0 ? 600 : 400} ${size}px ${palette.font}`;
    ctx.fillText(cutToFit(ctx, line, box.width - 30), left, box.top + 14 + i * 18);
  });
  ctx.font = `600 ${size}px ${palette.font}`;
  ctx.fillStyle = palette.supports;
  ctx.fillText(`+ ${pro}`, left, box.top + box.height - 13);
  ctx.fillStyle = palette.contradicts;
  ctx.fillText(`− ${contra}`, left + box.width / 3, box.top + box.height - 13);
}
