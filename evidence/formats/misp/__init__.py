"""MISP galaxies: clusters of threat actors, of those who name them, and of what they use."""

from __future__ import annotations

from evidence.formats.format import Format
from evidence.formats.misp.reading import is_galaxy, read

__all__ = ["MISP"]

MISP = Format(
    name="misp",
    title="a MISP galaxy",
    suffixes=(".json",),
    recognises=is_galaxy,
    read=read,
)
"""The format; it is read only."""
