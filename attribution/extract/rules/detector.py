"""The detector that puts the rules together."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extract.continuation import with_continuations
from attribution.extract.detection import Detection, Span
from attribution.extract.rules.adverbs import adverb_attributions
from attribution.extract.rules.clauses import verb_attributions
from attribution.extract.rules.givers import giver_attributions
from attribution.extract.rules.mention import Attribution
from attribution.extract.rules.nouns import noun_attributions
from attribution.extract.rules.prepositions import preposition_attributions
from attribution.extract.rules.reading import Range, Reading, read
from attribution.extract.rules.signatures import signature_attributions
from attribution.extract.rules.transcripts import transcript_attributions

DEFAULT_THRESHOLD = 0.25
"""Weakest cue that is taken for an attribution; higher finds less and errs less."""


class RuleDetector:
    """Finds attributions by rule, without a model: fast, explainable, and plain.

    Args:
        threshold: Cues with a smaller weight are passed over, from 0 to 1.
    """

    name = "rules"
    version = "8"
    univocal = False

    def __init__(self, threshold: float = DEFAULT_THRESHOLD) -> None:
        self._threshold = threshold

    def detect(self, text: str) -> list[Detection]:
        """Find the attributions of a text.

        Args:
            text: The text of one document, of any length.

        Returns:
            Detections in order of the position of their first span.
        """
        reading = read(text)
        found = {_detection(reading, a) for a in self._attributions(reading) if self._keeps(a)}
        return with_continuations(text, sorted(found, key=_position))

    def _keeps(self, attribution: Attribution) -> bool:
        return attribution.confidence >= self._threshold

    def _attributions(self, reading: Reading) -> Iterator[Attribution]:
        for number in range(len(reading.statements)):
            yield from verb_attributions(reading, number, self._threshold)
            yield from preposition_attributions(reading, number)
            yield from noun_attributions(reading, number)
            yield from giver_attributions(reading, number)
            yield from adverb_attributions(reading, number)
        yield from transcript_attributions(reading)
        yield from signature_attributions(reading)


def _detection(reading: Reading, attribution: Attribution) -> Detection:
    return Detection(
        source=_spans(reading, attribution.source),
        cue=_spans(reading, attribution.cue),
        content=_spans(reading, attribution.content),
        confidence=attribution.confidence,
    )


def _spans(reading: Reading, ranges: tuple[Range, ...]) -> tuple[Span, ...]:
    return tuple(
        (reading.tokens[first].start, reading.tokens[stop - 1].end) for first, stop in ranges
    )


def _position(detection: Detection) -> tuple[tuple[Span, ...], ...]:
    """Sort key: all spans in order of position, then the roles to settle ties."""
    roles = detection.source, detection.cue, detection.content
    return (tuple(sorted(sum(roles, ()))), *roles)
