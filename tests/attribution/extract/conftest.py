"""Attributions written down by their words, so that tests need not count characters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attribution.extract.actors.cast import Cast, find_cast
from attribution.extract.detection import Detection, Span
from attribution.extract.speakers.finding import Speakers, find_speakers
from attribution.extract.text.tokens import tokenize
from evidence.model import Document

Triple = tuple[str, str, str]
"""Source, cue and content, in the words of the text."""


def _nearest(text: str, words: str, position: int) -> tuple[Span, ...]:
    """The occurrence of some words that is nearest to a position."""
    if not words:
        return ()
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    assert starts, f"{words!r} is not in the text"
    start = min(starts, key=lambda i: abs(i - position))
    return ((start, start + len(words)),)


def detections_in(text: str, triples: tuple[Triple, ...]) -> list[Detection]:
    """Find each cue after the one before, and its source and content near it."""
    found: list[Detection] = []
    cursor = 0
    for source, cue, content in triples:
        start = text.index(cue, cursor)
        cursor = start + len(cue)
        found.append(
            Detection(
                _nearest(text, source, start),
                ((start, cursor),),
                _nearest(text, content, start),
            )
        )
    return found


@pytest.fixture
def detect() -> Callable[..., list[Detection]]:
    """Turn a text and its attributions in words into detections."""
    return lambda text, *triples: detections_in(text, triples)


@pytest.fixture
def cast_of() -> Callable[..., Cast]:
    """Find the cast of a text."""

    def find(text: str, *triples: Triple) -> Cast:
        document = Document(id="text", text=text)
        return find_cast(tokenize(text), document, detections_in(text, triples))

    return find


@pytest.fixture
def speakers_of() -> Callable[..., list[tuple[str, ...]]]:
    """Say by name who speaks in each attribution of a text."""

    def find(text: str, *triples: Triple, document: Document | None = None) -> object:
        tokenized = tokenize(text)
        detections = detections_in(text, triples)
        record = document or Document(id="text", text=text)
        cast = find_cast(tokenized, record, detections)
        found: Speakers = find_speakers(tokenized, cast, detections)
        return [tuple(found.cast.actors[actor].name for actor in by) for by in found.by]

    return find
