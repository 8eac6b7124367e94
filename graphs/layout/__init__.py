"""Coordinates for a graph: computed here, once, so that a picture never moves by itself."""

from __future__ import annotations

from graphs.layout.groups import Grouping, groups
from graphs.layout.part import DEFAULT_SIZE
from graphs.layout.positions import positions

__all__ = ["DEFAULT_SIZE", "Grouping", "groups", "positions"]
