// The words in a node. Far away they do not shrink beyond what can be read: they are set anew in fewer,
// larger letters, cut with an ellipsis; what does not fit at all is left to pointer and panel.

const LEAST_LETTERS = 10; // pixels on the screen
const SMALLEST_LETTERS = 5; // pixels on the screen below which words are left out
const LARGEST_GROWTH = 2.4; // how much larger than usual letters may become in their box
const SQUEEZE = 1.04; // how much too wide words may be: they are then set closer
const FEWEST_LETTERS = 4; // of a cut line, below which it says nothing

function paintLines(ctx, node, box, scale) {
  const isClaim = node.type === "claim";
  const text = textAt(ctx, node, scale);
  if (text === null) return;
  const { size, leading, lines } = text;
  ctx.font = fontOf(node, size);
  ctx.fillStyle = isLightOnDark(node) ? palette["actor-ink"] : palette.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.direction = directionOf(lines[0]);
  const middle = box.left + box.width / 2 + (isClaim ? BAND / 2 : 0);
  const first = box.top + (box.height + tagOf(node)) / 2 - ((lines.length - 1) * leading) / 2;
  lines.forEach((line, i) => ctx.fillText(line, middle, first + i * leading, roomOf(node)));
}

function fontOf(node, size) {
  return `${node.missing ? "italic " : ""}${FONTS[node.type].weight} ${size}px ${palette.font}`;
}

function isLightOnDark(node) {
  return node.type === "actor" && node.kind !== "unnamed group" && !node.missing;
}

function tagOf(node) {
  return node.standing === "contested" ? TAG_HEIGHT * node.scale : 0;
}

// Width that words have in a node.
function roomOf(node) {
  const margins = { claim: BAND + 10, actor: 16, document: 18, evidence: 30 };
  return node.width - margins[node.type];
}

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

// The direction of words by their first letter, as `dir="auto"` has it.
function directionOf(text) {
  return RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr";
}

// The lines of a node and their size for a scale; null where none can be read.
function textAt(ctx, node, scale) {
  const font = FONTS[node.type];
  const usual = { size: font.size * node.scale, leading: font.leading * node.scale, lines: node.lines };
  const wanted = Math.min(LEAST_LETTERS / scale, usual.size * LARGEST_GROWTH);
  if (wanted <= usual.size) return usual;
  if (wanted * scale < SMALLEST_LETTERS) return null;
  const larger = setAnew(ctx, node, wanted);
  if (isGood(node, larger)) return larger;
  return usual.size * scale >= SMALLEST_LETTERS ? usual : null;
}

// Names are better small than cut; of a claim its first words say enough.
function isGood(node, { lines }) {
  const isWhole = lines.join(" ") === node.lines.join(" ");
  return isWhole || (node.type === "claim" && lines.every((line) => !line.endsWith("…") || line.length > FEWEST_LETTERS));
}

const settings = new WeakMap(); // the last setting of each node

function setAnew(ctx, node, size) {
  const last = settings.get(node);
  if (last && last.size === size) return last;
  ctx.font = fontOf(node, size);
  const leading = size * 1.14;
  const most = Math.max(1, Math.floor((node.height - tagOf(node) - 2) / leading));
  const setting = { size, leading, lines: wrappedToFit(ctx, node.lines.join(" "), roomOf(node) * SQUEEZE, most) };
  settings.set(node, setting);
  return setting;
}

// Words in at most `most` lines of a width, the last cut where there are more.
function wrappedToFit(ctx, text, width, most) {
  const lines = [];
  const rest = text.split(/\s+/).filter(Boolean);
  while (rest.length > 0 && lines.length < most) {
    let line = rest.shift();
    while (rest.length > 0 && ctx.measureText(`${line} ${rest[0]}`).width <= width) line += ` ${rest.shift()}`;
    lines.push(line);
  }
  if (rest.length > 0) lines.push(`${lines.pop()} ${rest.join(" ")}`);
  return lines.map((line) => cutToFit(ctx, line, width));
}

// As much of a line as fits a width.
function cutToFit(ctx, line, width) {
  if (ctx.measureText(line).width <= width) return line;
  const letters = [...line.replace(/…$/, "")];
  let [low, high] = [1, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (ctx.measureText(`${letters.slice(0, middle).join("")}…`).width <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("").trimEnd()}…`;
}
