"""Which attribution reports which: "The agency reported that the minister said ..."."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attribution.extract.detection import Detection, Span
from attribution.extract.speakers.citing import is_citing
from attribution.extract.speakers.reported import is_reported
from attribution.extract.text.quotations import quotations
from attribution.extract.text.tokens import TokenizedText


def nesting(detections: Sequence[Detection], tokenized: TokenizedText) -> list[int | None]:
    """Find for each attribution the one that it is reported by.

    An attribution is reported by another if its cue and all its stated roles lie in the content of
    the other; of several, the one with the shortest content counts. Outside quotation marks the
    text may put in a remark of its own there, see `is_reported`. A detector that gives no word to
    two contents leaves such an inner attribution out of the outer content; then it is reported by
    whoever says the rest of the quotation that its cue stands in. Those who are cited for a content
    are reported by whoever cites them.

    Args:
        detections: Attributions of one text, in any order.
        tokenized: The text.

    Returns:
        For each detection the index of the outer one; None where it stands by itself.
    """
    around = containing(detections)
    citers = {d.content: i for i, d in enumerate(detections) if not is_citing(tokenized, d)}
    spoken = _Quoted(detections, tokenized)
    outer: list[int | None] = []
    for index, other in enumerate(around):
        citer = citers.get(detections[index].content)
        if citer is not None and is_citing(tokenized, detections[index]):
            outer.append(citer)
        elif other is None:
            outer.append(spoken.reporter_of(index))
        else:
            part = spoken.quotes_cue(index) or is_reported(
                tokenized, detections[index], detections[other]
            )
            outer.append(other if part else None)
    return [None if _returns(outer, index) else outer[index] for index in range(len(detections))]


def _returns(outer: Sequence[int | None], index: int) -> bool:
    """Whether the way outwards from an attribution never ends."""
    seen = {index}
    following = outer[index]
    while following is not None:
        if following in seen:
            return True
        seen.add(following)
        following = outer[following]
    return False


def containing(detections: Sequence[Detection]) -> list[int | None]:
    """For each attribution the one with the shortest content around all of it."""
    contents = sorted(
        (span[0], -span[1], index)
        for index, detection in enumerate(detections)
        for span in detection.content
    )
    order = sorted(range(len(detections)), key=lambda i: (_extent(detections[i])[0], i))
    outer: list[int | None] = [None] * len(detections)
    open_spans: list[tuple[int, int, int]] = []
    at = 0
    for index in order:
        start, end = _extent(detections[index])
        while at < len(contents) and contents[at][0] <= start:
            open_spans.append((contents[at][0], -contents[at][1], contents[at][2]))
            at += 1
        open_spans = [span for span in open_spans if span[1] > start]
        around = [s for s in open_spans if s[1] >= end and s[2] != index]
        if around:
            outer[index] = min(around, key=lambda s: (s[1] - s[0], s[2]))[2]
    return outer


def _extent(detection: Detection) -> Span:
    spans = (*detection.source, *detection.cue, *detection.content)
    return min(s for s, _ in spans), max(e for _, e in spans)


class _Quoted:
    """Who says each quotation, judged by the attributions whose cue stands outside it."""

    def __init__(self, detections: Sequence[Detection], tokenized: TokenizedText) -> None:
        outermost = [q for q in quotations(tokenized) if q.depth == 1]
        self._starts = [q.outer_start for q in outermost]
        self._ends = [q.outer_end for q in outermost]
        self._cues = [self._quotation_at(d.cue[0][0]) for d in detections]
        self._sources = [d.source for d in detections]
        self._speaker: dict[int, int] = {}
        for index, detection in enumerate(detections):
            for start, end in detection.content:
                quotation = self._quotation_at((start + end) // 2)
                if quotation is not None and quotation != self._cues[index]:
                    self._speaker.setdefault(quotation, index)

    def _quotation_at(self, position: int) -> int | None:
        at = bisect_right(self._starts, position) - 1
        return at if at >= 0 and position < self._ends[at] else None

    def quotes_cue(self, index: int) -> bool:
        """Whether the cue at `index` stands in quotation marks."""
        return self._cues[index] is not None

    def reporter_of(self, index: int) -> int | None:
        """The attribution that says the quotation in which the cue at `index` stands."""
        quotation = self._cues[index]
        if quotation is None or not self._sources[index]:
            return None
        inside = self._quotation_at(self._sources[index][0][0]) == quotation
        return self._speaker.get(quotation) if inside else None
