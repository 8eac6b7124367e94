// Putting the page together.

function showCounts() {
  const counts = ["document", "actor", "claim", "attribution", "evidence"]
    .filter((type) => RECORDS[type].size > 0)
    .map((type) => say(`count_${type}`, { n: RECORDS[type].size }));
  if (VIEW.findings.length > 0) counts.push(say("count_finding", { n: VIEW.findings.length }));
  byId("counts").textContent = counts.join(" · ");
}

function startHelp() {
  const help = byId("help");
  const sample = el("blockquote", { class: "quote" },
    el("span", { class: "source" }, say("help_quote_source")),
    el("span", { class: "cue" }, say("help_quote_cue")),
    el("mark", { class: "content" }, say("help_quote_content")), ".");
  const lines = ["help_intro", "help_nodes", "help_lines", "help_contested", "help_badges", "help_quotes"];
  replaceChildren(help,
    el("h2", { id: "help-title" }, say("help")),
    lines.map((key) => el("p", {}, say(key))), sample,
    ["help_keys", "help_share", "help_offline"].map((key) => el("p", {}, say(key))),
    el("button", { type: "button", class: "primary", click: () => help.close() }, say("close")));
  byId("open-help").addEventListener("click", () => help.showModal());
}

// Keys that work everywhere but where letters are being typed.
function startKeys() {
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches?.("input:not([type=checkbox])") || byId("help").open;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    const actions = { "/": () => byId("search").focus(), "?": () => byId("help").showModal(), Escape: letGo };
    if (!actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  });
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    readPanel();
  });
}

// Steps back from what is chosen, to where the keyboard can choose again.
function letGo() {
  if (byId("panel").contains(document.activeElement)) byId(state.view === "map" ? "canvas" : "tabpanel").focus();
  if (state.select || state.from) go({ select: "", from: "", to: "" });
}

function start() {
  showCounts();
  startHelp();
  startKeys();
  startPalette();
  startStage();
  startMap();
  startMapControls();
  startPanel();
  startLegend();
  startTable();
  startExport();
  startSearch();
  startState();
  openMap();
  document.documentElement.dataset.ready = "true";
}

try {
  start();
} catch (error) {
  document.body.prepend(el("p", { class: "notice", role: "alert" }, say("script_failed")));
  throw error;
}
