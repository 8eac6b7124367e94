from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphs.layout import DEFAULT_SIZE, positions

Places = dict[str, tuple[float, float]]
Sizes = dict[str, tuple[float, float]]

GRAPHS = {
    "nothing": nx.empty_graph(0),
    "one": nx.empty_graph(1),
    "alone": nx.empty_graph(40),
    "pair": nx.path_graph(2),
    "loop": nx.Graph([(0, 0)]),
    "parallel": nx.MultiDiGraph([(0, 1), (0, 1), (1, 0)]),
    "star": nx.star_graph(60),
    "clique": nx.complete_graph(40),
    "twins": nx.complete_bipartite_graph(2, 60),
    "path": nx.path_graph(50),
    "communities": nx.connected_caveman_graph(12, 20),
    "pieces": nx.disjoint_union_all([nx.path_graph(n) for n in range(1, 12)]),
    "large star": nx.star_graph(700),
}


def named(graph: nx.Graph) -> nx.Graph:
    return nx.relabel_nodes(graph, {node: f"claim:{node:04}" for node in graph})


def overlaps(places: Places, sizes: Sizes) -> list[tuple[str, str]]:
    """All overlapping pairs, by comparing each box with each."""
    keys = sorted(places)
    found = []
    for number, one in enumerate(keys):
        for other in keys[number + 1 :]:
            across = abs(places[one][0] - places[other][0])
            down = abs(places[one][1] - places[other][1])
            wide = (sizes[one][0] + sizes[other][0]) / 2
            high = (sizes[one][1] + sizes[other][1]) / 2
            if across < wide and down < high:
                found.append((one, other))
    return found


def random_sizes(graph: nx.Graph, seed: int = 1) -> Sizes:
    random = np.random.default_rng(seed)
    widths, heights = random.uniform(20, 220, len(graph)), random.uniform(16, 70, len(graph))
    return dict(zip(sorted(graph), zip(widths, heights, strict=True), strict=True))


@pytest.mark.parametrize("name", GRAPHS)
def test_every_node_has_a_place_and_none_overlap(name: str) -> None:
    graph = named(GRAPHS[name])
    sizes = random_sizes(graph)
    places = positions(graph, sizes)
    assert list(places) == sorted(graph)
    assert all(type(value) is float for place in places.values() for value in place)
    assert all(round(value, 1) == value for place in places.values() for value in place)
    assert overlaps(places, sizes) == []


def test_sizes_have_a_default() -> None:
    graph = named(GRAPHS["communities"])
    assert overlaps(positions(graph), dict.fromkeys(graph, DEFAULT_SIZE)) == []
    one_known = positions(graph, {"claim:0000": (400.0, 300.0)})
    sizes = {**dict.fromkeys(graph, DEFAULT_SIZE), "claim:0000": (400.0, 300.0)}
    assert overlaps(one_known, sizes) == []


@settings(max_examples=40, deadline=None)
@given(
    st.integers(min_value=1, max_value=25),
    st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=60),
    st.integers(min_value=0, max_value=5),
)
def test_no_graph_makes_nodes_overlap(count: int, pairs: list[tuple[int, int]], seed: int) -> None:
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{number}" for number in range(count))
    graph.add_edges_from((f"n{a % count}", f"n{b % count}") for a, b in pairs)
    sizes = random_sizes(graph, seed)
    assert overlaps(positions(graph, sizes, seed=seed), sizes) == []


def test_the_order_of_nodes_and_edges_changes_nothing() -> None:
    graph = named(GRAPHS["communities"])
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from(reversed([(head, tail) for tail, head in graph.edges()]))
    assert positions(graph) == positions(turned)


def test_another_seed_gives_another_picture() -> None:
    graph = named(GRAPHS["communities"])
    assert positions(graph, seed=1) == positions(graph, seed=1) != positions(graph, seed=2)


def test_the_seed_of_hashing_changes_nothing() -> None:
    script = (
        "import networkx as nx\n"
        "from graphs.layout import positions\n"
        "graph = nx.relabel_nodes(nx.connected_caveman_graph(9, 25), str)\n"
        "print(positions(graph))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outputs) == 1
    assert b"'224'" in outputs.pop()


def test_the_graph_is_not_changed() -> None:
    graph = named(GRAPHS["parallel"])
    before = nx.node_link_data(graph, edges="edges")
    positions(graph)
    assert nx.node_link_data(graph, edges="edges") == before


def test_communities_lie_apart() -> None:
    graph = named(GRAPHS["communities"])
    places = {key: np.array(place) for key, place in positions(graph).items()}
    caves = [[places[f"claim:{cave * 20 + n:04}"] for n in range(20)] for cave in range(12)]
    centres = [np.mean(cave, axis=0) for cave in caves]
    for number, cave in enumerate(caves):
        for place in cave:
            distances = [np.linalg.norm(place - centre) for centre in centres]
            assert int(np.argmin(distances)) == number


def test_linked_nodes_are_nearer_than_others() -> None:
    graph = named(nx.karate_club_graph())
    places = positions(graph)
    near = [distance(places, pair) for pair in graph.edges()]
    far = [distance(places, pair) for pair in nx.non_edges(graph)]
    assert np.mean(near) < 0.75 * np.mean(far)


def distance(places: Places, pair: tuple[str, str]) -> float:
    return float(np.linalg.norm(np.subtract(places[pair[0]], places[pair[1]])))


@pytest.mark.parametrize("name", ["clique", "communities", "star", "alone", "pieces"])
def test_pictures_are_wider_than_high_but_not_stripes(name: str) -> None:
    places = np.array(list(positions(named(GRAPHS[name])).values()))
    width, height = places.max(axis=0) - places.min(axis=0)
    assert 1.0 < width / height < 2.4


def test_flat_graphs_are_unfolded() -> None:
    grid = nx.convert_node_labels_to_integers(nx.grid_2d_graph(7, 7))
    assert crossings(named(grid)) == 0
    assert crossings(named(nx.cycle_graph(25))) == 0


def crossings(graph: nx.Graph) -> int:
    places = positions(graph)
    lines = [(places[tail], places[head]) for tail, head in graph.edges()]
    return sum(
        cross(*one, *other)
        for number, one in enumerate(lines)
        for other in lines[number + 1 :]
        if not set(one) & set(other)
    )


def cross(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> bool:
    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def side(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])
