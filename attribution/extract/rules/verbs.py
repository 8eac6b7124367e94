"""Verb groups that may be cues: which verb, from its first auxiliary to its last particle."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extract.english.cues import CueForm, cue_lexicon
from attribution.extract.english.morphology import BE, MEDIA
from attribution.extract.rules.mention import VerbGroup
from attribution.extract.rules.occasions import skip_occasion
from attribution.extract.rules.reading import Range, Reading
from attribution.extract.text.tagging import Tag

_VERBAL = frozenset({Tag.VERB, Tag.ING, Tag.PARTICIPLE})


def cue_verbs(reading: Reading, statement: Range) -> Iterator[VerbGroup]:
    """Yield the verb groups of a statement that may attribute, outside quotation marks.

    Args:
        reading: The text.
        statement: The tokens to look at.

    Yields:
        Groups in order of position; they do not overlap.
    """
    lexicon = cue_lexicon()
    first, stop = statement
    index = first
    while index < stop:
        if reading.quote_at[index] < 0 and reading.words[index] in lexicon:
            group = _group_at(reading, statement, index)
            if group is not None:
                yield group
                index = group.stop - 1
        index += 1


def _group_at(reading: Reading, statement: Range, head: int) -> VerbGroup | None:
    form = _verb_form(reading, head)
    adjectival = form is None and _copula_before(reading, statement[0], head)
    if adjectival:
        form = _adjective(reading, head)
    if form is None:
        return None
    first = _group_start(reading, statement[0], head)
    stop = head + len(form.words)
    return VerbGroup(
        form=form,
        first=_statement_before(reading, first, statement[0]),
        head=head,
        stop=_statement_after(reading, stop, statement[1]),
        passive=not adjectival and _is_passive(reading, first, head, form),
    )


def _verb_form(reading: Reading, head: int) -> CueForm | None:
    """The verb that a word is in its place, if it is one."""
    if reading.tags[head] not in _VERBAL:
        return None
    forms = [f for f in cue_lexicon().at(reading.words, head) if f.cue.kind == "verb"]
    return forms[0] if forms else None


def _adjective(reading: Reading, head: int) -> CueForm | None:
    forms = [f for f in cue_lexicon().at(reading.words, head) if f.cue.kind == "adjective"]
    return forms[0] if forms else None


def _group_start(reading: Reading, floor: int, head: int) -> int:
    first = head
    while first > floor and reading.tags[first - 1] in (Tag.AUXILIARY, Tag.ADVERB):
        first -= 1
    return first


def _copula_before(reading: Reading, floor: int, head: int) -> bool:
    first = _group_start(reading, floor, head)
    return any(reading.words[at] in BE | {"'s", "'re", "'m"} for at in range(first, head))


def _is_passive(reading: Reading, first: int, head: int, form: CueForm) -> bool:
    if form.form not in ("past", "participle"):
        return False
    return reading.tags[head] is Tag.PARTICIPLE or any(
        reading.words[at] in BE for at in range(first, head)
    )


def _statement_after(reading: Reading, stop: int, ceiling: int) -> int:
    """Index after "in a statement" where that follows the verb, as annotators take it in."""
    after = skip_occasion(reading, stop, ceiling)
    return after if after > stop and reading.words[after - 1] in MEDIA else stop


def _statement_before(reading: Reading, first: int, floor: int) -> int:
    """Index of "in a statement" where that stands between the subject and the verb."""
    if first - 1 <= floor or reading.words[first - 1] not in MEDIA:
        return first
    for at in range(first - 2, max(floor, first - 5), -1):
        if reading.tags[at] is Tag.PREPOSITION:
            return at
    return first
