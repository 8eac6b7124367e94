// Columns of tables. A column has a `value` to sort, filter and export by, and may have a `cell` to
// show instead, and a `kind` of content: "number", "date", or "wide" where it needs room.

function keyed(type, name, label) {
  return { name, label, value: (row) => nameOf(`${type}:${row.id}`), cell: (row) => linkTo(`${type}:${row.id}`),
    kind: "wide" };
}

function counted(name, label, count) {
  return { name, label, value: count, kind: "number" };
}

function plain(name, label, value, kind = null) {
  return { name, label, value: (row) => value(row) ?? "", kind };
}

function referring(name, label, keyFor, kind = null) {
  return {
    name,
    label,
    value: (row) => (keyFor(row) ? nameOf(keyFor(row)) : ""),
    cell: (row) => (keyFor(row) ? linkTo(keyFor(row)) : ""),
    kind,
  };
}

// A message of the audit, whose code words stand between backticks.
function worded(name, label, value) {
  return { name, label, value, cell: (row) => message(value(row)), kind: "wide" };
}
