"""Quotations in paragraphs of their own, found as content of the attribution before them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.continuation import with_continuations
from attribution.extract.detection import Detection
from attribution.extract.rules import RuleDetector

FIRST = "“We will answer,” the foreign ministry said on Monday."
SECOND = "“We will do so at a time of our choosing.”"


def said(text: str, content: str = "“We will answer,”") -> Detection:
    def place(words: str) -> tuple[tuple[int, int], ...]:
        start = text.index(words)
        return ((start, start + len(words)),)

    return Detection(place("the foreign ministry"), place("said"), place(content))


def contents(text: str, *detections: Detection) -> list[list[str]]:
    continued = with_continuations(text, detections)
    return [[text[start:end] for start, end in each.content] for each in continued]


def test_a_quotation_in_the_next_paragraph_goes_on() -> None:
    text = f"{FIRST}\n\n{SECOND}\n"
    assert contents(text, said(text)) == [["“We will answer,”", SECOND]]


def test_a_quotation_goes_on_over_paragraphs_that_leave_it_open() -> None:
    open_one = "“We will do so at a time of our choosing."
    text = f"{FIRST}\n\n{open_one}\n\n{SECOND}"
    assert contents(text, said(text)) == [["“We will answer,”", open_one, SECOND]]


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "''{}''", "``{}''", "«{}»", "„{}“", "„{}”"])
def test_every_kind_of_double_mark_goes_on(marks: str) -> None:
    first, second = marks.format("We will answer,"), marks.format("We will do so in time.")
    text = f"{first} the foreign ministry said.\n{second}"
    assert contents(text, said(text, first)) == [[first, second]]


@pytest.mark.parametrize(
    "between",
    [
        "The embassy was closed.",
        "“We will answer,” the foreign ministry said. The embassy was closed.",
        "The foreign ministry said that it would answer.",
    ],
    ids=["another paragraph", "another sentence", "no quotation"],
)
def test_nothing_goes_on_after_other_words(between: str) -> None:
    text = f"the foreign ministry said “We will answer,”\n\n{between}\n\n{SECOND}"
    if between.startswith("The embassy"):
        found = said(text)
    else:
        start = text.index(between)
        part = text[start:].replace("The", "the", 1)
        content = "“We will answer,”" if "“" in between else "that it would answer"
        moved = said(part, content)
        found = Detection(*(tuple((s + start, e + start) for s, e in r) for r in roles(moved)))
    assert with_continuations(text, [found]) == [found]


def roles(each: Detection) -> tuple[tuple[tuple[int, int], ...], ...]:
    return each.source, each.cue, each.content


@pytest.mark.parametrize(
    "paragraph",
    [
        "“Related:”",
        "“We will do so at a time of our choosing” was all there was.",
        "It will do so at a time of its choosing.",
        "“We will do so,” he went on. “At a time of our choosing.”",
    ],
)
def test_only_a_whole_quotation_goes_on(paragraph: str) -> None:
    text = f"{FIRST}\n\n{paragraph}"
    assert contents(text, said(text)) == [["“We will answer,”"]]


def test_a_quotation_with_an_attribution_of_its_own_does_not_go_on() -> None:
    text = f"{FIRST}\n\n{SECOND}\n\n"
    start = text.index("We will do")
    other = Detection(((start, start + 2),), ((start + 3, start + 7),), ((start + 8, start + 10),))
    assert with_continuations(text, [said(text), other]) == [said(text), other]


def test_the_attribution_that_reaches_furthest_goes_on() -> None:
    text = f"Tehran denied it. {FIRST}\n\n{SECOND}"
    denied = Detection(((0, 6),), ((7, 13),), ((14, 16),))
    assert contents(text, denied, said(text)) == [["it"], ["“We will answer,”", SECOND]]
    assert contents(text, said(text), denied) == [["“We will answer,”", SECOND], ["it"]]


def test_the_rules_find_a_quotation_that_goes_on() -> None:
    text = f"{FIRST}\n\n{SECOND}\n"
    (found,) = RuleDetector().detect(text)
    assert [text[start:end] for start, end in found.content] == ["“We will answer,”", SECOND]


PARAGRAPHS = st.lists(
    st.sampled_from([FIRST, SECOND, "“One two three four", "Words.", "", " “” ", '"a b c d"', "“"])
)


@given(paragraphs=PARAGRAPHS, numbers=st.sets(st.integers(0, 12)))
def test_contents_only_gain_whole_free_paragraphs(paragraphs: list[str], numbers: set[int]) -> None:
    text = "\n".join(paragraphs)
    starts = [sum(len(p) + 1 for p in paragraphs[:n]) for n in range(len(paragraphs))]
    found = [
        Detection(((s + 21, s + 37),), ((s + 38, s + 42),), ((s, s + 17),))
        for n, s in enumerate(starts)
        if n in numbers and paragraphs[n] == FIRST
    ]
    taken = {place for each in found for role in roles(each) for place in role}
    continued = with_continuations(text, found)
    assert [(c.source, c.cue, c.content[:1]) for c in continued] == [roles(f) for f in found]
    added = [span for each in continued for span in each.content[1:]]
    assert len(added) == len(set(added))
    assert taken.isdisjoint(added)
    whole = {p.strip() for p in paragraphs}
    assert all(text[start:end] in whole for start, end in added)


@given(paragraphs=PARAGRAPHS)
def test_a_paragraph_goes_on_just_where_a_careful_reader_says_so(paragraphs: list[str]) -> None:
    text = "\n\n".join([FIRST, *paragraphs])
    expected = ["“We will answer,”"]
    for paragraph in filter(str.strip, paragraphs):
        if paragraph.strip() not in {SECOND, "“One two three four", '"a b c d"'}:
            break
        expected.append(paragraph.strip())
    assert contents(text, said(text)) == [expected]
