"""Whole words, joined pieces: what a detector leaves ragged is mended."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.detection import Detection, Span
from attribution.extract.text.tokens import tokenize
from attribution.extract.tidied import tidied


def spans(text: str, *pieces: str) -> tuple[Span, ...]:
    found: list[Span] = []
    at = 0
    for piece in pieces:
        start = text.index(piece, at)
        at = start + len(piece)
        found.append((start, at))
    return tuple(found)


def words(text: str, found: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        ("Kata’ib Nord denied it.", ("Kata", "ib Nord"), "denied", ["Kata’ib Nord"]),
        ("The port, Mira Osei said it.", (", Mira Osei",), "said", ["Mira Osei"]),
        ("The raids by the port show it.", ("The raids", "the port"), "show", None),
        ("Mira, who left, said it.", ("Mira", "left"), "said", ["Mira", "left"]),
    ],
)
def test_sources(text: str, source: tuple[str, ...], cue: str, expected: list[str] | None) -> None:
    detection = Detection(spans(text, *source), spans(text, cue), spans(text, "it"))
    mended = tidied(tokenize(text), [detection])[0]
    assert words(text, mended.source) == (expected or ["The raids by the port"])
    assert mended.cue == detection.cue


def test_contents_take_in_what_was_left_out() -> None:
    text = "Osei said “the depots in Iraq are used.” He left."
    ragged = spans(text, "“the depots", "Iraq are", "used", ".”")
    detection = Detection(spans(text, "Osei"), spans(text, "said"), ragged)
    assert words(text, tidied(tokenize(text), [detection])[0].content) == [
        "“the depots in Iraq are used.”"
    ]


@pytest.mark.parametrize("mark", ["•", "*", "👉", "|", "🚢🚢"])
def test_bullets_and_pictures_are_said_by_nobody(mark: str) -> None:
    text = f"{mark} “It left,” said Osei {mark}"
    detection = Detection(
        spans(text, f"Osei {mark}"), spans(text, "said"), spans(text, f"{mark} “It left,”")
    )
    mended = tidied(tokenize(text), [detection])[0]
    assert words(text, mended.source) == ["Osei"]
    assert words(text, mended.content) == ["“It left,”"]


def test_a_currency_is_said() -> None:
    text = "Osei said it cost £5, not $"
    detection = Detection(spans(text, "Osei"), spans(text, "said"), spans(text, "£5, not $"))
    assert words(text, tidied(tokenize(text), [detection])[0].content) == ["£5, not $"]


def test_pieces_are_not_joined_over_a_part_of_a_word_that_another_role_has() -> None:
    text = "rock’n’roll@port said"
    source = spans(text, "rock", "@port")
    detection = Detection(source, spans(text, "said"), spans(text, "’n’roll"))
    assert tidied(tokenize(text), [detection])[0].source == source


def test_pieces_without_a_word_are_left_out() -> None:
    text = "Osei said it, Lund denied it …"
    osei = Detection(spans(text, "Osei"), spans(text, "said"), spans(text, "it", "…"))
    lund = Detection(spans(text, "Lund"), spans(text, "denied"), ())
    assert words(text, tidied(tokenize(text), [osei, lund])[0].content) == ["it"]


def test_words_of_others_are_not_taken() -> None:
    text = "The plan, Osei said, is dead, and the port Lund fears is full."
    osei = Detection(
        spans(text, "Osei"), spans(text, "said"), spans(text, "is dead, and the port", "is full")
    )
    lund = Detection(spans(text, "Lund"), spans(text, "fears"), ())
    assert tidied(tokenize(text), [osei, lund]) == [osei, lund]


def test_pieces_in_two_sentences_stay_apart() -> None:
    text = "Osei said it rained\n\nIt snowed."
    detection = Detection(
        spans(text, "Osei"), spans(text, "said"), spans(text, "it rained", "snowed")
    )
    assert tidied(tokenize(text), [detection]) == [detection]


_TEXT = st.lists(
    st.sampled_from("Ana said, Kata’ib U.S. ’ “ ” . 🚀 \n it's".split(" ")), max_size=30
)


@given(_TEXT.map(" ".join), st.lists(st.tuples(st.integers(0, 90), st.integers(1, 9)), max_size=9))
def test_pieces_stay_in_the_text_in_order_and_apart(text: str, cuts: list[Span]) -> None:
    pieces: list[Span] = []
    for start, length in sorted(cuts):
        start, end = max(start, pieces[-1][1] if pieces else 0), min(start + length, len(text))
        if start < end:
            pieces.append((start, end))
    found = [
        Detection(tuple(pieces[i : i + 2]), (pieces[i + 2],), tuple(pieces[i + 3 : i + 5]))
        for i in range(0, len(pieces) - 4, 5)
    ]
    mended = tidied(tokenize(text), found)
    assert [each.cue for each in mended] == [each.cue for each in found]
    every = sorted(span for d in mended for span in (*d.source, *d.cue, *d.content))
    assert all(0 <= start < end <= len(text) for start, end in every)
    assert all(left[1] <= right[0] for left, right in pairwise(every))


def test_a_piece_of_an_earlier_sentence_is_no_content() -> None:
    text = "Rwanda gave weapons. The experts found that some had sold them."
    places = [(text.index(w), text.index(w) + len(w)) for w in ("weapons", "that some had sold")]
    source = text.index("The experts")
    found = Detection(((source, source + 11),), ((source + 12, source + 17),), tuple(places))
    (kept,) = tidied(tokenize(text), [found])
    assert kept.content == (places[1],)


def test_an_earlier_sentence_that_is_quoted_stays() -> None:
    text = "“They gave weapons. They sold them,” Kim said, “and left.”"
    places = [(0, 19), (20, 36), (text.index("“and"), len(text))]
    kim = text.index("Kim")
    found = Detection(((kim, kim + 3),), ((kim + 4, kim + 8),), tuple(places))
    (kept,) = tidied(tokenize(text), [found])
    assert kept.content[0][0] == 0


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("assesses with", "high confidence that it rained"),
        ("assesses with high", "confidence that it rained"),
        ("assesses", "with very high confidence that it rained"),
    ],
)
def test_how_confident_somebody_is_belongs_to_the_cue(cue: str, content: str) -> None:
    text = f"The port {cue} {content}."
    detection = Detection(spans(text, "The port"), spans(text, cue), spans(text, content))
    (mended,) = tidied(tokenize(text), [detection])
    whole = f"{cue} {content}"
    expected = whole[: whole.index("confidence") + len("confidence")]
    assert words(text, mended.cue) == [expected]


def test_confidence_in_something_is_no_part_of_a_cue() -> None:
    text = "The poll said “confidence” fell."
    detection = Detection(spans(text, "The poll"), spans(text, "said"), spans(text, "“confidence”"))
    assert words(text, tidied(tokenize(text), [detection])[0].cue) == ["said"]


def test_cues_end_with_whole_words() -> None:
    text = "It rained, the port said in a 218-page report."
    detection = Detection(
        spans(text, "the port"), spans(text, "said in a 218"), spans(text, "It rained")
    )
    assert words(text, tidied(tokenize(text), [detection])[0].cue) == ["said in a 218-page"]
