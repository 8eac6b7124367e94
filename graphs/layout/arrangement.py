"""Arranging the nodes of one connected part: communities apart, linked nodes near, no overlaps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from graphs.layout.arrays import Indices, Points
from graphs.layout.communities import communities, within
from graphs.layout.forces import force_directed
from graphs.layout.overlaps import apart
from graphs.layout.part import Part, quotient
from graphs.layout.start import unfolded

ASPECT = 1.6
"""Width to height of a pleasing picture."""

_FLAT = 150
_ROOM = 3.5
_BLOCK_ROOM = 0.6
_BLOCK_GAP = 60.0
_MOST_STRETCH = 1.8
_LEAST_HEIGHT = 0.15


def arranged(part: Part, seed: int) -> Points:
    """Place the nodes of a connected part without overlaps.

    Up to about 150 nodes are placed all at once. More are split into communities, each arranged by
    itself, and the communities are then placed as blocks, so that they stay apart.

    Args:
        part: The nodes.
        seed: Of every random draw.

    Returns:
        Centres, shape (n, 2), in pixels, about the origin.
    """
    count = len(part.sizes)
    if count <= 2:
        return _stacked(part.sizes)
    if count <= _FLAT:
        return _flat(part, seed)
    groups = communities(count, part.edges, part.weights, seed)
    if len(groups) == 1:
        return _flat(part, seed)
    return _in_blocks(part, groups, seed)


def _stacked(sizes: Points) -> Points:
    """One box below the other, with room for an edge between two."""
    bottoms = np.cumsum(2 * sizes[:, 1])
    places = np.stack([np.zeros(len(sizes)), bottoms - 1.5 * sizes[:, 1]], axis=1)
    return centred(places, sizes)


def _flat(part: Part, seed: int) -> Points:
    degrees = np.bincount(part.edges.ravel(), minlength=len(part.sizes)).astype(np.float64)
    start = unfolded(len(part.sizes), part.edges, np.random.default_rng(seed))
    places = force_directed(degrees + 1, part.edges, part.weights, start)
    return centred(apart(_fitted(places, part.sizes, _ROOM), part.sizes), part.sizes)


def _in_blocks(part: Part, groups: list[Indices], seed: int) -> Points:
    rows, group_of = within(groups, part.edges, len(part.sizes))
    inner = [arranged(part.cut(group, row), seed) for group, row in zip(groups, rows, strict=True)]
    sizes = np.array(
        [
            extent(places, part.sizes[group]) + _BLOCK_GAP
            for places, group in zip(inner, groups, strict=True)
        ]
    )
    centres = _placed_blocks(
        quotient(part, group_of, sizes), np.array([len(g) for g in groups]), seed
    )
    places = np.empty_like(part.sizes)
    for group, local, centre in zip(groups, inner, centres, strict=True):
        places[group] = local + centre
    return centred(_mirrored(part, groups, group_of, places, centres), part.sizes)


def _placed_blocks(blocks: Part, members: NDArray[np.int64], seed: int) -> Points:
    start = unfolded(len(blocks.sizes), blocks.edges, np.random.default_rng(seed))
    # Many edges between two groups should draw them together, but not into one another.
    pull = np.sqrt(blocks.weights)
    places = force_directed(members.astype(np.float64), blocks.edges, pull, start)
    return apart(_fitted(places, blocks.sizes, _BLOCK_ROOM), blocks.sizes)


def _mirrored(
    part: Part, groups: list[Indices], group_of: NDArray[np.int64], places: Points, centres: Points
) -> Points:
    """Mirror each group about its own axes where that brings its nodes nearer to other groups."""
    across = group_of[part.edges[:, 0]] != group_of[part.edges[:, 1]]
    edges = np.concatenate([part.edges[across], part.edges[across][:, ::-1]])
    edges = edges[np.argsort(group_of[edges[:, 0]], kind="stable")]
    stops = np.searchsorted(group_of[edges[:, 0]], np.arange(len(groups) + 1))
    places = places.copy()
    for number, group in enumerate(groups):
        inner, outer = edges[stops[number] : stops[number + 1]].T
        offset = places[inner] - centres[number]
        pull = (offset * (places[outer] - centres[number])).sum(axis=0)
        places[group] = centres[number] + (places[group] - centres[number]) * np.where(
            pull < 0, -1, 1
        )
    return places


def _fitted(places: Points, sizes: Points, room: float) -> Points:
    """Turn, stretch and scale places so that boxes have `room` times their own area."""
    turned = _turned(places)
    spread = turned.max(axis=0) - turned.min(axis=0)
    # A row of points has no height, yet its boxes have.
    spread = np.maximum(spread, spread.max() * _LEAST_HEIGHT + 1e-9)
    wanted = np.sqrt(ASPECT * spread[1] / spread[0])
    stretch = float(np.clip(wanted, 1 / _MOST_STRETCH, _MOST_STRETCH))
    shaped = turned * (stretch, 1 / stretch)
    area = float(sizes.prod(axis=1).sum()) * room
    return np.asarray(shaped * np.sqrt(area / spread.prod()))


def _turned(places: Points) -> Points:
    """Lay the long side of a cloud of points along the x axis."""
    centred_places = places - places.mean(axis=0)
    across, down = centred_places.T
    angle = 0.5 * np.arctan2(2 * (across * down).sum(), (across**2).sum() - (down**2).sum())
    cosine, sine = np.cos(angle), np.sin(angle)
    return np.stack([cosine * across + sine * down, cosine * down - sine * across], axis=1)


def extent(centres: Points, sizes: Points) -> Points:
    """Width and height of the box around all boxes, shape (2,)."""
    return np.asarray((centres + sizes / 2).max(axis=0) - (centres - sizes / 2).min(axis=0))


def centred(centres: Points, sizes: Points) -> Points:
    """Move boxes so that the box around all of them lies about the origin."""
    low, high = (centres - sizes / 2).min(axis=0), (centres + sizes / 2).max(axis=0)
    return np.asarray(centres - (low + high) / 2)
