"""FollowTheMoney entities as JSON Lines: actors, relations and documents, both ways."""

from __future__ import annotations

from evidence.formats.followthemoney.entities import NAME, is_entities
from evidence.formats.followthemoney.reading import read
from evidence.formats.followthemoney.writing import write
from evidence.formats.format import Format

__all__ = ["FOLLOW_THE_MONEY"]

FOLLOW_THE_MONEY = Format(
    name=NAME,
    title="FollowTheMoney entities (JSON Lines)",
    suffixes=(".ftm.jsonl", ".ftm.json", ".ftm"),
    recognises=is_entities,
    read=read,
    write=write,
)
"""Entities as of followthemoney 4."""
