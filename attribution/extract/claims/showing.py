"""Things that show rather than speak: "satellite images show", "the wreckage suggests"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from attribution.extract.actors.cast import Cast, Mention
from attribution.extract.detection import Detection, Span
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.relation_words import NOUN_FORMS
from attribution.extract.english.showing_words import (
    EVIDENCE_MODIFIERS,
    EVIDENCE_NOUNS,
    OPPOSITE,
    SEEMING,
    SHOWING_PHRASES,
    SHOWING_VERBS,
)
from attribution.extract.grammar.noun_phrases import NounPhrase, actors_of
from attribution.extract.grammar.sentence import Sentence, read_sentences
from attribution.extract.grammar.verb_groups import verb_group
from attribution.extract.text.tagging import Tag
from attribution.extract.text.token_ranges import lower_words, tokens_in
from attribution.extract.text.tokens import TokenizedText
from evidence.vocabulary import BearingKind, EvidenceKind

_BOUNDARIES = frozenset({Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.COMMA, Tag.MARK, Tag.RELATIVE})
_AFTER_HEAD = frozenset({Tag.PREPOSITION, Tag.TO, Tag.AUXILIARY, Tag.ING})
_CONTENT_ENDS = frozenset("; but while whereas although though".split())
_MODIFIER_REACH = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that bears on a claim without anybody speaking; all places in code points.

    Attributes:
        start: First of the words that name it.
        end: One past the last.
        kind: What it is.
        content: The words of the claim.
        bearing: What it does to the claim.
    """

    start: int
    end: int
    kind: EvidenceKind
    content: Span
    bearing: BearingKind


def find_shown(
    tokenized: TokenizedText, cast: Cast, detections: Iterable[Detection]
) -> list[Shown]:
    """Find what a text says that things show, detected as attributions or not.

    Args:
        tokenized: The text.
        cast: Who is mentioned in it; who speaks does not show.
        detections: Its attributions; those for which `is_showing` holds are included.

    Returns:
        In order of position; no two with the same evidence and overlapping content.
    """
    found = [shown for d in detections if (shown := shown_by(tokenized, d)) is not None]
    taken = sorted((shown.start, shown.end) for shown in found)
    for sentence in read_sentences(tokenized, cast, _may_show):
        found.extend(shown for shown in _in_sentence(sentence) if not _is_taken(shown, taken))
    found = [shown for shown in found if not _points_back(tokenized, shown)]
    return sorted(found, key=lambda shown: (shown.start, shown.content))


def _points_back(tokenized: TokenizedText, shown: Shown) -> bool:
    """Whether what is shown is only said to be so, or not: "suggests otherwise"."""
    first = lower_words(tokens_in(tokenized, [shown.content])[:1])
    return first in (["otherwise"], ["so"])


def _is_taken(shown: Shown, taken: Sequence[Span]) -> bool:
    """Whether a detection has the same evidence, given theirs by place."""
    after = bisect_left(taken, (shown.end, 0))
    return after > 0 and taken[after - 1][1] > shown.start


def _may_show(words: Sequence[str], mentions: Sequence[Mention]) -> bool:
    """Whether a sentence has a word for a thing that shows, and one for showing."""
    return any(word in EVIDENCE_NOUNS for word in words) and any(
        word in _opening_words() for word in words
    )


def is_showing(tokenized: TokenizedText, detection: Detection) -> bool:
    """Whether what a detection takes for a source is a thing that shows, so that nobody speaks."""
    return shown_by(tokenized, detection) is not None


def shown_by(tokenized: TokenizedText, detection: Detection) -> Shown | None:
    """Read a detection as something shown, or return None where somebody speaks."""
    if not detection.source or not detection.content:
        return None
    words = lower_words(tokens_in(tokenized, detection.source))
    kind = _kind_of(_head_words(words))
    bearing = _bearing_in(lower_words(tokens_in(tokenized, detection.cue)))
    if kind is None or bearing is None:
        return None
    return Shown(
        start=detection.source[0][0],
        end=detection.source[-1][1],
        kind=kind,
        content=(detection.content[0][0], detection.content[-1][1]),
        bearing=bearing,
    )


def _head_words(words: Sequence[str]) -> Sequence[str]:
    """The words up to the head of a phrase: before "of", "recovered at" and the like."""
    for index, word in enumerate(words):
        if index > 0 and words[index - 1] in EVIDENCE_NOUNS and word not in EVIDENCE_NOUNS:
            return words[:index]
    return words


def _kind_of(words: Sequence[str]) -> EvidenceKind | None:
    """What a phrase that ends in its head names, if it is a thing that shows."""
    kind = EVIDENCE_NOUNS.get(words[-1]) if words else None
    if kind is EvidenceKind.PATTERN:
        for word in words[-1 - _MODIFIER_REACH : -1]:
            kind = EVIDENCE_MODIFIERS.get(word, kind)
    return kind


