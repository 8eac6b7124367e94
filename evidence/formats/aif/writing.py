"""A case as an argument graph that AIFdb and its tools read, without loss."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from evidence.case import Case
from evidence.formats.aif.graphs import (
    CONFLICT,
    ILLOCUTION,
    INFERENCE,
    INFORMATION,
    LOCUTION,
    OWN,
    graph_in,
)
from evidence.formats.aif.readable import (
    DEFAULTS,
    actor_fields,
    attribution_fields,
    bearing_fields,
    numbered,
    proposition_fields,
    speakers,
)
from evidence.formats.aif.reading import NAME, read
from evidence.formats.aif.structure import structure_of
from evidence.formats.content import Content
from evidence.formats.format import Exported
from evidence.formats.remainder import dumped, remainder, type_name
from evidence.ids import content_id
from evidence.model import Actor, Attribution, Bearing, Claim, Evidence, Kept, Record
from evidence.vocabulary import BearingKind, Stance

ILLOCUTIONS = {
    Stance.ASSERTS: "Asserting",
    Stance.CONFIRMS: "Agreeing",
    Stance.DENIES: "Disagreeing",
    Stance.QUESTIONS: "Questioning",
}
"""The illocution for a stance; any other is written as "Default Illocuting"."""


def write(case: Case) -> Exported:
    """Write a case as an argument graph.

    What AIF has no words for stands beside the graph, so that nothing is lost. Objects of AIF that
    were kept go out as they came in, unless they would mean something else among the others.
    """
    data = _dump(_Graph(case, restore=True))
    if any(kept.format == NAME for kept in case.kept.values()) and _read_back(data) != case:
        data = _dump(_Graph(case, restore=False))
    return Exported(data)


def _read_back(data: bytes) -> Case:
    imported = read(Content("", data))
    return Case.of(imported.records, title=imported.title, description=imported.description)


def _dump(graph: _Graph) -> bytes:
    return (json.dumps(graph.written(), ensure_ascii=False, indent=1) + "\n").encode()


class _Graph:
    """Makes the graph that stands for a case."""

    def __init__(self, case: Case, *, restore: bool) -> None:
        self._case = case
        self._restore = restore
        self._having = Counter(r.id for r in case.records() if not isinstance(r, Kept))
        self._nodes: dict[str, dict[str, Any]] = {}
        self._edges: list[dict[str, Any]] = []
        self._people: dict[str, dict[str, Any]] = {}
        self._locutions: list[dict[str, Any]] = []
        self._standing: dict[str, list[Record]] = defaultdict(list)
        self._beside: list[Record] = []
        self._argued = self._arguable()

    def written(self) -> dict[str, Any]:
        """The graph as JSON."""
        for record in self._case.records():
            self._place(record)
        graph = {
            "nodes": list(self._nodes.values()),
            "edges": self._edges,
            "participants": list(self._people.values()),
            "locutions": self._locutions,
            OWN: {"title": self._case.title, "description": self._case.description},
        }
        self._carry(graph)
        graph[OWN]["records"] = [  # type: ignore[index]
            {"record": type_name(record), "fields": dumped(record)} for record in self._beside
        ]
        return graph

    def _place(self, record: Record) -> None:
        match record:
            case Actor():
                name = {"firstname": "", "surname": record.name}
                self._people[record.id] = {"participantID": record.id, **name}
            case Claim() | Evidence():
                self._node(self._name(record), INFORMATION, record.text, record)
            case Attribution() if record.claim in self._case.claims:
                self._say(record)
            case Bearing() if record.id in self._argued:
                self._argue(record)
            case Kept() if self._restore and record.format == NAME:
                self._give_back(record)
            case _:
                self._beside.append(record)

    def _name(self, record: Record) -> str:
        """The node id of a record: its own, where no other record has it."""
        alone = self._having[record.id] == 1
        return record.id if alone else content_id("n", type_name(record), record.id)

    def _node(self, name: str, node_type: str, text: str, *standing: Record) -> str:
        self._nodes[name] = {"nodeID": name, "text": text, "type": node_type}
        if standing:
            self._standing[name] += standing
        return name

    def _edge(self, source: str, target: str) -> None:
        number = len(self._edges) + 1
        self._edges.append({"edgeID": f"e{number}", "fromID": source, "toID": target})

    def _say(self, attribution: Attribution) -> None:
        """A locution of the speaker, tied to the claim by an illocution."""
        speaker = self._case.actors.get(attribution.by or "")
        words = attribution.content[0].exact if attribution.content else ""
        text = f"{speaker.name} : {words}" if speaker else words
        locution = self._node(self._name(attribution), LOCUTION, text, attribution)
        stance = ILLOCUTIONS.get(attribution.stance, "Default Illocuting")
        act = self._node(content_id("ya", attribution.id), ILLOCUTION, stance)
        self._edge(locution, act)
        self._edge(act, self._name(self._case.claims[attribution.claim]))
        if speaker:
            self._locutions.append({"nodeID": locution, "personID": speaker.id})

    def _arguable(self) -> dict[str, Bearing]:
        """The bearings that have a node: between what has one, or on such a bearing."""
        case = self._case
        said = {a.id for a in case.attributions.values() if a.claim in case.claims}
        worded = case.claims.keys() | case.evidence.keys()
        bearing = [b for b in case.bearings.values() if b.source in worded]
        direct = {b.id: b for b in bearing if b.target in case.claims or b.target in said}
        return {b.id: b for b in bearing if b.id in direct or b.target in direct}

    def _argue(self, bearing: Bearing) -> None:
        """A scheme node between what bears and what it bears on."""
        case = self._case
        source = case.claims.get(bearing.source) or case.evidence[bearing.source]
        base = self._linked_to(bearing)
        if base is not None:
            self._edge(self._name(source), base)
            self._standing[base].append(bearing)
            return
        scheme = INFERENCE if bearing.kind is BearingKind.SUPPORTS else CONFLICT
        node = self._node(self._name(bearing), scheme, bearing.note or DEFAULTS[scheme], bearing)
        self._edge(self._name(source), node)
        self._edge(node, self._name(self._target(bearing)))

    def _target(self, bearing: Bearing) -> Record:
        case = self._case
        said = case.attributions.get(bearing.target)
        ties = said if said and said.claim in case.claims else None
        return case.claims.get(bearing.target) or ties or case.bearings[bearing.target]

    def _linked_to(self, bearing: Bearing) -> str | None:
        """The scheme node that a bearing shares with an earlier one, as its id tells ("17/2")."""
        base, _, _ = bearing.id.rpartition("/")
        linked = self._standing.get(base, [])
        if not linked or not isinstance(linked[0], Bearing):
            return None
        following = bearing.id == numbered(base, len(linked) + 1)
        alike = _beside_ends(bearing) == _beside_ends(linked[0])
        sources = [each.source for each in (*linked, bearing) if isinstance(each, Bearing)]
        ends = (bearing.id, base, *sources)
        plain = all(self._having[name] == 1 for name in ends) and len(set(ends)) == len(ends)
        return base if following and alike and plain else None

    def _give_back(self, kept: Kept) -> None:
        raw = kept.data
        if kept.kind == "edge":
            self._edges.append(raw)
        elif kept.kind == "locution":
            self._locutions.append(raw)
        else:
            self._nodes.setdefault(str(raw.get("nodeID", raw.get("id"))), raw)

    def _carry(self, graph: dict[str, Any]) -> None:
        """Add to each object what its own words do not say of its record."""
        for standing, record, fields in self._read_fields(graph):
            carried = remainder(record, fields)
            kind = {"record": type_name(record)} if isinstance(record, Evidence) else {}
            if carried or kind:
                standing[OWN] = {**kind, **carried}

    def _read_fields(
        self, written: dict[str, Any]
    ) -> Iterator[tuple[dict[str, Any], Record, dict[str, Any]]]:
        """The object that stands for each record, and what reading it gives."""
        graph = graph_in(written)
        structure, said = structure_of(graph), speakers(graph)
        for name, person in self._people.items():
            yield person, self._case.actors[name], actor_fields(name, person)
        for name, records in self._standing.items():
            node, first = graph.nodes[name], records[0]
            match first:
                case Bearing():
                    read = list(bearing_fields(node, graph, structure))
                case Attribution():
                    read = list(attribution_fields(node, graph, structure, said.get(name)))
                case _:
                    read = [proposition_fields(node)]
            for record, fields in zip(records, read, strict=True):
                yield self._nodes[name], record, fields


def _beside_ends(bearing: Bearing) -> dict[str, Any]:
    """What linked premises share."""
    return {name: v for name, v in dumped(bearing).items() if name not in ("id", "source")}
