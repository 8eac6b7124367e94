"""Attributions by label: "MODERATOR: ..." in transcripts of debates and interviews."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extract.english.cues import Cue
from attribution.extract.english.headings import HEADINGS
from attribution.extract.rules.bounds import trim
from attribution.extract.rules.mention import Attribution
from attribution.extract.rules.reading import Range, Reading
from evidence.vocabulary import Stance

MAX_LABEL = 6
"""A speaker's label has at most this many tokens."""

LABEL = Cue(":", "preposition", frozenset({"clause"}), Stance.ASSERTS, 0.8)


def transcript_attributions(reading: Reading) -> Iterator[Attribution]:
    """Yield an attribution for each paragraph that opens with a speaker's label in capitals.

    Args:
        reading: The text.

    Yields:
        Attributions in order; the content is the rest of the paragraph.
    """
    for paragraph in reading.paragraphs:
        colon = _label_end(reading, paragraph)
        if colon is None:
            continue
        content = trim(reading, (colon + 1, paragraph[1]))
        if content:
            source, cue = (paragraph[0], colon), (colon, colon + 1)
            yield Attribution((source,), (cue,), (content,), LABEL, LABEL.weight)


def _label_end(reading: Reading, paragraph: Range) -> int | None:
    """Index of the colon after a speaker's label, or None where the paragraph has none."""
    first, stop = paragraph
    for at in range(first, min(stop, first + MAX_LABEL + 1)):
        token = reading.tokens[at]
        if token.text == ":":
            return at if at > first and not _is_heading(reading, first, at) else None
        if token.text != token.text.upper() or token.kind not in ("word", "punctuation"):
            return None
    return None


def _is_heading(reading: Reading, first: int, colon: int) -> bool:
    """Whether a label announces what follows and names nobody: "BREAKING NEWS:"."""
    return all(word in HEADINGS for word in reading.words[first:colon])
