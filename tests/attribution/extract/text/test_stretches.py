from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.text.stretches import LONGEST, stretches

WRAPPED = """The minister said on Monday that nobody in his office
had ever met the men who paid for the boats that left
the harbour at night.

“We know of nothing of that kind,” said the envoy, who
had come from the capital for two days of talks.
"""


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in stretches(text)]


def test_a_line_is_a_paragraph() -> None:
    assert parts("One line.\nAnother one.\r\n\r\nA third.\u2028And a fourth.") == [
        "One line.",
        "Another one.",
        "A third.",
        "And a fourth.",
    ]


def test_where_lines_are_wrapped_a_blank_line_parts_paragraphs() -> None:
    first, second = parts(WRAPPED)
    assert first.startswith("The minister")
    assert first.endswith("at night.")
    assert second.startswith("“We know")
    assert second.endswith("of talks.")


def test_a_bullet_begins_a_paragraph() -> None:
    listed = WRAPPED.replace("had ever", "• had ever").replace("\n\n", "\n \n")
    assert [part[:5] for part in parts(listed) if part.strip()] == ["The m", "• had", "“We k"]


def test_a_paragraph_without_end_is_cut_between_words() -> None:
    found = parts("word " * 20_000)
    assert max(map(len, found)) <= LONGEST
    assert all(part.startswith("word ") for part in found)


@given(st.text(alphabet="ab. •\n\r\u2028", max_size=300))
def test_what_is_not_a_line_end_lies_in_exactly_one(text: str) -> None:
    spans = list(stretches(text))
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert {i for i, c in enumerate(text) if c not in "\r\n\u2028"} <= inside
