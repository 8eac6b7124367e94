"""Setting connected parts into each other's gaps, as puzzle pieces are, around the middle."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from graphs.layout.arrays import Edges, Points

CELL = 16.0
"""Side of the cells that boxes and lines are rounded to, in pixels."""

Cells = NDArray[np.int64]
"""Columns and rows of cells, shape (n, 2)."""


def filled(
    parts: Sequence[Points], sizes: Sequence[Points], lines: Sequence[Edges], aspect: float
) -> list[Points]:
    """Move parts until they lie close together without touching one another's boxes and lines.

    Args:
        parts: The centres of the boxes of each part, the largest part first.
        sizes: Their widths and heights with the gap around them.
        lines: The edges of each part, as rows of its centres.
        aspect: Width to height of the canvas that the whole should fit.

    Returns:
        New centres of each part, in the order given.

    Notes:
        Each part takes the free place that keeps the whole nearest to the middle, after the packing
        of polyominoes by Freivalds, Dogrusoz and Kikusts (2002). Cost: parts times the area of the
        whole in cells; meant for small graphs.
    """
    pieces = [_cells(*each) for each in zip(parts, sizes, lines, strict=True)]
    taken = _Grid(sum(len(piece) for piece in pieces), max(np.ptp(p, axis=0).max() for p in pieces))
    moved = []
    for centres, piece in zip(parts, pieces, strict=True):
        step = taken.place(piece, aspect)
        moved.append(centres + step * CELL)
    return moved


def _cells(centres: Points, sizes: Points, lines: Edges) -> Cells:
    """The cells that a part covers, each once."""
    covered = [_covered(c - s / 2, c + s / 2) for c, s in zip(centres, sizes, strict=True)]
    covered += [_crossed(centres[tail], centres[head]) for tail, head in lines]
    return np.asarray(np.unique(np.concatenate(covered), axis=0))


def _covered(low: Points, high: Points) -> Cells:
    first = np.floor(low / CELL).astype(np.int64)
    last = np.ceil(high / CELL).astype(np.int64)
    across, down = np.arange(first[0], last[0]), np.arange(first[1], last[1])
    return np.stack(np.meshgrid(across, down, indexing="ij"), axis=-1).reshape(-1, 2)


def _crossed(start: Points, end: Points) -> Cells:
    steps = int(np.abs(end - start).max() / CELL * 2) + 2
    share = np.linspace(0, 1, steps)[:, None]
    return np.floor((start + (end - start) * share) / CELL).astype(np.int64)


class _Grid:
    """Which cells are taken, on a square of cells about the middle."""

    def __init__(self, cells: int, longest: int) -> None:
        self._half = int(2 * np.sqrt(cells) + longest + 2)
        self._taken = np.zeros((2 * self._half, 2 * self._half), dtype=bool)

    def place(self, piece: Cells, aspect: float) -> Cells:
        """Take the best free place for a piece; returns by how many cells it moves there."""
        middle = (piece.min(axis=0) + piece.max(axis=0)) // 2
        shape = piece - middle
        reach = self._half - int(np.abs(shape).max()) - 1
        cost = np.where(self._is_taken(shape, reach), np.inf, _far(reach, shape, aspect))
        best = np.array(np.unravel_index(int(cost.argmin()), cost.shape)) - reach
        self._taken[tuple((shape + best + self._half).T)] = True
        return np.asarray(best - middle)

    def _is_taken(self, shape: Cells, reach: int) -> NDArray[np.bool_]:
        """For each step of up to `reach` cells, whether the piece would touch what is there."""
        side = 2 * reach + 1
        blocked = np.zeros((side, side), dtype=bool)
        if self._taken.any():
            for across, down in shape + self._half - reach:
                blocked |= self._taken[across : across + side, down : down + side]
        return blocked


def _far(reach: int, shape: Cells, aspect: float) -> Points:
    """For each step, how far from the middle the piece would reach, sides before corners."""
    axis = np.arange(-reach, reach + 1)
    low, high = shape.min(axis=0), shape.max(axis=0)
    across, down = (np.maximum(np.abs(axis + low[i]), np.abs(axis + high[i])) for i in (0, 1))
    across, down = across[:, None], down[None, :] * aspect
    return np.asarray(np.maximum(across, down) + 1e-3 * (across + down))
