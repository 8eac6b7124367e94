// The panel: everything about what is chosen, or the case at a glance.

const PANELS = { claim: claimPanel, actor: actorPanel, document: documentPanel, evidence: evidencePanel };
const GLANCE = 6; // entries of each list at a glance

function startPanel() {
  followState(showPanel);
}

function showPanel(state, previous) {
  const panel = byId("panel");
  const asks = ["select", "from", "to", "focus", "hops"].some((name) => state[name] !== previous[name]);
  if (!asks && panel.hasChildNodes()) return;
  replaceChildren(panel, ...present([closeLink(), ...panelContent(state)]));
  panel.scrollTop = 0;
  document.body.classList.toggle("has-choice", Boolean(state.select || (state.from && state.to)));
  if (state.select !== previous.select) announce(state.select);
}

function panelContent(state) {
  if (state.from && state.to) return pathPanel();
  if (EDGES.has(state.select)) return edgePanel(EDGES.get(state.select));
  if (!NODES.has(state.select)) return overview();
  const record = recordOf(state.select);
  if (record === undefined) return missingPanel(state.select);
  return PANELS[splitKey(state.select)[0]](state.select, record);
}

function closeLink() {
  if (!state.select && !(state.from && state.to)) return null;
  const anchor = link({ select: "", from: "", to: "" }, el("span", { "aria-hidden": "true" }, "×"));
  anchor.className = "close";
  anchor.setAttribute("aria-label", say("close"));
  return anchor;
}

function announce(key) {
  const edge = EDGES.get(key);
  const name = edge ? sentenceOf(edge) : nameOf(key || ":");
  byId("status").textContent = key ? say("selected", { name }) : say("cleared");
}

// Moves the keyboard to the panel's heading.
function readPanel() {
  byId("panel-title")?.focus();
}

// The case at a glance: where to begin.
function overview() {
  const contested = [...RECORDS.claim.values()].filter((c) => VIEW.standings[c.id] === "contested");
  const speakers = [...INDEX.saidBy].sort(([, a], [, b]) => b.length - a.length);
  return [
    el("header", { class: "panel-head" },
      el("p", { class: "type" }, say("overview")),
      el("h2", { id: "panel-title", tabindex: "-1", class: "visually-hidden" }, say("overview")),
      RECORDS.heading.description ? el("p", { class: "lead", dir: "auto" }, RECORDS.heading.description) : null,
      el("p", { class: "faint" }, say("overview_hint"))),
    glance(say("overview_contested"), contested, claimSummary, "claims"),
    glance(say("overview_findings"), VIEW.findings, (f) => findingCard(f, { withRecord: true }), "findings")
      ?? el("p", { class: "faint" }, say("no_findings")),
    glance(say("overview_speakers"), speakers, speakerLine, "actors"),
  ];
}

function claimSummary(claim) {
  return el("p", { class: "line" }, linkTo(`claim:${claim.id}`), el("span", { class: "faint" }, whyStanding(claim.id)));
}

function speakerLine([actor, said]) {
  return el("p", { class: "line" }, linkTo(`actor:${actor}`),
    el("span", { class: "faint" }, say("count_attribution", { n: said.length })));
}

// The first entries of a list, and a way to the table with all of them.
function glance(title, entries, show, tab) {
  if (entries.length === 0) return null;
  const rest = entries.length - GLANCE;
  return el("section", { class: "part" },
    el("h3", {}, title, " ", el("span", { class: "n" }, String(entries.length))),
    entries.slice(0, GLANCE).map(show),
    rest > 0 ? el("p", {}, link({ view: "table", tab, find: "" }, say("more", { n: rest }))) : null);
}
