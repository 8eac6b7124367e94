"""From readings to the attributions that are reported: confidence, threshold, no duplicates."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from attribution.extract.detection import Detection, Span
from attribution.extract.trained.decoding import Words
from attribution.extract.trained.reading import Reading
from attribution.extract.trained.windows import Window


def confidence(features: Sequence[float], weights: Sequence[float]) -> float:
    """Return the calibrated probability that an attribution is right.

    Args:
        features: See :class:`attribution.extract.trained.reading.Reading`.
        weights: The intercept, then one weight per feature.
    """
    total = weights[0] + sum(w * f for w, f in zip(weights[1:], features, strict=True))
    # tanh never overflows, unlike exp.
    return 0.5 * (1 + math.tanh(total / 2))


def choose(
    readings: Iterable[Reading], weights: Sequence[float], threshold: float
) -> list[tuple[Reading, float]]:
    """Keep the readings at or above the threshold, with their confidence.

    No cue word belongs to two attributions of one window: the more confident one wins.
    """
    rated = [(reading, confidence(reading.features, weights)) for reading in readings]
    rated.sort(key=lambda each: -each[1])
    taken: set[tuple[int, int]] = set()
    kept: list[tuple[Reading, float]] = []
    for reading, sure in rated:
        words = {(id(reading.window), word) for word in reading.cue}
        if sure >= threshold and not words & taken:
            taken |= words
            kept.append((reading, sure))
    return kept


def detection(reading: Reading, sure: float) -> Detection:
    """Turn word numbers into code points of the text."""
    source, cue, content = (
        _spans(reading.window, words) for words in (reading.source, reading.cue, reading.content)
    )
    return Detection(source, cue, content, round(sure, 4))


def _spans(window: Window, words: Words) -> tuple[Span, ...]:
    """Join neighbouring words to spans, from the start of the first to the end of the last."""
    spans: list[Span] = []
    last = -2
    for word in words:
        inside = window.pieces_of(word, word)
        begin, end = window.pieces.starts[inside][0], window.pieces.ends[inside][-1]
        if word == last + 1:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((begin, end))
        last = word
    return tuple(spans)
