"""What every attribution detector takes and gives: plain text in, places in the text out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

Span = tuple[int, int]
"""A stretch of text: start and end in code points, end exclusive."""


@dataclass(frozen=True, slots=True)
class Detection:
    """One attribution found in a text, as places only: who (source), cue, and what (content).

    A role may lie in several pieces ("X," he said, "Y" has its content in two) and each
    role's spans are in order of position and do not overlap. A source or content that is
    not stated in the text is an empty tuple; the cue always has at least one span.

    Attributes:
        source: Where the one who speaks or holds the view is named.
        cue: The words that tie source and content together ("denied", "as per").
        content: What is said, asked, denied, demanded or believed, with its quotation marks.
        confidence: From 0 (a guess) to 1 (sure), or None where the detector cannot judge.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float | None = None


class Detector(Protocol):
    """Finds attributions in a text."""

    @property
    def name(self) -> str:
        """Short lower-case name, as in a case file's `made`."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same text may give other detections."""
        ...

    @property
    def univocal(self) -> bool:
        """Whether it gives each word one role at most.

        Then an attribution inside the content of another shows only where that is read by itself.
        """
        ...

    def detect(self, text: str) -> list[Detection]:
        """Find the attributions of a text.

        Args:
            text: The text of one document, of any length.

        Returns:
            Detections in order of the position of their first span.
        """
        ...
