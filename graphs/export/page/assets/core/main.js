// Putting the page together: the picture first, then the record behind it.

async function start() {
  openPicture(await blockText("picture"));
  startHelp();
  startStage();
  startPalette();
  startMap();
  startCamera();
  drawFirst();
  showStage(state);
  openMap();
  document.documentElement.dataset.drawn = "true";
  await openRecord();
  startReading();
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
