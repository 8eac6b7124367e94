// The panel where nothing is chosen: the case at a glance.

const GLANCE = 6; // entries of each list at a glance

// The case at a glance: where to begin.
function overview() {
  const contested = [...RECORDS.claim.values()].filter((c) => standingOf(c.id) === "contested");
  const speakers = [...INDEX.saidBy].sort(([, a], [, b]) => b.length - a.length);
  return [
    el("header", { class: "panel-head" },
      el("p", { class: "type" }, say("overview")),
      el("h2", { id: "panel-title", tabindex: "-1", class: "visually-hidden" }, say("overview")),
      HEADING.description ? el("p", { class: "lead", dir: "auto" }, HEADING.description) : null,
      el("p", { class: "faint" }, say("overview_hint"))),
    PICTURE.groups ? el("p", { class: "why" }, say("overview_groups", { n: GROUPS.size, nodes: NODES.size })) : null,
    glance(say("overview_contested"), contested, claimSummary, "claims"),
    glance(say("overview_findings"), READING.findings, (f) => findingCard(f, { withRecord: true }), "findings")
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
