"""Attributions by noun whose source follows: "drew criticism from X", "a claim by X that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extract.english.cues import CueForm, cue_lexicon
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.received import GIVEN_NOUNS, RECEIVING_VERBS
from attribution.extract.rules.bounds import trim
from attribution.extract.rules.mention import Attribution
from attribution.extract.rules.phrases import MAX_PHRASE, phrase_after
from attribution.extract.rules.reading import Range, Reading
from attribution.extract.rules.sources import subject_before
from attribution.extract.text.tagging import CLAUSE_OPENERS, Tag

_RECEIVING = forms_of(sorted(RECEIVING_VERBS))
_GIVEN_BY = frozenset({"from", "by"})
_BETWEEN = frozenset("of about against over".split())
_AFTER = frozenset("that about against over for".split())
_SOURCE_ENDS = _AFTER | {"to", "after", "at", "on", "in"}
_BEFORE_NOUN = frozenset(
    {Tag.DETERMINER, Tag.ADVERB, Tag.PARTICIPLE, Tag.NOUN, Tag.NUMBER, Tag.ING, Tag.COORDINATOR}
)
_ENDS = CLAUSE_OPENERS | {Tag.COMMA, Tag.MARK, Tag.VERB, Tag.AUXILIARY, Tag.PARTICIPLE}
MAX_MODIFIERS = 5
CONFIDENCE = 0.5
"""How often such a noun attributes where a source follows it, measured like the cue weights."""


def giver_attributions(reading: Reading, number: int) -> Iterator[Attribution]:
    """Yield the attributions of one statement by a noun with "from" or "by" and the source after.

    Args:
        reading: The text.
        number: Index of the statement.

    Yields:
        Attributions in order of their cues. The content is what the noun takes ("of the move",
        "that it lied"), else whoever receives it ("the bill drew criticism from X").
    """
    first, stop = reading.statements[number]
    for at in range(first, stop - 1):
        form = _noun_at(reading, at)
        if form is not None:
            yield from _attribution(reading, (first, stop), at, form)


def _noun_at(reading: Reading, at: int) -> CueForm | None:
    """The cue that a token is, if it is a noun for something that one party gives another."""
    if reading.words[at] not in cue_lexicon() or reading.quote_at[at] >= 0:
        return None
    for form in cue_lexicon().at(reading.words, at):
        if form.cue.kind == "noun" and form.cue.phrase in GIVEN_NOUNS:
            return form if reading.tags[at] is Tag.NOUN else None
    return None


def _attribution(
    reading: Reading, statement: Range, at: int, form: CueForm
) -> Iterator[Attribution]:
    giver = _giver_mark(reading, at + 1, statement[1])
    source = _source(reading, giver + 1, statement[1]) if giver is not None else None
    if giver is None or source is None:
        return
    verb = _receiving_verb(reading, statement[0], at)
    content = _content(reading, statement, (at, giver), source, verb)
    if content:
        cue = (_cue_start(reading, statement[0], at, verb), at + 1)
        yield Attribution((source,), (cue,), (content,), form.cue, CONFIDENCE)


def _giver_mark(reading: Reading, first: int, stop: int) -> int | None:
    """Index of "from" or "by" after a noun, or after what the noun takes: "of the move by X"."""
    for at in range(first, min(stop, first + MAX_PHRASE)):
        if reading.quote_at[at] >= 0 or reading.tags[at] in _ENDS:
            return None
        if reading.words[at] in _GIVEN_BY:
            return at
    return None


def _source(reading: Reading, first: int, stop: int) -> Range | None:
    """The phrase after "from", without what the noun takes: "lawmakers over the raid"."""
    phrase = phrase_after(reading, first, stop, apposition=False)
    if phrase is None:
        return None
    ends = (at for at in range(first + 1, phrase[1]) if reading.words[at] in _SOURCE_ENDS)
    return first, next(ends, phrase[1])


def _receiving_verb(reading: Reading, floor: int, noun: int) -> int | None:
    """Index of the verb that has the noun as its object: "drew" in "drew sharp criticism"."""
    for at in range(noun - 1, max(floor, noun - 1 - MAX_MODIFIERS) - 1, -1):
        if reading.words[at] in _RECEIVING:
            return at
        if reading.tags[at] not in _BEFORE_NOUN:
            return None
    return None


def _content(
    reading: Reading, statement: Range, noun: Range, source: Range, verb: int | None
) -> Range | None:
    at, giver = noun
    if giver > at + 1:
        return trim(reading, (at + 1, giver)) if reading.words[at + 1] in _BETWEEN else None
    if source[1] < statement[1] and reading.words[source[1]] in _AFTER:
        return trim(reading, _complement(reading, source[1], statement[1]))
    return _receiver(reading, statement[0], verb) if verb is not None else None


def _complement(reading: Reading, first: int, stop: int) -> Range:
    """A whole clause after "that", else the noun phrase."""
    if reading.words[first] == "that":
        return first, stop
    phrase = phrase_after(reading, first + 1, stop, apposition=False)
    return (first, phrase[1]) if phrase else (first, first)


def _receiver(reading: Reading, floor: int, verb: int) -> Range | None:
    """Who or what "faced criticism": the subject of the verb, before its auxiliaries."""
    return subject_before(reading, floor, _group_start(reading, floor, verb))


def _cue_start(reading: Reading, floor: int, noun: int, verb: int | None) -> int:
    if verb is not None:
        return _group_start(reading, floor, verb)
    first = noun
    while first > floor and reading.tags[first - 1] in (Tag.NOUN, Tag.PARTICIPLE):
        first -= 1
    return first


def _group_start(reading: Reading, floor: int, verb: int) -> int:
    first = verb
    while first > floor and reading.tags[first - 1] in (Tag.AUXILIARY, Tag.ADVERB):
        first -= 1
    return first
