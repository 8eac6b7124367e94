"""Answers that hang on what is said: ", a claim that Tehran denies", ", which it called false"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribution.extract.detection import Detection, Span
from attribution.extract.english.charge_words import (
    ACCUSATIONS,
    ANSWERING,
    ASSERTIONS,
)
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.morphology import AUXILIARIES, is_adverb
from attribution.extract.text.token_ranges import lower_words, token_range
from attribution.extract.text.tokens import Token, TokenizedText

_HEADS = ACCUSATIONS | ASSERTIONS | {"something"}
_FORMS = forms_of(sorted(ANSWERING))
_LONGEST_SUBJECT = 8
"""Tokens of whoever answers, with auxiliaries and adverbs, at most."""


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
    added = [each for each in answers if cues.isdisjoint(range(*each.cue[0]))]
    ends = [_end_before(tokenized, each) for each in answers]
    kept = [replace(each, content=_before(each.content, ends)) for each in detections]
    return sorted([*kept, *added], key=lambda each: min(each.source + each.cue + each.content))


def _end_before(tokenized: TokenizedText, answer: Detection) -> int:
    """Where what an answer hangs on ends: before the comma that parts them."""
    first, _ = token_range(tokenized, answer.content[0])
    return tokenized.tokens[first - 2].end if first > 1 else 0


def _before(content: Sequence[Span], ends: Sequence[int]) -> tuple[Span, ...]:
    """A content without the answers in it, and what follows them."""
    return tuple(_cut(span, ends) for span in content)


def _cut(span: Span, ends: Sequence[int]) -> Span:
    at = bisect_right(ends, span[0])
    return (span[0], ends[at]) if at < len(ends) and ends[at] < span[1] else span


def _appended(tokens: Sequence[Token]) -> Iterator[Detection]:
    words = lower_words(tokens)
    for index, word in enumerate(words):
        if word in _HEADS and (first := _opening(words, index)) is not None:
            found = _answer(tokens, words, first, index + 1)
            if found is not None:
                yield found


def _opening(words: Sequence[str], head: int) -> int | None:
    """Index of the first word of ", a claim", or None where no comma stands before it."""
    first = head - 1 if head and words[head - 1] in ("a", "an") else head
    bare = first == head and words[head] != "something"
    return first if first and words[first - 1] in (",", "–", "—") and not bare else None


def _answer(
    tokens: Sequence[Token], words: Sequence[str], first: int, after: int
) -> Detection | None:
    """Read "that Tehran has always denied" after the words from ``first`` to ``after``."""
    subject = after + (words[after : after + 1] in (["that"], ["which"]))
    for verb in range(subject + 1, min(len(words), subject + _LONGEST_SUBJECT)):
        if words[verb] in _FORMS:
            stop = verb
            while stop > subject and (words[stop - 1] in AUXILIARIES or is_adverb(words[stop - 1])):
                stop -= 1
            if stop == subject:
                return None
            return Detection(
                ((tokens[subject].start, tokens[stop - 1].end),),
                ((tokens[stop].start, tokens[verb].end),),
                ((tokens[first].start, tokens[subject - 1].end),),
            )
        if tokens[verb - 1].kind not in ("word", "clitic"):
            return None
    return None
