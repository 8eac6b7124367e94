"""Whole speeches: turns in a transcript after a label, and quotations signed with a dash.

A network that has seen few of them passes over labels and signatures, and takes what speakers say
of others, or of their own thoughts, for all there is. That stands inside the speech, and is found
there again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from attribution.extract.detection import Detection, Span
from attribution.extract.english.dashes import DASHES

# One letter is the "Q" or "A" of an interview, which names nobody.
_LABEL = re.compile(r"[^\W\d_][^a-z]+")
_FEWEST_SPEAKERS = 2


def speeches(text: str, detections: Sequence[Detection]) -> list[Detection]:
    """Choose the turns and the signed quotations.

    Args:
        text: What was searched.
        detections: What the rules found.

    Returns:
        What is signed, and what has a label that names somebody, if two of the labels come twice:
        one that comes once is a heading.
    """
    labelled = [each for each in detections if _is_labelled(text, each)]
    times = Counter(_words(text, each.source) for each in labelled)
    dialogue = sum(count > 1 for count in times.values()) >= _FEWEST_SPEAKERS
    signed = [each for each in detections if _words(text, each.cue) in DASHES]
    return [*(labelled if dialogue else ()), *signed]


def with_speeches(detections: Sequence[Detection], whole: Sequence[Detection]) -> list[Detection]:
    """Put speeches in place of what was found inside them.

    Args:
        detections: What one detector found; no two share a word.
        whole: Speeches.

    Returns:
        The detections, with speeches of which they know nothing but what lies inside, in no order.
        The cost is n log n.
    """
    spans = sorted((*span, n) for n, each in enumerate(detections) for span in _spans(each))
    starts, ends, numbers = zip(*spans, strict=True) if spans else ((), (), ())
    added: list[Detection] = []
    inside: set[int] = set()
    for speech in whole:
        first, stop = min(_spans(speech))[0], max(_spans(speech))[1]
        touching = set(numbers[bisect_right(ends, first) : bisect_left(starts, stop)])
        if all(_lies_in(speech.content, span) for n in touching for span in _spans(detections[n])):
            added.append(speech)
            inside |= touching
    return [*(each for n, each in enumerate(detections) if n not in inside), *added]


def _lies_in(content: Sequence[Span], span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in content)


def _is_labelled(text: str, each: Detection) -> bool:
    return _words(text, each.cue) == ":" and bool(_LABEL.fullmatch(_words(text, each.source)))


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _spans(each: Detection) -> tuple[Span, ...]:
    return (*each.source, *each.cue, *each.content)
