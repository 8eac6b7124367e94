"""Moving boxes apart until none overlap, keeping their arrangement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graphs.layout.arrays import Indices, Points

_COMPARED = 300
_ROUNDS = 40
_GROWTH = 1.08
_SLACK = 0.5


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of overlapping boxes, each once.

    Attributes:
        first: Indices of the one, shape (m,).
        second: Indices of the other, shape (m,).
        depth: By how much they overlap in x and in y, shape (m, 2), in pixels.
    """

    first: Indices
    second: Indices
    depth: Points


def apart(centres: Points, sizes: Points) -> Points:
    """Move boxes until none overlap.

    Overlapping boxes are pushed apart along the axis on which they overlap least, half the way
    each. Where that does not settle within a number of rounds, the whole arrangement is widened a
    little, which makes room for certain in the end.

    Args:
        centres: Where the boxes are, shape (n, 2).
        sizes: Their widths and heights, with whatever gap is wanted, shape (n, 2).

    Returns:
        New centres, shape (n, 2).
    """
    centres = _distinct(centres)
    overlaps = overlap_finder(sizes)
    while True:
        for _ in range(_ROUNDS):
            pairs = overlaps(centres)
            if not len(pairs.first):
                return centres
            centres = _push(centres, pairs)
        centres = centres * _GROWTH


def overlap_finder(sizes: Points) -> Callable[[Points], Pairs]:
    """A function that finds every pair of overlapping boxes for given centres.

    Few boxes are compared all with all; many are sorted into cells as large as the largest box
    and compared with those of neighbouring cells only, which is linear where sizes are similar.
    """
    return _all_with_all(sizes) if len(sizes) <= _COMPARED else _near_with_near(sizes)


def _all_with_all(sizes: Points) -> Callable[[Points], Pairs]:
    width, height = ((sizes[:, None, axis] + sizes[None, :, axis]) / 2 for axis in (0, 1))
    later = np.triu(np.ones((len(sizes), len(sizes)), dtype=bool), 1)

    def find(centres: Points) -> Pairs:
        across = width - np.abs(centres[:, None, 0] - centres[None, :, 0])
        down = height - np.abs(centres[:, None, 1] - centres[None, :, 1])
        first, second = np.nonzero((across > 0) & (down > 0) & later)
        return Pairs(first, second, np.stack([across[first, second], down[first, second]], axis=1))

    return find


def _near_with_near(sizes: Points) -> Callable[[Points], Pairs]:
    largest = sizes.max(axis=0)

    def find(centres: Points) -> Pairs:
        first, second = _neighbours(np.floor(centres / largest).astype(np.int64))
        across, down = (
            (sizes[first, axis] + sizes[second, axis]) / 2
            - np.abs(centres[first, axis] - centres[second, axis])
            for axis in (0, 1)
        )
        hit = (across > 0) & (down > 0)
        return Pairs(first[hit], second[hit], np.stack([across[hit], down[hit]], axis=1))

    return find


def _neighbours(cells: NDArray[np.int64]) -> tuple[Indices, Indices]:
    """Pairs of boxes in the same or in touching cells (column, row), each once."""
    cells = cells - cells.min(axis=0) + 1
    rows = int(cells[:, 1].max()) + 2
    codes = cells[:, 0] * rows + cells[:, 1]
    order = np.argsort(codes, kind="stable")
    # Cells in one column follow on each other: three of the next column, two of this one.
    beside = _in_range(codes[order], rows - 1, rows + 1)
    below = _in_range(codes[order], 0, 1)
    first, second = np.concatenate([beside, below], axis=1)
    return order[first], order[second]


def _in_range(codes: NDArray[np.int64], low: int, high: int) -> Indices:
    """Pairs of each box with the later ones whose cell lies `low` to `high` further on.

    Args:
        codes: The cell of each box, sorted.
        low: How many cells further on the first lies.
        high: How many the last does.

    Returns:
        Rows of `codes`, shape (2, m).
    """
    start = np.searchsorted(codes, codes + low, side="left")
    start = np.maximum(start, np.arange(1, len(codes) + 1))
    count = np.searchsorted(codes, codes + high, side="right") - start
    first = np.repeat(np.arange(len(codes)), count)
    within = np.arange(len(first)) - np.repeat(np.cumsum(count) - count, count)
    return np.stack([first, np.repeat(start, count) + within])


def _push(centres: Points, pairs: Pairs) -> Points:
    axis = np.argmin(pairs.depth, axis=1)
    rows = np.arange(len(axis))
    ahead = centres[pairs.second, axis] >= centres[pairs.first, axis]
    way = np.where(ahead, 0.5, -0.5) * (pairs.depth[rows, axis] + _SLACK)
    moved = centres.copy()
    np.add.at(moved, (pairs.first, axis), -way)
    np.add.at(moved, (pairs.second, axis), way)
    return moved


def _distinct(centres: Points) -> Points:
    """Tell apart boxes at the very same place, by less than can be seen."""
    rank = np.arange(len(centres), dtype=np.float64)
    return centres + np.stack([np.zeros_like(rank), rank * 1e-4], axis=1)
