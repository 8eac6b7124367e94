"""Where content ends: at the next clause of the same rank, without the marks around it."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.extract.rules.mention import Link, Mention
from attribution.extract.rules.reading import Range, Reading
from attribution.extract.text.ornaments import is_ornament
from attribution.extract.text.tagging import Tag

BREAKS = frozenset({Tag.COMMA, Tag.MARK})


def trim(reading: Reading, piece: Range) -> Range | None:
    """Cut commas, stops, bullets and pictures from the ends of a stretch, but no quotation."""
    first, stop = piece
    while first < stop and _is_loose(reading, first):
        first += 1
    while first < stop and _is_loose(reading, stop - 1):
        stop -= 1
    return (first, stop) if first < stop else None


def _is_loose(reading: Reading, index: int) -> bool:
    if reading.quote_at[index] >= 0:
        return False
    return reading.tags[index] in BREAKS or is_ornament(reading.tokens[index])


def cuts(reading: Reading, mentions: Sequence[Mention], stop: int) -> list[int]:
    """Find where the content after each mention must end.

    Args:
        reading: The text.
        mentions: The mentions of one statement, in order.
        stop: Index after the last token of the statement.

    Returns:
        For each mention the token at which the next clause of the same rank begins.
    """
    ends: list[int] = []
    cut = stop
    for mention in reversed(mentions):
        ends.append(cut)
        begins = _clause_start(reading, mention)
        if begins is not None:
            cut = begins
    return ends[::-1]


def _clause_start(reading: Reading, mention: Mention) -> int | None:
    """The conjunction or comma that sets a mention apart from the clause before it, if any."""
    edge = min(mention.group.first, mention.source[0])
    if mention.link in (Link.SHARED, Link.PARTICIPIAL):
        edge = mention.group.first
    elif mention.link is not Link.SUBJECT:
        return None
    before = edge - 1
    if before < 0:
        return None
    if reading.tags[before] is Tag.COORDINATOR or reading.words[before] in ("while", "whereas"):
        return before
    if mention.link is Link.PARTICIPIAL:
        return before if reading.tags[before] is Tag.COMMA else edge
    return before if reading.words[before] == ";" else None
