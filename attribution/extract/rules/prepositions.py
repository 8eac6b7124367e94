"""Attributions by preposition: "according to the agency, ..."."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extract.english.cues import CueForm, cue_lexicon
from attribution.extract.rules.bounds import trim
from attribution.extract.rules.mention import Attribution
from attribution.extract.rules.phrases import phrase_after
from attribution.extract.rules.reading import Range, Reading
from attribution.extract.text.tagging import Tag

SHORT = 3
"""With this few tokens or fewer before it, the phrase interrupts what goes on after it."""


def preposition_attributions(reading: Reading, number: int) -> Iterator[Attribution]:
    """Yield the attributions by preposition of one statement.

    Args:
        reading: The text.
        number: Index of the statement.

    Yields:
        Attributions in order of their cues.
    """
    lexicon = cue_lexicon()
    first, stop = reading.statements[number]
    for at in range(first, stop):
        if reading.quote_at[at] >= 0 or reading.words[at] not in lexicon:
            continue
        for form in lexicon.at(reading.words, at):
            if form.cue.kind == "preposition":
                yield from _attribution(reading, (first, stop), at, form)


def _attribution(
    reading: Reading, statement: Range, at: int, form: CueForm
) -> Iterator[Attribution]:
    stop = at + len(form.words)
    before = trim(reading, (statement[0], at))
    opens = before is None or _only_opens(reading, before)
    source = phrase_after(reading, stop, statement[1], apposition=not opens)
    if source is None:
        return
    content = _content(reading, None if opens else before, (source[1], statement[1]))
    if content:
        yield Attribution((source,), ((at, stop),), content, form.cue, form.cue.weight)


def _content(reading: Reading, before: Range | None, rest: Range) -> tuple[Range, ...]:
    """What is before the phrase, or after it where it opens the statement, or both."""
    after = trim(reading, rest)
    if before is None:
        return (after,) if after else ()
    if after and before[1] - before[0] <= SHORT:
        return before, after
    return (before,)


def _only_opens(reading: Reading, before: Range) -> bool:
    """Whether only "but", "however," and the like stand before the phrase."""
    openers = (Tag.COORDINATOR, Tag.ADVERB, Tag.COMMA, Tag.SUBORDINATOR)
    return all(reading.tags[at] in openers for at in range(*before))
