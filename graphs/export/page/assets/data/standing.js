// What stands and what falls if sources are withdrawn.
//
// A row stands where it is not withdrawn, all that carries it stands, and it is an origin or one of
// the things that it rests on stands: the least set of which this is true (forward chaining, linear).

const dependents = (() => {
  let built = null;
  return () => {
    built ??= { resting: inverse(lineage().steps), carrying: inverse(lineage().carriers) };
    return built;
  };
})();

function inverse(rows) {
  const dependent = rows.map(() => []);
  rows.forEach((bases, row) => bases.forEach((base) => dependent[base].push(row)));
  return dependent;
}

// The rows that stand without the rows `gone`; a loop falls with any of its members. `rows` may be
// fewer than all where they hold whatever they rest on and are carried by.
function standingRows(gone, rows = lineage().steps.keys()) {
  const { steps, carriers, loopOf } = lineage();
  const { resting, carrying } = dependents();
  const away = new Set([...gone, ...[...gone].map((row) => loopOf.get(row))]);
  const missing = new Map([...rows].map((row) => [row, carriers[row].length]));
  const rested = new Set([...missing.keys()].filter((row) => steps[row].length === 0));
  const pending = [...rested].filter((row) => missing.get(row) === 0);
  const stands = new Set();
  while (pending.length > 0) {
    const row = pending.pop();
    if (away.has(row) || stands.has(row)) continue;
    stands.add(row);
    for (const dependent of resting[row]) rested.add(dependent);
    for (const dependent of carrying[row]) if (missing.has(dependent)) missing.set(dependent, missing.get(dependent) - 1);
    pending.push(...[...resting[row], ...carrying[row]].filter((each) => rested.has(each) && missing.get(each) === 0));
  }
  return stands;
}

const OUTCOMES = ["unsupported", "one_origin", "weaker", "less_opposed"];

// What happens to claims if records are withdrawn: those that lose anything, gravest first.
function lossesWithout(keys) {
  const { row, claims } = lineage();
  const gone = new Set(keys.map((key) => row.get(key)).filter((each) => each !== undefined));
  const before = standingRows(new Set());
  const after = standingRows(gone);
  const losses = [];
  for (const [claim, { pro, contra }] of claims) {
    const fallen = [...pro, ...contra].filter((each) => before.has(each) && !after.has(each));
    if (fallen.length > 0) losses.push({ claim, fallen, ...change(pro, fallen, before, after) });
  }
  losses.sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome));
  return { losses, before, after };
}

function change(pro, fallen, before, after) {
  const had = independenceOf(originsOf(pro, (row) => before.has(row)));
  const has = independenceOf(originsOf(pro, (row) => after.has(row)));
  return { had, has, outcome: outcomeOf(pro.some((row) => fallen.includes(row)), had, has) };
}

function outcomeOf(supportFell, had, has) {
  if (!supportFell) return "less_opposed";
  if (has[1] === 0) return "unsupported";
  return has[1] === 1 && had[1] > 1 ? "one_origin" : "weaker";
}

// The sources without any one of which a claim does not stand.
function loadBearing(claimId) {
  const { key, claims } = lineage();
  const { pro } = claims.get(claimId);
  const rows = everythingBehind(pro);
  const holds = (gone) => {
    const stands = standingRows(new Set(gone), rows);
    return pro.some((row) => stands.has(row));
  };
  if (!holds([])) return [];
  const isSource = (row) => /^(actor|document|evidence):/.test(key[row] ?? "");
  return rows.filter((row) => isSource(row) && !holds([row]));
}

// Everything that some rows rest on or are carried by in the end, themselves included.
function everythingBehind(starts) {
  const { steps, carriers, loops, rests } = lineage();
  const found = new Set();
  const pending = [...starts];
  while (pending.length > 0) {
    const row = pending.pop();
    if (found.has(row)) continue;
    found.add(row);
    pending.push(...steps[row], ...carriers[row], ...(loops[row - rests.length] ?? []));
  }
  return [...found];
}
