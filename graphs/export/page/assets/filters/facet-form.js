// The form of facets below the legend: one list each for status, stance, speaker, outlet and finding.

const LISTED_FACETS = ["standing", "stance", "speaker", "outlet", "finding"];
const MOST_VALUES = 200; // entries of a list; rarer values are reached from their own panel

function startFacetForm() {
  const lists = LISTED_FACETS.map(facetList).filter(Boolean);
  if (lists.length > 0) {
    replaceChildren(byId("facets"), el("fieldset", { class: "facets" }, el("legend", {}, say("facets")), lists));
  }
  followState(showFacets);
}

function facetList(facet) {
  const values = valuesOf(facet);
  if (values.length === 0) return null;
  const any = facet === "finding" ? [[ANY_FINDING, null]] : [];
  const rest = values.length - MOST_VALUES;
  return el("label", { class: "facet" }, el("span", { class: "word" }, say(`facet_${facet}`)),
    el("select", { "data-facet": facet, change: (event) => go({ [facet]: event.target.value }) },
      el("option", { value: "" }, say("facet_all")),
      [...any, ...values.slice(0, MOST_VALUES)].map(([value, count]) => facetOption(facet, value, count)),
      rest > 0 ? el("option", { disabled: true }, say("facet_more", { n: rest })) : null));
}

function facetOption(facet, value, count) {
  const label = shortened(facetLabel(facet, value), 48);
  return el("option", { value, dir: "auto" }, count === null ? label : `${label} (${count})`);
}

function shortened(text, most) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most).join("").trimEnd()}…` : text;
}

// Lists follow the state; a value that a list does not hold is added to it.
function showFacets(state) {
  for (const list of byId("facets").querySelectorAll("select")) {
    const value = state[list.dataset.facet];
    const isListed = [...list.options].some((option) => option.value === value);
    if (!isListed) list.append(facetOption(list.dataset.facet, value, null));
    list.value = value;
  }
}
