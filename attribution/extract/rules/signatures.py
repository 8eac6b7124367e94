"""Attributions by signature: a quotation by itself, a dash, and who said it."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extract.english.cues import Cue
from attribution.extract.english.dashes import DASHES
from attribution.extract.rules.bounds import trim
from attribution.extract.rules.mention import Attribution
from attribution.extract.rules.reading import Range, Reading
from attribution.extract.text.tagging import Tag
from evidence.vocabulary import Stance

MAX_SIGNATURE = 16
"""A signature has at most this many tokens."""

SIGNATURE = Cue("―", "preposition", frozenset({"clause"}), Stance.ASSERTS, 0.8)

_CLAUSAL = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.PRONOUN})


def signature_attributions(reading: Reading) -> Iterator[Attribution]:
    """Yield an attribution for each quotation that is signed and stands by itself.

    It stands by itself where its paragraph begins with it, or with another one that is signed. The
    signature follows it, or is the next paragraph.

    Args:
        reading: The text.

    Yields:
        Attributions in order; the dash is the cue.
    """
    for number, (first, stop) in enumerate(reading.paragraphs):
        at = first
        while (quote := _quote_from(reading, at, stop)) is not None:
            below = quote[1] == stop and number + 1 < len(reading.paragraphs)
            dash, end = reading.paragraphs[number + 1] if below else (quote[1], stop)
            source = _signature(reading, dash, end)
            if source is None:
                break
            cue = (dash, dash + 1)
            yield Attribution((source,), (cue,), (quote,), SIGNATURE, SIGNATURE.weight)
            at = stop if below else _after(reading, source[1], stop)


def _quote_from(reading: Reading, at: int, stop: int) -> Range | None:
    """The quotation that begins at a token and ends in the same paragraph."""
    if at >= stop or reading.quote_at[at] < 0:
        return None
    quote = reading.quotes[reading.quote_at[at]]
    return quote if quote[0] == at and quote[1] <= stop else None


def _signature(reading: Reading, dash: int, stop: int) -> Range | None:
    """Who signs after a dash: a name in capitals and what describes it, and no clause."""
    if dash >= stop or reading.tokens[dash].text not in DASHES:
        return None
    last = dash + 1
    while last < stop and reading.quote_at[last] < 0:
        last += 1
    source = trim(reading, (dash + 1, last))
    if source is None or source[1] - source[0] > MAX_SIGNATURE:
        return None
    named = reading.tokens[source[0]].text[0].isupper()
    whole = all(reading.tags[each] not in _CLAUSAL for each in range(*source))
    return source if named and whole else None


def _after(reading: Reading, at: int, stop: int) -> int:
    """The next quotation in a paragraph, past the stop after a signature."""
    while at < stop and reading.quote_at[at] < 0:
        at += 1
    return at
