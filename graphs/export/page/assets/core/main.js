// Putting the page together: the picture first, then the record behind it.

async function start() {
  openNodes(await blockText("picture"));
  // A picture of groups does without the many edges of a large case.
  if (!PICTURE.groups) openEdges(await blockText("edges"));
  startHelp();
  startStage();
  startPalette();
  startMap();
  startCamera();
  startViewpoint();
  drawFirst();
  showStage(state);
  openMap();
  document.documentElement.dataset.drawn = "true";
  if (PICTURE.groups) openEdges(await blockText("edges"));
  await openRecord();
  startReading();
  await new Promise(requestAnimationFrame); // what was asked for is on the screen
  document.documentElement.dataset.ready = "true";
}

// What needs the record.
function startReading() {
  state = DEFAULTS;
  showCounts();
  startKeys();
  startWalking();
  startLegend();
  startFacetForm();
  followState(showStage);
  followState(showOnMap);
  startChips();
  startTimeline();
  startPanel();
  startTable();
  startSave();
  startSearch();
  startState();
}

start().catch((error) => {
  document.body.prepend(el("p", { class: "notice", role: "alert" }, say("script_failed")));
  throw error;
});
