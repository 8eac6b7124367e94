// The panels for actors, documents and evidence, and what all panels of nodes share.

function panelHead(key, mark = null) {
  const [type] = splitKey(key);
  return el("header", { class: "panel-head" },
    el("p", { class: "type" }, el("span", {}, say(`type_${type}`)), " ", mark),
    el("h2", { id: "panel-title", tabindex: "-1", dir: "auto", class: type === "claim" ? "claim" : "" }, nameOf(key)),
    retraction(recordOf(key)),
    nodeActions(key), sourceActions(key));
}

// Ways on from a node: its surroundings on the map, and a path from it.
function nodeActions(key) {
  const steps = ["1", "2", "3"].map((hops) => {
    const isOn = state.focus === key && state.hops === hops;
    const patch = isOn ? { focus: "" } : { focus: key, hops, view: "map" };
    const anchor = link(patch, say("steps_n", { n: Number(hops) }));
    if (isOn) anchor.setAttribute("aria-current", "true");
    return anchor;
  });
  return el("p", { class: "actions" }, el("span", {}, say("steps"), ": "), joined(steps, " "), " ",
    link({ from: key, to: "", view: "map" }, say("path_from_here")));
}

// What can be tried with a source: the case without it, and only what it says or published.
function sourceActions(key) {
  if (!isSource(key)) return null;
  const [type, id] = splitKey(key);
  const speaks = type === "actor" && at("saidBy", id).length > 0;
  const publishes = type === "actor" && at("publishedBy", id).length > 0;
  const trial = el("button", { type: "button", class: "without", "aria-pressed": String(isWithdrawn(key)),
    click: () => go(withdrawing(key)) }, say("without_this"));
  return el("p", { class: "actions" }, trial, " ",
    speaks ? [link({ speaker: state.speaker === key ? "" : key }, say("only_says")), " "] : null,
    publishes ? link({ outlet: state.outlet === key ? "" : key }, say("only_published")) : null);
}

function actorPanel(key, actor) {
  const said = [...at("saidBy", actor.id)];
  return [
    panelHead(key),
    facts([
      [say("kind"), actor.kind],
      [say("aliases"), (actor.aliases ?? []).join(", ")],
      [say("speaks_for"), linkList((actor.speaks_for ?? []).map((id) => `actor:${id}`))],
      [say("party_to"), linkList((actor.party_to ?? []).map((id) => `actor:${id}`))],
      [say("reliability"), actor.reliability],
    ]),
    part(say("says"), said.map((a) => attributionCard(a, { without: "speaker" }))),
    part(say("about_actor"), at("claimsAbout", actor.id).map(claimLine)),
    part(say("relations"), [...new Set(at("relationsOf", actor.id))].map(relationCard)),
    part(say("published"), at("publishedBy", actor.id).map((d) => citation(d.id))),
    part(say("lineage"), at("restingOn", actor.id).map(derivationCard)),
    findingsPart(key),
    metadata(actor),
  ];
}

function linkList(keys) {
  return keys.length > 0 ? el("span", {}, joined(keys.map((key) => linkTo(key)), ", ")) : null;
}

function claimLine(claim) {
  return el("p", { class: "line" }, standingMark(claim.id), linkTo(`claim:${claim.id}`));
}

function documentPanel(key, document) {
  const said = at("saidIn", document.id);
  return [
    panelHead(key),
    documentFacts(document),
    part(say("lineage"), [...at("derivedFrom", document.id), ...at("restingOn", document.id)].map(derivationCard)),
    findingsPart(key),
    document.text === undefined ? null : fullText(document),
    part(say("in_document"), said.map((a) => attributionCard(a, { without: "document" }))),
    metadata(document),
  ];
}

function documentFacts(document) {
  const isOriginal = document.original === undefined ? null : say(document.original ? "yes" : "no");
  return facts([
    [say("publisher"), document.publisher && linkTo(`actor:${document.publisher}`)],
    [say("authors"), (document.authors ?? []).join(", ")],
    [say("published_on"), document.published && dateOf(document.published)],
    [say("retrieved_on"), document.retrieved && dateOf(document.retrieved)],
    [say("captured"), document.captured],
    [say("original"), isOriginal],
    [say("language_of"), document.language],
    [say("url"), document.url && outwardLink(document.url)],
    [say("archived"), document.archived && outwardLink(document.archived)],
    [say("file"), document.file],
    [say("sha256"), document.sha256 && el("code", { class: "digest" }, document.sha256)],
  ]);
}

// The whole text with every passage marked; content leads to the claim that it puts forward.
function fullText(document) {
  const { text } = document;
  const keys = [...at("saidIn", document.id).map((a) => `attribution:${a.id}`),
    ...at("evidenceIn", document.id).map((e) => `evidence:${e.id}`)];
  const pieces = marked(text, 0, text.length, keys.flatMap((key) => marksOf(key, recordOf(key))), linkedPiece);
  return el("section", { class: "part" }, el("h3", {}, say("full_text")),
    el("div", { class: "full-text", dir: "auto", lang: document.language ?? null, tabindex: "0", role: "region",
      "aria-label": say("full_text") }, pieces));
}

function linkedPiece(piece, marks) {
  const content = marks.findLast((mark) => mark.role === "content");
  const inner = plainPiece(piece, marks);
  if (!content) return inner;
  const [type, id] = splitKey(content.key);
  const target = type === "evidence" ? content.key : `claim:${RECORDS.attribution.get(id).claim}`;
  return NODES.has(target) ? link({ select: target }, inner) : inner;
}

function evidencePanel(key, evidence) {
  return [
    panelHead(key),
    facts([
      [say("kind"), evidence.kind],
      [say("credibility"), evidence.credibility === undefined ? null : String(evidence.credibility)],
    ]),
    quoteOf(`evidence:${evidence.id}`, evidence),
    citation(evidence.in),
    part(say("bears_on_others"), at("shownBy", evidence.id).map((b) => bearingCard(b, { from: "source" }))),
    part(say("lineage"), [...at("derivedFrom", evidence.id), ...at("restingOn", evidence.id)].map(derivationCard)),
    findingsPart(key),
    metadata(evidence),
  ];
}

function missingPanel(key) {
  return [panelHead(key), el("p", { class: "warning-word" }, say("missing_record")), findingsPart(key)];
}

// What identifies the record, small and last.
function metadata(record) {
  return el("footer", { class: "metadata" }, el("p", {}, `${say("id")} `, el("code", {}, record.id)), making(record));
}
