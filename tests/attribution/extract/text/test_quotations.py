"""Quotation marks: every kind, nested, unbalanced, carried over; never apostrophes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.text.quotations import MAX_DEPTH, Quotation, quotations
from attribution.extract.text.tokens import tokenize

_PIECES = st.sampled_from(
    [*"“”‘’\"'„«»‹›", "““", "””", '""', "``", "''", "word", "officials", " ", ". ", "\n", "s"]
)
MARKED = st.lists(_PIECES, max_size=60).map("".join)


def find(text: str) -> list[Quotation]:
    return quotations(tokenize(text))


def quoted(text: str) -> list[str]:
    return [text[quotation.start : quotation.end] for quotation in find(text)]


@given(st.one_of(st.text(max_size=200), MARKED))
def test_quotations_are_apart_or_nested_and_their_depth_counts_it(text: str) -> None:
    found = find(text)
    for quotation in found:
        assert 0 <= quotation.outer_start < quotation.start < quotation.end
        assert quotation.end <= quotation.outer_end <= len(text)
        around = [other for other in found if _is_inside(quotation, other)]
        assert quotation.depth == 1 + len(around) <= MAX_DEPTH
    for left, right in pairwise(found):
        assert left.outer_start < right.outer_start
        assert right.outer_end <= left.outer_end or left.outer_end <= right.outer_start


def _is_inside(inner: Quotation, outer: Quotation) -> bool:
    return inner != outer and outer.outer_start <= inner.outer_start < outer.outer_end


@given(st.lists(st.sampled_from("Iran’s Kata’ib don't officials’ ministers' ’90s 'em the".split())))
def test_apostrophes_are_no_marks(words: list[str]) -> None:
    assert quoted(" ".join(words)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said, “We left,” and left.", ["We left,"]),
        ('He said, "We left," and left.', ["We left,"]),
        ("He said, ``We left,'' and left.", ["We left,"]),
        ("He said, ''We left,'' and left.", ["We left,"]),
        ("Er sagte: „Wir gehen“ und ging.", ["Wir gehen"]),
        ("Il dit « Partons » et partit.", [" Partons "]),
        ("»Ja«, sagte sie. ‹Non›, dit-il.", ["Ja", "Non"]),
        ("‘We left,’ he said.", ["We left,"]),
        ("'We left,' he said.", ["We left,"]),
        ("‘We’re the boys’ club,’ he said.", ["We’re the boys’ club,"]),
        ("(“one”) and —“two”—there", ["one", "two"]),
        ("”Hej” sa han", ["Hej"]),
        ("““We left,”” he said.", ["We left,"]),
        ('""We left,"" he said. "No."', ["We left,", "No."]),
        ("‘‘We left,’’ he said.", ["We left,"]),
        ('He wrote "" and left "them".', ["them"]),
        ("The officials’ plan and the ministers’ reply", []),
        ("Kata’ib’s rock ’n’ roll of the ’90s", []),
        ("Give 'em the '90s", []),
        ("no marks at all", []),
    ],
)
def test_kinds_of_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_nested_quotations_know_their_depth() -> None:
    text = "“She said ‘it is “over”’ to me,” he said."
    assert [(text[q.start : q.end], q.depth) for q in find(text)] == [
        ("She said ‘it is “over”’ to me,", 1),
        ("it is “over”", 2),
        ("over", 3),
    ]


def test_marks_of_one_kind_nest_where_each_has_its_closing_one() -> None:
    text = "“She said “no” to me,” he said."
    assert [(text[q.start : q.end], q.depth) for q in find(text)] == [
        ("She said “no” to me,", 1),
        ("no", 2),
    ]


def test_two_marks_written_for_one_are_both_outside() -> None:
    (found,) = find("““No””")
    assert (found.outer_start, found.start, found.end, found.outer_end) == (0, 2, 4, 6)


def test_places_of_the_marks_and_of_the_inner_text() -> None:
    (found,) = find("He said: “No.”")
    assert (found.outer_start, found.start, found.end, found.outer_end) == (9, 10, 13, 14)
    assert found.closed
    assert not found.continues


def test_a_quotation_goes_on_over_paragraphs_that_repeat_the_opening_mark() -> None:
    text = "“We left.\n“We came back.\n“We stayed,” he said."
    assert quoted(text) == ["We left.", "We came back.", "We stayed,"]
    assert [(q.closed, q.continues) for q in find(text)] == [
        (False, False),
        (False, True),
        (True, True),
    ]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“We left. He said.\nIt was late."
    (found,) = find(text)
    assert text[found.start : found.end] == "We left. He said."
    assert not found.closed
    assert found.outer_end == found.end


def test_an_unclosed_quotation_ends_where_the_next_begins() -> None:
    text = '"We left. He said "We came back."'
    assert quoted(text) == ["We left. He said", "We came back."]
    assert [q.closed for q in find(text)] == [False, True]


def test_a_stray_closing_mark_is_passed_over() -> None:
    assert quoted("We left,” he said. “Good.”") == ["Good."]
