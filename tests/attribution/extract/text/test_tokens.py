"""Tokens, sentences and paragraphs: full cover of the text, and the hard cases by hand."""

from __future__ import annotations

import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.text.sentences import MAX_SENTENCE_TOKENS
from attribution.extract.text.tokens import Segment, TokenizedText, tokenize

_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_FRAGMENTS = st.sampled_from(
    [
        *"""Mr. U.S. said “ ” ' ’s . ... … ? Kata’ib | » 。 2) HTTPS://a.example""".split(),
        *["\n", "\n\n", " ", "\t"],
        *_DIRECTIONS,
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.one_of(_FRAGMENTS, st.text(max_size=5))).map("".join)
)


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text).tokens]


def sentences(text: str) -> list[str]:
    tokenized = tokenize(text)
    return [tokenized.text[sentence.start : sentence.end] for sentence in tokenized.sentences]


def paragraphs(text: str) -> list[str]:
    tokenized = tokenize(text)
    return [tokenized.text[paragraph.start : paragraph.end] for paragraph in tokenized.paragraphs]


@given(TEXTS)
def test_tokens_with_the_gaps_between_them_give_back_the_text(text: str) -> None:
    rebuilt, position = "", 0
    for token in tokenize(text).tokens:
        gap = text[position : token.start]
        assert _is_unseen(gap)
        assert token.text == text[token.start : token.end] != ""
        rebuilt += gap + token.text
        position = token.end
    tail = text[position:]
    assert _is_unseen(tail)
    assert rebuilt + tail == text


def _is_unseen(text: str) -> bool:
    return all(character.isspace() or character in _DIRECTIONS for character in text)


@given(TEXTS)
def test_every_token_is_in_one_sentence_and_one_paragraph(text: str) -> None:
    tokenized = tokenize(text)
    _assert_partition(tokenized, tokenized.sentences)
    _assert_partition(tokenized, tokenized.paragraphs)
    starts = {sentence.first for sentence in tokenized.sentences}
    assert all(paragraph.first in starts for paragraph in tokenized.paragraphs)


