from __future__ import annotations

import networkx as nx
import pytest
from click.testing import CliRunner

from bench import layouts
from bench.layouts import crossings, main, overlaps, plain, scaled_like

SQUARE = {"a": (0.0, 0.0), "b": (100.0, 100.0), "c": (0.0, 100.0), "d": (100.0, 0.0)}


def test_crossings_count_pairs_without_a_common_end() -> None:
    assert crossings(nx.Graph([("a", "b"), ("c", "d")]), SQUARE) == 1
    assert crossings(nx.Graph([("a", "c"), ("b", "d")]), SQUARE) == 0
    assert crossings(nx.Graph([("a", "b"), ("b", "c")]), SQUARE) == 0
    assert crossings(nx.complete_graph(list(SQUARE)), SQUARE) == 1


def test_overlaps_compare_boxes_of_the_usual_size() -> None:
    assert overlaps({"a": (0.0, 0.0), "b": (139.0, 39.0), "c": (139.0, 80.0)}) == 1


def test_pictures_are_compared_at_the_same_area() -> None:
    half = {key: (x / 2, y / 2) for key, (x, y) in SQUARE.items()}

    scaled = scaled_like(half, SQUARE)
    assert all(scaled[key] == pytest.approx(place) for key, place in SQUARE.items())


def test_loops_and_parallel_edges_do_not_count() -> None:
    bare = plain(nx.MultiDiGraph([(1, 2), (2, 1), (1, 1), (2, 3)]))

    assert sorted(bare.edges()) == [("1", "2"), ("2", "3")]


def test_every_layout_is_reported_for_every_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layouts, "GRAPHS", {"karate club": nx.karate_club_graph})
    monkeypatch.setattr(layouts, "SIZES", (100, 200))
    quality, growth = CliRunner().invoke(main).output.split("\n\n")
    lines = quality.splitlines()

    assert [line.split(" | ")[3] for line in lines[2:]] == list(layouts.LAYOUTS)
    assert [line.split(" | ")[5] for line in lines[2:4]] == ["0", "0"]
    assert [line.split(" | ")[0] for line in growth.splitlines()[2:]] == ["| 102", "| 205"]
