"""Who tells what somebody hears: "Reuters was told by officials that" is said by the officials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from attribution.extract.detection import Detection, Span
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.morphology import BE
from attribution.extract.text.token_ranges import lower_words, token_range, tokens_in
from attribution.extract.text.tokens import TokenizedText

_TOLD = frozenset(forms_of("tell inform warn assure advise brief notify alert".split()))


def with_tellers(tokenized: TokenizedText, detections: Sequence[Detection]) -> list[Detection]:
    """Keep as source of "were told by X that" only X, who tells, and not those who hear.

    Args:
        tokenized: The text.
        detections: Its attributions.

    Returns:
        The same in the same order.
    """
    return [_by_teller(tokenized, each) for each in detections]


def _by_teller(tokenized: TokenizedText, each: Detection) -> Detection:
    cue = lower_words(tokens_in(tokenized, each.cue))
    if BE.isdisjoint(cue) or _TOLD.isdisjoint(cue):
        return each
    tellers = tuple(span for span in each.source if _follows_by(tokenized, span))
    said = tuple(span for span in each.content if span[0] > each.cue[0][0])
    if not tellers or not said:
        return each
    return replace(each, source=tellers, content=said)


def _follows_by(tokenized: TokenizedText, span: Span) -> bool:
    """Whether "by" or "by the" stands before some words."""
    first, _ = token_range(tokenized, span)
    before = lower_words(tokenized.tokens[max(0, first - 2) : first])
    return before[-1:] == ["by"] or before == ["by", "the"]
