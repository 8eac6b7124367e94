"""Answers that hang on what is said: ", a claim that Tehran denies and Moscow accepts"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from attribution.extract.detection import Detection, Span
from attribution.extract.english.charge_words import (
    ACCEPTING,
    ACCUSATIONS,
    ANSWERING,
    ASSERTIONS,
    ESTIMATES,
    POINTERS,
)
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.morphology import AUXILIARIES, NEGATIONS, is_adverb
from attribution.extract.english.stance_words import CALLING_VERBS, FALSE_WORDS
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.token_ranges import lower_words
from attribution.extract.text.tokens import Token, TokenizedText

_HEADS = ACCUSATIONS | ASSERTIONS | ESTIMATES | {"something"}
_ANSWERS = forms_of(sorted(ANSWERING | ACCEPTING))
_CALLING = forms_of(sorted(CALLING_VERBS))
_DENIALS = forms_of(sorted(ANSWERING))
_LONGEST_SUBJECT = 8
"""Tokens of whoever answers, with auxiliaries and adverbs, at most."""

_LONGEST_VERDICT = 8
"""Tokens of "“a complete and utter fabrication”", at most."""

_LONGEST_GROUP = 5
"""Words of "a local rescue group", at most."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer, and where what it hangs on ends, in code points; None where it is left open."""

    detection: Detection | None
    end: int


def with_appended(tokenized: TokenizedText, detections: Sequence[Detection]) -> list[Detection]:
    """Add answers to what is said just before, where the detector passed over them.

    Args:
        tokenized: The text.
        detections: Its attributions.

    Returns:
        All in order of the position of their first span; what an answer hangs on ends before it.
        How sure an added one is cannot be said: PolNeAR's training part has two, both marked.
    """
    cues = {place for each in detections for start, end in each.cue for place in range(start, end)}
    answers = list(_appended(tokenized.tokens))
    if not answers:
        return list(detections)
    found = [answer.detection for answer in answers if answer.detection is not None]
    verdicts = {each.cue for each in found if len(each.content) > 1}
    added = [each for each in found if each.cue in verdicts or cues.isdisjoint(range(*each.cue[0]))]
    ends = sorted({answer.end for answer in answers})
    kept = [
        replace(each, content=_before(each.content, ends))
        for each in detections
        if each.cue not in verdicts
    ]
    return sorted([*kept, *added], key=lambda each: min(each.source + each.cue + each.content))


def _before(content: Sequence[Span], ends: Sequence[int]) -> tuple[Span, ...]:
    """A content without the answers in it, and what follows them."""
    return tuple(_cut(span, ends) for span in content)


def _cut(span: Span, ends: Sequence[int]) -> Span:
    at = bisect_right(ends, span[0])
    return (span[0], ends[at]) if at < len(ends) and ends[at] < span[1] else span


def _appended(tokens: Sequence[Token]) -> Iterator[_Answer]:
    words = lower_words(tokens)
    for index, word in enumerate(words):
        if word in _HEADS and (first := _opening(words, index)) is not None:
            yield from _answers(tokens, words, first, index + 1)
        elif word in _DENIALS and (answer := _of_group(tokens, words, index)) is not None:
            yield answer


def _opening(words: Sequence[str], head: int) -> int | None:
    """Index of the first word of ", a claim", or None where no comma stands before it."""
    first = head - 1 if head and words[head - 1] in ("a", "an") else head
    bare = first == head and words[head] != "something"
    return first if first and words[first - 1] in (",", "–", "—") and not bare else None


def _answers(
    tokens: Sequence[Token], words: Sequence[str], first: int, after: int
) -> Iterator[_Answer]:
    """Read "that Tehran denies and Moscow accepts" after the words from ``first`` to ``after``."""
    subject = after + (words[after : after + 1] in (["that"], ["which"]))
    content = ((tokens[first].start, tokens[subject - 1].end),)
    while (verb := _verb_after(tokens, words, subject)) is not None:
        verdict = _verdict_after(tokens, verb) if words[verb] in _CALLING else None
        if words[verb] in _CALLING and verdict is None:
            return
        stop = verb
        while stop > subject and (words[stop - 1] in AUXILIARIES or is_adverb(words[stop - 1])):
            stop -= 1
        if stop == subject:
            return
        if not NEGATIONS.isdisjoint(words[subject:verb]):
            yield _Answer(None, tokens[first - 2].end)  # "that Cisco has neither confirmed nor"
            return
        source = ((tokens[subject].start, tokens[stop - 1].end),)
        cue = ((tokens[stop].start, tokens[verb].end),)
        whole = content if verdict is None else (*content, verdict)
        yield _Answer(Detection(source, cue, whole), tokens[first - 2].end)
        if words[verb + 1 : verb + 2] not in (["and"], ["but"]):
            return
        subject = verb + 2


def _verb_after(tokens: Sequence[Token], words: Sequence[str], subject: int) -> int | None:
    """Index of the verb by which a subject answers, if only words stand between the two."""
    for verb in range(subject + 1, min(len(words), subject + _LONGEST_SUBJECT)):
        if words[verb] in _ANSWERS or words[verb] in _CALLING:
            return verb
        if tokens[verb - 1].kind not in ("word", "clitic"):
            return None
    return None


def _verdict_after(tokens: Sequence[Token], verb: int) -> Span | None:
    """The words after "called" up to one for what is false: "utterly false"."""
    for index in range(verb + 1, min(len(tokens), verb + 1 + _LONGEST_VERDICT)):
        if plain(tokens[index].text) in FALSE_WORDS:
            return tokens[verb + 1].start, tokens[index].end
        if tokens[index].text in (".", ";", ","):
            return None
    return None


def _of_group(tokens: Sequence[Token], words: Sequence[str], verb: int) -> _Answer | None:
    """Read ", a rescue group that denies the charge" around its verb."""
    relative = verb - 1
    while relative > 0 and (words[relative] in AUXILIARIES or is_adverb(words[relative])):
        relative -= 1
    if words[relative] not in ("that", "which", "who"):
        return None
    end = verb + 1
    while end < len(words) and words[end] in POINTERS:
        end += 1
    noun = words[end : end + 1]
    named = noun and noun[0] in ACCUSATIONS | ASSERTIONS and end > verb + 1
    if not named and words[verb + 1 : verb + 2] not in (["this"], ["it"]):
        return None
    stop = end + 1 if named else verb + 2
    first = relative - 1
    while first > max(0, relative - _LONGEST_GROUP) and words[first] not in ("a", "an", "the"):
        first -= 1
    if first < 2 or words[first] not in ("a", "an", "the") or words[first - 1] != ",":
        return None
    detection = Detection(
        ((tokens[first].start, tokens[relative - 1].end),),
        ((tokens[relative + 1].start, tokens[verb].end),),
        ((tokens[verb + 1].start, tokens[stop - 1].end),),
    )
    return _Answer(detection, tokens[first - 2].end)
