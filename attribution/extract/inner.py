"""A second look into what is said: attributions reported by others.

"The agency reported that the minister said ..." holds two attributions, one inside the other. A
detector that gives each word one role finds the outer one only; read by itself, its content shows
the inner one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from attribution.extract.detection import Detection, Detector, Span
from attribution.extract.english.cues import cue_lexicon

_WORD = re.compile(r"\w+")
_LINE_END = re.compile(r"[\r\n\v\f\x85\u2028\u2029]")
# A verb that attributes so often where the grammar fits is worth a second look.
_LIKELY_CUE = 0.3
# Read out of its paragraph a content misleads more easily: nine in ten of these are right.
_LEAST_CONFIDENCE = 0.85
_FEWEST_WORDS = 3  # source, cue and content need one each


def with_inner(text: str, detections: Sequence[Detection], detector: Detector) -> list[Detection]:
    """Add the attributions inside the contents of others, and those inside theirs.

    Args:
        text: The text that was searched.
        detections: What was found in it.
        detector: What found it; it reads likely contents again, as texts of their own.

    Returns:
        All in order of the position of their first span.
    """
    every = list(detections)
    known = {each.cue for each in every}
    new = every
    while new:
        found = _inside(text, [span for each in new for span in _likely(text, each)], detector)
        # A content that is read as a whole may show the cue of the outer attribution again.
        new = [each for each in found if each.cue not in known]
        known.update(each.cue for each in new)
        every += new
    return sorted(every, key=lambda each: min(each.source + each.cue + each.content))


def _likely(text: str, detection: Detection) -> Iterator[Span]:
    """Yield the parts of a content that hold a verb of saying."""
    lexicon = cue_lexicon()
    for start, end in detection.content:
        words = [match.group().lower() for match in _WORD.finditer(text, start, end)]
        if len(words) >= _FEWEST_WORDS and any(
            form.cue.kind == "verb" and form.cue.weight >= _LIKELY_CUE
            for place in range(len(words))
            for form in lexicon.at(words, place)
        ):
            yield start, end


def _inside(text: str, spans: Sequence[Span], detector: Detector) -> list[Detection]:
    """Read stretches of a text as the lines of another one, and tell the places in the first."""
    joined = "\n".join(_LINE_END.sub(" ", text[start:end]) for start, end in spans)
    found = detector.detect(joined) if joined else []
    moves = _moves(spans)
    sure = [each for each in found if (each.confidence or 0) >= _LEAST_CONFIDENCE]
    return [moved for each in sure if (moved := _moved(each, moves)) is not None]


def _moves(spans: Iterable[Span]) -> list[tuple[int, int, int]]:
    """For each stretch its start and end in the joined text, and how far it was moved."""
    moves = []
    place = 0
    for start, end in spans:
        moves.append((place, place + end - start, start - place))
        place += end - start + 1
    return moves


def _moved(detection: Detection, moves: Sequence[tuple[int, int, int]]) -> Detection | None:
    """Move a detection back to its place; None where it lies in more than one stretch."""
    spans = (*detection.source, *detection.cue, *detection.content)
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    start, end, by = moves[bisect_right(moves, first, key=lambda move: move[0]) - 1]
    if not start <= first <= last <= end:
        return None
    source, cue, content = (
        tuple((a + by, b + by) for a, b in role)
        for role in (detection.source, detection.cue, detection.content)
    )
    return replace(detection, source=source, cue=cue, content=content)
