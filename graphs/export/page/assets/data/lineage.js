// Lineage: what each record rests on and is carried by, up to its origins, as Python traced it.

// Rows of lineage by key, and for each row what it rests on (`rests`), what carries it (`carried`),
// and whether the case says so (`known`). A loop that rests on nothing else is one more row, an
// origin, on which its members rest (`loopOf`).
const lineage = (() => {
  let built = null;
  return () => {
    built ??= withLoops(READING.lineage);
    return built;
  };
})();

function withLoops({ key, rests, carried, known, loops, pro, contra }) {
  const loopOf = new Map();
  loops.forEach((members, number) => members.forEach((row) => loopOf.set(row, key.length + number)));
  const steps = rests.map((bases, row) => (loopOf.has(row) ? [loopOf.get(row)] : bases));
  const carriers = carried.map((rows, row) => (loopOf.has(row) ? [] : rows));
  for (const members of loops) {
    steps.push([]);
    carriers.push([...new Set(members.flatMap((row) => carried[row]))].filter((row) => !members.includes(row)));
  }
  const row = new Map(key.map((each, number) => [each, number]));
  const claims = new Map([...RECORDS.claim.keys()].map((id, i) => [id, { pro: pro[i], contra: contra[i] }]));
  return { key, row, rests, carried, known, loops, loopOf, steps, carriers, claims };
}

// The rows that are reached from some along what they rest on, as far as `isOpen` lets through.
function reachedRows(starts, isOpen) {
  const { rests } = lineage();
  const reached = new Set();
  const pending = [...starts];
  while (pending.length > 0) {
    const row = pending.pop();
    if (reached.has(row) || !isOpen(row)) continue;
    reached.add(row);
    pending.push(...rests[row]);
  }
  return reached;
}

// Where the lineage of some rows ends: { rows, isKnown } for each root, and for each loop that rests
// on nothing else. `stands` limits it to the rows that stand.
function originsOf(starts, stands = () => true) {
  const { rests, known, loops, loopOf } = lineage();
  const reached = reachedRows(starts, stands);
  const certain = reachedRows(starts, (row) => stands(row) && known[row] === 1);
  const roots = [...reached].filter((row) => rests[row].length === 0).map((row) => [row]);
  const looped = new Set([...reached].filter((row) => loopOf.has(row)).map((row) => loopOf.get(row)));
  const ends = [...roots, ...[...looped].map((row) => loops[row - rests.length])];
  return ends.map((rows) => ({ rows, isKnown: rows.some((row) => certain.has(row)) }));
}

// How many origins are independent: at least and at most, as those of unknown lineage may be shared.
function independenceOf(origins) {
  const known = origins.filter((origin) => origin.isKnown).length;
  return [known || Math.min(1, origins.length), origins.length];
}

function intervalOf([low, high]) {
  return low === high ? String(low) : say("interval", { low, high });
}
