// The timeline: how much was said, or happened, when; a brush over it limits map and tables.

const TIMES = {
  said: () => [...RECORDS.attribution.values()].map(saidOn),
  happened: () => [...RECORDS.claim.values()].map((claim) => claim.when),
};

let timeline = null; // { facet, bins, undated }

function startTimeline() {
  const facets = Object.keys(TIMES).filter((facet) => TIMES[facet]().some(Boolean));
  byId("timeline").hidden = facets.length === 0;
  if (facets.length === 0) return;
  replaceChildren(byId("timeline"), timeHead(facets),
    el("div", { class: "time-axis", id: "time-axis" }, svg("svg", { id: "time-bins", "aria-hidden": "true" }),
      timeHandle("from"), timeHandle("to")),
    el("p", { class: "time-ends", id: "time-ends" }));
  byId("time-bins").addEventListener("pointerdown", brushFrom);
  followState(showTimeline);
  openTimeline(facets.find((facet) => state[facet]) ?? facets[0]);
}

function timeHead(facets) {
  const choices = facets.map((facet) => el("label", {},
    el("input", { type: "radio", name: "time", value: facet, change: () => switchTimeline(facet) }),
    el("span", {}, say(`time_${facet}`))));
  return el("div", { class: "time-head" }, el("div", { class: "time-choice", role: "radiogroup", "aria-label": say("timeline") }, choices),
    el("output", { id: "time-range" }), el("a", { id: "time-all", href: "#" , click: clearTime }, say("time_all")));
}

function timeHandle(end) {
  return el("input", { type: "range", id: `time-${end}`, min: 0, step: 1, "aria-label": say(`time_${end}`), input: slideTime });
}

function openTimeline(facet) {
  const dates = TIMES[facet]();
  const dated = dates.filter(Boolean);
  timeline = { facet, bins: binsOf(dated), undated: dates.length - dated.length };
  for (const end of ["from", "to"]) byId(`time-${end}`).max = timeline.bins.length - 1;
  drawBins();
  showTimeline(state);
}

// One timeline at a time: the range of the other is let go, or nobody would see why so little is left.
function switchTimeline(facet) {
  const isLimited = state[timeline.facet] !== "";
  openTimeline(facet);
  if (isLimited) go({ said: "", happened: "" });
}

function drawBins() {
  const { bins } = timeline;
  const most = Math.max(...bins.map((bin) => bin.count));
  const bars = bins.map(({ count }, i) => {
    // The root keeps single sayings in sight beside a day on which everybody speaks.
    const height = count === 0 ? 0 : 4 + 26 * Math.sqrt(count / most);
    return svg("rect", { x: i + 0.12, y: 32 - height, width: 0.76, height });
  });
  const chart = byId("time-bins");
  chart.setAttribute("viewBox", `0 0 ${bins.length} 32`);
  chart.setAttribute("preserveAspectRatio", "none");
  replaceChildren(chart, bars);
  replaceChildren(byId("time-ends"), el("span", {}, binLabel(bins[0], bins[0].start)),
    timeline.undated > 0 ? el("span", {}, say("time_undated", { n: timeline.undated })) : null,
    el("span", {}, binLabel(bins.at(-1), bins.at(-1).end)));
}

// The first and last bin of the brush; all of them where it is open.
function brushed() {
  const { facet, bins } = timeline;
  const range = rangeOf(state[facet]);
  return range ? range.map((day) => binAt(bins, day)) : [0, bins.length - 1];
}

function showTimeline() {
  const { facet, bins } = timeline;
  const [from, to] = brushed();
  for (const [end, value] of [["from", from], ["to", to]]) {
    const handle = byId(`time-${end}`);
    handle.value = value;
    handle.setAttribute("aria-valuetext", binLabel(bins[value], end === "from" ? bins[value].start : bins[value].end));
  }
  [...byId("time-bins").children].forEach((bar, i) => bar.classList.toggle("is-out", i < from || i > to));
  byId("time-range").textContent = state[facet] ? facetLabel(facet, state[facet]) : "";
  byId("time-all").hidden = !state[facet];
  for (const choice of byId("timeline").querySelectorAll("[name=time]")) choice.checked = choice.value === facet;
}

function slideTime() {
  const values = ["from", "to"].map((end) => Number(byId(`time-${end}`).value));
  brush(Math.min(...values), Math.max(...values), { replace: true });
}

function brush(from, to, options) {
  const { facet, bins } = timeline;
  const isAll = from === 0 && to === bins.length - 1;
  go({ [facet]: isAll ? "" : `${isoDay(bins[from].start)}..${isoDay(bins[to].end)}` }, options);
}

function clearTime(event) {
  event.preventDefault();
  go({ said: "", happened: "" });
}

// Dragging across the bins brushes them; a click takes one.
function brushFrom(event) {
  const chart = byId("time-bins");
  const start = binUnder(event);
  const drag = (move) => {
    const here = binUnder(move);
    brush(Math.min(start, here), Math.max(start, here), { replace: move.type !== "pointerdown" });
  };
  const stop = () => {
    chart.removeEventListener("pointermove", drag);
    chart.removeEventListener("pointerup", stop);
    chart.removeEventListener("pointercancel", stop);
  };
  chart.setPointerCapture(event.pointerId);
  chart.addEventListener("pointermove", drag);
  chart.addEventListener("pointerup", stop);
  chart.addEventListener("pointercancel", stop);
  drag(event);
}

function binUnder(event) {
  const box = byId("time-bins").getBoundingClientRect();
  const share = (event.clientX - box.left) / box.width;
  return Math.min(timeline.bins.length - 1, Math.max(0, Math.floor(share * timeline.bins.length)));
}
