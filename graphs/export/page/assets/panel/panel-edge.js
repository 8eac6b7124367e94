// The panel for an edge: what it says in a sentence, and the passages behind it.

function sentenceOf(edge) {
  const names = { from: nameOf(edge.from), to: nameOf(edge.to), word: edge.words.map(wordFor).join(", ") };
  return say(`edge_${edge.type}`, names);
}

// The word for an edge: a derivation of no particular kind has none of its own.
function wordFor(word) {
  return word === "derives" ? say("word_derives") : word;
}

function edgePanel(edge) {
  return [
    el("header", { class: "panel-head" },
      el("p", { class: "type" }, edgeSample(edge.group), " ", say(`group_${edge.group}`)),
      el("h2", { id: "panel-title", tabindex: "-1", dir: "auto" }, sentenceOf(edge)),
      el("p", { class: "actions" }, linkTo(edge.from), " → ", linkTo(edge.to))),
    part(say("behind_this"), behindEdge(edge)),
  ];
}

// Cards of the records that an edge stands for, and for a document the way to it.
function behindEdge(edge) {
  if (edge.type === "publishes") return [citation(splitKey(edge.to)[1])];
  return recordKeys(edge).flatMap((key) => behindRecord(...splitKey(key)));
}

// The cards of one record; for a relation also what is said of its claims.
function behindRecord(type, id) {
  const record = RECORDS[type].get(id);
  switch (type) {
    case "attribution":
      return [attributionCard(record, { without: "claim" })];
    case "bearing":
      return [bearingCard(record, { from: "target" })];
    case "derivation":
      return [derivationCard(record)];
    default:
      return [relationCard(record), ...(record.claims ?? [])
        .flatMap((claim) => at("saidOf", claim)).map((said) => attributionCard(said))];
  }
}
