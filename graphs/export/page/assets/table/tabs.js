// What the tables hold: for each tab its rows, its columns, and which rows the facets let through.

const SEVERITIES = ["error", "warning", "info"];

const TABS = {
  claims: {
    rows: () => [...RECORDS.claim.values()],
    isKept: (c) => isKeptClaim(c.id),
    columns: [
      keyed("claim", "claim", "column_claim"),
      { name: "standing", label: "column_standing", value: (c) => say(`standing_${standingOf(c.id)}`),
        order: (c) => STANDINGS.indexOf(standingOf(c.id)), cell: (c) => standingMark(c.id) },
      { name: "origins", label: "column_origins", value: (c) => intervalOf(originsBehind(c.id)), kind: "number",
        order: (c) => originsBehind(c.id)[0] },
      counted("affirming", "column_affirming", (c) => voices(c.id, "affirms")),
      counted("opposing", "column_opposing", (c) => voices(c.id, "opposes")),
      counted("evidence", "column_evidence", (c) => bearingsOn(c).length),
      plain("when", "column_when", (c) => c.when, "date"),
      counted("findings", "column_findings", (c) => findingsOn(`claim:${c.id}`).length),
    ],
  },
  statements: {
    rows: () => [...RECORDS.attribution.values()],
    isKept: isKeptStatement,
    columns: [
      referring("speaker", "column_speaker", speakerKey),
      { name: "stance", label: "column_stance", value: (a) => a.stance, cell: (a) => stanceChip(a.stance) },
      referring("claim", "column_claim", (a) => `claim:${a.claim}`, "wide"),
      plain("words", "column_words", (a) => (a.content ?? []).map((p) => p.exact).join(" … "), "wide"),
      referring("document", "column_document", (a) => a.in && `document:${a.in}`),
      plain("date", "column_date", saidOn, "date"),
    ],
  },
  actors: {
    rows: () => [...RECORDS.actor.values()],
    isKept: (a) => at("saidBy", a.id).some(isKeptStatement) || at("claimsAbout", a.id).some((c) => isKeptClaim(c.id)),
    columns: [
      keyed("actor", "name", "column_name"),
      plain("kind", "column_kind", (a) => a.kind),
      counted("says", "column_says", (a) => at("saidBy", a.id).length),
      counted("about", "column_about", (a) => at("claimsAbout", a.id).length),
      counted("relations", "column_relations", (a) => new Set(at("relationsOf", a.id)).size),
      counted("findings", "column_findings", (a) => findingsOn(`actor:${a.id}`).length),
    ],
  },
  documents: {
    rows: () => [...RECORDS.document.values()],
    isKept: (d) => at("saidIn", d.id).some(isKeptStatement),
    columns: [
      keyed("document", "title", "column_title"),
      referring("publisher", "column_publisher", (d) => d.publisher && `actor:${d.publisher}`),
      plain("published", "column_published", (d) => d.published, "date"),
      counted("statements", "column_statements", (d) => at("saidIn", d.id).length),
      counted("findings", "column_findings", (d) => findingsOn(`document:${d.id}`).length),
    ],
  },
  evidence: {
    rows: () => [...RECORDS.evidence.values()],
    isKept: (e) => at("shownBy", e.id).some((b) => isKeptClaim(splitKey(borneOnKey(b))[1])),
    columns: [
      keyed("evidence", "what", "column_what"),
      plain("kind", "column_kind", (e) => e.kind),
      plain("credibility", "column_credibility", (e) => e.credibility),
      counted("bears-on", "column_bears_on", (e) => at("shownBy", e.id).length),
      referring("document", "column_document", (e) => e.in && `document:${e.in}`),
    ],
  },
  relations: {
    rows: () => [...RECORDS.relation.values()],
    isKept: (r) => (r.claims ?? []).some(isKeptClaim),
    columns: [
      referring("who", "column_who", (r) => `actor:${r.who}`),
      { name: "does", label: "column_does", value: (r) => r.does, cell: relationLink },
      referring("to", "column_to", (r) => `actor:${r.to}`),
      plain("thing", "column_thing", (r) => r.what),
      { name: "claims", label: "column_claims", value: (r) => (r.claims ?? []).map((id) => nameOf(`claim:${id}`)).join("; "),
        cell: (r) => joined((r.claims ?? []).map((id) => linkTo(`claim:${id}`)), "; "), kind: "wide" },
    ],
  },
  findings: {
    rows: () => READING.findings,
    isKept: (f) => nodesOfFinding(f).some((key) => key.startsWith("claim:") && isKeptClaim(splitKey(key)[1])),
    columns: [
      { name: "severity", label: "column_severity", value: (f) => say(`severity_${f.severity}`),
        order: (f) => SEVERITIES.indexOf(f.severity),
        cell: (f) => el("span", { class: `severity severity-${f.severity}` }, say(`severity_${f.severity}`)) },
      { name: "code", label: "column_code", value: (f) => f.code, cell: (f) => el("code", {}, f.code),
        kind: "code" },
      worded("message", "column_message", (f) => f.message),
      { name: "records", label: "column_records", value: (f) => f.ids.join(", "),
        cell: (f) => joined(nodesOfFinding(f).map((key) => linkTo(key)), ", "), kind: "wide" },
      worded("hint", "column_hint", (f) => f.hint),
    ],
  },
};

// Whether the facets let a claim, or a statement, through.
function isKeptClaim(id) {
  return keptClaims(state)?.has(id) ?? true;
}

function isKeptStatement(attribution) {
  return (keptStatements(state)?.has(attribution.id) ?? true) && isKeptClaim(attribution.claim);
}

function relationLink(relation) {
  const edge = edgesAt(`actor:${relation.who}`).find((e) => e.type === "relation" && e.records.includes(relation.id));
  return edge ? link({ select: edge.id, from: "", to: "" }, words(relation.does)) : words(relation.does);
}
