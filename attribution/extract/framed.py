"""Contents with the words that judge them: "It is unlikely, in its view, that they acted alone"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from attribution.extract.detection import Detection, Span
from attribution.extract.english.morphology import BE
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.token_ranges import token_range
from attribution.extract.text.tokens import TokenizedText

_OPENERS = frozenset("it there".split())
_IS = BE | {"'s"}
_LONGEST = 8
"""Tokens of "It is highly unlikely", at most."""


def framed(tokenized: TokenizedText, detections: Sequence[Detection]) -> list[Detection]:
    """Take in the judgement that a parenthesis with source and cue parts from what is judged.

    Without it, "It is unlikely, in its view, that they acted alone" would say that they did.

    Args:
        tokenized: The text.
        detections: Its attributions.

    Returns:
        The same in the same order.
    """
    starts = [tokenized.tokens[sentence.first].start for sentence in tokenized.sentences] or [0]
    return [_framed(tokenized, starts, each) for each in detections]


def _framed(tokenized: TokenizedText, starts: Sequence[int], each: Detection) -> Detection:
    if not (each.source and each.cue and each.content):
        return each
    said = next((span for span in each.content if span[0] > each.cue[0][0]), None)
    if said is None:
        return each
    opening = starts[max(0, bisect_right(starts, each.cue[0][0]) - 1)]
    judgement = _judgement(tokenized, opening, min(each.source[0][0], each.cue[0][0]), said)
    if judgement is None:
        return each
    return replace(each, content=(judgement, *(s for s in each.content if s >= said)))


def _judgement(tokenized: TokenizedText, opening: int, inside: int, said: Span) -> Span | None:
    """The words from "it" to the comma before a parenthesis, where "that" goes on after it."""
    tokens = tokenized.tokens
    after, stop = token_range(tokenized, said)
    if after == stop or plain(tokens[after].text) != "that" or tokens[after - 1].text != ",":
        return None
    floor, comma = token_range(tokenized, (opening, inside))
    comma -= 1
    while comma > floor and tokens[comma].text != ",":
        comma -= 1
    first = next(
        (
            index
            for index in range(comma - 1, max(floor, comma - _LONGEST) - 1, -1)
            if plain(tokens[index].text) in _OPENERS
        ),
        None,
    )
    if first is None or _IS.isdisjoint(plain(t.text) for t in tokens[first + 1 : comma]):
        return None
    return tokens[first].start, tokens[comma - 1].end
