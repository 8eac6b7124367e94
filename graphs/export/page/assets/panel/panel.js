// The panel: everything about what is chosen, or the case at a glance.

const PANELS = { claim: claimPanel, actor: actorPanel, document: documentPanel, evidence: evidencePanel };
const PANEL_STATE = ["select", "from", "to", "focus", "hops", "within", "without", "speaker", "outlet"];

function startPanel() {
  followState(showPanel);
}

function showPanel(state, previous) {
  const panel = byId("panel");
  if (!hasChanged(previous, ...PANEL_STATE) && panel.hasChildNodes()) return;
  const held = panel.contains(document.activeElement) ? document.activeElement.className : null;
  const top = hasChanged(previous, "select", "from", "to") ? 0 : panel.scrollTop;
  replaceChildren(panel, ...present([closeLink(), ...panelContent(state)]));
  panel.scrollTop = top;
  if (held === "without") panel.querySelector(".without")?.focus();
  document.body.classList.toggle("has-choice", Boolean(state.select || (state.from && state.to)));
  if (state.select !== previous.select) announce(state.select);
}

function panelContent(state) {
  if (state.from && state.to) return pathPanel();
  if (EDGES.has(state.select)) return edgePanel(EDGES.get(state.select));
  if (GROUPS.has(state.select)) return groupPanel(GROUPS.get(state.select));
  if (!NODES.has(state.select)) return state.without ? withdrawalPanel(state) : overview();
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
