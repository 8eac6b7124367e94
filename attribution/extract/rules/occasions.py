"""Words on when and where something was said: "on Monday", "in a statement", "Tuesday"."""

from __future__ import annotations

from attribution.extract.english.morphology import OCCASIONS, TIME_WORDS
from attribution.extract.rules.reading import Reading
from attribution.extract.text.tagging import NOMINAL, Tag

MAX_OCCASION = 6
"""No phrase on time or occasion is longer than this many tokens."""

_INSIDE = NOMINAL | {Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.ADVERB, Tag.PARTICIPLE}
_OCCASION_NOUNS = OCCASIONS | TIME_WORDS


def skip_occasion(reading: Reading, first: int, ceiling: int) -> int:
    """Skip all words on time and occasion that stand at a place.

    Args:
        reading: The text.
        first: Where they may begin.
        ceiling: No token at or after this index is looked at.

    Returns:
        The index after them; `first` where there are none.
    """
    at = first
    while at < ceiling:
        after = occasion_end(reading, at, ceiling)
        if after == at:
            break
        at = after
    return at


def occasion_end(reading: Reading, first: int, ceiling: int) -> int:
    """Skip one time word or one prepositional phrase on time or occasion.

    Args:
        reading: The text.
        first: Where it may begin.
        ceiling: No token at or after this index is looked at.

    Returns:
        The index after it; `first` where there is none.
    """
    if reading.words[first] in TIME_WORDS:
        return first + 1
    if not _opens(reading, first):
        return first
    for at in range(first + 1, min(ceiling, first + MAX_OCCASION)):
        if reading.tags[at] not in _INSIDE:
            break
        if reading.words[at] in _OCCASION_NOUNS:
            return at + 1
    return first


def without_occasion(reading: Reading, floor: int, stop: int) -> int:
    """Cut words on time and occasion from the end of a phrase: "X in a statement".

    Args:
        reading: The text.
        floor: No token before this index is looked at.
        stop: Index after the last token of the phrase.

    Returns:
        Index after the last token of what is left.
    """
    for at in range(stop - 1, max(floor, stop - MAX_OCCASION - 1), -1):
        if _opens(reading, at):
            return at if skip_occasion(reading, at, stop) == stop else stop
        if reading.tags[at] not in _INSIDE:
            break
    alone = stop - 1 > floor and reading.words[stop - 1] in TIME_WORDS
    return stop - 1 if alone else stop


def _opens(reading: Reading, index: int) -> bool:
    """Whether a token may begin a phrase on time or occasion."""
    return reading.tags[index] is Tag.PREPOSITION or reading.words[index] in ("last", "earlier")
