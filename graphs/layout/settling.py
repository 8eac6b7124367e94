"""Moving single boxes of a small picture to free places where their lines are short and clear."""

from __future__ import annotations

import numpy as np

from graphs.layout.arrays import Indices, Numbers, Points
from graphs.layout.lines import cross, run_under
from graphs.layout.part import GAP, Part

_STEP = 22.0
_TRIED = 24
_CROSSED = 200.0
_HIDDEN = 240.0
_OUTSIDE = 20.0
_CLEAR = 34.0
_CRAMPED = 4.0


def settled(part: Part, centres: Points, sizes: Points, frame: Points) -> Points:
    """Offer each box the free places of a frame nearest to what it is linked to.

    A box moves where that makes its lines shorter, uncrosses them, or brings them out from under
    other boxes; one that sticks out of the frame moves inside where it can.

    Args:
        part: The boxes and the lines among them.
        centres: Where the boxes are, shape (n, 2), about the origin.
        sizes: Their widths and heights with the gap to keep around them, shape (n, 2).
        frame: Width and height of the frame about the origin, shape (2,).

    Returns:
        New centres; boxes that did not overlap do not overlap. Cost: n times nodes and edges; meant
        for small graphs.
    """
    picture = _Picture(part, centres.copy(), sizes, frame)
    for node in picture.farthest_out_first():
        picture.move(node)
    return picture.centres


class _Picture:
    """Boxes and lines in a frame, box by box on the move."""

    def __init__(self, part: Part, centres: Points, sizes: Points, frame: Points) -> None:
        self.centres = centres
        self._part = part
        self._sizes = sizes
        self._half = frame / 2
        self._is_at = [(part.edges == node).any(axis=1) for node in range(len(sizes))]
        self._linked = [part.edges[own].sum(axis=1) - n for n, own in enumerate(self._is_at)]

    def farthest_out_first(self) -> Indices:
        out = self._outside(self.centres, self._sizes)
        return np.argsort(-out, kind="stable")

    def move(self, node: int) -> None:
        spots = np.concatenate([self.centres[node][None], self._free(node)])
        cost = self._tangle(node, spots) + _OUTSIDE * self._outside(spots, self._sizes[node])
        best = int(cost.argmin())
        if cost[best] < cost[0] - 1:
            self.centres[node] = spots[best]

    def _outside(self, centres: Points, sizes: Points) -> Numbers:
        return np.asarray(np.maximum(np.abs(centres) + sizes / 2 - self._half, 0).sum(axis=1))

    def _free(self, node: int) -> Points:
        """The free places of the frame nearest to the middle of what a box is linked to."""
        room = np.maximum(self._half - self._sizes[node] / 2, 0)
        counts = (2 * room // _STEP).astype(np.int64) + 1
        across, down = (np.linspace(-r, r, n) for r, n in zip(room, counts, strict=True))
        taken = self._taken(node, 0, across) @ self._taken(node, 1, down).T
        columns, rows = np.nonzero(taken < 1)
        spots = np.stack([across[columns], down[rows]], axis=1)
        linked = self._linked[node]
        wish = self.centres[linked].mean(axis=0) if len(linked) else self.centres[node]
        away = ((spots - wish) ** 2).sum(axis=1)
        return np.asarray(spots[np.argsort(away, kind="stable")[:_TRIED]])

    def _taken(self, node: int, axis: int, places: Numbers) -> Numbers:
        """Which other boxes stand in the way on one axis, shape (places, n), as 0 or 1."""
        least = (self._sizes[:, axis] + self._sizes[node, axis]) / 2
        way = np.abs(places[:, None] - self.centres[:, axis]) < least - 1e-6
        way[:, node] = False
        return np.asarray(way, dtype=np.float64)

    def _tangle(self, node: int, spots: Points) -> Numbers:
        """How long, crossed and hidden lines would be with a box at each of some places."""
        linked = self._linked[node]
        ends = self.centres[linked]
        lines = self._part.edges[~self._is_at[node]]
        tails, heads = self.centres[lines[:, 0]], self.centres[lines[:, 1]]
        length = self._length(node, spots)
        crossed = cross(spots[:, None, None], ends[:, None], tails, heads)
        crossed &= ~(linked[:, None, None] == lines).any(axis=2)
        boxes = self._part.sizes
        hiding = run_under(spots[:, None, None], ends[:, None], self.centres, boxes)
        hiding[:, :, node] = False
        hiding[:, np.arange(len(linked)), linked] = False
        hidden = run_under(tails, heads, spots[:, None], boxes[node]).sum(axis=1)
        hidden = hidden + hiding.sum(axis=(1, 2))
        return np.asarray(length + _CROSSED * crossed.sum(axis=(1, 2)) + _HIDDEN * hidden)

    def _length(self, node: int, spots: Points) -> Numbers:
        """How long lines would be; too short to show their dash and arrow counts as long."""
        linked, boxes = self._linked[node], self._part.sizes - GAP
        way = np.abs(spots[:, None] - self.centres[linked])
        clear = (way - (boxes[node] + boxes[linked]) / 2).max(axis=2)
        length = np.sqrt((way**2).sum(axis=2)) + _CRAMPED * np.maximum(_CLEAR - clear, 0)
        return np.asarray(length.sum(axis=1))
