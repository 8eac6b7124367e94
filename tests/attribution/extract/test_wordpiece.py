from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.trained.wordpiece import END, PADDING, START, UNKNOWN, WordPiece

VOCABULARY = [
    *(PADDING, UNKNOWN, START, END),
    *("cafe", "naive", "said", "un", "##believ", "##able", "##s", "i", "##i", "'", '"', ".", "the"),
    *"abcdefgh",
    *(f"##{letter}" for letter in "abcdefgh"),
]


@pytest.fixture(scope="module")
def wordpiece() -> WordPiece:
    return WordPiece(VOCABULARY)


def pieces(wordpiece: WordPiece, text: str) -> list[tuple[str, str]]:
    found = wordpiece.split(text)
    return [
        (VOCABULARY[row], text[start:end])
        for row, start, end in zip(found.ids, found.starts, found.ends, strict=True)
    ]


def test_longest_match_wins(wordpiece: WordPiece) -> None:
    assert pieces(wordpiece, "Unbelievable.") == [
        ("un", "Un"),
        ("##believ", "believ"),
        ("##able", "able"),
        (".", "."),
    ]


def test_accents_map_back_whether_composed_or_not(wordpiece: WordPiece) -> None:
    assert pieces(wordpiece, "Café") == [("cafe", "Café")]
    assert pieces(wordpiece, "Cafe\u0301s") == [("cafe", "Cafe\u0301"), ("##s", "s")]
    assert pieces(wordpiece, "naïve the") == [("naive", "naïve"), ("the", "the")]


def test_lower_case_that_lengthens_a_word_keeps_offsets(wordpiece: WordPiece) -> None:
    # "İ".lower() is two code points.
    assert pieces(wordpiece, "İi said") == [("i", "İ"), ("##i", "i"), ("said", "said")]


def test_a_word_without_known_pieces_is_one_unknown_piece(wordpiece: WordPiece) -> None:
    assert pieces(wordpiece, "xyz 😀 said") == [
        (UNKNOWN, "xyz"),
        (UNKNOWN, "😀"),
        ("said", "said"),
    ]


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole(wordpiece: WordPiece) -> None:
    found = wordpiece.split("the said the", 4, 8)
    assert (found.starts, found.ends, found.words) == ([4], [8], [0])


def test_the_vocabulary_must_hold_the_special_pieces() -> None:
    with pytest.raises(ValueError, match=r"\[CLS\]"):
        WordPiece([PADDING, UNKNOWN, END, "a"])


@given(st.text(max_size=200))
def test_pieces_are_in_order_and_cover_every_visible_character(text: str) -> None:
    found = WordPiece(VOCABULARY).split(text)
    position = 0
    for start, end in zip(found.starts, found.ends, strict=True):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()
    assert all(0 <= row < len(VOCABULARY) for row in found.ids)


@given(st.text(alphabet="abcé\u0301İßﬁ \"'.x", max_size=60))
def test_words_are_numbered_without_gaps(text: str) -> None:
    words = WordPiece(VOCABULARY).split(text).words
    assert sorted(set(words)) == list(range(len(set(words))))
    assert words == sorted(words)


@pytest.mark.parametrize("unit", ["a", "x", "é", "e\u0301", "\u0301", "字", "."])
def test_a_megabyte_without_spaces_is_linear(wordpiece: WordPiece, unit: str) -> None:
    def seconds(count: int) -> float:
        began = time.process_time()
        wordpiece.split(unit * count)
        return time.process_time() - began

    seconds(1_000)
    # A quadratic method would take 100 times as long for 10 times the text.
    assert seconds(1_000_000 // len(unit)) < 30 * max(seconds(100_000 // len(unit)), 0.02)
