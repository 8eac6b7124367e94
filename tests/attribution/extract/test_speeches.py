"""Turns of a transcript and signed quotations, and what was found inside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.detection import Detection, Span
from attribution.extract.rules import RuleDetector
from attribution.extract.speeches import speeches, with_speeches

TRANSCRIPT = """The panel met in Vienna on Tuesday.

MODERATOR: Who made the drones?

MS. LUND: They came from a plant near Isfahan.

MODERATOR: How is that known?

MS. LUND: I think the engines bear the marks of that plant.
"""


def whole(text: str) -> list[Detection]:
    return speeches(text, RuleDetector().detect(text))


def spans(text: str, *words: str) -> tuple[Span, ...]:
    return tuple((text.index(each), text.index(each) + len(each)) for each in words)


def said(text: str, *found: Detection) -> list[tuple[str, str]]:
    return [
        (text[slice(*each.source[0])], text[slice(*each.content[0])])
        for each in with_speeches(found, whole(text))
        if each not in found
    ]


def test_every_turn_is_found() -> None:
    assert said(TRANSCRIPT) == [
        ("MODERATOR", "Who made the drones"),
        ("MS. LUND", "They came from a plant near Isfahan"),
        ("MODERATOR", "How is that known"),
        ("MS. LUND", "I think the engines bear the marks of that plant"),
    ]


def test_a_turn_takes_the_place_of_what_was_found_inside() -> None:
    source = TRANSCRIPT.index("I think")
    cue, content = spans(TRANSCRIPT, "think"), spans(TRANSCRIPT, "the engines")
    inside = Detection(((source, source + 1),), cue, content)
    found = with_speeches([inside], whole(TRANSCRIPT))
    assert inside not in found
    assert len(found) == 4


def test_a_speech_in_two_parts_takes_the_place_of_what_was_found_inside_a_part() -> None:
    text = "“They knew,” it read on, “that he lied.” — Lund"
    speech = Detection(
        spans(text, "Lund"), spans(text, "—"), spans(text, "They knew", "that he lied")
    )
    inside = Detection(spans(text, "he"), spans(text, "lied"), spans(text, "that"))
    across = Detection(spans(text, "it"), spans(text, "read"), spans(text, "They knew"))
    assert with_speeches([inside], [speech]) == [speech]
    assert with_speeches([across], [speech]) == [across]


def test_a_turn_that_is_known_stays_as_it_was_found() -> None:
    known = Detection(
        spans(TRANSCRIPT, "MS. LUND"), spans(TRANSCRIPT, ": They"), spans(TRANSCRIPT, "came from")
    )
    found = with_speeches([known], whole(TRANSCRIPT))
    assert known in found
    assert len(found) == 4


@pytest.mark.parametrize("label", ["Q", "A", "1", "Mr. Lund"])
def test_labels_that_name_nobody_make_no_turns(label: str) -> None:
    line = f"{label}: The drones were made there.\n\nHOST: They were sent by road.\n\n"
    assert said(line * 2) == []


def test_labels_that_come_once_are_headings() -> None:
    assert said("BOTTOM LINE: Nobody was convinced.\n\nSTAT: Five of nine were.\n") == []


SIGNED = """“They came from Isfahan, I think.” ― Mira Lund
“Nobody knows that.” — Jo Osei, engineer
"""


def test_a_signed_quotation_is_found_even_once() -> None:
    assert said(SIGNED) == [
        ("Mira Lund", "“They came from Isfahan, I think.”"),
        ("Jo Osei, engineer", "“Nobody knows that.”"),
    ]


def test_a_signed_quotation_takes_the_place_of_what_was_found_inside() -> None:
    start = SIGNED.index("I think")
    inside = Detection(((start, start + 1),), ((start + 2, start + 7),), ((1, 5),))
    assert inside not in with_speeches([inside], whole(SIGNED))
    assert len(with_speeches([inside], whole(SIGNED))) == 2


@given(
    paragraphs=st.lists(
        st.sampled_from(
            ["HOST: Who?", "LUND: Iran, I think.", "STAT: Five.", "No.", "“No, I think.” - Jo"]
        )
    ),
    cuts=st.sets(st.integers(0, 80), max_size=8),
)
def test_what_stays_shares_no_word_with_a_turn(paragraphs: list[str], cuts: set[int]) -> None:
    text = "\n\n".join(paragraphs)
    edges = sorted(each for each in cuts if each < len(text))
    found = [
        Detection((), ((start, start + 1),), ((start + 1, end),))
        for start, end in zip(edges[::2], edges[1::2], strict=False)
        if end - start > 1
    ]
    result = with_speeches(found, whole(text))
    new = [each for each in result if each not in found]
    gone = [each for each in found if each not in result]
    assert all(_within(each, turn) for each in gone for turn in [_around(each, new)])
    places = [place for each in result for place in _places(each)]
    assert len(places) == len(set(places))


def _places(each: Detection) -> list[int]:
    return [place for s in (*each.source, *each.cue, *each.content) for place in range(*s)]


def _around(each: Detection, turns: list[Detection]) -> Detection:
    (turn,) = [turn for turn in turns if set(_places(turn)) & set(_places(each))]
    return turn


def _within(each: Detection, turn: Detection) -> bool:
    (start, end) = turn.content[0]
    return all(start <= place < end for place in _places(each))
