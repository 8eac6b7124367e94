"""The nodes as the page draws them: what they say, how large, where, and with which marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import networkx as nx

from evidence.case import Case
from evidence.findings import Finding, Severity
from graphs.export.page.boxes import Box, box_of
from graphs.export.page.origins_counted import Interval
from graphs.export.page.sourcing import Sourcing
from graphs.export.page.standing import Standing
from graphs.keys import NodeType, node_key

Options = dict[str, Any]
Point = tuple[int, int]
Value = TypeVar("Value")

SCALES = (1.0, 1.0, 1.14, 1.28, 1.4)
"""How much larger than usual a claim is drawn, by the independent origins behind it for certain."""


def boxes_of(
    graph: nx.MultiDiGraph, standing: Mapping[str, Standing], sourcing: Sourcing
) -> dict[str, Box]:
    """The box of each node of the graph, by its key; claims are the larger the better sourced.

    Args:
        graph: The graph.
        standing: How each claim of the case stands, by its id.
        sourcing: What the claims rest on.
    """
    return {
        key: _claim_box(data, standing, sourcing)
        if data["type"] == NodeType.CLAIM
        else box_of(data["type"], data.get("text") or data["label"])
        for key, data in graph.nodes(data=True)
    }


def _claim_box(
    data: Mapping[str, Any], standing: Mapping[str, Standing], sourcing: Sourcing
) -> Box:
    claim = data["id"]
    return box_of(
        data["type"],
        data.get("text") or data["label"],
        tagged=standing.get(claim) is Standing.CONTESTED,
        scale=scale_of(sourcing.independence.get(claim)),
    )


def scale_of(origins: Interval | None) -> float:
    """How much larger than usual a claim with this support is drawn."""
    low = origins.low if origins else 0
    return SCALES[min(low, len(SCALES) - 1)]


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


def node_columns(
    nodes: Sequence[Options],
    standing: Mapping[str, Standing],
    sourcing: Sourcing,
    badges: Mapping[str, list[int]],
) -> dict[str, list[Any]]:
    """The nodes column by column, with what is marked on them.

    Args:
        nodes: As `node_options` gives them.
        standing: How each claim of the case stands, by its id.
        sourcing: What the claims rest on.
        badges: As `badges_of` gives them.

    Returns:
        Columns of one length. `origins` holds the least and the most independent origins behind a
        claim, `badge` the number of errors and of warnings on a node; both are 0 for none.
    """
    stands = _by_node(standing)
    origins = _by_node(sourcing.independence)
    columns: dict[str, list[Any]] = {
        name: [node[name] for node in nodes] for name in ("id", "kind", "width", "height", "x", "y")
    }
    keys = columns["id"]
    columns["lines"] = ["\n".join(node["lines"]) for node in nodes]
    columns["missing"] = [int(node["missing"]) for node in nodes]
    columns["standing"] = [stands.get(key, "") for key in keys]
    columns["origins"] = [[origins[k].low, origins[k].high] if k in origins else 0 for k in keys]
    columns["badge"] = [badges.get(key, 0) for key in keys]
    return columns


def _by_node(of_claims: Mapping[str, Value]) -> dict[str, Value]:
    """What is known of claims, by the keys of their nodes and not by their ids."""
    prefix = node_key(NodeType.CLAIM, "")
    return {f"{prefix}{claim}": value for claim, value in of_claims.items()}


def badges_of(case: Case, findings: Sequence[Finding]) -> dict[str, list[int]]:
    """How many errors and warnings concern a node; a claim counts what is said of it as its own."""
    if not findings:
        return {}
    claim_of = {a.id: a.claim for a in case.attributions.values()}
    badges: dict[str, list[int]] = {}
    for finding in findings:
        if finding.severity is Severity.INFO:
            continue
        for key in _nodes_concerned(case, finding, claim_of):
            badge = badges.setdefault(key, [0, 0])
            badge[finding.severity is not Severity.ERROR] += 1
    return badges


def _nodes_concerned(case: Case, finding: Finding, claim_of: Mapping[str, str]) -> list[str]:
    found = [
        node_key(node_type, record_id)
        for record_id in finding.ids
        for node_type in NodeType
        if record_id in getattr(case, node_type.section)
    ]
    said = [node_key(NodeType.CLAIM, claim_of[i]) for i in finding.ids if i in claim_of]
    return list(dict.fromkeys(found + said))
