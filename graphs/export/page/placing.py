"""Where the page draws nodes: all in one picture, or group by group where there are too many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graphs.export.page.boxes import Box
from graphs.export.page.overview import overview
from graphs.layout import groups, positions

Place = tuple[float, float]

CANVAS = 1.2
"""Width to height of the canvas between legend and panel on common screens."""

WHOLE = 10_000
"""Nodes up to which one picture shows all of them."""


@dataclass(frozen=True)
class Placing:
    """Where nodes are drawn.

    Attributes:
        places: The centre of each node in whole pixels: in the one picture, or in that of its
            group.
        groups: The picture of the groups, ready for JSON; None where one picture shows all.
    """

    places: Mapping[str, tuple[int, int]]
    groups: dict[str, Any] | None


def placed(
    graph: nx.MultiDiGraph, boxes: Mapping[str, Box], previous: Mapping[str, Place] | None
) -> Placing:
    """Place every node of a graph.

    Args:
        graph: The graph.
        boxes: The box of each node.
        previous: Where nodes stood in an earlier page; they stay there where one picture shows
            all.
    """
    sizes = {key: (float(box.width), float(box.height)) for key, box in boxes.items()}
    if len(graph) <= WHOLE and previous and graph.nodes <= previous.keys():
        return Placing(_whole({key: previous[key] for key in sorted(graph)}), None)
    if len(graph) <= WHOLE:
        return Placing(_whole(positions(graph, sizes, previous=previous, canvas=CANVAS)), None)
    places: dict[str, tuple[int, int]] = {}
    found = groups(graph)
    for group in found.groups:
        places |= _whole(positions(graph.subgraph(group), sizes, canvas=CANVAS))
    return Placing(places, overview(graph, found, CANVAS))


def _whole(places: Mapping[str, Place]) -> dict[str, tuple[int, int]]:
    return {key: (round(x), round(y)) for key, (x, y) in places.items()}
