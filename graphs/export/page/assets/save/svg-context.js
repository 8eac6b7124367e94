// A drawing context that writes SVG: it knows what the painters of the map and vis-network use of a
// canvas, so that the same painters draw both.

class SvgContext {
  constructor(measure) {
    this.measure = measure; // a real context, for the widths of words
    this.groups = [{ clip: 0, parts: [] }]; // the innermost last
    this.clips = 0;
    this.state = { fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, globalAlpha: 1, font: "10px sans-serif",
      textAlign: "start", textBaseline: "alphabetic", lineJoin: "miter", lineCap: "butt", dash: [], depth: 1 };
    this.saved = [];
    this.path = [];
  }

  save() { this.saved.push({ ...this.state, depth: this.groups.length }); }

  // Groups that clip end where their state does.
  restore() {
    const state = this.saved.pop();
    while (this.groups.length > state.depth) this.closeGroup();
    this.state = state;
  }

  setLineDash(dash) { this.state.dash = dash ?? []; }
  getLineDash() { return this.state.dash; }
  measureText(text) {
    this.measure.font = this.state.font;
    return this.measure.measureText(text);
  }

  beginPath() { this.path = []; }
  closePath() { this.path.push("Z"); }
  moveTo(x, y) { this.step("M", x, y); }
  lineTo(x, y) { this.step("L", x, y); }
  quadraticCurveTo(...points) { this.step("Q", ...points); }
  bezierCurveTo(...points) { this.step("C", ...points); }
  step(letter, ...numbers) { this.path.push(letter + numbers.map(inShort).join(" ")); }
  rect(x, y, width, height) { this.path.push(boxPath(x, y, width, height, 0)); }
  roundRect(x, y, width, height, radius) { this.path.push(boxPath(x, y, width, height, Math.min(radius, width / 2, height / 2))); }

  arc(x, y, radius, start, end) {
    const [x0, y0, x1, y1] = [x + radius * Math.cos(start), y + radius * Math.sin(start), x + radius * Math.cos(end), y + radius * Math.sin(end)];
    if (Math.abs(end - start) >= 2 * Math.PI - 1e-6) this.path.push(boxPath(x - radius, y - radius, 2 * radius, 2 * radius, radius));
    else this.path.push(`M${inShort(x0)} ${inShort(y0)}A${inShort(radius)} ${inShort(radius)} 0 0 1 ${inShort(x1)} ${inShort(y1)}`);
  }

  fill() { this.add("path", { d: this.path.join(""), fill: this.state.fillStyle }); }
  stroke() {
    const { strokeStyle, lineWidth, dash, lineJoin } = this.state;
    this.add("path", { d: this.path.join(""), fill: "none", stroke: strokeStyle, "stroke-width": inShort(lineWidth),
      ...(dash.length > 0 && { "stroke-dasharray": dash.map(inShort).join(" ") }),
      ...(lineJoin !== "miter" && { "stroke-linejoin": lineJoin }) });
  }

  fillRect(x, y, width, height) { this.add("path", { d: boxPath(x, y, width, height, 0), fill: this.state.fillStyle }); }
  fillText(text, x, y, most) { this.write(text, x, y, most, { fill: this.state.fillStyle }); }
  strokeText(text, x, y, most) {
    const { strokeStyle, lineWidth } = this.state;
    this.write(text, x, y, most, { fill: "none", stroke: strokeStyle, "stroke-width": lineWidth, "stroke-linejoin": "round" });
  }

  write(text, x, y, most, paint) {
    const anchor = { center: "middle", left: "start", start: "start", right: "end", end: "end" }[this.state.textAlign];
    const isTooWide = most !== undefined && this.measureText(text).width > most;
    const squeeze = isTooWide ? { textLength: inShort(most), lengthAdjust: "spacingAndGlyphs" } : {};
    const middle = this.state.textBaseline === "middle" ? { "dominant-baseline": "central" } : {};
    const turn = this.state.direction === "rtl" ? { direction: "rtl" } : {};
    this.add("text", { x: inShort(x), y: inShort(y), ...fontAttributes(this.state.font), "text-anchor": anchor, ...middle, ...turn, ...squeeze, ...paint }, text);
  }

  // What is painted from here on is cut to the path, until the state is restored.
  clip() {
    this.clips += 1;
    this.add("clipPath", { id: `clip-${this.clips}` }, svg("path", { d: this.path.join("") }));
    this.groups.push({ clip: this.clips, parts: [] });
  }

  closeGroup() {
    const { clip, parts } = this.groups.pop();
    this.groups.at(-1).parts.push(svg("g", { "clip-path": `url(#clip-${clip})` }, parts));
  }

  add(tag, attributes, ...children) {
    const alpha = this.state.globalAlpha < 1 ? { opacity: this.state.globalAlpha } : {};
    this.groups.at(-1).parts.push(svg(tag, { ...attributes, ...alpha }, ...children));
  }

  // The drawing as an SVG element that shows a part of it on a ground.
  element({ left, top, right, bottom }, ground) {
    const [width, height] = [right - left, bottom - top];
    return svg("svg", { xmlns: SVG, viewBox: [left, top, width, height].map(inShort).join(" "), width: inShort(width), height: inShort(height) },
      svg("rect", { x: inShort(left), y: inShort(top), width: inShort(width), height: inShort(height), fill: ground }), this.groups[0].parts);
  }
}

for (const name of ["fillStyle", "strokeStyle", "lineWidth", "globalAlpha", "font", "textAlign", "textBaseline", "lineJoin", "lineCap",
  "direction"]) {
  Object.defineProperty(SvgContext.prototype, name, {
    get() { return this.state[name]; },
    set(value) { this.state[name] = value; },
  });
}

// A font of a canvas, such as "italic 600 13px Inter, sans-serif", as attributes: the page's policy has
// no place for a style of its own.
function fontAttributes(font) {
  const [, style, weight, size, family] = /^(italic )?(\w+ )?([\d.]+)px ([^]*)$/.exec(font);
  return { "font-family": family, "font-size": size, ...(weight && { "font-weight": weight.trim() }),
    ...(style && { "font-style": "italic" }) };
}

function inShort(number) {
  return String(Math.round(number * 100) / 100);
}

function boxPath(x, y, width, height, radius) {
  const [r, across, down] = [radius, width - 2 * radius, height - 2 * radius].map(inShort);
  if (radius === 0) return `M${inShort(x)} ${inShort(y)}h${inShort(width)}v${inShort(height)}h${inShort(-width)}Z`;
  return `M${inShort(x + radius)} ${inShort(y)}h${across}a${r} ${r} 0 0 1 ${r} ${r}v${down}a${r} ${r} 0 0 1 -${r} ${r}`
    + `h-${across}a${r} ${r} 0 0 1 -${r} -${r}v-${down}a${r} ${r} 0 0 1 ${r} -${r}Z`;
}