def _assert_partition(tokenized: TokenizedText, segments: tuple[Segment, ...]) -> None:
    covered = [index for segment in segments for index in range(segment.first, segment.stop)]
    assert covered == list(range(len(tokenized.tokens)))
    for segment in segments:
        assert segment.start == tokenized.tokens[segment.first].start
        assert segment.end == tokenized.tokens[segment.stop - 1].end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran's and Kata’ib’s", ["Iran", "'s", "and", "Kata’ib", "’s"]),
        ("al-Shuhada O'Brien", ["al-Shuhada", "O'Brien"]),
        ("Iranian-backed Basir-1", ["Iranian-backed", "Basir-1"]),
        ("U.S.-led, e.g. now", ["U.S.-led", ",", "e.g.", "now"]),
        ("Mr. J. Doe left.", ["Mr.", "J.", "Doe", "left", "."]),
        ("He'd go, they’re here", ["He", "'d", "go", ",", "they", "’re", "here"]),
        ("don't", ["don't"]),
        ("$5,000.50 at 12:30", ["$", "5,000.50", "at", "12:30"]),
        ("5-year-old", ["5-year-old"]),
        ("see https://a.example/b?c=d.", ["see", "https://a.example/b?c=d", "."]),
        ("see HTTPS://A.EXAMPLE/B: it", ["see", "HTTPS://A.EXAMPLE/B", ":", "it"]),
        ("\u202e“yes”\u202c he\u200f said", ["“", "yes", "”", "he", "said"]),
        ("a.example.com ended", ["a.example.com", "ended"]),
        ("the region.The end", ["the", "region", ".", "The", "end"]),
        ("officials’ plan", ["officials", "’", "plan"]),
        ("he said--well", ["he", "said", "--", "well"]),
        ("``yes''", ["``", "yes", "''"]),
        ("cafe\u0301 closed", ["cafe\u0301", "closed"]),
        ("🚀 שלום עולם", ["🚀", "שלום", "עולם"]),
        ("Nice art. It is", ["Nice", "art", ".", "It", "is"]),
        ("No. 5", ["No.", "5"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_kinds() -> None:
    kinds = [token.kind for token in tokenize("Iran’s 3 http://x.example 🚀 !").tokens]
    assert kinds == ["word", "clitic", "number", "link", "symbol", "punctuation"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Mr. Doe and Gen. Roe met Sen. Poe.", ["Mr. Doe and Gen. Roe met Sen. Poe."]),
        ("The U.S. Navy left. It was late.", ["The U.S. Navy left.", "It was late."]),
        ("He went to the U.S. The ship did not.", ["He went to the U.S.", "The ship did not."]),
        ("J. R. Doe left.", ["J. R. Doe left."]),
        ("in the region.The ministry left.", ["in the region.", "The ministry left."]),
        ("“to Iran…any attack” failed.", ["“to Iran…any attack” failed."]),
        ("He waited… Then he left.", ["He waited…", "Then he left."]),
        ("“It is safe,” and said so. Good.", ["“It is safe,” and said so.", "Good."]),
        ("“It is safe.” He left.", ["“It is safe.”", "He left."]),
        ("“Is it safe?” he asked.", ["“Is it safe?” he asked."]),
        ("Is it? Yes! Good.", ["Is it?", "Yes!", "Good."]),
        ("THE ARMY LEFT. NOBODY SAW.", ["THE ARMY LEFT.", "NOBODY SAW."]),
        ("the army left. nobody saw.", ["the army left.", "nobody saw."]),
        ("It rose 3.5 percent. Then 4.", ["It rose 3.5 percent.", "Then 4."]),
        ("• one\n• two", ["• one", "• two"]),
        ("« It is safe. » He left.", ["« It is safe. »", "He left."]),
        ("„It is safe.“ He left.", ["„It is safe.“", "He left."]),
        ("»It is safe.« He left.", ["»It is safe.«", "He left."]),
        ("It is safe. «He left.»", ["It is safe.", "«He left.»"]),
        ("桥已关闭。桥已开放！It left.", ["桥已关闭。", "桥已开放！", "It left."]),
        ("هل هو آمن؟ غادر.", ["هل هو آمن؟", "غادر."]),
        ("Lund\tHe left", ["Lund", "He left"]),
        ("HOST:\tHe left", ["HOST:\tHe left"]),
        ("| Lund | He left |", ["|", "Lund |", "He left |"]),
        ("2) He left", ["2)", "He left"]),
        ("(b) He left", ["(b)", "He left"]),
        ("(Lund) He left", ["(Lund)", "He left"]),
        ("(Reuters) He left", ["(Reuters) He left"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_text_without_full_stops_has_sentences_of_bounded_length() -> None:
    tokenized = tokenize("word " * 1000)
    lengths = [sentence.stop - sentence.first for sentence in tokenized.sentences]
    assert lengths == [MAX_SENTENCE_TOKENS] * (1000 // MAX_SENTENCE_TOKENS)


def test_a_megabyte_without_a_line_break_is_cut_too() -> None:
    tokenized = tokenize("word " * 200_000)
    assert len(tokenized.tokens) == 200_000
    assert len(tokenized.paragraphs) == 1
    assert len(tokenized.sentences) == 200_000 // MAX_SENTENCE_TOKENS


def test_each_line_is_a_paragraph_in_a_text_with_long_lines() -> None:
    line = "The ferry left the harbour before dawn and nobody on the quay saw it go. " * 2
    assert paragraphs(f"{line}\n{line}") == [line.strip(), line.strip()]


def test_blank_lines_part_paragraphs_where_lines_are_wrapped() -> None:
    text = "The ferry left the harbour\nbefore dawn and nobody\nsaw it go.\n\nIt came back."
    assert paragraphs(text) == [text.split("\n\n")[0], "It came back."]


def test_the_items_of_a_list_without_full_stops_are_not_one_wrapped_paragraph() -> None:
    items = ["- The ferry left the harbour", "2. Nobody on the quay saw it", "* It came back late"]
    assert paragraphs("\n".join(items)) == items


def test_short_lines_that_end_in_full_stops_are_not_wrapped() -> None:
    assert paragraphs("It left.\nIt came back.\n\nIt stayed.") == [
        "It left.",
        "It came back.",
        "It stayed.",
    ]


def test_one_wrapped_paragraph_is_one_paragraph_and_a_list_is_not() -> None:
    wrapped = "The general said that\nthe drones came from\nthe north of the city."
    assert len(tokenize(wrapped).paragraphs) == 1
    listed = "Speakers:\nthe general of the northern command\nAnn\nthe minister"
    assert len(tokenize(listed).paragraphs) == 4


def test_a_text_is_cut_once_while_its_tokens_are_in_use() -> None:
    text = "The ministry denied it. Nobody else spoke."
    tokenized = tokenize(text)
    assert tokenize(str(text)) is tokenized
    assert tokenize(text[:23]) is not tokenized
    forgotten = weakref.ref(tokenized)
    del tokenized
    assert forgotten() is None


def test_a_sign_between_letters_is_of_the_word() -> None:
    words = [token.text for token in tokenize("AT&T and R&D, salt & pepper &amp; a&b").tokens]
    assert words[:4] == ["AT&T", "and", "R&D", ","]
    assert words[-3:] == ["a", "&", "b"]
