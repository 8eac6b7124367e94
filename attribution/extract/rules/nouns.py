"""Attributions by noun: "the ministry's denial of ...", "his claim that ..."."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extract.english.cues import CueForm, cue_lexicon
from attribution.extract.rules.bounds import trim
from attribution.extract.rules.mention import Attribution
from attribution.extract.rules.phrases import phrase_before
from attribution.extract.rules.reading import Range, Reading
from attribution.extract.text.tagging import CLAUSE_OPENERS, NOMINAL, Tag

_LINKS = frozenset("that of to for about on against".split())
_MODIFIERS = NOMINAL | {Tag.ADVERB, Tag.PARTICIPLE}
_ENDS = CLAUSE_OPENERS | {Tag.COMMA, Tag.MARK, Tag.VERB, Tag.AUXILIARY}
MAX_MODIFIERS = 3


def noun_attributions(reading: Reading, number: int) -> Iterator[Attribution]:
    """Yield the attributions by noun of one statement.

    Args:
        reading: The text.
        number: Index of the statement.

    Yields:
        Attributions in order of their cues.
    """
    lexicon = cue_lexicon()
    first, stop = reading.statements[number]
    for at in range(first + 1, stop - 1):
        linked = reading.words[at + 1] in _LINKS and reading.quote_at[at] < 0
        if linked and reading.words[at] in lexicon and reading.tags[at] is Tag.NOUN:
            for form in lexicon.at(reading.words, at):
                if form.cue.kind == "noun":
                    yield from _attribution(reading, (first, stop), at, form)


def _attribution(
    reading: Reading, statement: Range, at: int, form: CueForm
) -> Iterator[Attribution]:
    owner = _owner_mark(reading, statement[0], at)
    if owner is None:
        return
    source = _possessor(reading, statement[0], owner)
    content = trim(reading, _content(reading, at + 1, statement[1]))
    if source and content:
        cue = (owner + 1, at + 1)
        yield Attribution((source,), (cue,), (content,), form.cue, form.cue.weight)


def _owner_mark(reading: Reading, floor: int, at: int) -> int | None:
    """Index of the possessive that governs a noun: "his" or the "'s" of "the agency's"."""
    for before in range(at - 1, max(floor, at - MAX_MODIFIERS - 1) - 1, -1):
        if reading.tags[before] is Tag.POSSESSIVE:
            return before
        if reading.tags[before] not in _MODIFIERS:
            return None
    return None


def _possessor(reading: Reading, floor: int, owner: int) -> Range | None:
    """The phrase before "'s", or "his" itself."""
    if reading.tokens[owner].kind == "clitic":
        return phrase_before(reading, floor, owner)
    return owner, owner + 1


def _content(reading: Reading, first: int, stop: int) -> Range:
    """A whole clause after "that", else the noun phrase."""
    if reading.words[first] == "that":
        return first, stop
    for at in range(first + 1, stop):
        if reading.tags[at] in _ENDS and reading.quote_at[at] < 0:
            return first, at
    return first, stop
