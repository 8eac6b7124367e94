// Dates as sources give them: a year, a month, a day or a moment, never more than is known.

const DAY = 86_400_000;

// The first and the last day, counted from 1970, that a date may mean.
function spanOf(date) {
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  const start = utcDay(year, (month || 1) - 1, day || 1);
  if (day) return [start, start];
  return [start, (month ? utcDay(year, month, 1) : utcDay(year + 1, 0, 1)) - 1];
}

// (Not Date.UTC: it takes the years before 100 for years of the last century.)
function utcDay(year, month, day) {
  return Math.floor(new Date(0).setUTCFullYear(year, month, day) / DAY);
}

function isoDay(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

// A date as precise as the record has it: "2021", "June 2021" or "27 June 2021".
function dateOf(value) {
  const [, month, day] = value.slice(0, 10).split("-").map(Number);
  const precision = { year: "numeric", ...(month && { month: "long" }), ...(day && { day: "numeric" }) };
  return new Intl.DateTimeFormat(STRINGS.dates, { ...precision, timeZone: "UTC" }).format(new Date(spanOf(value)[0] * DAY));
}

// When something was said: as the statement has it, else as its document was published.
function saidOn(attribution) {
  return attribution.when ?? RECORDS.document.get(attribution.in)?.published;
}

// A range of days as the address has it, "2021-06-27..2021-07-04"; null where it is none.
function rangeOf(words) {
  const found = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(words);
  const days = found && [Date.parse(found[1]), Date.parse(found[2])].map((time) => time / DAY);
  return days && days.every(Number.isFinite) && days[0] <= days[1] ? days : null;
}

// Whether something with this date may have been within a range; unknown dates never are.
function isWithin(date, [first, last]) {
  if (!date) return false;
  const [start, end] = spanOf(date);
  return start <= last && end >= first;
}
