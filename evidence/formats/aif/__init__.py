"""Argument graphs (AIF, as AIFdb, xAIF and OVA write it) to records, and cases back."""

from __future__ import annotations

from evidence.formats.aif.graphs import is_aif
from evidence.formats.aif.reading import read
from evidence.formats.aif.writing import write
from evidence.formats.format import Format

__all__ = ["AIF"]

AIF = Format(
    name="aif",
    title="Argument Interchange Format",
    suffixes=(".aif.json", ".aif"),
    recognises=is_aif,
    read=read,
    write=write,
)
"""The format; AIFdb, xAIF and OVA are read, AIFdb is written."""
