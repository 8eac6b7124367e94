"""From the text of a document to who says what in it, with the exact places.

A detector finds the places of source, cue and content; the later steps, who speaks, with which
stance, and what the words say of actors, are the same for every detector.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import entry_points

from attribution.extract.detection import Detection, Detector, Span
from attribution.extract.rules import RuleDetector
from evidence.errors import ClaimtrailError

__all__ = ["EXTRACTORS", "Detection", "Detector", "Span", "detector_named", "extractors"]

EXTRACTORS: dict[str, Callable[[], Detector]] = {"rules": RuleDetector}
"""What finds attributions, by name; packages add theirs by entry points."""


@lru_cache(maxsize=1)
def extractors() -> dict[str, Callable[[], Detector]]:
    """The detectors of this package, then those of installed packages (`claimtrail.extractors`)."""
    added = sorted(entry_points(group="claimtrail.extractors"), key=lambda point: point.name)
    return {**EXTRACTORS, **{point.name: point.load() for point in added}}


def detector_named(name: str) -> Detector:
    """Make the detector of this name.

    Raises:
        ClaimtrailError: If there is none; the hint lists those there are.
    """
    known = extractors()
    if name not in known:
        raise ClaimtrailError(f"unknown extractor {name!r}", hint=f"choose {', '.join(known)}")
    return known[name]()
