from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.extract.english.certainty_words import BAND_OF_PHRASE
from attribution.extract.stances.certainty import Band, certainty_of


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("The drones almost certainly came by sea", Band.ALMOST_CERTAIN),
        ("There is no doubt that it was planned", Band.ALMOST_CERTAIN),
        ("It is very likely to rain", Band.VERY_LIKELY),
        ("The group probably acted alone", Band.LIKELY),
        ("The minister is expected to resign", Band.LIKELY),
        ("Iran may have sent the parts", Band.ROUGHLY_EVEN),
        ("The ship could sink", Band.ROUGHLY_EVEN),
        ("A deal is unlikely this year", Band.UNLIKELY),
        ("A deal is highly unlikely", Band.VERY_UNLIKELY),
        ("It is almost impossible that nobody knew", Band.REMOTE),
        ("THE DRONES LIKELY CAME BY SEA", Band.LIKELY),
    ],
)
def test_words_of_likelihood_name_a_band(text: str, band: Band) -> None:
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
    assert certainty_of("A deal is not likely") is Band.UNLIKELY
    assert certainty_of("A deal is not unlikely") is Band.LIKELY
    assert certainty_of("It is not at all certain to last") is Band.ROUGHLY_EVEN
    assert certainty_of("It isn’t possible to say") is Band.REMOTE


def test_the_first_word_decides() -> None:
    assert certainty_of("It is likely that the ship could sink") is Band.LIKELY


def test_bands_are_those_of_the_directive_and_do_not_overlap() -> None:
    assert Band.REMOTE.value == (1, 5)
    assert all(low.value[1] == high.value[0] for low, high in pairwise(Band))
    assert Band.LIKELY.label == "likely"


def test_to_negate_likely_and_unlikely_twice_changes_nothing() -> None:
    assert Band.LIKELY.negated.negated is Band.LIKELY
    assert {band.negated for band in Band} <= set(Band)


@given(st.sampled_from(sorted(BAND_OF_PHRASE)))
def test_every_listed_phrase_is_read_in_a_sentence(phrase: str) -> None:
    assert certainty_of(f"it is {phrase} so") is not None


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert certainty_of(text) is None or certainty_of(text) in Band
