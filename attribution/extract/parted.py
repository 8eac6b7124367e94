"""Contents that end where their source goes on to say something else: "said A and denied B"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribution.extract.detection import Detection, Span
from attribution.extract.english.morphology import AUXILIARIES, is_adverb
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.token_ranges import token_range
from attribution.extract.text.tokens import TokenizedText

_LINKS = frozenset("and but".split())


def parted(tokenized: TokenizedText, detections: Sequence[Detection]) -> list[Detection]:
    """End contents before another cue of the same source that "and" or "but" adds.

    Args:
        tokenized: The text.
        detections: Its attributions.

    Returns:
        The same in the same order. The cost is n log n.
    """
    ends = sorted(_ends(tokenized, detections))
    return [replace(each, content=_cut_all(each, ends)) for each in detections]


_End = tuple[int, Span]
"""Where an added clause begins, and the source of its cue."""


def _ends(tokenized: TokenizedText, detections: Sequence[Detection]) -> Iterator[_End]:
    for each in detections:
        if not each.source or not each.cue:
            continue
        first, _ = token_range(tokenized, each.cue[0])
        while first > 1 and _is_of_verb(tokenized.tokens[first - 1].text):
            first -= 1
        link = first - 1
        if link > 0 and plain(tokenized.tokens[link].text) in _LINKS:
            yield tokenized.tokens[link - 1].end, each.source[0]


def _is_of_verb(word: str) -> bool:
    return plain(word) in AUXILIARIES or is_adverb(plain(word))


def _cut_all(detection: Detection, ends: Sequence[_End]) -> tuple[Span, ...]:
    if not detection.source:
        return detection.content
    return tuple(_cut(span, detection, ends) for span in detection.content)


def _cut(span: Span, detection: Detection, ends: Sequence[_End]) -> Span:
    """The span up to the first clause that its own source adds."""
    for at in range(bisect_right(ends, span[0], key=lambda end: end[0]), len(ends)):
        end, source = ends[at]
        if end >= span[1]:
            break
        if source == detection.source[0] and end > span[0]:
            return span[0], end
    return span
