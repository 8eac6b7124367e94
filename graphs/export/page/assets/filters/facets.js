// Facets: limiting the case to what is said by whom, where, when and how, and to claims that stand
// in some way. They hold for map and tables alike.

const STANDINGS = ["contested", "opposed", "unsourced", "mentioned", "affirmed"];
const OF_STATEMENTS = ["stance", "speaker", "outlet", "said"];
const OF_CLAIMS = ["standing", "finding", "happened"];
const FACETS = [...OF_CLAIMS, ...OF_STATEMENTS];
const ANY_FINDING = "any";

function facetsOf(state) {
  return FACETS.filter((facet) => state[facet] !== "");
}

function noFacets() {
  return Object.fromEntries(FACETS.map((facet) => [facet, ""]));
}

const facetWords = (state) => FACETS.map((facet) => state[facet]).join("\n");

// The statements that the facets let through; null where none of them is about statements.
const keptStatements = remembering(facetWords, (state) => {
  if (OF_STATEMENTS.every((facet) => state[facet] === "")) return null;
  const range = rangeOf(state.said);
  const isKept = (a) => (!state.stance || a.stance === state.stance)
    && (!state.speaker || speakerKey(a) === state.speaker)
    && (!state.outlet || outletKey(a.in) === state.outlet)
    && (!range || isWithin(saidOn(a), range));
  return new Set([...RECORDS.attribution.values()].filter(isKept).map((a) => a.id));
});

// The ids of the claims that the facets let through; null where there is no facet.
const keptClaims = remembering(facetWords, (state) => {
  if (facetsOf(state).length === 0) return null;
  const statements = keptStatements(state);
  const range = rangeOf(state.happened);
  const isKept = (claim) => (!state.standing || standingOf(claim.id) === state.standing)
    && (!range || isWithin(claim.when, range))
    && (!state.finding || hasFinding(claim.id, state.finding))
    && (!statements || at("saidOf", claim.id).some((a) => statements.has(a.id)));
  return new Set([...RECORDS.claim.values()].filter(isKept).map((claim) => claim.id));
});

function standingOf(claimId) {
  return NODES.get(`claim:${claimId}`)?.standing;
}

// The actor that published a document, as the key of its node; "" where nobody is known.
function outletKey(documentId) {
  const publisher = RECORDS.document.get(documentId)?.publisher;
  return publisher ? `actor:${publisher}` : "";
}

function hasFinding(claimId, code) {
  return findingsOn(`claim:${claimId}`).some((f) => code === ANY_FINDING || f.code === code);
}

// The values of a facet that occur, the most frequent first, each with how often it does.
function valuesOf(facet) {
  const statements = () => [...RECORDS.attribution.values()];
  const claims = () => [...RECORDS.claim.keys()];
  const values = {
    standing: () => claims().map(standingOf),
    stance: () => statements().map((a) => a.stance),
    speaker: () => statements().map(speakerKey),
    outlet: () => statements().map((a) => outletKey(a.in)),
    finding: () => claims().flatMap((id) => [...new Set(findingsOn(`claim:${id}`).map((f) => f.code))]),
  };
  const counts = new Map();
  for (const value of values[facet]()) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

// What a facet is limited to, in words.
function facetLabel(facet, value) {
  if (facet === "standing") return say(`standing_${value}`);
  if (facet === "finding" && value === ANY_FINDING) return say("any_finding");
  if (facet === "said" || facet === "happened") return value.split("..").map(dateOf).join(" – ");
  return NODES.has(value) ? nameOf(value) : value;
}
