"""Who speaks: the subject of a cue verb, before it, after it, or shared with another verb."""

from __future__ import annotations

from attribution.extract.english.morphology import OCCASIONS
from attribution.extract.rules.mention import Link, Mention, VerbGroup
from attribution.extract.rules.phrases import MAX_PHRASE, phrase_after, phrase_before
from attribution.extract.rules.reading import Range, Reading
from attribution.extract.text.tagging import NOMINAL, Tag

_APPOSITION_LEFT = NOMINAL | {Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADVERB}


def attach(
    reading: Reading, statement: Range, group: VerbGroup, before: Range | None
) -> Mention | None:
    """Find the source of a verb group.

    Args:
        reading: The text.
        statement: The statement that the group stands in.
        group: The verb group.
        before: The subject of the verb before it in the statement, if any.

    Returns:
        The group with its source, or None where none is found.
    """
    if group.passive:
        return _agent(reading, statement, group)
    if group.form.form == "ing" and group.first == group.head:
        return _participial(reading, statement, group, before)
    floor, at = statement[0], group.first - 1
    if at >= floor and reading.tags[at] is Tag.TO:
        return Mention(group, Link.INFINITIVE, before) if before else None
    if at >= floor and _is_relative(reading, floor, at):
        return Mention(group, Link.RELATIVE, (at, at + 1))
    if at >= floor and reading.tags[at] is Tag.COORDINATOR:
        return Mention(group, Link.SHARED, before) if before else None
    subject = subject_before(reading, floor, group.first)
    if subject is not None:
        return Mention(group, Link.SUBJECT, subject)
    return _inverted(reading, statement, group)


def subject_before(reading: Reading, floor: int, stop: int) -> Range | None:
    """Find the subject that ends right before a verb group, with what is set off by commas.

    Args:
        reading: The text.
        floor: No token before this index is looked at.
        stop: Index of the first token of the verb group.

    Returns:
        Its tokens with any apposition ("X, head of Y,"), or None.
    """
    if stop > floor and reading.tags[stop - 1] is Tag.COMMA:
        return _subject_before_comma(reading, floor, stop - 1)
    return _with_name(reading, floor, phrase_before(reading, floor, stop))


def _subject_before_comma(reading: Reading, floor: int, comma: int) -> Range | None:
    """Find X in "X, now head of Y, said" and "X, who leads Y, said"."""
    inner = comma
    for _ in range(3):
        opening = _comma_before(reading, floor, inner)
        if opening is None:
            return None
        outer = phrase_before(reading, floor, opening)
        if outer is not None and not _is_age(reading, outer):
            apposed = reading.tags[opening + 1] in _APPOSITION_LEFT
            return (outer[0], comma) if apposed else outer
        inner = opening
    return None


def _comma_before(reading: Reading, floor: int, stop: int) -> int | None:
    for at in range(stop - 1, max(floor, stop - MAX_PHRASE) - 1, -1):
        if reading.quote_at[at] >= 0:
            return None
        if reading.tags[at] is Tag.COMMA:
            return at
    return None


def _is_age(reading: Reading, phrase: Range) -> bool:
    return all(reading.tags[at] is Tag.NUMBER for at in range(*phrase))


def _with_name(reading: Reading, floor: int, phrase: Range | None) -> Range | None:
    """Join "X's envoy, Y" into one source where Y stands after a comma without a second one."""
    if phrase is None or phrase[0] - 1 <= floor or reading.tags[phrase[0] - 1] is not Tag.COMMA:
        return phrase
    if any(reading.tags[at] is not Tag.NAME for at in range(*phrase)):
        return phrase
    title = phrase_before(reading, floor, phrase[0] - 1)
    if title is None or title[0] != floor or reading.tags[title[1] - 1] is not Tag.NOUN:
        return phrase
    return title[0], phrase[1]


def _is_relative(reading: Reading, floor: int, at: int) -> bool:
    return reading.tags[at] is Tag.RELATIVE


def _agent(reading: Reading, statement: Range, group: VerbGroup) -> Mention | None:
    """Find X in "was condemned by X"."""
    if group.stop >= statement[1] or reading.words[group.stop] != "by":
        return None
    agent = phrase_after(reading, group.stop + 1, statement[1])
    return Mention(group, Link.AGENT, agent) if agent else None


def _participial(
    reading: Reading, statement: Range, group: VerbGroup, before: Range | None
) -> Mention | None:
    """Find the source of "..., saying": the noun right before it or the subject before that."""
    at = group.first - 1
    if at >= statement[0] and reading.words[at] in OCCASIONS:
        source = phrase_before(reading, statement[0], group.first)
    else:
        source = before or _subject_after(reading, statement, group)
    return Mention(group, Link.PARTICIPIAL, source) if source else None


def _subject_after(reading: Reading, statement: Range, group: VerbGroup) -> Range | None:
    """Find X in "Citing reports, X said"."""
    for at in range(group.stop, min(statement[1], group.stop + MAX_PHRASE)):
        if reading.tags[at] is Tag.COMMA and reading.quote_at[at] < 0:
            return phrase_after(reading, at + 1, statement[1])
    return None


def _inverted(reading: Reading, statement: Range, group: VerbGroup) -> Mention | None:
    """Find X in "..., said X"."""
    before = group.first - 1
    if "clause" not in group.form.cue.takes or before < statement[0]:
        return None
    if reading.quote_at[before] < 0 and reading.tags[before] is not Tag.COMMA:
        return None
    source = phrase_after(reading, group.stop, statement[1])
    return Mention(group, Link.INVERTED, source) if source else None
