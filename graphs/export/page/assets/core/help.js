// The help, and the counts in the masthead.

function showCounts() {
  const counts = ["document", "actor", "claim", "attribution", "evidence"]
    .filter((type) => RECORDS[type].size > 0)
    .map((type) => say(`count_${type}`, { n: RECORDS[type].size }));
  if (READING.findings.length > 0) counts.push(say("count_finding", { n: READING.findings.length }));
  byId("counts").textContent = counts.join(" · ");
}

function startHelp() {
  const help = byId("help");
  const sample = el("blockquote", { class: "quote" },
    el("span", { class: "source" }, say("help_quote_source")),
    el("span", { class: "cue" }, say("help_quote_cue")),
    el("mark", { class: "content" }, say("help_quote_content")), ".");
  const lines = ["help_intro", "help_nodes", "help_lines", "help_contested", "help_badges", "help_size", "help_quotes"];
  const ways = ["help_without", "help_time", "help_keys", "help_share", "help_offline"];
  replaceChildren(help,
    el("h2", { id: "help-title" }, say("help")),
    lines.map((key) => el("p", {}, say(key))), sample,
    ways.map((key) => el("p", {}, say(key))),
    el("button", { type: "button", class: "primary", click: () => help.close() }, say("close")));
  byId("open-help").addEventListener("click", () => help.showModal());
}
