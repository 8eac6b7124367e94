from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.english.certainty_words import BAND_OF_PHRASE
from attribution.extract.stances.certainty import certainty_of
from evidence.vocabulary import Certainty


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("The drones almost certainly came by sea", Certainty.ALMOST_CERTAIN),
        ("There is no doubt that it was planned", Certainty.ALMOST_CERTAIN),
        ("It is very likely to rain", Certainty.VERY_LIKELY),
        ("The group probably acted alone", Certainty.LIKELY),
        ("The minister is expected to resign", Certainty.LIKELY),
        ("Iran may have sent the parts", Certainty.ROUGHLY_EVEN),
        ("The ship could sink", Certainty.ROUGHLY_EVEN),
        ("A deal is unlikely this year", Certainty.UNLIKELY),
        ("A deal is highly unlikely", Certainty.VERY_UNLIKELY),
        ("It is almost impossible that nobody knew", Certainty.REMOTE),
        ("THE DRONES LIKELY CAME BY SEA", Certainty.LIKELY),
    ],
)
def test_words_of_likelihood_name_a_band(text: str, band: Certainty) -> None:
    assert certainty_of(text) is band


@pytest.mark.parametrize(
    "text",
    [
        "The drones came by sea",
        "The truce was signed in May",
        "He lives in a remote village",
        "She is the most likely winner",
        "",
    ],
)
def test_other_uses_and_plain_statements_have_none(text: str) -> None:
    assert certainty_of(text) is None


def test_a_negation_weakens_or_turns_round() -> None:
    assert certainty_of("A deal is not likely") is Certainty.UNLIKELY
    assert certainty_of("A deal is not unlikely") is Certainty.LIKELY
    assert certainty_of("It is not at all certain to last") is Certainty.ROUGHLY_EVEN
    assert certainty_of("It isn’t possible to say") is Certainty.REMOTE


def test_the_first_word_decides() -> None:
    assert certainty_of("It is likely that the ship could sink") is Certainty.LIKELY


@given(st.sampled_from(sorted(BAND_OF_PHRASE)))
def test_every_listed_phrase_is_read_in_a_sentence(phrase: str) -> None:
    assert certainty_of(f"it is {phrase} so") is not None


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert certainty_of(text) is None or certainty_of(text) in Certainty


def test_what_could_not_be_done_has_no_likelihood() -> None:
    assert certainty_of("sanctions alone could not solve it") is None
    assert certainty_of("it could be solved") is Certainty.ROUGHLY_EVEN
