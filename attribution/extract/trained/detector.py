"""The trained detector: text in, attributions with a calibrated confidence out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from attribution.extract.continuation import with_continuations
from attribution.extract.detection import Detection
from attribution.extract.trained.description import described

if TYPE_CHECKING:
    from attribution.extract.trained.model import Model
    from attribution.extract.trained.windows import Window

# Windows read together: enough to fill batches of similar length; and the word pieces in them from
# which on there are no more, so that long windows do not fill memory.
_GROUP = 64
_GROUP_PIECES = 8192
# Cue probability below which whole sentences would be candidates, and none of them right.
_LEAST_CANDIDATE = 0.1


class TrainedDetector:
    """Finds attributions in English text with a small fine-tuned encoder.

    Args:
        folder: The model, as :func:`attribution.training.train.train` writes it.
        threshold: Least confidence of what is reported, from 0 to 1: higher is more precise,
            lower finds more. None takes the value at which the model did best when it was
            calibrated.

    Raises:
        ValueError: If the threshold is not between 0 and 1.
    """

    name = "trained"
    univocal = True

    def __init__(self, folder: Path, *, threshold: float | None = None) -> None:
        if threshold is not None and not 0 <= threshold <= 1:
            raise ValueError(f"the threshold must lie between 0 and 1, not be {threshold}")
        self._threshold = threshold
        self._folder = folder

    def __getstate__(self) -> dict[str, object]:
        """Leave the loaded model out: another process loads its own."""
        return {name: value for name, value in self.__dict__.items() if name != "_model"}

    @cached_property
    def version(self) -> str:
        """The version of the model: another one may find other attributions."""
        return described(self._folder).version

    @cached_property
    def _model(self) -> Model:
        # numpy and onnxruntime load here, on first use: importing the package stays fast.
        from attribution.extract.trained.model import Model

        return Model(self._folder)

    def detect(self, text: str) -> list[Detection]:
        """Find the attributions of a text, in order of the position of their first span.

        Args:
            text: English text of any length; the cost is linear in it.

        Returns:
            Detections with a confidence each; offsets count code points.
        """
        found = with_continuations(text, list(self._detect(text)))
        return sorted(found, key=lambda each: min(each.source + each.cue + each.content))

    def _detect(self, text: str) -> Iterator[Detection]:
        from attribution.extract.trained.confidence import choose, detection
        from attribution.extract.trained.reading import read_windows
        from attribution.extract.trained.windows import windows

        decisions = self._model.decisions
        threshold = decisions.threshold if self._threshold is None else self._threshold
        # What a lower threshold lets through may begin as a less likely candidate.
        share = min(1.0, threshold / decisions.threshold)
        least = max(_LEAST_CANDIDATE, decisions.candidate * share)
        for group in _groups(windows(text, self._model.wordpiece)):
            readings = read_windows(self._model, group, least)
            for reading, sure in choose(readings, decisions.weights, threshold):
                yield detection(reading, sure)


def _groups(windows: Iterable[Window]) -> Iterator[list[Window]]:
    """Take neighbours together until they are enough, or have enough pieces."""
    group: list[Window] = []
    pieces = 0
    for window in windows:
        group.append(window)
        pieces += len(window)
        if len(group) == _GROUP or pieces >= _GROUP_PIECES:
            yield group
            group, pieces = [], 0
    if group:
        yield group
