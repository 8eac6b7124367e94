from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphs.layout import DEFAULT_SIZE, positions

WIDTH, HEIGHT = DEFAULT_SIZE


def named(graph: nx.Graph) -> nx.Graph:
    return nx.relabel_nodes(graph, {node: f"n{node:04}" for node in graph})


def closest(places: dict[str, tuple[float, float]]) -> float:
    """How much of a box's width or height lies between the two nearest boxes; 1 is touching."""
    values = np.array(list(places.values()))
    gaps = np.abs(values[:, None] - values[None]) / (WIDTH, HEIGHT)
    gaps[np.diag_indices(len(values))] = np.inf
    return float(gaps.max(axis=2).min())


def test_old_nodes_keep_their_places_and_new_ones_come_near_their_neighbours() -> None:
    graph = named(nx.connected_caveman_graph(6, 10))
    before = positions(graph)
    graph.add_edge("new", "n0003")
    after = positions(graph, previous=before)
    assert {key: after[key] for key in before} == before
    assert closest(after) >= 1
    offset = np.abs(np.subtract(after["new"], after["n0003"]))
    assert (offset < (4 * WIDTH, 8 * HEIGHT)).all()


def test_nodes_that_went_leave_no_trace() -> None:
    graph = named(nx.path_graph(12))
    before = positions(graph)
    graph.remove_node("n0004")
    after = positions(graph, previous=before)
    assert after == {key: place for key, place in before.items() if key != "n0004"}


def test_an_earlier_picture_of_other_nodes_is_no_help() -> None:
    graph = named(nx.path_graph(12))
    assert positions(graph, previous={"gone": (0.0, 0.0)}) == positions(graph)


def test_new_nodes_without_old_neighbours_go_below_the_picture() -> None:
    graph = named(nx.path_graph(12))
    before = positions(graph)
    graph.add_edges_from([("x", "y"), ("y", "z")])
    after = positions(graph, previous=before)
    lowest = max(y for _, y in before.values())
    assert after["x"][1] > lowest
    assert closest(after) >= 1


def test_many_new_nodes_at_one_place_all_find_room() -> None:
    graph = named(nx.path_graph(3))
    before = positions(graph)
    graph.add_edges_from(("n0001", f"new{number:04}") for number in range(400))
    after = positions(graph, previous=before)
    assert {key: after[key] for key in before} == before
    assert closest(after) >= 1


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), min_size=1, max_size=30),
    st.integers(min_value=1, max_value=15),
)
def test_adding_never_moves_and_never_overlaps(edges: list[tuple[int, int]], known: int) -> None:
    graph = named(nx.Graph(edges))
    before = dict(list(positions(graph).items())[:known])
    after = positions(graph, previous=before)
    assert {key: after[key] for key in before} == before
    assert len(after) == len(graph)
    assert len(after) == 1 or closest(after) >= 1


@pytest.mark.parametrize("size", [(30.0, 20.0), (300.0, 100.0)])
def test_sizes_count_when_nodes_are_added(size: tuple[float, float]) -> None:
    before = {"a": (0.0, 0.0), "b": (500.0, 0.0)}
    graph = nx.Graph([("a", "new"), ("b", "new")])
    new = positions(graph, {"new": size}, previous=before)["new"]
    for x, y in before.values():
        apart_across = abs(new[0] - x) >= (size[0] + WIDTH) / 2
        apart_down = abs(new[1] - y) >= (size[1] + HEIGHT) / 2
        assert apart_across or apart_down
