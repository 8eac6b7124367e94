"""Wikidata: entities with their statements, references and ranks, as its API gives them."""

from __future__ import annotations

from evidence.formats.format import Format
from evidence.formats.wikidata.reading import is_wikidata, read

__all__ = ["WIKIDATA"]

WIKIDATA = Format(
    name="wikidata",
    title="Wikidata entities",
    suffixes=(".json",),
    recognises=is_wikidata,
    read=read,
)
"""The format of `wbgetentities` and of `Special:EntityData`; it is read only."""
