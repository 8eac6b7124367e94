from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphs.layout.arrays import Points
from graphs.layout.communities import communities, components, within
from graphs.layout.forces import force_directed
from graphs.layout.overlaps import apart, overlap_finder
from graphs.layout.packing import packed
from graphs.layout.repulsion import exact_repulsion, meshed_repulsion
from graphs.layout.start import unfolded


def boxes(count: int, seed: int, spread: float = 900) -> tuple[Points, Points]:
    random = np.random.default_rng(seed)
    return random.uniform(0, spread, (count, 2)), random.uniform(5, 120, (count, 2))


def overlapping(centres: Points, sizes: Points) -> set[tuple[int, int]]:
    """All overlapping pairs, by comparing each box with each."""
    gaps = np.abs(centres[:, None] - centres[None])
    reach = (sizes[:, None] + sizes[None]) / 2
    first, second = np.nonzero((gaps < reach).all(axis=2))
    return {(int(a), int(b)) for a, b in zip(first, second, strict=True) if a < b}


@pytest.mark.parametrize("count", [2, 50, 301, 800])
def test_overlaps_are_all_found_and_each_once(count: int) -> None:
    centres, sizes = boxes(count, seed=count)
    pairs = overlap_finder(sizes)(centres)
    found = [
        (int(min(pair)), int(max(pair))) for pair in zip(pairs.first, pairs.second, strict=True)
    ]
    assert len(found) == len(set(found))
    assert set(found) == overlapping(centres, sizes)
    assert (pairs.depth > 0).all()


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 60), st.integers(0, 99), st.sampled_from([0.0, 10.0, 900.0]))
def test_boxes_are_moved_apart_also_from_one_place(count: int, seed: int, spread: float) -> None:
    centres, sizes = boxes(count, seed, spread)
    assert overlapping(apart(centres, sizes), sizes) == set()


def test_many_boxes_are_moved_apart() -> None:
    centres, sizes = boxes(700, seed=1, spread=300)
    assert overlapping(apart(centres, sizes), sizes) == set()


def test_boxes_with_room_stay_where_they_are() -> None:
    centres = np.array([[0.0, 0.0], [100.0, 0.0], [0.0, 50.0]])
    sizes = np.full((3, 2), 40.0)
    assert apart(centres, sizes) == pytest.approx(centres, abs=0.01)
    assert overlap_finder(sizes)(centres).first.size == 0


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 80), st.integers(0, 99), st.floats(0.5, 3))
def test_packed_blocks_do_not_overlap_and_fill_their_rows(
    count: int, seed: int, aspect: float
) -> None:
    _, sizes = boxes(count, seed)
    centres = packed(sizes, aspect)
    assert overlapping(centres, sizes - 1e-6) == set()
    extent = (centres + sizes / 2).max(axis=0) - (centres - sizes / 2).min(axis=0)
    # Next-fit decreasing height needs at most twice the area plus one row.
    most = 2 * sizes.prod(axis=1).sum() + 2 * extent[0] * sizes[:, 1].max()
    assert extent.prod() <= most + 1


def test_many_equal_blocks_are_packed_in_the_shape_asked_for() -> None:
    centres = packed(np.full((600, 2), (160.0, 60.0)), 1.6)
    width, height = centres.max(axis=0) - centres.min(axis=0)
    assert 1.4 < width / height < 1.8


@pytest.mark.parametrize("count", [40, 300, 2000])
def test_repulsion_on_a_mesh_is_nearly_that_of_all_pairs(count: int) -> None:
    random = np.random.default_rng(count)
    places, masses = random.normal(0, 30, (count, 2)), random.uniform(1, 6, count)
    exact = exact_repulsion(places, masses)
    meshed = meshed_repulsion(places, masses)
    error = np.linalg.norm(exact - meshed, axis=1) / np.linalg.norm(exact, axis=1)
    assert float(np.median(error)) < 0.1


def test_repulsion_is_the_sum_over_pairs() -> None:
    places = np.array([[0.0, 0.0], [2.0, 0.0], [0.0, 4.0]])
    force = exact_repulsion(places, np.array([1.0, 3.0, 2.0]))
    assert force[0] == pytest.approx([-3 / 2, -2 / 4])


def test_linked_nodes_end_nearer_than_others() -> None:
    edges = np.array([[0, 1], [2, 3]])
    start = np.random.default_rng(0).uniform(-1, 1, (4, 2))
    places = force_directed(np.full(4, 2.0), edges, np.ones(2), start)
    lengths = {pair: np.linalg.norm(places[pair[0]] - places[pair[1]]) for pair in PAIRS}
    assert max(lengths[0, 1], lengths[2, 3]) < min(lengths[0, 2], lengths[1, 3])


PAIRS = [(0, 1), (2, 3), (0, 2), (1, 3)]


def test_a_path_starts_in_line() -> None:
    edges = np.array([[n, n + 1] for n in range(29)])
    places = unfolded(30, edges, np.random.default_rng(0))
    steps = np.linalg.norm(np.diff(places, axis=0), axis=1)
    ends = np.linalg.norm(places[0] - places[-1])
    assert ends > 5 * steps.max()


EDGE_LISTS = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=40)


@given(EDGE_LISTS)
def test_components_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    graph = nx.empty_graph(20)
    graph.add_edges_from((a, b) for a, b in pairs if a != b)
    edges = np.array(sorted(tuple(sorted(edge)) for edge in graph.edges())).reshape(-1, 2)
    found = [set(group.tolist()) for group in components(20, edges)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, nx.connected_components(graph)))
    assert [min(group) for group in found] == sorted(min(group) for group in found)


@given(EDGE_LISTS)
def test_edges_are_sorted_into_the_groups_that_hold_both_ends(pairs: list[tuple[int, int]]) -> None:
    edges = np.array(sorted({(min(p), max(p)) for p in pairs if p[0] != p[1]})).reshape(-1, 2)
    edges = edges.astype(np.int64)
    groups = communities(20, edges, np.ones(len(edges)), seed=1)
    assert sorted(node for group in groups for node in group.tolist()) == list(range(20))
    rows, group_of = within(groups, edges, 20)
    for number, group in enumerate(groups):
        members = set(group.tolist())
        expected = [n for n, (a, b) in enumerate(edges.tolist()) if {a, b} <= members]
        assert rows[number].tolist() == expected
        assert (group_of[group] == number).all()
