"""Adding nodes to a picture without moving those that are there."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

import numpy as np

from graphs.layout.arrays import Points
from graphs.layout.part import Part

Box = tuple[float, float, float, float]
"""Centre x, centre y, width, height."""


def kept(part: Part, previous: Sequence[tuple[float, float] | None]) -> Points:
    """Place nodes that have no place yet, leaving all others where they are.

    Nodes are placed in order of their distance to placed ones: each at the free spot nearest to
    the middle of its placed neighbours; those linked to none of them below the picture.

    Args:
        part: All nodes.
        previous: For each node its place, or None where it is new; at least one place is given.

    Returns:
        Centres, shape (n, 2).
    """
    places = {node: place for node, place in enumerate(previous) if place is not None}
    room = _Room(float(part.sizes[:, 0].max()), float(part.sizes[:, 1].max()))
    for node, place in places.items():
        room.fill((*place, *_size(part, node)))
    neighbours = _neighbours(part)
    below = _below(part, places)
    for node in _by_distance(neighbours, list(places), len(part.sizes)):
        around = [places[other] for other in neighbours[node] if other in places]
        wish = _middle(around) if around else below
        places[node] = room.place(wish, _size(part, node))
    return np.array([places[node] for node in range(len(part.sizes))])


class _Room:
    """Which places are taken: boxes sorted into cells as large as the largest box."""

    def __init__(self, width: float, height: float) -> None:
        self._width = width
        self._height = height
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)
        self._tried: dict[tuple[int, int], int] = {}

    def fill(self, box: Box) -> None:
        self._cells[self._cell(box[0], box[1])].append(box)

    def place(self, wish: tuple[float, float], size: tuple[float, float]) -> tuple[float, float]:
        """Take the first free spot on a spiral around `wish`."""
        cell = self._cell(*wish)
        # What was full before is full now: many wishes for one cell must not cost their square.
        step = self._tried.get(cell, 0)
        while not self._is_free(box := _spiral(wish, size, step)):
            step += 1
        self._tried[cell] = step
        self.fill(box)
        return box[0], box[1]

    def _is_free(self, box: Box) -> bool:
        column, row = self._cell(box[0], box[1])
        return not any(
            _overlap(box, other)
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for other in self._cells.get((column + across, row + down), ())
        )

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        return int(x // self._width), int(y // self._height)


def _spiral(wish: tuple[float, float], size: tuple[float, float], step: int) -> Box:
    """A box ever farther from where it is wished, as seeds lie in a sunflower (Vogel 1979)."""
    radius = np.sqrt(step) / 2
    angle = step * np.pi * (3 - np.sqrt(5))
    across, down = radius * size[0] * np.cos(angle), radius * size[1] * np.sin(angle)
    return wish[0] + float(across), wish[1] + float(down), *size


def _overlap(one: Box, other: Box) -> bool:
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    return 2 * across < one[2] + other[2] and 2 * down < one[3] + other[3]


def _size(part: Part, node: int) -> tuple[float, float]:
    width, height = part.sizes[node]
    return float(width), float(height)


def _neighbours(part: Part) -> list[list[int]]:
    neighbours: list[list[int]] = [[] for _ in part.sizes]
    for tail, head in part.edges.tolist():
        neighbours[tail].append(head)
        neighbours[head].append(tail)
    return neighbours


def _by_distance(neighbours: list[list[int]], placed: list[int], count: int) -> Iterator[int]:
    """Nodes without a place, nearest to placed ones first, those out of reach last, by parts."""
    seen = set(placed)
    queue = deque(placed)
    for start in range(count + 1):
        while queue:
            for other in neighbours[queue.popleft()]:
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
                    yield other
        if start < count and start not in seen:
            seen.add(start)
            queue.append(start)
            yield start


def _middle(places: list[tuple[float, float]]) -> tuple[float, float]:
    return (
        sum(x for x, _ in places) / len(places),
        sum(y for _, y in places) / len(places),
    )


def _below(part: Part, places: dict[int, tuple[float, float]]) -> tuple[float, float]:
    """A point under the middle of the picture, clear of it."""
    left = min(x for x, _ in places.values())
    right = max(x for x, _ in places.values())
    bottom = max(y for _, y in places.values())
    return (left + right) / 2, bottom + 2 * float(part.sizes[:, 1].max())
