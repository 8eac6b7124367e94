"""Attributions by adverb, to nobody in particular: "the strike reportedly killed two"."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extract.english.cues import cue_lexicon
from attribution.extract.rules.bounds import trim
from attribution.extract.rules.mention import Attribution
from attribution.extract.rules.phrases import MAX_PHRASE
from attribution.extract.rules.reading import Range, Reading
from attribution.extract.text.tagging import Tag

_BOUNDS = frozenset({Tag.COMMA, Tag.MARK, Tag.SUBORDINATOR, Tag.RELATIVE})


def adverb_attributions(reading: Reading, number: int) -> Iterator[Attribution]:
    """Yield the attributions by adverb of one statement; they have no source.

    Args:
        reading: The text.
        number: Index of the statement.

    Yields:
        Attributions in order of their cues; the content is the clause without the adverb.
    """
    lexicon = cue_lexicon()
    first, stop = reading.statements[number]
    for at in range(first, stop):
        if reading.quote_at[at] >= 0 or reading.words[at] not in lexicon:
            continue
        for form in lexicon.at(reading.words, at):
            if form.cue.kind == "adverb":
                content = tuple(_around(reading, (first, stop), at))
                yield Attribution((), ((at, at + 1),), content, form.cue, form.cue.weight)


def _around(reading: Reading, statement: Range, at: int) -> Iterator[Range]:
    """Yield the parts of the clause before and after an adverb."""
    first, stop = at, at + 1
    while first > max(statement[0], at - MAX_PHRASE) and not _bounds(reading, first - 1):
        first -= 1
    while stop < min(statement[1], at + MAX_PHRASE) and not _bounds(reading, stop):
        stop += 1
    for piece in (first, at), (at + 1, stop):
        trimmed = trim(reading, piece)
        if trimmed:
            yield trimmed


def _bounds(reading: Reading, index: int) -> bool:
    """Whether a token ends the clause around an adverb."""
    return reading.tags[index] in _BOUNDS and reading.quote_at[index] < 0
