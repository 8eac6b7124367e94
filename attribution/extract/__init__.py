"""From the text of a document to who says what in it, with the exact places.

A detector finds the places of source, cue and content; the later steps, who speaks, with which
stance, and what the words say of actors, are the same for every detector.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from attribution.extract.detection import Detection, Detector, Span
from attribution.extract.rules import RuleDetector
from attribution.extract.trained import TrainedDetector
from evidence.errors import ClaimtrailError, MissingExtraError

__all__ = ["EXTRACTORS", "Detection", "Detector", "Span", "detector_named", "extractors"]

Maker = Callable[[str | None], Detector]
"""Makes a detector, with the folder of its model where it has one."""


def _rules(model: str | None) -> Detector:
    if model is not None:
        raise ClaimtrailError(
            "the extractor 'rules' takes no model", hint="leave --model out, or name 'trained'"
        )
    return RuleDetector()


def _trained(model: str | None) -> Detector:
    if model is None or not Path(model, "model.json").is_file():
        missing = f"and {model} holds none" if model else "and none is named"
        raise ClaimtrailError(
            f"the extractor 'trained' needs a model, {missing}",
            hint="make one by `claimtrail train`, and name its folder with --model",
        )
    if find_spec("onnxruntime") is None:
        raise MissingExtraError("the extractor 'trained'", "trained")
    return TrainedDetector(Path(model))


EXTRACTORS: dict[str, Maker] = {"rules": _rules, "trained": _trained}
"""What finds attributions, by name; packages add theirs by entry points."""


@lru_cache(maxsize=1)
def extractors() -> dict[str, Maker]:
    """The detectors of this package, then those of installed packages (`claimtrail.extractors`)."""
    added = sorted(entry_points(group="claimtrail.extractors"), key=lambda point: point.name)
    return {**EXTRACTORS, **{point.name: point.load() for point in added}}


def detector_named(name: str, *, model: str | None = None) -> Detector:
    """Make the detector of this name.

    Args:
        name: One of `extractors`.
        model: The folder of its model.

    Raises:
        ClaimtrailError: If there is none of this name, or it lacks a model; the hint says more.
        MissingExtraError: If it needs packages that are not installed.
    """
    known = extractors()
    if name not in known:
        raise ClaimtrailError(f"unknown extractor {name!r}", hint=f"choose {', '.join(known)}")
    return known[name](model)
