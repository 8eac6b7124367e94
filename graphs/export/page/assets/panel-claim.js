// The panel for a claim: how it stands and why, who says so, what bears on it.

function claimPanel(key, claim) {
  const id = claim.id;
  return [
    panelHead(key, standingMark(id)),
    el("p", { class: "why" }, whyStanding(id)),
    part(say("said_by"), inFamilyOrder(at("saidOf", id)).map((a) => attributionCard(a, { without: "claim" })))
      ?? el("p", { class: "faint" }, say("nothing_said")),
    part(say("bears_on_this"), bearingsOn(claim).map((b) => bearingCard(b, { from: "target" }))),
    part(say("bears_on_others"), at("shownBy", id).map((b) => bearingCard(b, { from: "source" }))),
    part(say("relations_from_claim"), at("relationsFrom", id).map(relationCard)),
    findingsPart(key),
    metadata(claim),
  ];
}

function whyStanding(claimId) {
  const affirming = say("affirming", { n: voices(claimId, "affirms") });
  const opposing = say("opposing", { n: voices(claimId, "opposes") });
  return say(`why_${VIEW.standings[claimId]}`, { affirming, opposing });
}

// Those who affirm first, then those who deny, then the rest; otherwise as the record has them.
function inFamilyOrder(attributions) {
  const rank = (attribution) => FAMILIES.indexOf(familyOf(attribution.stance));
  return [...attributions].sort((a, b) => rank(a) - rank(b));
}

// Bearings on the claim, on what is said of it, and on those bearings in turn.
function bearingsOn(claim) {
  const targets = [claim.id, ...at("saidOf", claim.id).map((a) => a.id)];
  const found = new Set();
  for (let next = targets; next.length > 0;) {
    const bearings = next.flatMap((id) => at("shownFor", id)).filter((b) => !found.has(b));
    for (const bearing of bearings) found.add(bearing);
    next = bearings.map((b) => b.id);
  }
  return [...found];
}
