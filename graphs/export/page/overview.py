"""The picture of a large case: groups of nodes, and how much speaks for and against between them.

What supports and what contradicts is counted apart, so that a contest does not cancel out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from graphs.export.page.drawn_edges import group_of
from graphs.keys import EdgeType
from graphs.layout import Grouping, positions

TIES = ("for", "against", "other")
"""What ties between groups are told apart by."""

_FOR = frozenset({"affirms", EdgeType.SUPPORTS.value})
_AGAINST = frozenset({"opposes", EdgeType.CONTRADICTS.value, EdgeType.UNDERCUTS.value})
_NAMES = 2
_SIZE = (190.0, 84.0)


def overview(graph: nx.MultiDiGraph, grouping: Grouping, canvas: float) -> dict[str, Any]:
    """The groups of a graph as nodes, and what ties them together.

    Args:
        graph: The graph.
        grouping: Its nodes in groups.
        canvas: Width to height of what the picture has to fit.

    Returns:
        Columns over the groups: `x`, `y`, `names` (of its best connected nodes; none for the
        rest), `inside` (how many edges within speak for, against, or neither); `of`, the group of
        each node in the order of its key; and `ties` between groups as [one, other, kind, how
        many], kind being a row of `TIES`.
    """
    groups = grouping.groups
    group_of_node = {key: number for number, group in enumerate(groups) for key in group}
    ties = _ties(graph, group_of_node)
    places = _places(len(groups), ties, canvas)
    named = groups[:-1] if grouping.has_rest else groups
    return {
        "x": [round(x) for x, _ in places],
        "y": [round(y) for _, y in places],
        "width": int(_SIZE[0]),
        "height": int(_SIZE[1]),
        "names": [_best_connected(graph, group) for group in named] + [[]] * grouping.has_rest,
        "inside": [[ties[n, n, kind] for kind in range(len(TIES))] for n in range(len(groups))],
        "of": [group_of_node[key] for key in sorted(graph)],
        "ties": [[*tie, count] for tie, count in sorted(ties.items()) if tie[0] != tie[1]],
    }


def _ties(
    graph: nx.MultiDiGraph, group_of_node: Mapping[str, int]
) -> Counter[tuple[int, int, int]]:
    return Counter(
        (group_of_node[tail], group_of_node[head], _kind(data))
        for tail, head, data in graph.edges(data=True)
    )


def _kind(data: Mapping[str, Any]) -> int:
    group = group_of(data)
    return 0 if group in _FOR else 1 if group in _AGAINST else 2


def _places(
    count: int, ties: Mapping[tuple[int, int, int], int], canvas: float
) -> list[tuple[float, float]]:
    quotient = nx.MultiGraph()
    names = [f"{number:06}" for number in range(count)]
    quotient.add_nodes_from(names)
    quotient.add_edges_from((names[one], names[other]) for one, other, _ in ties)
    places = positions(quotient, dict.fromkeys(names, _SIZE), canvas=canvas)
    return [places[name] for name in names]


def _best_connected(graph: nx.MultiDiGraph, group: Sequence[str]) -> list[str]:
    """The labels of the few nodes of a group that most edges end at."""
    best = sorted(group, key=lambda key: (-graph.degree(key), key))[:_NAMES]
    return [str(graph.nodes[key]["label"]) for key in best]
