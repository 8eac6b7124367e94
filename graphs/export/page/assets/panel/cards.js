// Cards of the panel: one statement, bearing, relation or finding each.

function stanceChip(stance) {
  const { family, meaning } = READING.stances[stance];
  return el("span", { class: `stance edge-${family}`, title: meaning }, edgeSample(family), stance);
}

// A statement: who, with which stance, towards which claim, in which words, where.
function attributionCard(attribution, { without = "" } = {}) {
  const key = `attribution:${attribution.id}`;
  const isFallen = withdrawn(state).statements.has(attribution.id);
  return el("article", { class: isFallen ? "card fallen" : "card" },
    isFallen ? el("p", { class: "warning-word" }, say("statement_falls")) : null,
    el("p", { class: "card-head" },
      without === "speaker" ? null : speakerOf(attribution), " ", stanceChip(attribution.stance),
      without === "claim" ? null : [" ", el("span", { class: "card-claim" }, linkTo(`claim:${attribution.claim}`))]),
    quoteOf(key, attribution) ?? el("p", { class: "faint" }, say("no_passage")),
    retraction(attribution),
    reportedBy(attribution),
    attribution.certainty ? el("p", { class: "faint" }, say("certainty", { band: attribution.certainty })) : null,
    attribution.when ? el("p", { class: "faint" }, say("said_on", { date: dateOf(attribution.when) })) : null,
    attribution.joined ? el("p", { class: "faint" }, say("joined_because"), " ", words(attribution.joined)) : null,
    without === "document" ? null : citation(attribution.in),
    making(attribution));
}

function speakerOf(attribution) {
  const key = speakerKey(attribution);
  const speaker = key === null ? el("span", {}, say("nobody")) : linkTo(key);
  const isOwnVoice = attribution.form === "own voice";
  return el("strong", { class: "speaker" }, speaker,
    isOwnVoice ? el("span", { class: "faint own-voice" }, ` ${say("own_voice")}`) : null);
}

// Who passed the statement on, from the inside out: "as reported by the agency".
function reportedBy(attribution) {
  const steps = [];
  const seen = new Set([attribution.id]);
  let outer = RECORDS.attribution.get(attribution.within);
  while (outer && !seen.has(outer.id)) {
    seen.add(outer.id);
    const key = speakerKey(outer);
    steps.push(el("p", { class: "faint" }, say("as_reported_by"), " ", key ? linkTo(key) : say("nobody")));
    outer = RECORDS.attribution.get(outer.within);
  }
  return steps;
}

// A document as a source is cited: title, publisher, date, a way to it.
function citation(documentId) {
  if (!documentId) return null;
  const document = RECORDS.document.get(documentId);
  const parts = [linkTo(`document:${documentId}`)];
  if (document?.publisher) parts.push(words(nameOf(`actor:${document.publisher}`)));
  if (document?.published) parts.push(el("time", {}, dateOf(document.published)));
  if (document?.url && webAddress(document.url)) parts.push(outwardLink(document.url, say("open_source")));
  const digest = document?.sha256 ? el("code", { title: document.sha256 }, document.sha256.slice(0, 12)) : null;
  if (digest) parts.push(digest);
  return el("p", { class: "citation" }, joined(parts, " · "));
}

// That whoever made a record took it back.
function retraction(record) {
  if (!record?.retracted) return null;
  return el("p", { class: "warning-word" }, say("retracted"), " ", words(record.retracted));
}

function making(record) {
  const maker = record.made?.person ?? (record.made ? `${record.made.extractor} ${record.made.version ?? ""}`.trim() : null);
  const parts = [];
  if (maker) parts.push(words(say("made_by", { maker })));
  if (record.confidence !== undefined) parts.push(say("confidence", { percent: Math.round(record.confidence * 100) }));
  if (record.note) parts.push(words(record.note));
  return parts.length > 0 ? el("p", { class: "faint" }, joined(parts, " · ")) : null;
}

// How evidence or a claim bears on something; `from` tells from which end it is looked at.
function bearingCard(bearing, { from }) {
  const other = from === "target" ? sourceKey(bearing) : borneOnKey(bearing);
  const grade = from === "target" ? recordOf(other)?.credibility : undefined;
  return el("article", { class: "card" },
    el("p", { class: "card-head" }, bearingChip(bearing), " ", linkTo(other),
      grade ? el("span", { class: "faint" }, ` · ${say("credibility")} ${grade}`) : null),
    aim(bearing),
    quoteOf(`bearing:${bearing.id}`, bearing), citation(bearing.in), making(bearing));
}

function bearingChip(bearing) {
  return el("span", { class: `stance edge-${bearing.kind}` }, edgeSample(bearing.kind), say(`group_${bearing.kind}`));
}

// What exactly a bearing is aimed at, where that is not the claim itself.
function aim(bearing) {
  const step = RECORDS.bearing.get(bearing.target);
  const statement = RECORDS.attribution.get(bearing.target);
  if (RECORDS.claim.has(bearing.target) || !(step || statement)) return null;
  const source = step ? sourceKey(step) : speakerKey(statement);
  const key = step ? "undercuts_step" : "undercuts_statement";
  return el("p", { class: "faint" }, words(say(key, { source: source ? nameOf(source) : say("nobody") })));
}

function relationCard(relation) {
  const claims = relation.claims ?? [];
  return el("article", { class: "card" },
    el("p", { class: "card-head" }, linkTo(`actor:${relation.who}`), " ",
      el("span", { class: "stance edge-relation" }, words(relation.does)), " ", linkTo(`actor:${relation.to}`),
      relation.what ? [": ", words(relation.what)] : null),
    claims.map((claim) => el("p", { class: "card-claim" }, standingMark(claim), linkTo(`claim:${claim}`))));
}

function derivationCard(derivation) {
  return el("p", { class: "line" }, linkTo(anyKey(derivation.what)), " ",
    el("span", { class: "stance edge-derives" }, edgeSample("derives"), wordFor(derivation.kind ?? "derives")), " ",
    linkTo(anyKey(derivation.rests_on)));
}

function standingMark(claimId) {
  const standing = standingOf(claimId);
  return standing ? el("span", { class: `standing standing-${standing}` }, say(`standing_${standing}`)) : null;
}
