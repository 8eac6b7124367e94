// Keys that work everywhere but where letters are being typed.

const TYPING = "input:not([type=checkbox]):not([type=range]):not([type=radio]), select";

function startKeys() {
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches?.(TYPING) || byId("help").open;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    const actions = { "/": () => byId("search").focus(), "?": () => byId("help").showModal(), Escape: letGo };
    if (!actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  });
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    readPanel();
  });
}

// Steps back from what is chosen, to where the keyboard can choose again.
function letGo() {
  if (byId("panel").contains(document.activeElement)) byId(state.view === "map" ? "canvas" : "tabpanel").focus();
  if (state.select || state.from) go({ select: "", from: "", to: "" });
}
