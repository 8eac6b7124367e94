// What the tables hold: for each tab its rows and columns. A column has a `value` to sort, filter and
// export by, and may have a `cell` to show instead, and a
// `kind` of content: "number", "date", or "wide" where it needs room.

function keyed(type, name, label) {
  return { name, label, value: (row) => nameOf(`${type}:${row.id}`), cell: (row) => linkTo(`${type}:${row.id}`),
    kind: "wide" };
}

function counted(name, label, count) {
  return { name, label, value: count, kind: "number" };
}

function plain(name, label, value, kind = null) {
  return { name, label, value: (row) => value(row) ?? "", kind };
}

function referring(name, label, keyFor, kind = null) {
  return {
    name,
    label,
    value: (row) => (keyFor(row) ? nameOf(keyFor(row)) : ""),
    cell: (row) => (keyFor(row) ? linkTo(keyFor(row)) : ""),
    kind,
  };
}

// A message of the audit, whose code words stand between backticks.
function worded(name, label, value) {
  return { name, label, value, cell: (row) => message(value(row)), kind: "wide" };
}

const STANDINGS = ["contested", "opposed", "unsourced", "mentioned", "affirmed"];
const SEVERITIES = ["error", "warning", "info"];

const TABS = {
  claims: {
    rows: () => [...RECORDS.claim.values()],
    columns: [
      keyed("claim", "claim", "column_claim"),
      { name: "standing", label: "column_standing", value: (c) => say(`standing_${VIEW.standings[c.id]}`),
        order: (c) => STANDINGS.indexOf(VIEW.standings[c.id]), cell: (c) => standingMark(c.id) },
      counted("affirming", "column_affirming", (c) => voices(c.id, "affirms")),
      counted("opposing", "column_opposing", (c) => voices(c.id, "opposes")),
      counted("evidence", "column_evidence", (c) => bearingsOn(c).length),
      counted("findings", "column_findings", (c) => findingsOn(`claim:${c.id}`).length),
    ],
  },
  statements: {
    rows: () => [...RECORDS.attribution.values()],
    columns: [
      referring("speaker", "column_speaker", speakerKey),
      { name: "stance", label: "column_stance", value: (a) => a.stance, cell: (a) => stanceChip(a.stance) },
      referring("claim", "column_claim", (a) => `claim:${a.claim}`, "wide"),
      plain("words", "column_words", (a) => (a.content ?? []).map((p) => p.exact).join(" … "), "wide"),
      referring("document", "column_document", (a) => a.in && `document:${a.in}`),
      plain("date", "column_date", (a) => RECORDS.document.get(a.in)?.published, "date"),
    ],
  },
  actors: {
    rows: () => [...RECORDS.actor.values()],
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
    rows: () => VIEW.findings,
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

function relationLink(relation) {
  const edge = VIEW.edges.find((e) => e.records.includes(`relation:${relation.id}`));
  return edge ? link({ select: edge.id, from: "", to: "" }, words(relation.does)) : words(relation.does);
}
