// Keys and ids: which record they lead to, and what it is called.

function splitKey(key) {
  const colon = key.indexOf(":");
  return [key.slice(0, colon), key.slice(colon + 1)];
}

// The record under a key such as "claim:role-in-attacks"; undefined where there is none.
function recordOf(key) {
  const [type, id] = splitKey(key);
  return RECORDS[type]?.get(id);
}

// The name of a record to show: what it is called or says, or its id.
function nameOf(key) {
  const group = GROUPS.get(key);
  if (group) return group.names.length > 0 ? say("group_of", { name: group.names.join("; ") }) : say("group_rest");
  const record = recordOf(key);
  return record?.name ?? record?.title ?? record?.text ?? splitKey(key)[1];
}

// The node that an id of a finding leads to: its own, or that of what the record is about; null
// where it leads nowhere.
function nodeOfId(id) {
  const type = ["claim", "document", "actor", "evidence"].find((each) => RECORDS[each].has(id));
  if (type) return `${type}:${id}`;
  const statement = RECORDS.attribution.get(id);
  if (statement) return `claim:${statement.claim}`;
  const bearing = RECORDS.bearing.get(id);
  if (bearing) return borneOnKey(bearing);
  const relation = RECORDS.relation.get(id);
  if (relation) return `actor:${relation.who}`;
  const derivation = RECORDS.derivation.get(id);
  return derivation && derivation.what !== id ? nodeOfId(derivation.what) : null;
}

// The nodes that a finding concerns, each once.
function nodesOfFinding(finding) {
  return [...new Set(finding.ids.map(nodeOfId).filter((key) => key !== null))];
}

// The key of the node for an id of whatever type.
function anyKey(id) {
  return nodeOfId(id) ?? `document:${id}`;
}

// The evidence or claim that bears on something.
function sourceKey(bearing) {
  const isClaim = !RECORDS.evidence.has(bearing.source) && RECORDS.claim.has(bearing.source);
  return `${isClaim ? "claim" : "evidence"}:${bearing.source}`;
}

// The claim at the end of a bearing on a claim, a statement or another bearing.
function borneOnKey(bearing) {
  const seen = new Set();
  let target = bearing.target;
  while (!RECORDS.claim.has(target) && !seen.has(target)) {
    seen.add(target);
    target = RECORDS.attribution.get(target)?.claim ?? RECORDS.bearing.get(target)?.target ?? target;
  }
  return `claim:${target}`;
}
