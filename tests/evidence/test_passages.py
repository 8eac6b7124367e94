"""Anchoring finds a quote again, or says that it cannot; it never guesses."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evidence.model import CONTEXT_LENGTH, Passage
from evidence.passages import Outcome, anchor

letters = st.text("ab .", max_size=60)


@given(before=letters, exact=st.text("ab .", min_size=1, max_size=12), after=letters)
def test_a_quote_is_found_at_its_own_place(before: str, exact: str, after: str) -> None:
    text = before + exact + after
    start = len(before)
    found = anchor(text, Passage.at(text, start, start + len(exact)))
    assert (found.outcome, found.start, found.end) == (Outcome.FOUND, start, start + len(exact))


@given(
    before=st.text(max_size=80),
    exact=st.text(min_size=1, max_size=20),
    after=st.text(max_size=80),
    head=st.text(max_size=40),
    tail=st.text(max_size=40),
)
def test_edits_outside_the_context_never_lose_or_misplace_a_quote(
    before: str, exact: str, after: str, head: str, tail: str
) -> None:
    text = before + exact + after
    passage = Passage.at(text, len(before), len(before) + len(exact))
    edited = head + passage.prefix + exact + passage.suffix + tail
    place = len(head) + len(passage.prefix)
    assume(full_fits(edited, passage) == [place])
    found = anchor(edited, passage)
    assert (found.outcome, found.start) == (Outcome.FOUND, place)


@given(text=letters, exact=st.text("ab .", min_size=1, max_size=3), data=st.data())
def test_what_is_found_is_the_only_best_place_or_the_hinted_one(
    text: str, exact: str, data: st.DataObject
) -> None:
    passage = Passage(
        exact=exact,
        prefix=data.draw(st.text("ab .", max_size=2)),
        suffix=data.draw(st.text("ab .", max_size=2)),
    )
    found = anchor(text, passage)
    full = full_fits(text, passage)
    if found.outcome is Outcome.FOUND:
        assert text[found.start : found.end] == exact
        assert full in ([found.start], [])
    if len(full) > 1:
        assert (found.outcome, found.candidates) == (Outcome.AMBIGUOUS, len(full))
    if exact not in text:
        assert found.outcome is Outcome.MISSING
        assert not found.misplaced


def full_fits(text: str, passage: Passage) -> list[int]:
    """Every place with the whole context, found without any index: the oracle."""
    whole = passage.prefix + passage.exact + passage.suffix
    return [
        at + len(passage.prefix) for at in range(len(text)) if text[at : at + len(whole)] == whole
    ]


def test_the_position_decides_only_between_equals() -> None:
    text = "He denied it. She denied it."
    assert anchor(text, Passage(exact="denied")).outcome is Outcome.AMBIGUOUS
    assert anchor(text, Passage(exact="denied", start=18, end=24)).start == 18
    assert anchor(text, Passage(exact="denied", start=17, end=23)).outcome is Outcome.AMBIGUOUS
    assert anchor(text, Passage(exact="denied", prefix="He ", start=18, end=24)).start == 3


def test_one_changed_side_is_forgiven_two_are_not() -> None:
    passage = Passage(exact="denied", prefix="Iran ", suffix=" it.")
    assert anchor("Tehran said Iran denied everything.", passage).start == 17
    assert anchor("Officials denied it.", passage).start == 10
    lost = anchor("Officials denied everything.", passage)
    assert (lost.outcome, lost.misplaced) == (Outcome.MISSING, True)


def test_passages_carry_their_context() -> None:
    text = "x" * 100 + "quote" + "y" * 100
    passage = Passage.at(text, 100, 105)
    assert passage.prefix == "x" * CONTEXT_LENGTH
    assert passage.suffix == "y" * CONTEXT_LENGTH


@given(st.text(min_size=1, max_size=200), st.data())
def test_a_passage_cut_from_a_text_is_what_validation_makes_of_it(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = Passage.at(text, start, end)
    validated = Passage.model_validate(passage.model_dump(exclude_unset=True))
    assert (passage, passage.model_fields_set) == (validated, validated.model_fields_set)


@pytest.mark.parametrize(("start", "end"), [(2, 2), (3, 2), (-1, 2), (1, 5)])
def test_no_passage_is_cut_where_there_are_no_words(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"no words from -?\d to \d of 4 characters"):
        Passage.at("word", start, end)


@pytest.mark.parametrize(("start", "end"), [(1, None), (None, 3), (0, 2), (4, 3)])
def test_a_position_that_does_not_fit_the_quote_is_refused(
    start: int | None, end: int | None
) -> None:
    with pytest.raises(ValueError, match=r"start"):
        Passage(exact="abc", start=start, end=end)
