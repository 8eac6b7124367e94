"""Where to start force-directed placing, so that the graph is unfolded from the outset."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from graphs.layout.arrays import Edges, Points

_PIVOTS = 20
_JITTER = 0.05


def unfolded(count: int, edges: Edges, random: np.random.Generator) -> Points:
    """First places of nodes, in a square of about 2 by 2 about the origin.

    Args:
        count: How many nodes there are.
        edges: Pairs of nodes, shape (m, 2).
        random: Draws small offsets that tell apart nodes with the same neighbours.

    Notes:
        Pivot MDS (Brandes and Pich 2007): classical scaling of the distances to a few nodes that
        lie far from one another. Cost: linear in nodes and edges.
    """
    distances = _distances(count, edges) ** 2
    centred = distances - distances.mean(axis=0) - distances.mean(axis=1, keepdims=True)
    centred += distances.mean()
    _, axes = np.linalg.eigh(centred.T @ centred)
    places = centred @ _upright(axes[:, -2:])
    places = places / max(float(np.abs(places).max()), 1e-9)
    return np.asarray(places + random.normal(0, _JITTER, places.shape))


def _distances(count: int, edges: Edges) -> NDArray[np.float64]:
    """Steps from each node to each pivot, shape (n, pivots)."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for tail, head in edges.tolist():
        neighbours[tail].append(head)
        neighbours[head].append(tail)
    columns = []
    nearest = np.full(count, np.inf)
    pivot = 0
    for _ in range(min(_PIVOTS, count)):
        columns.append(_steps_from(pivot, neighbours))
        nearest = np.minimum(nearest, columns[-1])
        pivot = int(nearest.argmax())
    return np.stack(columns, axis=1)


def _steps_from(start: int, neighbours: list[list[int]]) -> NDArray[np.float64]:
    steps = [-1] * len(neighbours)
    steps[start] = 0
    reached = [start]
    for node in reached:
        for other in neighbours[node]:
            if steps[other] < 0:
                steps[other] = steps[node] + 1
                reached.append(other)
    # A community need not be connected within itself.
    beyond = steps[reached[-1]] + 1
    return np.array([beyond if step < 0 else step for step in steps], dtype=np.float64)


def _upright(axes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Choose one of the two directions that an eigenvector may point in."""
    largest = np.take_along_axis(axes, np.abs(axes).argmax(axis=0)[None], axis=0)
    return np.asarray(axes * np.where(largest < 0, -1, 1))
