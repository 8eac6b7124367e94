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
from graphs.layout.part import GAP, Part
from graphs.layout.settling import settled

MOST = 150
"""Nodes up to which a whole picture can be read at all."""

_GAP = 13.0
_ROOM = 1.4
_SMALL_ASPECT = 1.4
_SQUEEZE = (0.8, 0.96)
_MOST_ROUNDS = 40
_DRAWN_IN = 0.97
_LEAST_GAIN = 0.995
_FAILURES = 4
_MOST_LINES = 200
_MOST_MOVES = 1200
_AT_EASE = 1000.0
_TIDYING = 4


def compacted(part: Part, centres: Points, aspect: float) -> Points:
    """Squeeze each connected part, set the parts into each other's gaps, and draw in the whole.

    Args:
        part: At most `MOST` nodes.
        centres: Their places.
        aspect: Width to height of the canvas.

    Returns:
        New centres in whole pixels about the origin, shape (n, 2); no boxes overlap.
    """
    sizes = part.sizes - GAP + _GAP
    together = _squeezed(_set_together(part, centres, sizes, aspect), sizes, aspect)
    # Among more lines nobody sees which way one runs, however its boxes are moved.
    if len(part.edges) <= _MOST_LINES:
        together = _drawn_in(part, together, sizes, aspect)
    return np.rint(centred(together, part.sizes))


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
    close = _close(sizes, aspect)
    best, smallest = centres, np.inf
    for _ in range(_MOST_ROUNDS):
        centres = apart(centres, sizes)
        sides = extent(centres, sizes)
        if max(sides[0], sides[1] * aspect) < smallest:
            best, smallest = centres, max(sides[0], sides[1] * aspect)
        if (sides <= close).all() or len(sizes) == 1:
            break
        squeeze = np.where(sides > close, (close / sides).clip(*_SQUEEZE), 1.0)
        centres = (centres - centres.mean(axis=0)) * squeeze
    return centred(best, sizes)


def _close(sizes: Points, aspect: float) -> Points:
    """Width and height of a canvas that boxes fill as far as they may."""
    return np.sqrt(float(sizes.prod(axis=1).sum()) * _ROOM * np.array([aspect, 1 / aspect]))


def _drawn_in(part: Part, centres: Points, sizes: Points, aspect: float) -> Points:
    """Draw the frame in step by step, moving what would stick out to where there is room."""
    least = np.maximum(_close(sizes, aspect), _AT_EASE / np.array([1, aspect]))
    best, frame, failures = centres, _frame(centres, sizes, aspect), 0
    for _ in range(_MOST_MOVES // len(sizes)):
        if failures == _FAILURES or frame[0] <= least[0]:
            break
        pressed = centred(apart(best * _DRAWN_IN, sizes), sizes)
        moved = settled(part, pressed, sizes, np.maximum(frame * _DRAWN_IN, least))
        needed = _frame(moved, sizes, aspect)
        failures += bool(needed[0] > frame[0] * _LEAST_GAIN)
        if needed[0] < frame[0]:
            best, frame = centred(moved, sizes), needed
    for _ in range(_TIDYING):
        best = settled(part, best, sizes, np.maximum(frame, least))
    return best


def _frame(centres: Points, sizes: Points, aspect: float) -> Points:
    """Width and height of the smallest canvas of this shape that holds all boxes."""
    width, height = extent(centres, sizes)
    return np.array([max(width, height * aspect), max(width / aspect, height)])
