// The panel for a claim: how it stands and why, who says so, what bears on it.

function claimPanel(key, claim) {
  const id = claim.id;
  return [
    panelHead(key, standingMark(id)),
    el("p", { class: "why" }, whyStanding(id)),
    claimFacts(claim),
    lossOf(id),
    part(say("said_by"), inFamilyOrder(at("saidOf", id)).map((a) => attributionCard(a, { without: "claim" })))
      ?? el("p", { class: "faint" }, say("nothing_said")),
    lineagePart(id),
    part(say("bears_on_this"), bearingsOn(claim).map((b) => bearingCard(b, { from: "target" }))),
    part(say("bears_on_others"), at("shownBy", id).map((b) => bearingCard(b, { from: "source" }))),
    part(say("relations_from_claim"), at("relationsFrom", id).map(relationCard)),
    findingsPart(key),
    metadata(claim),
  ];
}

function claimFacts(claim) {
  const confidence = claim.confidence === undefined ? null : say("percent", { percent: Math.round(claim.confidence * 100) });
  return facts([[say("happened_on"), claim.when && dateOf(claim.when)], [say("claim_confidence"), confidence]]);
}

function whyStanding(claimId) {
  const affirming = say("affirming", { n: voices(claimId, "affirms") });
  const opposing = say("opposing", { n: voices(claimId, "opposes") });
  return say(`why_${standingOf(claimId)}`, { affirming, opposing });
}

// Those who affirm first, then those who deny, then the rest; otherwise as the record has them.
function inFamilyOrder(attributions) {
  const rank = (attribution) => FAMILIES.indexOf(familyOf(attribution.stance));
  return [...attributions].sort((a, b) => rank(a) - rank(b));
}
