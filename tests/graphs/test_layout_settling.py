"""Moving single boxes: lines meet as exact numbers say, and nothing gets worse."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graphs.layout import positions
from graphs.layout.arrangement import extent
from graphs.layout.arrays import Points
from graphs.layout.lines import cross, run_under
from graphs.layout.part import GAP, Part, part_of
from graphs.layout.settling import settled

COORDINATES = st.integers(-9, 9)
POINTS = st.tuples(COORDINATES, COORDINATES)
Spot = tuple[int, int]


def points(*pairs: tuple[float, float]) -> list[Points]:
    return [np.array(pair, dtype=float) for pair in pairs]


def meeting(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    """Whether two lines that are not parallel have a point in common, with exact numbers."""
    across, down = (b[0] - a[0], b[1] - a[1]), (d[0] - c[0], d[1] - c[1])
    turn = across[0] * down[1] - across[1] * down[0]
    offset = (c[0] - a[0], c[1] - a[1])
    along = Fraction(offset[0] * down[1] - offset[1] * down[0], turn)
    other = Fraction(offset[0] * across[1] - offset[1] * across[0], turn)
    return 0 < along < 1 and 0 < other < 1


@given(POINTS, POINTS, POINTS, POINTS)
def test_lines_cross_where_exact_numbers_say_so(a: Spot, b: Spot, c: Spot, d: Spot) -> None:
    corners = [(a, b, c), (a, b, d), (c, d, a), (c, d, b)]
    assume(
        all((q[0] - p[0]) * (r[1] - p[1]) != (q[1] - p[1]) * (r[0] - p[0]) for p, q, r in corners)
    )
    assume((b[0] - a[0]) * (d[1] - c[1]) != (b[1] - a[1]) * (d[0] - c[0]))
    assert bool(cross(*points(a, b, c, d))) == meeting(a, b, c, d)


def clipped(a: Spot, b: Spot, low: Spot, high: Spot) -> bool:
    """Whether any of a line is left when it is clipped to a box (Liang and Barsky 1984)."""
    first, last = Fraction(0), Fraction(1)
    for axis in (0, 1):
        way = b[axis] - a[axis]
        if way == 0:
            if not low[axis] <= a[axis] <= high[axis]:
                return False
            continue
        stops = sorted((Fraction(low[axis] - a[axis], way), Fraction(high[axis] - a[axis], way)))
        first, last = max(first, stops[0]), min(last, stops[1])
    return first <= last


@given(POINTS, POINTS, POINTS, st.tuples(st.integers(1, 6), st.integers(1, 6)))
def test_lines_run_under_boxes_where_clipping_leaves_something(
    a: Spot, b: Spot, middle: Spot, half: Spot
) -> None:
    low, high = ((middle[0] + s * half[0], middle[1] + s * half[1]) for s in (-1, 1))
    size = (2 * half[0], 2 * half[1])
    assert bool(run_under(*points(a, b, middle, size))) == clipped(a, b, low, high)


def grid(count: int, seed: int) -> tuple[Part, Points]:
    """A random tree whose boxes stand in a wide grid, in no order."""
    graph = nx.relabel_nodes(nx.random_labeled_tree(count, seed=seed), lambda n: f"n{n:03}")
    part = part_of(graph, sorted(graph), {})
    order = np.random.default_rng(seed).permutation(count)
    return part, np.stack([order % 5 * 260.0 - 520, order // 5 * 130.0 - 300], axis=1)


def tangle(part: Part, centres: Points) -> float:
    """What settling is to lessen, counted pair by pair."""
    lines = [tuple(line) for line in part.edges.tolist()]
    length = sum(float(np.hypot(*(centres[a] - centres[b]))) for a, b in lines)
    boxes = part.sizes - GAP
    clear = [max(abs(centres[a] - centres[b]) - (boxes[a] + boxes[b]) / 2) for a, b in lines]
    length += 4 * sum(max(34 - gap, 0.0) for gap in clear)
    crossed = sum(
        bool(cross(*(centres[end] for end in (*one, *other))))
        for one, other in combinations(lines, 2)
        if not set(one) & set(other)
    )
    hidden = sum(
        bool(run_under(centres[a], centres[b], centres[n], part.sizes[n]))
        for a, b in lines
        for n in range(len(centres))
        if n not in (a, b)
    )
    return float(length + 200 * crossed + 240 * hidden)


@settings(max_examples=15, deadline=None)
@given(st.integers(3, 25), st.integers(0, 99))
def test_settling_lessens_the_tangle_and_overlaps_nothing(count: int, seed: int) -> None:
    part, centres = grid(count, seed)
    frame = np.array([1400.0, 800.0])
    moved = settled(part, centres, part.sizes, frame)
    assert tangle(part, moved) <= tangle(part, centres)
    for one, other in combinations(range(count), 2):
        apart = np.abs(moved[one] - moved[other]) * 2 >= part.sizes[one] + part.sizes[other] - 1e-3
        assert apart.any()


def test_what_sticks_out_of_the_frame_moves_inside() -> None:
    part, centres = grid(12, 3)
    centres[4] = (2000.0, 0.0)
    moved = settled(part, centres, part.sizes, np.array([1400.0, 800.0]))
    assert (np.abs(moved) + part.sizes / 2 <= np.array([700.0, 400.0]) + 1e-6).all()


def test_settling_leaves_its_arguments_alone() -> None:
    part, centres = grid(12, 3)
    before = centres.copy()
    settled(part, centres, part.sizes, np.array([1400.0, 800.0]))
    assert (centres == before).all()


@pytest.mark.parametrize("lines", [60, 260])
def test_pictures_with_few_and_with_many_lines_fit_a_canvas(lines: int) -> None:
    graph = nx.relabel_nodes(nx.gnm_random_graph(60, lines, seed=5), lambda n: f"n{n:02}")
    places = positions(graph, canvas=1.2)
    boxes = np.full((60, 2), (140.0, 40.0))
    width, height = extent(np.array(list(places.values())), boxes)
    assert 0.9 < width / height < 1.6
    assert boxes.prod(axis=1).sum() / (width * height) > 0.3
