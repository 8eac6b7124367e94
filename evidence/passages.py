"""Anchoring: finding a quote again in a document, exactly and uniquely, or saying that it is not.

After the W3C Web Annotation selectors TextQuote and TextPosition: the quote is authoritative, its
prefix and suffix tell equal quotes apart, and the position is no more than a hint.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evidence.model import Passage


class Outcome(StrEnum):
    """What became of the search for a quote."""

    FOUND = "found"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Anchoring:
    """Where a passage stands in a text.

    Attributes:
        outcome: Whether it stands at one place, at none, or at several that cannot be told apart.
        start: First code point, or -1 unless found.
        end: One past the last code point, or -1 unless found.
        candidates: How many places fit equally well.
        misplaced: Whether the words occur, but none in the context that the passage gives.
    """

    outcome: Outcome
    start: int = -1
    end: int = -1
    candidates: int = 0
    misplaced: bool = False


def anchor(text: str, passage: Passage) -> Anchoring:
    """Find the one place of `passage` in `text`.

    The place must carry the exact words. Of several, the one wins whose context agrees on both
    sides, else on one side; among equals only the position hint may decide. Words that occur only
    in another context than the passage gives are missing, not found: never a guess.

    Args:
        text: The document's text.
        passage: The quote with what is known of its context and position.

    Returns:
        The place in code points. Cost: linear in `text` times the occurrences' context.
    """
    if _stands_at(text, passage, passage.start) and _context(text, passage, passage.start) == 2:
        return _found(passage, passage.start or 0)
    places = _occurrences(text, passage.exact)
    agreement = {place: _context(text, passage, place) for place in places}
    if not places:
        return Anchoring(Outcome.MISSING)
    best = max(agreement.values())
    if best == 0:
        return Anchoring(Outcome.MISSING, misplaced=True)
    return _decide(passage, [place for place in places if agreement[place] == best])


def _decide(passage: Passage, places: list[int]) -> Anchoring:
    if len(places) == 1:
        return _found(passage, places[0])
    if passage.start in places:
        return _found(passage, passage.start)
    return Anchoring(Outcome.AMBIGUOUS, candidates=len(places))


def _found(passage: Passage, start: int) -> Anchoring:
    return Anchoring(Outcome.FOUND, start, start + len(passage.exact), candidates=1)


def _stands_at(text: str, passage: Passage, start: int | None) -> bool:
    return start is not None and text.startswith(passage.exact, start)


def _occurrences(text: str, exact: str) -> list[int]:
    places, start = [], text.find(exact)
    while start >= 0:
        places.append(start)
        start = text.find(exact, start + 1)
    return places


def _context(text: str, passage: Passage, start: int | None) -> int:
    """How well the context agrees: 2 on both sides, 1 on one side, 0 on none of those given.

    A side that the passage does not give agrees with anything; where it gives one side only, that
    side must agree.
    """
    if start is None:
        return 0
    before = text.endswith(passage.prefix, 0, start)
    after = text.startswith(passage.suffix, start + len(passage.exact))
    if before and after:
        return 2
    given = bool(passage.prefix) + bool(passage.suffix)
    return 1 if given == 2 and (before or after) else 0
