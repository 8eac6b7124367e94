// What is on the screen, kept in the #hash alone, so that links, back and forward just work.

const DEFAULTS = {
  select: "", // key of a node, or id of an edge
  view: "map",
  tab: "claims",
  hide: "about", // groups of the legend that are switched off, joined by commas
  standing: "", // facets: only claims, or what is said of them, that ...
  stance: "",
  speaker: "",
  outlet: "",
  finding: "",
  said: "", // ranges of days
  happened: "",
  without: "", // sources that are withdrawn
  within: "", // key of the group that is opened, in a case that is too large for one picture
  focus: "", // key of the node that the map is limited to the surroundings of
  hops: "1",
  from: "", // ends of a path
  to: "",
  find: "", // filter of the table
  sort: "", // column of the table, with a leading minus for descending order
  at: "", // where the camera looks, once it was moved
};

// What has the map show something else as a whole, for which the camera must be set anew.
const REFRAMING = ["standing", "stance", "speaker", "outlet", "finding", "within", "focus", "hops", "from", "to"];

const ALLOWED = {
  select: (value) => NODES.has(value) || EDGES.has(value) || GROUPS.has(value),
  view: (value) => value === "map" || value === "table",
  tab: (value) => Object.hasOwn(TABS, value),
  standing: (value) => STANDINGS.includes(value),
  speaker: (value) => NODES.has(value),
  outlet: (value) => NODES.has(value),
  said: (value) => rangeOf(value) !== null,
  happened: (value) => rangeOf(value) !== null,
  without: (value) => unlisted(value).length > 0 && unlisted(value).every((key) => NODES.has(key)),
  within: (value) => GROUPS.has(value),
  focus: (value) => NODES.has(value),
  hops: (value) => value === "1" || value === "2" || value === "3",
  from: (value) => NODES.has(value),
  to: (value) => NODES.has(value),
  at: (value) => isViewpoint(value),
};

// A hash may come from anybody: what names nothing here is dropped.
function readHash() {
  const given = new URLSearchParams(location.hash.slice(1));
  const state = { ...DEFAULTS };
  for (const name of Object.keys(DEFAULTS)) {
    const value = given.get(name);
    if (value !== null && (value === "" || (ALLOWED[name]?.(value) ?? true))) state[name] = value;
  }
  return state;
}

let state = DEFAULTS;
const followers = [];

// Calls `follow(state, previous)` now and whenever the state changes.
function followState(follow) {
  followers.push(follow);
}

function hashFor(patch) {
  const isReframed = REFRAMING.some((name) => name in patch && patch[name] !== state[name]);
  const wanted = Object.entries({ ...state, ...(isReframed && { at: "" }), ...patch });
  const parts = wanted
    .filter(([name, value]) => value !== DEFAULTS[name])
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%3A", ":").replaceAll("%2C", ",")}`);
  return `#${parts.join("&")}`;
}

// Changes the state; `replace` leaves no entry in the history (for what changes with each letter).
function go(patch, { replace = false } = {}) {
  const hash = hashFor(patch);
  // A page inside a notebook has no address that its history could note.
  if (location.protocol === "about:") location.hash = hash;
  else if (replace) history.replaceState(null, "", hash);
  else if (hash !== (location.hash || "#")) history.pushState(null, "", hash);
  refresh();
}

function refresh() {
  const previous = state;
  state = readHash();
  for (const follow of followers) follow(state, previous);
}

function hasChanged(previous, ...names) {
  return names.some((name) => state[name] !== previous[name]);
}

const patches = new WeakMap();

// A link inside the page: an ordinary link, whose address another tab can open, that patches the
// state as it is when clicked.
function link(patch, ...children) {
  const anchor = el("a", { href: hashFor(patch) }, ...children);
  patches.set(anchor, patch);
  return anchor;
}

// A link to a node under its name.
function linkTo(key, label) {
  if (!NODES.has(key) && !GROUPS.has(key)) return words(label ?? nameOf(key), { class: "dangling" });
  return link({ select: key, from: "", to: "" }, words(label ?? nameOf(key)));
}

function startState() {
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest?.("a");
    const patch = anchor && patches.get(anchor);
    if (!patch || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(patch);
  });
  window.addEventListener("popstate", refresh);
  window.addEventListener("hashchange", refresh);
  refresh();
}
