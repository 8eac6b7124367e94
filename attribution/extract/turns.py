"""Turns in transcripts: a speaker's label in capitals, a colon, and what that speaker says.

A network that has seen few transcripts passes over labels, and takes what speakers say of others,
or of their own thoughts, for all there is. It stands inside the turn, and is found there again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from attribution.extract.detection import Detection, Span

# One letter is the "Q" or "A" of an interview, which names nobody.
_LABEL = re.compile(r"[^\W\d_][^a-z]+")
_FEWEST_SPEAKERS = 2


def with_turns(
    text: str, detections: Sequence[Detection], labelled: Sequence[Detection]
) -> list[Detection]:
    """Put the turns of a transcript in place of what was found inside them.

    Args:
        text: What was searched.
        detections: What one detector found; no two share a word.
        labelled: What another found by labels, with one span for each role. They are turns only if
            two of the labels come twice: one label alone is a heading.

    Returns:
        The detections, with turns of which they know nothing but what lies inside, in no order. The
        cost is n log n.
    """
    spans = sorted((*span, n) for n, each in enumerate(detections) for span in _spans(each))
    starts, ends, numbers = zip(*spans, strict=True) if spans else ((), (), ())
    turns: list[Detection] = []
    inside: set[int] = set()
    for turn in _turns(text, labelled):
        (label, _), _, (start, end) = _spans(turn)
        touching = set(numbers[bisect_right(ends, label) : bisect_left(starts, end)])
        if all(start <= s and e <= end for n in touching for s, e in _spans(detections[n])):
            turns.append(turn)
            inside |= touching
    return [*(each for n, each in enumerate(detections) if n not in inside), *turns]


def _turns(text: str, labelled: Sequence[Detection]) -> list[Detection]:
    spoken = [each for each in labelled if _LABEL.fullmatch(_label(text, each))]
    times = Counter(_label(text, each) for each in spoken)
    several = sum(count > 1 for count in times.values())
    return spoken if several >= _FEWEST_SPEAKERS else []


def _label(text: str, turn: Detection) -> str:
    return " ".join(text[start:end] for start, end in turn.source)


def _spans(each: Detection) -> tuple[Span, ...]:
    return (*each.source, *each.cue, *each.content)
