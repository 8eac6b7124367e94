from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.actors.cast import Cast, Mention, find_cast
from attribution.extract.claims.showing import Shown, find_shown, is_showing
from attribution.extract.detection import Detection
from attribution.extract.english.showing_words import (
    EVIDENCE_NOUNS,
    OPPOSITE,
    SHOWING_PHRASES,
    SHOWING_VERBS,
)
from attribution.extract.text.tokens import tokenize
from evidence.model import Actor, Document
from evidence.vocabulary import BearingKind, EvidenceKind

NOBODY = Cast({}, ())


def shown_in(text: str, cast: Cast = NOBODY) -> list[Shown]:
    return find_shown(tokenize(text), cast, [])


@pytest.mark.parametrize(
    ("text", "evidence", "kind", "content"),
    [
        (
            "However, overwhelming evidence proves Iran’s direct involvement.",
            "overwhelming evidence",
            EvidenceKind.PATTERN,
            "Iran’s direct involvement",
        ),
        (
            "Satellite images of the site show that the factory was rebuilt.",
            "Satellite images of the site",
            EvidenceKind.IMAGERY,
            "the factory was rebuilt",
        ),
        (
            "Debris recovered at the base suggests a drone made abroad, but nobody said whose.",
            "Debris recovered at the base",
            EvidenceKind.PHYSICAL,
            "a drone made abroad",
        ),
        (
            "Internal documents reveal that the firm knew of the leak.",
            "Internal documents",
            EvidenceKind.DOCUMENT,
            "the firm knew of the leak",
        ),
        (
            "The recent mode of attacks indicates the extent of the support.",
            "The recent mode of attacks",
            EvidenceKind.PATTERN,
            "the extent of the support",
        ),
        (
            "This surge in attacks is indicative of defiance.",
            "This surge in attacks",
            EvidenceKind.PATTERN,
            "defiance",
        ),
        (
            "Video evidence shows a second aircraft.",
            "Video evidence",
            EvidenceKind.IMAGERY,
            "a second aircraft",
        ),
        (
            "Radar data point to a launch from the north.",
            "Radar data",
            EvidenceKind.DATASET,
            "a launch from the north",
        ),
    ],
)
def test_things_that_show(text: str, evidence: str, kind: EvidenceKind, content: str) -> None:
    (shown,) = shown_in(text)
    assert text[shown.start : shown.end] == evidence
    assert text[slice(*shown.content)] == content
    assert (shown.kind, shown.bearing) == (kind, BearingKind.SUPPORTS)


@pytest.mark.parametrize(
    ("text", "bearing"),
    [
        ("The images contradict the ministry’s account.", BearingKind.CONTRADICTS),
        ("The records do not support the claim.", BearingKind.CONTRADICTS),
        ("The data ruled out a leak.", BearingKind.CONTRADICTS),
        ("The footage does not contradict the account.", BearingKind.SUPPORTS),
        ("The logs cast doubt on the date.", BearingKind.UNDERCUTS),
    ],
)
def test_how_it_bears(text: str, bearing: BearingKind) -> None:
    assert [shown.bearing for shown in shown_in(text)] == [bearing]


@pytest.mark.parametrize(
    "text",
    [
        "The minister showed him the door.",
        "The images were shown on television.",
        "He wanted the images to show a factory.",
        "The ministry’s letter was long.",
        "Evidence was found.",
        "The attacks and the support to the rebels went on.",
        "The evidence.",
        "",
    ],
)
def test_what_shows_nothing(text: str) -> None:
    assert shown_in(text) == []


def test_an_actor_speaks_and_does_not_show() -> None:
    text = "Records show that the dam is full."
    actor = Actor(id="records", name="Records")
    cast = Cast({"records": actor}, (Mention(0, 7, "records", "Records"),))
    assert len(shown_in(text)) == 1
    assert shown_in(text, cast) == []


def detection(text: str, source: str, cue: str, content: str) -> Detection:
    def place(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    return Detection(place(source), place(cue), place(content))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "shows"),
    [
        ("The wreckage suggests a bomb.", "The wreckage", "suggests", "a bomb", True),
        ("Images of the port showed two ships.", "Images of the port", "showed", "two", True),
        ("Several reports suggest a bomb.", "Several reports", "suggest", "a bomb", False),
        ("The minister suggested a bomb.", "The minister", "suggested", "a bomb", False),
        ("The documents say so.", "The documents", "say", "so", False),
    ],
)
def test_detections_that_are_showings(
    text: str, source: str, cue: str, content: str, shows: bool
) -> None:
    found = detection(text, source, cue, content)
    assert is_showing(tokenize(text), found) is shows


def test_a_detected_showing_is_found_once() -> None:
    text = "The wreckage suggests a bomb."
    found = detection(text, "The wreckage", "suggests", "a bomb")
    (shown,) = find_shown(tokenize(text), NOBODY, [found])
    assert text[slice(*shown.content)] == "a bomb"


def test_tables_are_closed() -> None:
    bearings = {*SHOWING_VERBS.values(), *SHOWING_PHRASES.values()}
    assert bearings == set(BearingKind) == set(OPPOSITE)


FUNCTION_WORDS = "the of that , . is not shows points to and was by".split()
WORDS = st.sampled_from([*sorted(EVIDENCE_NOUNS)[::9], *sorted(SHOWING_VERBS), *FUNCTION_WORDS])


@given(st.lists(WORDS, max_size=25))
def test_any_run_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for shown in shown_in(text):
        assert 0 <= shown.start < shown.end <= shown.content[0] < shown.content[1] <= len(text)


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    tokenized = tokenize(text)
    cast = find_cast(tokenized, Document(id="d", text=text))
    for shown in find_shown(tokenized, cast, []):
        assert shown.start < shown.end <= shown.content[0]
