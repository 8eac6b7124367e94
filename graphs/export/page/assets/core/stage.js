// Which of map and tables takes the stage. It follows the state before both, so that each finds the
// room that it will have.

const VIEWS = ["map", "table"];

function startStage() {
  for (const view of VIEWS) {
    byId(`to-${view}`).addEventListener("click", (event) => {
      event.preventDefault();
      go({ view });
    });
  }
}

function showStage(state) {
  document.body.classList.toggle("is-table", state.view === "table");
  for (const view of VIEWS) {
    const isOn = state.view === view;
    byId(view).hidden = !isOn;
    byId(`to-${view}`).toggleAttribute("aria-current", isOn);
    byId(`to-${view}`).href = hashFor({ view });
  }
}
