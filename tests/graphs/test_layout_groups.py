from __future__ import annotations

import networkx as nx
import pytest

from graphs.layout import groups
from graphs.layout.compaction import MOST
from graphs.layout.positions import positions


def named(graph: nx.Graph) -> nx.Graph:
    return nx.relabel_nodes(graph, {node: f"n{node:04}" for node in graph})


def test_small_graphs_are_groups_of_one():
    found = groups(named(nx.path_graph(5)), most=5)

    assert found.groups == [["n0000"], ["n0001"], ["n0002"], ["n0003"], ["n0004"]]
    assert not found.has_rest


def test_communities_become_groups_and_every_node_is_in_one():
    graph = named(nx.connected_caveman_graph(12, 20))
    found = groups(graph, most=20)

    assert sorted(key for group in found.groups for key in group) == sorted(graph)
    assert len(found.groups) == 12
    assert not found.has_rest
    assert all({int(key[1:]) // 20 for key in group} == {n} for n, group in _by_first(found))


def _by_first(found):
    return sorted((int(group[5][1:]) // 20, group) for group in found.groups)


def test_too_many_communities_are_joined_but_never_into_one_heap():
    graph = named(nx.connected_caveman_graph(60, 10))
    found = groups(graph, most=15)

    assert len(found.groups) <= 15
    assert max(len(group) for group in found.groups) <= 4 * 600 / 15


def test_what_hangs_on_nothing_is_the_rest():
    graph = named(
        nx.disjoint_union(nx.connected_caveman_graph(4, 20), nx.empty_graph(50)),
    )
    found = groups(graph, most=10)

    assert found.has_rest
    assert len(found.groups) == 10
    assert all(int(key[1:]) >= 80 for key in found.groups[-1])
    assert len(found.groups[-1]) > 40
    assert sum(len(group) for group in found.groups[:-1]) == 130 - len(found.groups[-1])


def test_groups_are_the_same_each_time_whatever_the_order():
    graph = named(nx.connected_caveman_graph(30, 8))
    turned = nx.Graph()
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_edges_from(reversed(list(graph.edges())))

    assert groups(graph, most=12) == groups(turned, most=12)


@pytest.mark.parametrize("canvas", [0.7, 1.15, 1.9])
def test_a_small_picture_takes_the_shape_of_its_canvas(canvas):
    parts = [nx.connected_caveman_graph(4, 8), *(nx.path_graph(n) for n in (2, 3, 2, 4, 1, 1))]
    graph = named(nx.disjoint_union_all(parts))
    sizes = dict.fromkeys(graph, (120.0, 40.0))
    own, fitted = positions(graph, sizes), positions(graph, sizes, canvas=canvas)

    def side(places):
        (left, top), (right, bottom) = (
            (f(x for x, _ in places.values()), f(y for _, y in places.values())) for f in (min, max)
        )
        width, height = right - left + 120, bottom - top + 40
        return max(width, height * canvas), width / height

    assert side(fitted)[0] < side(own)[0]
    assert canvas / 1.5 < side(fitted)[1] < canvas * 1.5


def test_a_picture_for_a_canvas_is_dense_and_nothing_overlaps():
    graph = named(nx.random_labeled_tree(MOST, seed=4))
    sizes = {key: (60.0 + 10 * (n % 9), 26.0 + 8 * (n % 4)) for n, key in enumerate(sorted(graph))}
    places = positions(graph, sizes, canvas=1.15)
    keys = list(places)
    for number, one in enumerate(keys):
        for other in keys[number + 1 :]:
            across = abs(places[one][0] - places[other][0]) * 2 >= sizes[one][0] + sizes[other][0]
            down = abs(places[one][1] - places[other][1]) * 2 >= sizes[one][1] + sizes[other][1]
            assert across or down, (one, other)
    width = max(x for x, _ in places.values()) - min(x for x, _ in places.values())
    height = max(y for _, y in places.values()) - min(y for _, y in places.values())
    boxes = sum((w + 20) * (h + 23) for w, h in sizes.values())
    assert width * height < 2.2 * boxes
