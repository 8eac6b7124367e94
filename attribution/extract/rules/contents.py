"""What is said: the stretch before, after or around a cue verb that is its content."""

from __future__ import annotations

from attribution.extract.rules.bounds import BREAKS, trim
from attribution.extract.rules.direct import quote_before, quotes_after
from attribution.extract.rules.mention import Link, Mention
from attribution.extract.rules.occasions import skip_occasion
from attribution.extract.rules.phrases import phrase_before
from attribution.extract.rules.reading import Range, Reading
from attribution.extract.text.tagging import NOMINAL, Tag

_AROUND = frozenset({Link.SUBJECT, Link.INVERTED})
_ADDRESSING = frozenset(
    "tell inform assure reassure remind notify advise warn ask convince persuade".split()
)
_ADDRESSEE = NOMINAL | {Tag.DETERMINER, Tag.POSSESSIVE, Tag.OBJECT_PRONOUN}
_ALWAYS_FIRST = _ADDRESSEE | {Tag.PRONOUN, Tag.ADVERB, Tag.ING, Tag.MARK, Tag.SUBORDINATOR}
_FIRST: dict[str, frozenset[Tag]] = {
    "clause": _ALWAYS_FIRST | {Tag.PREPOSITION},
    "object": _ALWAYS_FIRST | {Tag.PREPOSITION},
    "infinitive": _ALWAYS_FIRST | {Tag.TO},
}
"""The word classes that content may begin with, by what the cue takes."""

MIN_LEFT = 3
"""Fewer tokens before ", the agency said" are an adverbial, not what was said."""

MAX_CIRCUMSTANCE = 12
"""A prepositional phrase between a verb and its clause is shorter than this many tokens."""

STRONG = 0.5
"""A verb at least this likely to report needs no "that" after a prepositional phrase."""


def contents(
    reading: Reading, number: int, mention: Mention, cut: int, floor: int
) -> tuple[Range, ...]:
    """Find the content of a mention.

    Args:
        reading: The text.
        number: Index of the statement that the mention stands in.
        mention: The cue verb with its source.
        cut: Content after the cue ends at this token or earlier.
        floor: Content before the cue begins at this token or later, quotations apart.

    Returns:
        Token ranges in order; empty where nothing can be content.
    """
    if mention.link is Link.AGENT:
        subject = phrase_before(reading, floor, mention.group.first)
        return (subject,) if subject else ()
    after = _after(reading, mention, cut)
    before = None
    if mention.link in _AROUND and "clause" in mention.group.form.cue.takes:
        before = _before(reading, number, mention, floor, after)
    if after is not None and not _may_follow(reading, mention, before, after):
        after = None
    pieces = [piece for piece in (before, after) if piece is not None]
    pieces += quotes_after(reading, number, pieces)
    return tuple(pieces)


def _after(reading: Reading, mention: Mention, cut: int) -> Range | None:
    """The stretch from the cue, its inverted subject and its occasion to the cut."""
    start = mention.group.stop
    if mention.link is Link.INVERTED:
        start = max(start, mention.source[1])
    elif mention.source[0] >= start:  # "Citing reports, X said"
        cut = min(cut, mention.source[0])
    start = skip_occasion(reading, start, cut) if start < cut else start
    start = _skip_addressee(reading, mention, start, cut)
    start = _skip_circumstance(reading, mention, start, cut)
    if start >= cut:
        return None
    return trim(reading, (start, _end(reading, mention, start, cut)))


def _skip_addressee(reading: Reading, mention: Mention, start: int, cut: int) -> int:
    """Skip X in "told X that" and "warned X of", but not in "urged X to"."""
    if mention.group.form.cue.phrase.split()[0] not in _ADDRESSING:
        return start
    at = start
    while at < cut and reading.tags[at] in _ADDRESSEE and reading.quote_at[at] < 0:
        at += 1
    if at in (start, cut):
        return start
    told = reading.quote_at[at] >= 0 or reading.tags[at] in (Tag.PRONOUN, Tag.COMMA)
    return at if told or reading.words[at] in ("that", "of", "about", ":") else start


def _skip_circumstance(reading: Reading, mention: Mention, start: int, cut: int) -> int:
    """Skip "at the time" in "said at the time that", where a clause or quotation follows."""
    cue = mention.group.form.cue
    if start >= cut or reading.tags[start] is not Tag.PREPOSITION or cue.takes != {"clause"}:
        return start
    for at in range(start + 1, min(cut, start + MAX_CIRCUMSTANCE)):
        if reading.words[at] == "that" or reading.quote_at[at] >= 0:
            return at
    return start if cue.weight >= STRONG else cut


def _end(reading: Reading, mention: Mention, start: int, cut: int) -> int:
    """Where content after the cue ends: a noun phrase at a comma, a clause at the cut."""
    whole = mention.link not in (Link.INVERTED, Link.RELATIVE) and mention.source[0] < start
    if whole and "clause" in mention.group.form.cue.takes:
        return cut
    for at in range(start + 1, cut):
        if reading.tags[at] is Tag.COMMA and reading.quote_at[at] < 0:
            return at
    return cut


def _before(
    reading: Reading, number: int, mention: Mention, floor: int, after: Range | None
) -> Range | None:
    """The stretch before "..., the agency said" or "...,” said the agency"."""
    edge = min(mention.source[0], mention.group.first)
    quote = quote_before(reading, number, edge)
    if quote is not None and not _is_finished(reading, number, quote, after):
        return _with_lead(reading, quote, max(floor, reading.statements[number][0]))
    if edge - floor < MIN_LEFT or reading.tags[edge - 1] is not Tag.COMMA:
        return None
    if after is not None and not _is_interrupted(reading, after):
        return None
    return trim(reading, (floor, edge))


def _is_finished(reading: Reading, number: int, quote: Range, after: Range | None) -> bool:
    """Whether a quotation is another's, as in `A said: “No.” The mayor said that it was over`."""
    apart = quote[1] <= reading.statements[number][0]
    return apart and after is not None and reading.words[after[0]] == "that"


def _with_lead(reading: Reading, quote: Range, floor: int) -> Range:
    """Add the words before a quotation that belong to the same clause: `The plan is “dead,”`."""
    first = floor
    while first < quote[0] and reading.tags[first] in (Tag.COMMA, Tag.COORDINATOR, Tag.MARK):
        first += 1
    return (first, quote[1]) if floor < quote[0] else quote


def _may_follow(reading: Reading, mention: Mention, before: Range | None, after: Range) -> bool:
    """Whether a stretch after the cue can be what this cue takes, given what is before it."""
    quoted = reading.quote_at[after[0]] >= 0
    if before is not None:
        resumed = reading.quote_at[before[1] - 1] < 0
        return _is_interrupted(reading, after) and (quoted or resumed)
    tag = reading.tags[after[0]]
    if reading.words[after[0]] in ("having", "being"):
        return True
    return quoted or any(tag in _FIRST[what] for what in mention.group.form.cue.takes)


def _is_interrupted(reading: Reading, after: Range) -> bool:
    """Whether what follows the cue goes on with what stood before it: a comma parts them."""
    return reading.tags[after[0] - 1] in BREAKS
