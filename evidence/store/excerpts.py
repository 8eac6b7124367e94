"""The words of a record around those that were searched for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence.model import Record
from evidence.store.queries import Term
from evidence.store.words import composed, spots_of, texts_of

BEFORE = 60
"""Code points of an excerpt before the first word found, at most."""

LENGTH = 240
"""Code points of an excerpt, at most."""

Span = tuple[int, int]
"""From and to, in code points."""


@dataclass(frozen=True)
class Excerpt:
    """A part of a record's text.

    Attributes:
        text: The part, with accents joined to their letters.
        found: Where the words that were searched for stand in it.
        before: Whether text was left out before it.
        after: Whether text was left out after it.
    """

    text: str
    found: tuple[Span, ...]
    before: bool
    after: bool


def excerpt_of(record: Record, terms: Sequence[Term]) -> Excerpt:
    """The part of a record's texts where most of the terms stand, or the beginning of the first."""
    texts = [composed(text) for text in texts_of(record)]
    spans = [_spans(text, terms) for text in texts]
    best = max(range(len(texts)), key=lambda at: len(spans[at]))
    return _cut(texts[best], spans[best])


def _spans(text: str, terms: Sequence[Term]) -> list[Span]:
    spots = spots_of(text)
    words = [spot.word for spot in spots]
    return sorted(
        {
            (spots[at].start, spots[at + len(term.words) - 1].end)
            for term in terms
            for at in term.places(words)
        }
    )


def _cut(text: str, spans: Sequence[Span]) -> Excerpt:
    first = spans[0][0] if spans else 0
    start = max(0, first - BEFORE)
    end = min(len(text), start + LENGTH)
    # Not amid a word, where there is another one to begin or end with.
    start = text.find(" ", start, first) + 1 or start if start else 0
    end = max(text.rfind(" ", first + 1, end), first + 1) if end < len(text) else end
    found = tuple((a - start, min(b, end) - start) for a, b in spans if start <= a < end)
    return Excerpt(text[start:end], found, before=start > 0, after=end < len(text))
