// "Without this source": what is withdrawn for trial, and what falls with it.

const NOTHING_FALLS = { keys: [], losses: [], nodes: new Set(), statements: new Set() };

// The keys withdrawn, what the claims lose, and the nodes and statements that no longer stand.
const withdrawn = remembering((state) => state.without, (state) => {
  const keys = unlisted(state.without);
  if (keys.length === 0) return NOTHING_FALLS;
  const { losses, before, after } = lossesWithout(keys);
  const fallen = lineage().key.filter((_, row) => before.has(row) && !after.has(row));
  const unsupported = losses.filter((loss) => loss.outcome === "unsupported").map((loss) => `claim:${loss.claim}`);
  const statements = fallen.filter((key) => key.startsWith("attribution:")).map((key) => splitKey(key)[1]);
  return { keys, losses, nodes: new Set([...keys, ...fallen, ...unsupported]), statements: new Set(statements) };
});

// The patch that withdraws a source, or puts it back.
function withdrawing(key) {
  const keys = unlisted(state.without);
  return { without: listed(keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key]) };
}

function isWithdrawn(key) {
  return unlisted(state.without).includes(key);
}

// Whether a node can be withdrawn at all.
function isSource(key) {
  return !key.startsWith("claim:") && recordOf(key) !== undefined;
}
