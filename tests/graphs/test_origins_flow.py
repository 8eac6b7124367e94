"""Disjoint routes and the cut that stops them, against NetworkX on graphs of some size."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from graphs.origins.flow import DisjointRoutes, turned

START, END = "start", "end"


def random_graph(rng: random.Random) -> tuple[list[list[int]], set[int], set[int], list[int]]:
    """Ways onward, ends, lasting nodes and starts; loops, and starts that are ends, included."""
    size = rng.randint(2, 40)
    ends = set(rng.sample(range(size), rng.randint(1, max(1, size // 5))))
    onward = [
        [] if node in ends else rng.sample(range(size), min(size, rng.choice([0, 1, 2, 3, 3])))
        for node in range(size)
    ]
    lasting = {node for node in range(size) if node not in ends and rng.random() < 0.2}
    return onward, ends, lasting, rng.sample(range(size), rng.randint(1, max(1, size // 4)))


def split(
    onward: list[list[int]], ends: set[int], lasting: set[int], starts: list[int]
) -> nx.DiGraph:
    """The same question for NetworkX; an edge without a capacity holds any number."""
    graph = nx.DiGraph()
    graph.add_nodes_from([START, END])
    for node, ways in enumerate(onward):
        if node in lasting:
            graph.add_edge((node, "in"), (node, "out"))
        else:
            graph.add_edge((node, "in"), (node, "out"), capacity=1)
        graph.add_edges_from(((node, "out"), (way, "in")) for way in ways)
    graph.add_edges_from((START, (node, "in")) for node in starts)
    graph.add_edges_from(((node, "out"), END) for node in ends)
    return graph


def nearest_the_ends(graph: nx.DiGraph) -> list[int]:
    """The nodes of which, with all routes there, only the way out still leads to an end."""
    left = nx.algorithms.flow.edmonds_karp(graph, START, END)
    left.remove_edges_from(
        [e for e in left.edges if left.edges[e]["flow"] == left.edges[e]["capacity"]]
    )
    near = nx.ancestors(left, END)
    nodes = {node for node in graph if node not in (START, END)}
    return sorted(
        n for n, side in nodes if side == "out" and (n, side) in near and (n, "in") not in near
    )


@pytest.mark.parametrize("seed", range(300))
def test_as_many_routes_and_the_same_cut_as_networkx(seed: int) -> None:
    onward, ends, lasting, starts = random_graph(random.Random(seed))  # noqa: S311  # no secrets
    found = DisjointRoutes(onward, ends, lasting)
    count = 0
    for start in starts:
        while found.add(start):
            count += 1
    graph = split(onward, ends, lasting, starts)
    assert count == nx.maximum_flow_value(graph, START, END) == len(found.cut())
    assert found.cut() == nearest_the_ends(graph)


def test_a_route_is_pushed_aside_where_that_makes_room_for_another() -> None:
    """Both 0 and 1 can go over 2; only 0 can also go over 3."""
    found = DisjointRoutes([[2, 3], [2], [4], [5], [], []], {4, 5}, set())
    assert [found.add(1), found.add(0), found.add(0)] == [True, True, False]
    assert found.cut() == [4, 5]


def test_turned_ways_lead_back() -> None:
    assert turned([[1, 2], [2], []]) == [[], [0], [0, 1]]
