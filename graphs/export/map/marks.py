"""The strength of a side as marks: one for each origin, open where it may be another again."""

from __future__ import annotations

from graphs.origins import Independence

MOST = 4
"""Marks that are drawn at most; beyond them a figure says how many."""

_MARKS = {"for": ("●", "○"), "against": ("◆", "◇"), "neither": ("▪", "▫")}
"""For each side, the mark of an origin that is certain and of one that may be shared."""


def marks(side: str, found: Independence) -> str:
    """Marks for the origins behind one side of a cell.

    Args:
        side: "for", "against" or "neither".
        found: The origins.
    """
    certain, open_ = _MARKS[side]
    if found.high > MOST:
        return f"{certain} {found}"
    return certain * found.low + open_ * (found.high - found.low)
