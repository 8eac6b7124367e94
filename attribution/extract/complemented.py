"""The trained detector with what the rules know and annotated news seldom shows.

A network learns what its articles have often. Reporting on contested events is full of denials,
and of sources named by "as per"; annotated political news has hardly any, and the network passes
them over even where a rule cannot go wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attribution.extract.detection import Detection, Detector
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.seldom import PHRASES, VERBS

_VERB_FORMS = forms_of(sorted(VERBS))
_WORDS = "|".join(sorted([*PHRASES, *_VERB_FORMS])).replace(" ", r"\s+")
_MENTION = re.compile(rf"\b(?:{_WORDS})\b", re.IGNORECASE)


class ComplementedDetector:
    """Finds what the first detector finds, and of the second what has a cue of the seldom ones.

    Args:
        first: Its detections are all kept.
        second: Its detections are kept where they have a seldom cue that none of the first's
            touches.
        threshold: Least confidence of what is kept of the second; None keeps all.
    """

    univocal = True

    def __init__(
        self, first: Detector, second: Detector, *, threshold: float | None = None
    ) -> None:
        self._first = first
        self._second = second
        self._threshold = threshold or 0.0

    @property
    def name(self) -> str:
        """The name of the first detector."""
        return self._first.name

    @property
    def version(self) -> str:
        """The versions of both."""
        return f"{self._first.version}+{self._second.name}-{self._second.version}"

    def detect(self, text: str) -> list[Detection]:
        """Find the attributions of a text, in order of the position of their first span."""
        found = self._first.detect(text)
        if not _MENTION.search(text):
            return found
        taken = _places(found)
        more = [
            each
            for each in self._second.detect(text)
            if (each.confidence or 0.0) >= self._threshold
            and each.source
            and each.content
            and _is_seldom(text, each)
            and taken.isdisjoint(_places([each]))
        ]
        return sorted([*found, *more], key=lambda each: min(each.source + each.cue + each.content))


def _places(detections: Iterable[Detection]) -> set[int]:
    """Every code point of the cues."""
    return {place for each in detections for start, end in each.cue for place in range(start, end)}


def _is_seldom(text: str, detection: Detection) -> bool:
    words = " ".join(text[start:end] for start, end in detection.cue).lower().split()
    return " ".join(words) in PHRASES or (bool(words) and words[-1] in _VERB_FORMS)