def _bearing_in(words: Sequence[str]) -> BearingKind | None:
    """What a cue says that its subject does to the content."""
    negated = any(word.endswith("n't") or word in ("not", "never") for word in words)
    for index in range(len(words)):
        found = _bearing_at(words, index)
        if found is not None:
            return OPPOSITE[found[0]] if negated else found[0]
    return None


def _bearing_at(words: Sequence[str], index: int) -> tuple[BearingKind, int] | None:
    """The bearing of the phrase or verb at an index, and the index after it."""
    if words[index] not in _opening_words():
        return None
    for phrase, bearing in SHOWING_PHRASES.items():
        if tuple(words[index : index + len(phrase)]) == phrase:
            return bearing, index + len(phrase)
    bearing_of_verb = _verb_bearings().get(words[index])
    return (bearing_of_verb, index + 1) if bearing_of_verb is not None else None


@cache
def _verb_bearings() -> dict[str, BearingKind]:
    return {
        word: SHOWING_VERBS[lemma]
        for word, readings in forms_of(SHOWING_VERBS).items()
        for lemma, form in readings
        if form != "ing"
    }


@cache
def _opening_words() -> frozenset[str]:
    """Words that a phrase or verb of showing begins with."""
    return frozenset(_verb_bearings()) | {phrase[0] for phrase in SHOWING_PHRASES}


def _in_sentence(sentence: Sentence) -> Iterator[Shown]:
    for index in range(1, len(sentence.words)):
        found = _bearing_at(sentence.words, index)
        if found is not None and sentence.widest_at[index] < 0:
            shown = _shown_at(sentence, index, *found)
            if shown is not None:
                yield shown


def _shown_at(sentence: Sentence, index: int, bearing: BearingKind, after: int) -> Shown | None:
    if sentence.tags[index] is Tag.NOUN and sentence.words[index] in NOUN_FORMS:
        return None
    group = verb_group(sentence, index)
    seems = index > 1 and sentence.words[index - 2] in SEEMING and sentence.words[index - 1] == "to"
    first = index - 2 if seems else group.first
    phrase = _subject_phrase(sentence, first)
    content = _content_from(sentence, after)
    unfit = not seems and (group.voice == "passive" or group.to)
    if phrase is None or content is None or unfit:
        return None
    kind = _kind_of(sentence.words[phrase.first : phrase.stop])
    if kind is None or actors_of(sentence, phrase):
        return None
    return Shown(
        start=sentence.tokens[phrase.first].start,
        end=sentence.tokens[first - 1].end,
        kind=kind,
        content=content,
        bearing=OPPOSITE[bearing] if group.negated else bearing,
    )


def _subject_phrase(sentence: Sentence, stop: int) -> NounPhrase | None:
    """The phrase that the clause before a verb begins with."""
    begin = stop
    while begin > 0 and not _bounds_clause(sentence, begin - 1):
        begin -= 1
    while begin < stop and sentence.tags[begin] is Tag.ADVERB:
        begin += 1
    for index in range(begin, stop):
        if sentence.tags[index] in _AFTER_HEAD:
            return None
        if sentence.words[index] in EVIDENCE_NOUNS and not _goes_on(sentence, index + 1, stop):
            return NounPhrase(begin, index + 1)
    return None


def _goes_on(sentence: Sentence, index: int, stop: int) -> bool:
    """Whether a noun is followed by the head that it modifies: "video evidence"."""
    return index < stop and sentence.words[index] in EVIDENCE_NOUNS


def _bounds_clause(sentence: Sentence, index: int) -> bool:
    if sentence.tags[index] in _BOUNDARIES:
        return not (index > 0 and sentence.words[index] == "and" and _joins_names(sentence, index))
    if sentence.words[index] in EVIDENCE_NOUNS or index == 0:
        return False
    describes = sentence.words[index - 1] in EVIDENCE_NOUNS
    return sentence.tags[index] is Tag.VERB and not describes


def _joins_names(sentence: Sentence, index: int) -> bool:
    """Whether an "and" stands between two mentions: "US troops and facilities"."""
    left, right = (
        sentence.widest_at[index - 1],
        sentence.widest_at[min(index + 1, len(sentence.words) - 1)],
    )
    return left >= 0 or right >= 0


def _content_from(sentence: Sentence, after: int) -> Span | None:
    """The words of the claim, from after the verb to the end of its clause."""
    first = after + sentence.has(after, "that")
    stop = first
    while stop < len(sentence.words) and not _ends_content(sentence, stop):
        stop += 1
    while stop > first and sentence.tokens[stop - 1].text in (",", ".", ";", ":", "?", "!"):
        stop -= 1
    if stop - first < 1 or sentence.words[first] in (",", "."):
        return None
    return sentence.tokens[first].start, sentence.tokens[stop - 1].end


def _ends_content(sentence: Sentence, index: int) -> bool:
    if sentence.words[index] == ",":
        return sentence.words[index + 1 : index + 2] != [] and (
            sentence.words[index + 1] in _CONTENT_ENDS
        )
    return sentence.words[index] == ";"
