// Colours live in page.css; the canvas reads them from there, so that light and dark are said once.

const COLOURS = ["paper", "surface", "ink", "muted", "line", "accent", "mark", "actor", "actor-ink",
  "document", "document-line", "evidence", "evidence-line", "affirms", "opposes", "relays", "wants",
  "judges", "supports", "contradicts", "undercuts", "relation", "derives", "faint", "error",
  "warning", "on-badge"];

let palette = {};
const repainters = [];

// Calls `repaint()` whenever the colours have changed.
function followPalette(repaint) {
  repainters.push(repaint);
}

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  palette = Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  palette.font = style.getPropertyValue("--sans").trim();
  for (const repaint of repainters) repaint();
}

const darkWanted = matchMedia("(prefers-color-scheme: dark)");

// Page and canvas in one theme, "light" or "dark".
function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  readPalette();
}

function currentTheme() {
  return document.documentElement.dataset.theme;
}

function startPalette() {
  const wanted = () => (darkWanted.matches ? "dark" : "light");
  let beforePrint = wanted();
  byId("theme").addEventListener("click", () => setTheme(currentTheme() === "dark" ? "light" : "dark"));
  darkWanted.addEventListener("change", () => setTheme(wanted()));
  const printing = document.documentElement.classList;
  // Paper is white: a dark page prints in the light colours.
  window.addEventListener("beforeprint", () => {
    beforePrint = currentTheme();
    printing.add("printing");
    setTheme("light");
  });
  window.addEventListener("afterprint", () => {
    printing.remove("printing");
    setTheme(beforePrint);
  });
  setTheme(wanted());
}
