// The scale of the timeline: bins of a day, a month or a year, whichever gives a picture.

const MOST_BINS = 180;
const UNITS = [
  { name: "day", startOf: (day) => day, next: (day) => day + 1 },
  { name: "month", startOf: (day) => monthStart(day, 0), next: (day) => monthStart(day, 1) },
  { name: "year", startOf: (day) => yearStart(day, 0), next: (day) => yearStart(day, 1) },
  { name: "decade", startOf: (day) => decadeStart(day, 0), next: (day) => decadeStart(day, 10) },
];

function monthStart(day, ahead) {
  const date = new Date(day * DAY);
  return utcDay(date.getUTCFullYear(), date.getUTCMonth() + ahead, 1);
}

function yearStart(day, ahead) {
  return utcDay(new Date(day * DAY).getUTCFullYear() + ahead, 0, 1);
}

function decadeStart(day, ahead) {
  return utcDay(Math.floor(new Date(day * DAY).getUTCFullYear() / 10) * 10 + ahead, 0, 1);
}

// Bins { start, end, count } over all dates, in the finest unit that does not need too many; a date
// that is known less well than a bin counts in the first that it may mean.
function binsOf(dates) {
  const spans = dates.map(spanOf);
  if (spans.length === 0) return [];
  const [first, last] = spans.reduce(([low, high], [start, end]) => [Math.min(low, start), Math.max(high, end)], [Infinity, -Infinity]);
  const bins = UNITS.map((unit) => emptyBins(unit, first, last)).find((each) => each.length <= MOST_BINS) ?? emptyBins(UNITS.at(-1), first, last);
  for (const [start] of spans) bins[binAt(bins, start)].count += 1;
  return bins;
}

function emptyBins(unit, first, last) {
  const bins = [];
  // One too many is enough to know that the unit is too fine.
  const most = unit === UNITS.at(-1) ? Infinity : MOST_BINS + 1;
  for (let start = unit.startOf(first); start <= last && bins.length < most; start = unit.next(start)) {
    bins.push({ start, end: unit.next(start) - 1, count: 0, unit: unit.name });
  }
  return bins;
}

// The bin that holds a day; the nearest one where none does.
function binAt(bins, day) {
  const index = bins.findIndex((bin) => day <= bin.end);
  return index < 0 ? bins.length - 1 : index;
}

// A day in words, as precise as the bins are.
function binLabel(bin, day) {
  const precision = { day: 10, month: 7, year: 4, decade: 4 }[bin.unit];
  return dateOf(isoDay(day).slice(0, precision));
}
