// Where the support of a claim comes from: its origins, what everything hangs on, and each statement
// step by step up to where its lineage ends.

const MOST_STEPS = 150; // steps shown; what is left out says that it goes on

function originsBehind(claimId) {
  return NODES.get(`claim:${claimId}`)?.origins ?? [0, 0];
}

function lineagePart(claimId) {
  const { pro } = lineage().claims.get(claimId);
  if (pro.length === 0) return null;
  const [low, high] = originsBehind(claimId);
  const origins = originsOf(pro);
  const hangsOn = loadBearing(claimId);
  return el("section", { class: "part lineage" }, el("h3", {}, say("rests_on_title")),
    el("p", { class: "line" }, el("strong", {}, say("origins_count", { n: high, interval: intervalOf([low, high]) })), ": ",
      joined(origins.map(originName), ", ")),
    hangsOn.length > 0 ? el("p", { class: "line" }, say("hangs_on"), " ", joined(hangsOn.map(rowLink), ", "), ".") : null,
    el("details", {}, el("summary", {}, say("lineage_steps")), stepsList(pro, [], { left: MOST_STEPS })));
}

// A loop of records that rest on each other is one origin with several names.
function originName({ rows, isKnown }) {
  const names = joined(rows.map(rowLink), " ⇄ ");
  return [names, isKnown ? null : el("span", { class: "faint" }, ` (${say("lineage_unknown")})`)];
}

function rowLink(row) {
  const key = lineage().key[row];
  const statement = RECORDS.attribution.get(splitKey(key)[1]);
  if (!key.startsWith("attribution:") || !statement) return linkTo(key);
  const speaker = speakerKey(statement);
  return el("span", {}, speaker ? linkTo(speaker) : say("nobody"), " ", stanceChip(statement.stance));
}

// `above` holds the steps that led here, `room` how many more there is room for in the whole tree.
function stepsList(rows, above, room) {
  const shownRows = rows.slice(0, Math.max(0, room.left));
  room.left -= shownRows.length;
  return el("ul", { class: "steps" },
    shownRows.map((row) => el("li", {}, rowLink(row), stepNote(row, above), deeper(row, above, room))),
    shownRows.length < rows.length ? el("li", { class: "faint" }, say("goes_on")) : null);
}

function stepNote(row, above) {
  const { rests, known } = lineage();
  if (above.includes(row)) return el("span", { class: "warning-word" }, ` ${say("in_a_circle")}`);
  if (known[row] === 0) return el("span", { class: "faint" }, ` (${say("lineage_unknown")})`);
  return rests[row].length === 0 ? el("span", { class: "origin-mark" }, ` ${say("origin")}`) : null;
}

function deeper(row, above, room) {
  const bases = lineage().rests[row];
  return bases.length === 0 || above.includes(row) ? null : stepsList(bases, [...above, row], room);
}
