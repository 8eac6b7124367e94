"""How straight lines lie to each other and to boxes; every argument broadcasts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from graphs.layout.arrays import Points

Flags = NDArray[np.bool_]


def cross(start: Points, end: Points, other_start: Points, other_end: Points) -> Flags:
    """Whether two lines cross.

    Args:
        start: Where the one begins, shape (..., 2).
        end: Where it ends.
        other_start: Where the other begins.
        other_end: Where it ends.

    Returns:
        Shape (...). Of lines with a common end, or on one straight line, it says nothing.
    """
    parted = _is_left(start, end, other_start) != _is_left(start, end, other_end)
    parting = _is_left(other_start, other_end, start) != _is_left(other_start, other_end, end)
    return np.asarray(parted & parting)


def run_under(start: Points, end: Points, centres: Points, sizes: Points) -> Flags:
    """Whether a line runs under a box.

    Args:
        start: Where the line begins, shape (..., 2).
        end: Where it ends.
        centres: The middle of the box.
        sizes: Its width and height.

    Returns:
        Shape (...).

    Notes:
        The separating axis test (Ericson, Real-Time Collision Detection, 2005, 5.3.3).
    """
    reach, half = (end - start) / 2, sizes / 2
    offset = (start + end) / 2 - centres
    beside = (np.abs(offset) > np.abs(reach) + half).any(axis=-1)
    distance = np.abs(_turn(offset, reach))
    return np.asarray(~beside & (distance <= _turn(half, np.abs(reach) * (-1, 1))))


def _is_left(start: Points, end: Points, point: Points) -> Flags:
    return np.asarray(_turn(end - start, point - start) > 0)


def _turn(one: Points, other: Points) -> NDArray[np.float64]:
    return np.asarray(one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0])
