"""What the page knows beyond the record: the picture, the places of quotes, and the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from evidence.case import Case
from evidence.findings import Finding
from evidence.vocabulary import STANCE_MEANINGS, Stance
from graphs.export.page.boxes import Box, box_of
from graphs.export.page.places import places
from graphs.export.page.standing import (
    StanceFamily,
    Standing,
    family_of,
    standings,
)
from graphs.keys import EdgeType, NodeType, node_key

Options = dict[str, Any]
Point = tuple[int, int]

_RECORDS: Mapping[EdgeType, str] = {
    EdgeType.SAYS: "attribution",
    EdgeType.SUPPORTS: "bearing",
    EdgeType.CONTRADICTS: "bearing",
    EdgeType.UNDERCUTS: "bearing",
    EdgeType.RELATION: "relation",
    EdgeType.DERIVES: "derivation",
}
"""The type of the record behind an edge, where there is one; the edge's attribute is named so."""

_FAMILIES = frozenset(family.value for family in StanceFamily)


def boxes_of(case: Case, graph: nx.MultiDiGraph) -> dict[str, Box]:
    """The box of each node of the graph, by its key."""
    contested = {
        node_key(NodeType.CLAIM, claim)
        for claim, standing in standings(case).items()
        if standing is Standing.CONTESTED
    }
    return {
        key: box_of(
            NodeType(data["type"]),
            str(data.get("text") or data["label"]),
            tagged=key in contested,
        )
        for key, data in graph.nodes(data=True)
    }


def node_options(
    graph: nx.MultiDiGraph, boxes: Mapping[str, Box], positions: Mapping[str, Point]
) -> list[Options]:
    """The nodes of the graph as a network wants them, sorted by key."""
    return [
        {
            "id": key,
            "type": data["type"],
            "kind": data.get("kind", ""),
            "missing": bool(data.get("missing", False)),
            "lines": list(boxes[key].lines),
            "width": boxes[key].width,
            "height": boxes[key].height,
            "x": positions[key][0],
            "y": positions[key][1],
        }
        for key, data in sorted(graph.nodes(data=True))
    ]


def edge_options(graph: nx.MultiDiGraph) -> list[Options]:
    """The edges of the graph as a network wants them, those that say the same drawn as one.

    Edges between the same two nodes are one line where they fall into the same group: sayings of
    one family of stances, relations with one predicate, and so on. Such a line names all records
    behind it, and its id depends on its ends and group alone, so that links to it stay good when a
    record is added.
    """
    lines: dict[tuple[str, str, str, str], Options] = {}
    for tail, head, _, data in sorted(graph.edges(keys=True, data=True), key=lambda e: e[:3]):
        group, word, record = _statement(data)
        shown = "" if group in _FAMILIES else word
        line = lines.setdefault(
            (group, tail, head, shown),
            {"from": tail, "to": head, "type": data["type"], "group": group}
            | {"words": [], "records": []},
        )
        line["words"] += [word] if word and word not in line["words"] else []
        line["records"] += [record] if record else []
    names = [" ".join(filter(None, key)) for key in sorted(lines)]
    return [
        {"id": name, **lines[key]}
        for key, name in zip(sorted(lines), _told_apart(names), strict=True)
    ]


def view(case: Case, findings: Sequence[Finding]) -> Options:
    """What was worked out from the case, apart from the picture, ready for JSON."""
    return {
        "standings": standings(case),
        "places": places(case),
        "findings": [finding.model_dump(mode="json") for finding in findings],
        "stances": {
            stance.value: {"family": family_of(stance).value, "meaning": STANCE_MEANINGS[stance]}
            for stance in Stance
        },
    }


def _statement(data: Mapping[str, Any]) -> tuple[str, str, str]:
    """What an edge says: the group to draw it with, the word beside it, its record ("type:id")."""
    edge_type = EdgeType(data["type"])
    attribute = _RECORDS.get(edge_type)
    word = str(data.get("stance") or data.get("predicate") or data.get("kind") or "")
    group = family_of(Stance(word)).value if edge_type is EdgeType.SAYS else edge_type.value
    return group, word, f"{attribute}:{data[attribute]}" if attribute else ""


def _told_apart(names: list[str]) -> list[str]:
    """Number names that are equal: ids may hold any character, spaces and colons included."""
    seen: Counter[str] = Counter()
    told_apart = []
    for name in names:
        seen[name] += 1
        told_apart.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return told_apart
