// The tables: everything that is on the map, and what is behind it, as plain rows.

const PAGE_OF_ROWS = 200;

let rowsShown = PAGE_OF_ROWS;

function startTable() {
  followState(showTable);
}

function showTable(state, previous) {
  if (state.view !== "table") return;
  if (!byId("table").hasChildNodes() || state.tab !== previous.tab) drawTable();
  else if (hasChanged(previous, "find", "sort", "view", ...FACETS)) drawRows();
}

function drawTable() {
  rowsShown = PAGE_OF_ROWS;
  const box = el("input", { type: "search", id: "find", "aria-label": say("table_filter"),
    placeholder: say("table_filter"), input: (event) => go({ find: event.target.value }, { replace: true }) });
  box.value = state.find;
  replaceChildren(byId("table"),
    el("div", { class: "table-head" }, tabList(), el("p", { class: "find" }, box, " ", el("output", { id: "row-count", for: "find" }))),
    el("div", { class: "table-body", role: "tabpanel", id: "tabpanel", tabindex: "0", "aria-labelledby": `tab-${state.tab}` }));
  drawRows();
}

// Tabs as the ARIA practices have them: one stop of the Tab key, arrow keys within.
function tabList() {
  const tabs = Object.entries(TABS).map(([name, { rows }]) => el("button", {
    type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "tabpanel",
    "aria-selected": String(name === state.tab), tabindex: name === state.tab ? "0" : "-1",
    click: () => openTab(name),
  }, say(`tab_${name}`), " ", el("span", { class: "n" }, String(rows().length))));
  return el("div", { role: "tablist", class: "tabs", "aria-label": say("tables"), keydown: steerTabs }, tabs);
}

function openTab(name) {
  go({ tab: name, find: "", sort: "" });
  byId(`tab-${name}`).focus();
}

function steerTabs(event) {
  const names = Object.keys(TABS);
  const here = names.indexOf(state.tab);
  const moves = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: names.length - 1 };
  if (!(event.key in moves)) return;
  event.preventDefault();
  openTab(names[(moves[event.key] + names.length) % names.length]);
}

// The rows of the open tab that pass facets and filter, in the order asked for.
function currentRows() {
  const { rows, columns, isKept } = TABS[state.tab];
  const terms = folded(state.find).split(/\s+/).filter(Boolean);
  const kept = facetsOf(state).length > 0 ? rows().filter(isKept) : rows();
  return sortedRows(terms.length > 0 ? kept.filter((row) => holdsTerms(row, columns, terms)) : kept, columns);
}

const rowTexts = new WeakMap(); // folded, by row: a table is filtered with every letter typed

function holdsTerms(row, columns, terms) {
  if (!rowTexts.has(row)) rowTexts.set(row, folded(columns.map((column) => column.value(row)).join(" ")));
  const text = rowTexts.get(row);
  return terms.every((term) => text.includes(term));
}

function sortedRows(rows, columns) {
  const isDescending = state.sort.startsWith("-");
  const column = columns.find((each) => each.name === state.sort.replace("-", ""));
  if (!column) return rows;
  const order = column.order ?? column.value;
  const sign = isDescending ? -1 : 1;
  const collator = new Intl.Collator(STRINGS.language, { numeric: true });
  return rows.map((row) => [order(row), row]).sort(([a], [b]) => {
    return sign * (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b)));
  }).map(([, row]) => row);
}

function drawRows() {
  const { rows, columns } = TABS[state.tab];
  const current = currentRows();
  const rest = current.length - rowsShown;
  byId("row-count").textContent = say("table_rows", { shown: current.length, all: rows().length });
  replaceChildren(byId("tabpanel"),
    el("table", {},
      el("caption", { class: "visually-hidden" }, say(`tab_${state.tab}`)),
      el("thead", {}, el("tr", {}, columns.map(headerCell))),
      el("tbody", {}, current.slice(0, rowsShown).map((row) => el("tr", {}, columns.map((column) => bodyCell(column, row)))))),
    current.length === 0 ? el("p", { class: "faint" }, say("table_empty")) : null,
    rest > 0 ? moreButton(Math.min(rest, PAGE_OF_ROWS)) : null);
}

function headerCell(column) {
  const isSorted = state.sort.replace("-", "") === column.name;
  const isDescending = state.sort.startsWith("-");
  const next = isSorted && !isDescending ? `-${column.name}` : column.name;
  const order = isDescending ? "descending" : "ascending";
  const arrow = isSorted ? (isDescending ? "↓" : "↑") : "";
  return el("th", { scope: "col", class: column.kind === "number" ? "number" : null, "aria-sort": isSorted ? order : null },
    el("button", { type: "button", "data-column": column.name, click: () => sortBy(next, column.name) },
      say(column.label), el("span", { class: "arrow", "aria-hidden": "true" }, arrow)));
}

function sortBy(sort, name) {
  go({ sort });
  byId("tabpanel").querySelector(`[data-column="${name}"]`).focus();
}

function bodyCell(column, row) {
  const content = column.cell ? column.cell(row) : words(String(column.value(row)));
  return el("td", { class: column.kind ?? null }, content);
}

function moreButton(n) {
  return el("button", { type: "button", class: "more", click: showMoreRows }, say("table_more", { n }));
}

function showMoreRows() {
  rowsShown += PAGE_OF_ROWS;
  drawRows();
}
