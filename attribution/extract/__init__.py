"""From the text of a document to who says what in it, with the exact places.

A detector finds the places of source, cue and content; the later steps, who speaks, with which
stance, and what the words say of actors, are the same for every detector.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path

from attribution.extract.complemented import ComplementedDetector
from attribution.extract.detection import Detection, Detector, Span
from attribution.extract.parsed import ParsedDetector
from attribution.extract.rules import RuleDetector
from attribution.extract.trained import TrainedDetector
from evidence.errors import ClaimtrailError

__all__ = [
    "DEFAULT_EXTRACTOR",
    "EXTRACTORS",
    "Detection",
    "Detector",
    "Span",
    "detector_named",
    "extractors",
]

Maker = Callable[[str | None, float | None], Detector]
"""Makes a detector, from the folder of a model and the least confidence of what it reports."""

SHIPPED_MODEL = Path(__file__).with_name("trained") / "model"
"""The model that comes with the package."""


def _rules(model: str | None, threshold: float | None) -> Detector:
    if model is not None or threshold is not None:
        raise ClaimtrailError(
            "the extractor 'rules' takes neither a model nor a threshold",
            hint="leave --model and --threshold out, or name 'trained'",
        )
    return RuleDetector()


def _trained(model: str | None, threshold: float | None) -> Detector:
    folder = SHIPPED_MODEL if model is None else Path(model)
    if not (folder / "model.json").is_file():
        raise ClaimtrailError(
            f"{folder}: holds no model for the extractor 'trained'",
            hint="make one by `claimtrail train`, and name its folder with --model",
        )
    network = TrainedDetector(folder, threshold=threshold)
    return ComplementedDetector(network, RuleDetector(), threshold=threshold)


def _spacy(model: str | None, threshold: float | None) -> Detector:
    if threshold is not None:
        raise ClaimtrailError(
            "the extractor 'spacy' takes no threshold", hint="leave --threshold out"
        )
    return ParsedDetector(model)


EXTRACTORS: dict[str, Maker] = {"trained": _trained, "rules": _rules, "spacy": _spacy}
"""What finds attributions, by name; packages add theirs by entry points."""

DEFAULT_EXTRACTOR = "trained"
"""What finds attributions where nobody says otherwise."""


@lru_cache(maxsize=1)
def extractors() -> dict[str, Maker]:
    """The detectors of this package, then those of installed packages (`claimtrail.extractors`)."""
    added = sorted(entry_points(group="claimtrail.extractors"), key=lambda point: point.name)
    return {**EXTRACTORS, **{point.name: point.load() for point in added}}


def detector_named(
    name: str = DEFAULT_EXTRACTOR, *, model: str | None = None, threshold: float | None = None
) -> Detector:
    """Make the detector of this name.

    Args:
        name: One of `extractors`.
        model: The folder of its model; None takes the one that comes with the package.
        threshold: Least confidence of what it reports, from 0 to 1: higher is more precise, lower
            finds more. None takes the one at which its model did best.

    Raises:
        ClaimtrailError: If there is none of this name, or it cannot take the others.
        MissingExtraError: If it needs packages that are not installed.
    """
    known = extractors()
    if name not in known:
        raise ClaimtrailError(f"unknown extractor {name!r}", hint=f"choose {', '.join(known)}")
    return known[name](model, threshold)
