"""Coordinates for a graph: computed here, once, so that a picture never moves by itself."""

from __future__ import annotations

from graphs.layout.positions import DEFAULT_SIZE, positions

__all__ = ["DEFAULT_SIZE", "positions"]
