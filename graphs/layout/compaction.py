"""Fitting a small picture to a canvas: as close together as its boxes allow, in its shape.

Letters can only be read where the whole picture fits the canvas at nearly its natural size, so
empty space costs more there than in a picture of its own.
"""

from __future__ import annotations

import numpy as np

from graphs.layout.arrangement import centred, extent
from graphs.layout.arrays import Points
from graphs.layout.communities import components, within
from graphs.layout.filling import filled
from graphs.layout.overlaps import apart
from graphs.layout.part import Part

MOST = 150
"""Nodes up to which a whole picture can be read at all."""

_GAP = (2.0, 5.0)
_ROOM = 1.45
_SMALL_ASPECT = 1.4
_SQUEEZE = (0.8, 0.96)
_MOST_ROUNDS = 40


def compacted(part: Part, centres: Points, aspect: float) -> Points:
    """Squeeze each connected part, set the parts into each other's gaps, and squeeze the whole.

    Args:
        part: At most `MOST` nodes.
        centres: Their places.
        aspect: Width to height of the canvas.

    Returns:
        New centres in whole pixels about the origin, shape (n, 2); no boxes overlap.
    """
    sizes = part.sizes + _GAP
    together = _set_together(part, centres, sizes, aspect)
    return np.rint(centred(_squeezed(together, sizes, aspect), part.sizes))


def _set_together(part: Part, centres: Points, sizes: Points, aspect: float) -> Points:
    groups = components(len(sizes), part.edges)
    groups.sort(key=lambda group: (-len(group), int(group[0])))
    rows, _ = within(groups, part.edges, len(sizes))
    lines = [np.searchsorted(g, part.edges[r]) for g, r in zip(groups, rows, strict=True)]
    squeezed = [
        _squeezed(centres[group], sizes[group], _SMALL_ASPECT if number else aspect)
        for number, group in enumerate(groups)
    ]
    together = np.empty_like(centres)
    pieces = filled(squeezed, [sizes[group] for group in groups], lines, aspect)
    for group, piece in zip(groups, pieces, strict=True):
        together[group] = piece
    return together


def _squeezed(centres: Points, sizes: Points, aspect: float) -> Points:
    """Draw boxes towards the middle, along the sides that are too long, until close enough.

    The best of all rounds is kept: the one that needs the smallest canvas of this shape.
    """
    close = np.sqrt(float(sizes.prod(axis=1).sum()) * _ROOM * np.array([aspect, 1 / aspect]))
    best, smallest = centres, np.inf
    for _ in range(_MOST_ROUNDS):
        centres = apart(centres, sizes)
        sides = extent(centres, sizes)
        side = max(sides[0], sides[1] * aspect)
        if side < smallest:
            best, smallest = centres, side
        if (sides <= close).all() or len(sizes) == 1:
            break
        squeeze = np.where(sides > close, (close / sides).clip(*_SQUEEZE), 1.0)
        centres = (centres - centres.mean(axis=0)) * squeeze
    return centred(best, sizes)
