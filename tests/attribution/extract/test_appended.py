"""Answers that hang on what is said, and contents that end where something else is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.appended import with_appended
from attribution.extract.detection import Detection, Span
from attribution.extract.parted import parted
from attribution.extract.text.tokens import tokenize


def span(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return ((start, start + len(words)),)


def words_of(text: str, found: list[Detection]) -> list[tuple[str, str, str]]:
    """Source, cue and content of detections with one piece each."""
    return [
        (text[slice(*d.source[0])], text[slice(*d.cue[0])], text[slice(*d.content[0])])
        for d in found
    ]


@pytest.mark.parametrize(
    ("clause", "answer"),
    [
        (", a claim that Tehran denies", ("Tehran", "denies", "a claim that")),
        (
            ", an accusation Tehran has always denied",
            ("Tehran", "has always denied", "an accusation"),
        ),
        (
            ", a local group that firmly denies the charge",
            ("a local group", "firmly denies", "the charge"),
        ),
        (", a firm which has denied it", ("a firm", "has denied", "it")),
        (
            " – something which the UAE dismissed as false",
            ("the UAE", "dismissed", "something which"),
        ),
    ],
)
def test_an_answer_is_added_and_ends_what_it_hangs_on(
    clause: str, answer: tuple[str, str, str]
) -> None:
    text = f"Kim says that Iran armed them{clause}."
    whole = f"that Iran armed them{clause}"
    said = Detection(span(text, "Kim"), span(text, "says"), span(text, whole))
    assert words_of(text, with_appended(tokenize(text), [said])) == [
        ("Kim", "says", "that Iran armed them"),
        answer,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He made a claim that Tehran denies.",  # no comma: a statement of its own
        "It met, a claim that, as Kim said, Tehran denies.",  # who denies cannot be told
        "It met, claims Tehran denied.",
        "It met, a claim that denies nothing.",
        "It met, a theory Oslo has neither confirmed nor denied.",
        "It met, a group that denies the port.",
        "It met, a claim Oslo called a surprise, false or not.",
        "It met near a group that denies it.",
        "It met, a ship that Tehran denied.",
        "It met, a claim",
    ],
)
def test_what_is_no_answer_is_left(text: str) -> None:
    assert with_appended(tokenize(text), []) == []


def test_an_answer_that_is_known_is_not_added_again() -> None:
    text = "Kim says so, a claim Tehran denies."
    known = Detection(span(text, "Tehran"), span(text, "denies"), span(text, "a claim"))
    assert with_appended(tokenize(text), [known]) == [known]


def test_a_content_ends_where_its_source_goes_on() -> None:
    text = "The ministry said the ship was empty but firmly denied that it left."
    ministry = span(text, "The ministry")
    said = Detection(
        ministry,
        span(text, "said"),
        span(text, "the ship was empty but firmly denied that it left"),
    )
    denied = Detection(ministry, span(text, "denied"), span(text, "that it left"))
    assert words_of(text, parted(tokenize(text), [said, denied])) == [
        ("The ministry", "said", "the ship was empty"),
        ("The ministry", "denied", "that it left"),
    ]


def test_a_content_goes_on_where_another_speaks_in_it() -> None:
    text = "Kim said that it rained and that Lee denied it."
    said = Detection(
        span(text, "Kim"), span(text, "said"), span(text, "that it rained and that Lee denied it")
    )
    denied = Detection(span(text, "Lee"), span(text, "denied"), span(text, "it"))
    assert parted(tokenize(text), [said, denied]) == [said, denied]


_WORD = st.sampled_from(
    "Kim Tehran said denied denies claim a , and but that something it has – . \n\n".split(" ")
)


@given(st.lists(_WORD, max_size=30), st.data())
def test_spans_stay_in_the_text(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    places = st.integers(0, len(text))
    ranges = st.tuples(places, places).map(lambda pair: (min(pair), max(pair)))
    spans = ranges.filter(lambda pair: pair[0] < pair[1]).map(lambda pair: (pair,))
    some = st.builds(Detection, spans, spans, spans)
    given_ones = data.draw(st.lists(some, max_size=4)) if len(text) > 1 else []
    tokenized = tokenize(text)
    found = parted(tokenized, with_appended(tokenized, given_ones))
    assert len(found) >= len(given_ones)
    for each in found:
        for start, end in (*each.source, *each.cue, *each.content):
            assert 0 <= start < end <= len(text)


def test_a_content_ends_before_another_source_after_a_semicolon() -> None:
    text = "Kim noted that it was the fifth; Israel has denied that it was the sixth raid."
    whole = ("that it was the fifth; Israel has", "raid")
    noted = Detection(
        span(text, "Kim"), span(text, "noted"), span(text, whole[0]) + span(text, whole[1])
    )
    denied = Detection(
        span(text, "Israel"), span(text, "denied"), span(text, "that it was the sixth")
    )
    assert parted(tokenize(text), [noted, denied]) == [
        Detection(noted.source, noted.cue, span(text, "that it was the fifth")),
        denied,
    ]


def test_an_answer_left_open_ends_what_it_hangs_on() -> None:
    text = "Kim says that Iran armed them, a theory Oslo has neither confirmed nor ruled out."
    whole = "that Iran armed them, a theory Oslo has neither confirmed"
    said = Detection(span(text, "Kim"), span(text, "says"), span(text, whole))
    assert words_of(text, with_appended(tokenize(text), [said])) == [
        ("Kim", "says", "that Iran armed them")
    ]


@pytest.mark.parametrize(
    ("after", "end"),
    [
        ("; Oslo and Rome reject it", "it rained"),
        ("; Oslo has long denied it", "it rained"),
        (", but stopped short of calling it a storm", "it rained"),
        (" and stops short of that", "it rained"),
        (", without giving evidence", "it rained"),
        (" without giving way", "it rained without giving way"),
        (", without giving", "it rained"),
        ("; the sun then shone", "it rained; the sun then shone"),
        (" but fell short of a storm", "it rained but fell short of a storm"),
    ],
)
def test_a_content_ends_where_somebody_denies_or_nobody_goes_on(after: str, end: str) -> None:
    text = f"Kim said it rained{after}."
    said = Detection(span(text, "Kim"), span(text, "said"), span(text, f"it rained{after}"))
    assert words_of(text, parted(tokenize(text), [said])) == [("Kim", "said", end)]


def test_a_verdict_that_was_found_as_a_claim_denies_what_it_hangs_on() -> None:
    text = "Kim wrote that it rained, a version Oslo called “utterly false”."
    said = Detection(
        span(text, "Kim"),
        span(text, "wrote"),
        span(text, "that it rained, a version Oslo called “utterly false”"),
    )
    found = Detection(span(text, "Oslo"), span(text, "called"), span(text, "“utterly false”"))
    wrote, called = with_appended(tokenize(text), [said, found])
    assert [text[slice(*piece)] for piece in wrote.content] == ["that it rained"]
    assert [text[slice(*piece)] for piece in called.content] == ["a version", "“utterly false"]
