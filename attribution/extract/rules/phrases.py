"""Noun phrases to the left and to the right of a place, without a grammar."""

from __future__ import annotations

from attribution.extract.english.morphology import INDEFINITES, TIME_WORDS
from attribution.extract.rules.occasions import occasion_end, without_occasion
from attribution.extract.rules.reading import Range, Reading
from attribution.extract.text.tagging import NOMINAL, Tag

MAX_PHRASE = 40
"""No noun phrase is longer than this many tokens."""

MAX_BRACKET = 8
"""No longer aside in round brackets is part of a noun phrase: "(D-Ohio)"."""

_INSIDE = NOMINAL | {
    Tag.DETERMINER,
    Tag.POSSESSIVE,
    Tag.PREPOSITION,
    Tag.COORDINATOR,
    Tag.ADVERB,
    Tag.PARTICIPLE,
}
_STARTS = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NOUN, Tag.NUMBER})
_NOT_FIRST = frozenset({Tag.COORDINATOR, Tag.ADVERB, Tag.COMMA, Tag.MARK})
_COMPLEMENT_LEFT = frozenset({Tag.VERB, Tag.ING, Tag.TO, Tag.PARTICIPLE, Tag.AUXILIARY})


def phrase_before(reading: Reading, floor: int, stop: int) -> Range | None:
    """Find the noun phrase that ends right before a place.

    Args:
        reading: The text.
        floor: No token before this index is looked at.
        stop: Index after the last token of the phrase.

    Returns:
        Its tokens, or None where something else stands there.
    """
    stop = without_occasion(reading, floor, stop)
    if stop <= floor:
        return None
    if reading.tags[stop - 1] is Tag.PRONOUN:
        return stop - 1, stop
    leftmost = _leftmost(reading, floor, stop)
    first = _skip_opening(reading, floor, leftmost, stop)
    if _has_head(reading, first, stop):
        return first, stop
    return _with_reduced_relative(reading, floor, leftmost, stop)


def phrase_after(
    reading: Reading, first: int, ceiling: int, *, apposition: bool = True
) -> Range | None:
    """Find the noun phrase that begins at a place.

    Args:
        reading: The text.
        first: Index of its first token.
        ceiling: No token at or after this index is looked at.
        apposition: Whether to take in what is set off by commas: "X, a lawyer in Y".

    Returns:
        Its tokens, or None where something else stands there.
    """
    if first >= ceiling or reading.quote_at[first] >= 0:
        return None
    if reading.tags[first] is Tag.PRONOUN:
        return first, first + 1
    if reading.tags[first] not in _STARTS or reading.words[first] in TIME_WORDS:
        return None
    stop = _rightmost(reading, first, ceiling)
    if apposition:
        stop = _with_apposition(reading, stop, ceiling)
    return (first, stop) if _has_head(reading, first, stop) else None


def _leftmost(reading: Reading, floor: int, stop: int) -> int:
    """Walk left over what may stand in a noun phrase."""
    at = stop
    floor = max(floor, stop - MAX_PHRASE)
    while at > floor:
        previous = at - 1
        if reading.words[previous] == ")":
            opened = _opening_bracket(reading, floor, previous)
            if opened is None:
                break
            at = opened
        elif reading.quote_at[previous] >= 0 or not _is_inside(reading, previous, stop):
            break
        else:
            at = previous
    return at


def _with_reduced_relative(reading: Reading, floor: int, first: int, stop: int) -> Range | None:
    """Find "two people briefed on the talks" when "on the talks" alone names nobody."""
    verb = first - 1
    if first >= stop or verb <= floor or reading.tags[first] is not Tag.PREPOSITION:
        return None
    if not reading.words[verb].endswith("ed") or reading.tags[verb - 1] is not Tag.NOUN:
        return None
    outer = phrase_before(reading, max(floor, verb - MAX_PHRASE), verb)
    return (outer[0], stop) if outer else None


def _opening_bracket(reading: Reading, floor: int, closing: int) -> int | None:
    """Index of the bracket that opens an aside, if it is a short one."""
    for at in range(closing - 1, max(floor, closing - MAX_BRACKET) - 1, -1):
        if reading.words[at] == "(":
            return at
    return None


