// The panel for a group of a case that is too large for one picture.

const MEMBERS = 12; // of each type, the best connected

function groupPanel(group) {
  const byType = groupBy(group.members, (node) => [node.type]);
  const [pro, contra, other] = group.inside;
  return [
    el("header", { class: "panel-head" },
      el("p", { class: "type" }, say("type_group")),
      el("h2", { id: "panel-title", tabindex: "-1", dir: "auto" }, nameOf(group.id)),
      el("p", { class: "actions" }, link({ within: group.id, select: "", focus: "" }, say("group_open")))),
    facts([[say("inside_for"), String(pro)], [say("inside_against"), String(contra)], [say("inside_other"), String(other)]]),
    ["claim", "actor", "document", "evidence"].map((type) => membersPart(type, byType.get(type) ?? [])),
  ];
}

function membersPart(type, nodes) {
  if (nodes.length === 0) return null;
  const best = [...nodes].sort((a, b) => weight(b) - weight(a)).slice(0, MEMBERS);
  return el("section", { class: "part" },
    el("h3", {}, say(`types_${type}`), " ", el("span", { class: "n" }, String(nodes.length))),
    best.map((node) => el("p", { class: "line" }, type === "claim" ? standingMark(splitKey(node.id)[1]) : null, linkTo(node.id))));
}
