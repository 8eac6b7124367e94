"""STIX 2.1 and 2.0 bundles (OASIS) to records, and cases to STIX 2.1 bundles."""

from __future__ import annotations

from evidence.formats.format import Format
from evidence.formats.stix.bundles import is_stix
from evidence.formats.stix.reading import read
from evidence.formats.stix.writing import write

__all__ = ["STIX"]

STIX = Format(
    name="stix",
    title="STIX 2",
    suffixes=(".stix.json", ".stix"),
    recognises=is_stix,
    read=read,
    write=write,
)
"""The format; 2.0 is read, 2.1 read and written."""
