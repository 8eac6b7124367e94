// Taking things out of the page: the record, a table, the picture.

function startSave() {
  const menu = byId("save-menu");
  const actions = { "save-case": saveCase, "save-csv": saveTable, "save-png": savePicture,
    "save-svg": saveDrawing, print: () => window.print() };
  for (const [id, action] of Object.entries(actions)) {
    byId(id).addEventListener("click", () => {
      menu.open = false;
      action();
    });
  }
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  followState((state) => {
    byId("save-csv").hidden = state.view !== "table";
    for (const id of ["save-png", "save-svg"]) byId(id).hidden = state.view !== "map";
  });
}

async function saveCase() {
  save(await blockText("case"), "application/x-ndjson", "jsonl");
}

function saveTable() {
  const { columns } = TABS[state.tab];
  const lines = [columns.map((column) => say(column.label)),
    ...currentRows().map((row) => columns.map((column) => String(column.value(row))))];
  const text = lines.map((line) => line.map(csvField).join(",")).join("\r\n");
  save(`\ufeff${text}\r\n`, "text/csv", "csv");
}

// A field that a spreadsheet takes for words: one that looks like a formula gets an apostrophe.
function csvField(value) {
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${inert.replaceAll('"', '""')}"`;
}

function save(content, type, suffix) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const name = folded(HEADING.title || "case").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  el("a", { href: address, download: `${name.slice(0, 60) || "case"}.${suffix}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
