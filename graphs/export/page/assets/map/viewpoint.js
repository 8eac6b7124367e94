// Where the reader has moved the camera to: kept in the address, so that a shared view shows the same.

const REST = 400; // milliseconds without a move after which a view is noted

let noting;

function startViewpoint() {
  network.on("dragEnd", noteView);
  network.on("zoom", noteView);
}

// Notes the view once the camera rests. (A page inside a notebook has no address to note it in.)
function noteView() {
  if (location.protocol === "about:") return;
  clearTimeout(noting);
  noting = setTimeout(() => go({ at: viewpoint() }, { replace: true }), REST);
}

// Middle and scale of the view as the address has them: "x,y,scale".
function viewpoint() {
  const { x, y } = network.getViewPosition();
  return `${Math.round(x)},${Math.round(y)},${network.getScale().toFixed(3)}`;
}

function isViewpoint(words) {
  return /^-?\d{1,7},-?\d{1,7},\d{1,2}\.\d{3}$/.test(words) && Number(words.split(",")[2]) > 0;
}

function lookAt(words) {
  const [x, y, scale] = words.split(",").map(Number);
  if (words !== viewpoint()) network.moveTo({ position: { x, y }, scale });
}

// Everything that is shown, as the page began.
function showWhole() {
  clearTimeout(noting);
  fitMap();
  if (state.at) go({ at: "" }, { replace: true });
}