def _is_inside(reading: Reading, index: int, stop: int) -> bool:
    """Whether a token may stand in a noun phrase that ends before `stop`."""
    tag = reading.tags[index]
    if tag is Tag.TO:
        return index + 1 < stop and reading.tags[index + 1] in _STARTS
    if tag is Tag.ING:
        return index + 1 < stop and reading.tags[index - 1] in NOMINAL | {Tag.DETERMINER}
    return tag in _INSIDE or reading.words[index] in ("&", "/")


def _skip_opening(reading: Reading, floor: int, first: int, stop: int) -> int:
    """Skip conjunctions, adverbs and an opening prepositional phrase."""
    if first > floor and reading.tags[first - 1] in _COMPLEMENT_LEFT:
        first = _after_last_coordinator(reading, first, stop)
    while first < stop and reading.tags[first] in _NOT_FIRST:
        first += 1
    if first < stop and reading.tags[first] is Tag.PREPOSITION:
        first = _after_prepositional_phrase(reading, first, stop)
    return first


def _after_last_coordinator(reading: Reading, first: int, stop: int) -> int:
    """In "met X and Y said", the speaker is Y alone."""
    for at in range(stop - 1, first - 1, -1):
        if reading.tags[at] is Tag.COORDINATOR:
            return at + 1
    return first


def _after_prepositional_phrase(reading: Reading, first: int, stop: int) -> int:
    """In "on Monday the agency said", the phrase begins where a new one starts after a noun."""
    for at in range(first + 2, stop):
        new = reading.tags[at] in (Tag.DETERMINER, Tag.NAME) or reading.words[at] in ("his", "its")
        old = reading.tags[at - 1] is Tag.NOUN or reading.words[at - 1] in TIME_WORDS
        if new and old:
            return at
    return stop


def _has_head(reading: Reading, first: int, stop: int) -> bool:
    """Whether a stretch has a word that can name a speaker."""
    if first >= stop:
        return False
    return any(
        reading.tags[at] in (Tag.NAME, Tag.NOUN, Tag.NUMBER) or reading.words[at] in INDEFINITES
        for at in range(first, stop)
    )


def _rightmost(reading: Reading, first: int, ceiling: int) -> int:
    """Walk right over what may stand in a noun phrase, up to the words on the occasion."""
    at = first
    ceiling = min(ceiling, first + MAX_PHRASE)
    while at < ceiling and reading.quote_at[at] < 0:
        if at > first and occasion_end(reading, at, ceiling) > at:
            break
        if reading.words[at] == "(":
            closing = _closing_bracket(reading, at, ceiling)
            if closing is None:
                break
            at = closing
        elif not _is_inside(reading, at, ceiling):
            break
        at += 1
    while at > first and reading.tags[at - 1] in (Tag.COORDINATOR, Tag.ADVERB, Tag.PREPOSITION):
        at -= 1
    return at


def _closing_bracket(reading: Reading, opening: int, ceiling: int) -> int | None:
    """Index of the bracket that closes an aside, if it is a short one."""
    for at in range(opening + 1, min(ceiling, opening + MAX_BRACKET)):
        if reading.words[at] == ")":
            return at
    return None


def _with_apposition(reading: Reading, stop: int, ceiling: int) -> int:
    """Add ", a lawyer in Ohio," and ", who leads it" after a name."""
    if stop + 1 >= ceiling:
        return stop
    relative = reading.words[stop] in ("who", "whose")
    if relative or (reading.tags[stop] is Tag.COMMA and _opens_apposition(reading, stop + 1)):
        return _apposition_end(reading, stop + 1, ceiling)
    return stop


def _opens_apposition(reading: Reading, index: int) -> bool:
    """Whether a token after a comma may begin what describes the noun before it."""
    if reading.quote_at[index] >= 0:
        return False
    return reading.words[index] in ("who", "whose", "which") or (
        reading.tags[index] in _STARTS and reading.words[index] not in TIME_WORDS
    )


def _apposition_end(reading: Reading, first: int, ceiling: int) -> int:
    """Index of the mark that closes an apposition."""
    for at in range(first, min(ceiling, first + MAX_PHRASE)):
        closing = reading.tags[at] in (Tag.COMMA, Tag.MARK) and reading.words[at] not in "()’'-"
        if closing or reading.quote_at[at] >= 0:
            return at
    return min(ceiling, first + MAX_PHRASE)
