"""Fitting a layout to the page: as close together as its boxes allow, in the shape of the canvas.

Letters can only be read where the whole picture fits the canvas at nearly its natural size, so
empty space costs more on this page than in a picture of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graphs.layout.arrangement import centred, extent
from graphs.layout.arrays import Points
from graphs.layout.overlaps import apart
from graphs.layout.packing import packed

Point = tuple[float, float]

ASPECT = 1.0
"""Width to height of the canvas between legend and panel on common screens."""

GAP = (20.0, 24.0)
"""Space kept free between boxes, across and down, in pixels: room for edges and badges."""

ROOM = 2.2
"""Area of a connected part in areas of its boxes and gaps, at which it is close enough."""

MOST = 150
"""Nodes up to which a whole picture can be read at all; larger layouts stay as they are."""

_PART_GAP = 16.0
_SMALL_ASPECT = 1.4
_ASPECTS = (ASPECT, 0.85, 1.3, 1.6)
_SQUEEZE = (0.7, 0.94)
_MOST_ROUNDS = 14

Rows = NDArray[np.intp]


def drawn_together(
    graph: nx.MultiDiGraph, positions: Mapping[str, Point], sizes: Mapping[str, Point]
) -> dict[str, tuple[int, int]]:
    """Squeeze each connected part of a layout, and set the parts side by side in rows.

    Args:
        graph: The graph whose nodes are placed.
        positions: Centres by node, in pixels.
        sizes: Width and height by node, in pixels.

    Returns:
        New centres in whole pixels about the origin, in the order of `positions`; no boxes overlap.
    """
    if not 0 < len(positions) <= MOST:
        return {key: (round(x), round(y)) for key, (x, y) in positions.items()}
    centres = np.array(list(positions.values()), dtype=np.float64)
    boxes = np.array([sizes[key] for key in positions], dtype=np.float64) + GAP
    parts = _parts(graph, list(positions))
    for part in parts[1:]:
        centres[part] = _squeezed(centres[part], boxes[part], _SMALL_ASPECT)
    candidates = _candidates(centres, boxes, parts)
    # The first of equals, so that the choice does not hang on rounding.
    best = min(candidates, key=lambda candidate: round(_side(candidate, boxes)))
    placed = np.rint(centred(best, boxes)).astype(int)
    return {key: (int(x), int(y)) for key, (x, y) in zip(positions, placed, strict=True)}


def _candidates(centres: Points, boxes: Points, parts: Sequence[Rows]) -> Iterator[Points]:
    """Pictures to choose from: the largest part more or less wide, and so are all rows of parts."""
    largest = parts[0]
    for aspect in _ASPECTS:
        candidate = centres.copy()
        candidate[largest] = _squeezed(centres[largest], boxes[largest], aspect)
        yield from (_shelved(candidate, boxes, parts, across) for across in _ASPECTS)


def _side(centres: Points, boxes: Points) -> float:
    """How wide a canvas of the page's shape has to be to hold all boxes."""
    width, height = extent(centres, boxes)
    return float(max(width, height * ASPECT))


def _parts(graph: nx.MultiDiGraph, keys: Sequence[str]) -> list[Rows]:
    """The rows of each connected part, the largest part first, then in the order of their nodes."""
    row = {key: number for number, key in enumerate(keys)}
    parts = [sorted(row[key] for key in part) for part in nx.weakly_connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), part))
    return [np.array(part, dtype=np.intp) for part in parts]


def _squeezed(centres: Points, boxes: Points, aspect: float) -> Points:
    """Draw boxes towards the middle, along the sides that are too long, until close enough."""
    enough = boxes.prod(axis=1).sum() * ROOM
    centres = apart(centres, boxes)
    best, smallest = centres, np.inf
    for _ in range(_MOST_ROUNDS if len(boxes) > 1 else 0):
        sides = extent(centres, boxes) * (1.0, aspect)
        if sides.sum() < smallest:
            best, smallest = centres, sides.sum()
        excess = np.sqrt(enough * aspect) / sides
        if excess.min() >= 1:
            break
        squeeze = np.where(excess < 1, excess.clip(*_SQUEEZE), 1.0)
        centres = apart((centres - centres.mean(axis=0)) * squeeze, boxes)
    return centred(best, boxes)


def _shelved(centres: Points, boxes: Points, parts: Sequence[Rows], aspect: float) -> Points:
    """Set parts, each about the origin, side by side in rows of about this shape."""
    blocks = np.array([extent(centres[part], boxes[part]) + _PART_GAP for part in parts])
    shelved = centres.copy()
    for part, place in zip(parts, packed(blocks, aspect), strict=True):
        shelved[part] += place
    return shelved
