// How edges look. No two groups share both dash and arrow, so that they differ in grey print and to
// colour-blind eyes as well; thick lines bear on claims, thin ones say or tie.

const EDGE_STYLES = {
  affirms: { width: 1.6, dash: null, arrow: "arrow" },
  opposes: { width: 1.8, dash: [7, 4], arrow: "bar", head: 0.75 },
  relays: { width: 1.4, dash: [2, 4], arrow: "vee" },
  wants: { width: 1.6, dash: [12, 4], arrow: "vee" },
  judges: { width: 1.6, dash: [9, 3, 2, 3], arrow: "diamond" },
  supports: { width: 3.2, dash: null, arrow: "triangle" },
  contradicts: { width: 3.2, dash: [9, 6], arrow: "bar", head: 0.6 },
  undercuts: { width: 3.2, dash: [3, 4], arrow: "diamond" },
  relation: { width: 1.6, dash: null, arrow: "vee" },
  derives: { width: 1.4, dash: [1, 4], arrow: "circle" },
  "speaks for": { width: 1.2, dash: [5, 5], arrow: "circle" },
  publishes: { width: 1.1, dash: null, arrow: null },
  about: { width: 1.1, dash: [1, 5], arrow: null },
};

const FAINT = new Set(["speaks for", "publishes", "about"]);

function edgeColour(group) {
  return palette[FAINT.has(group) ? "faint" : group];
}

// A line that many records stand behind is a little thicker; one that stands for many lines, too.
function edgeWidth(edge) {
  const behind = Math.max(edge.records.length, Math.log2(edge.count ?? 1));
  return EDGE_STYLES[edge.group].width * (1 + 0.25 * Math.min(Math.max(behind - 1, 0), 4));
}

// Curves that keep edges between the same two nodes apart: the first is straight, the others bend
// further and further, to both sides.
function edgeBends(edges) {
  const bends = new Map();
  const pairs = groupBy(edges, (edge) => [[edge.from, edge.to].sort().join("\n")]);
  for (const parallel of pairs.values()) {
    parallel.forEach((edge, index) => bends.set(edge.id, bend(edge, index)));
  }
  return bends;
}

function bend(edge, index) {
  if (edge.from === edge.to || index === 0) return false;
  const outwards = (index % 2 === 1) === (edge.from < edge.to);
  return { enabled: true, type: outwards ? "curvedCW" : "curvedCCW", roundness: 0.12 * Math.ceil(index / 2) };
}

// A short line in the style of a group, for legend and chips.
function edgeSample(group) {
  const style = EDGE_STYLES[group];
  const line = { x1: 1, y1: 7, x2: style.arrow ? 25 : 33, y2: 7, "stroke-width": style.width };
  if (style.dash) line["stroke-dasharray"] = style.dash.join(" ");
  const attributes = { width: 34, height: 14, viewBox: "0 0 34 14", "aria-hidden": "true",
    class: `sample edge-${group.replace(" ", "-")}` };
  return svg("svg", attributes, svg("line", line), arrowSample(style.arrow));
}

function arrowSample(arrow) {
  const shapes = {
    arrow: { d: "M33 7 L23 2.5 L25.5 7 L23 11.5 Z" },
    triangle: { d: "M33 7 L23 1 L23 13 Z" },
    vee: { d: "M33 7 L24 2 L28 7 L24 12 Z" },
    bar: { d: "M26 1 L29 1 L29 13 L26 13 Z" },
    diamond: { d: "M33 7 L28 2.5 L23 7 L28 11.5 Z" },
    circle: { d: "M33 7 A4 4 0 1 0 25 7 A4 4 0 1 0 33 7 Z" },
  };
  return arrow ? svg("path", shapes[arrow]) : null;
}
