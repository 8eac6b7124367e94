"""Packing blocks side by side in rows, as books stand on shelves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graphs.layout.arrays import Points


@dataclass
class _Shelf:
    """The row that is being filled: its top and height, and the pile at its right end.

    Attributes:
        top: Where the row begins, downwards.
        height: That of its first block, the highest.
        left: Where the pile begins.
        width: That of the pile's lowest, widest block.
        used: How much of the height the pile takes.
    """

    top: float = 0.0
    height: float = 0.0
    left: float = 0.0
    width: float = 0.0
    used: float = 0.0

    def piles(self, across: float, down: float) -> bool:
        """Whether a block fits onto the pile."""
        return across <= self.width and self.used + down <= self.height


def packed(sizes: Points, aspect: float) -> Points:
    """Place blocks in rows without overlaps, in about the shape that is asked for.

    Args:
        sizes: Width and height of each block with the gap around it, shape (n, 2).
        aspect: Width to height of the whole.

    Returns:
        Centres, shape (n, 2): high blocks in the upper rows, equally high ones in the order given;
        low blocks piled up where a row has room for more than one.

    Notes:
        Next-fit decreasing height (Coffman et al. 1980), with piles. Cost: n log n.
    """
    width = max(float(np.sqrt(sizes.prod(axis=1).sum() * aspect)), float(sizes[:, 0].max()))
    centres = np.empty_like(sizes)
    shelf = _Shelf()
    for block in np.argsort(-sizes[:, 1], kind="stable"):
        across, down = float(sizes[block, 0]), float(sizes[block, 1])
        if not shelf.piles(across, down):
            shelf = _next_pile(shelf, across, down, width)
        centres[block] = (shelf.left + across / 2, shelf.top + shelf.used + down / 2)
        shelf.used += down
    return centres


def _next_pile(shelf: _Shelf, across: float, down: float, width: float) -> _Shelf:
    """Begin a pile right of the last one, or a new row where this one is full."""
    left = shelf.left + shelf.width
    # Half a block may stick out, or rows would always be too short.
    if shelf.height and left + across / 2 > width:
        return _Shelf(top=shelf.top + shelf.height, height=down, width=across)
    return _Shelf(shelf.top, shelf.height or down, left, across)
