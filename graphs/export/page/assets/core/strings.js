// The words on the screen: all of them stand in strings.json, so a translation is one file.

const STRINGS = JSON.parse(document.getElementById("strings").textContent);
const PLURALS = new Intl.PluralRules(STRINGS.language);

// The text under `key` with its {placeholders} filled; `n` also chooses between singular and plural.
function say(key, values = {}) {
  const entry = STRINGS[key];
  if (entry === undefined) throw new Error(`no string ${key}`);
  const text = typeof entry === "string" ? entry : entry[PLURALS.select(values.n)] ?? entry.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

// Whether there is a text under `key`: words of the record, such as predicates, need not have one.
function hasString(key) {
  return Object.hasOwn(STRINGS, key);
}
