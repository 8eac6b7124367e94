"""Marks that turn the direction of writing, and that of byte order: no reader sees them."""

from __future__ import annotations

import re

DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Any one of them."""


def without_directions(text: str) -> str:
    """The text without marks of direction, which cut out of their context would turn another's."""
    return DIRECTION.sub("", text)
