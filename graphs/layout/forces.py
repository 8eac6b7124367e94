"""Force-directed placing: linked nodes attract, all others repel, hubs keep apart."""

from __future__ import annotations

import numpy as np

from graphs.layout.arrays import Edges, Numbers, Points
from graphs.layout.repulsion import exact_repulsion, meshed_repulsion

_ROUNDS = 80
_EXACT = 160
_GRAVITY = 0.05


def force_directed(
    masses: Numbers,
    edges: Edges,
    weights: Numbers,
    start: Points,
) -> Points:
    """Place nodes so that linked ones are near and all have room; units are arbitrary.

    Args:
        masses: How strongly each node repels others, shape (n,): one more than its degree keeps
            hubs apart.
        edges: Which nodes attract each other, shape (m, 2).
        weights: How strongly they do, shape (m,).
        start: First places, shape (n, 2), in a square of about 2 by 2 about the origin.

    Returns:
        Places, shape (n, 2). Cost of each of at most 80 rounds: linear in nodes and edges.

    Notes:
        The forces of ForceAtlas2 (Jacomy, Venturini, Heymann, Bastian 2014: repulsion m·m/d,
        attraction d) with the cooling of Fruchterman and Reingold (1991). Repulsion among many
        nodes is computed on a mesh.
    """
    size = np.sqrt(masses.sum())
    places = start * (size / 2)
    repulsion = exact_repulsion if len(masses) <= _EXACT else meshed_repulsion
    for heat in np.linspace(1, 0.02, min(_ROUNDS, 10 + 5 * len(masses))):
        force = repulsion(places, masses) - _GRAVITY * masses[:, None] * places
        force += _attraction(places, edges, weights)
        # Heavy nodes are slow, or hubs would jump about and never settle.
        step = force / np.sqrt(masses)[:, None]
        length = np.sqrt((step**2).sum(axis=1, keepdims=True))
        places = places + step * (np.minimum(length, heat * size / 4) / np.maximum(length, 1e-9))
    return np.asarray(places)


def _attraction(places: Points, edges: Edges, weights: Numbers) -> Points:
    tail, head = edges[:, 0], edges[:, 1]
    pull = (places[head] - places[tail]) * weights[:, None]
    count = len(places)
    return np.stack(
        [
            np.bincount(tail, pull[:, axis], count) - np.bincount(head, pull[:, axis], count)
            for axis in (0, 1)
        ],
        axis=1,
    )
