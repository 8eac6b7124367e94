// What falls without some sources: the claims by what they lose, each with its origins before and after.

function withdrawalPanel(state) {
  const { keys, losses } = withdrawn(state);
  const names = keys.map(nameOf).join(", ");
  return [
    el("header", { class: "panel-head" }, el("p", { class: "type" }, say("trial")),
      el("h2", { id: "panel-title", tabindex: "-1", dir: "auto" }, say("without", { name: names })),
      el("p", { class: "actions" }, link({ without: "" }, say("put_all_back")))),
    el("p", { class: "why" }, say("trial_hint")),
    losses.length === 0 ? el("p", {}, say("nothing_falls")) : null,
    OUTCOMES.map((outcome) => part(say(`outcome_${outcome}`), losses.filter((loss) => loss.outcome === outcome).map(lossLine))),
  ];
}

function lossLine({ claim, had, has }) {
  return el("p", { class: "line" }, linkTo(`claim:${claim}`),
    el("span", { class: "faint" }, say("origins_change", { had: intervalOf(had), has: intervalOf(has) })));
}

// What one claim loses by the trial under way.
function lossOf(claimId) {
  const loss = withdrawn(state).losses.find((each) => each.claim === claimId);
  if (!loss) return null;
  const names = withdrawn(state).keys.map(nameOf).join(", ");
  return el("p", { class: "notice loss" }, words(say("without", { name: names })), ": ", say(`outcome_${loss.outcome}`), ". ",
    say("origins_change", { had: intervalOf(loss.had), has: intervalOf(loss.has) }));
}
