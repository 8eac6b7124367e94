// Findings of the audit, as cards with their hints.

function findingCard(finding, { withRecord = false } = {}) {
  const key = finding.ids.length > 0 ? nodeOfId(finding.ids[0]) : null;
  return el("article", { class: `card finding severity-${finding.severity}` },
    el("p", { class: "card-head" },
      el("span", { class: "severity" }, say(`severity_${finding.severity}`)), " ", el("code", {}, finding.code),
      withRecord && key ? [" ", linkTo(key)] : null),
    el("p", {}, message(finding.message)),
    finding.hint ? el("p", { class: "hint" }, message(finding.hint)) : null,
    finding.truncated ? el("p", { class: "faint" }, say("truncated")) : null);
}

function findingsPart(key) {
  return part(say("findings"), findingsOn(key).map((finding) => findingCard(finding)));
}
