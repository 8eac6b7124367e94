"""A person finds records by id, by typed id and by name."""

from __future__ import annotations

import pytest

from evidence.case import Case
from evidence.errors import UnknownIdError
from evidence.lookup import actor_meant, record_meant
from evidence.model import Actor, Claim, Document

CASE = Case.of(
    [
        Document(id="weekly"),
        Actor(id="weekly", name="The Weekly"),
        Actor(id="kataib", name="Kata’ib Hezbollah", aliases=("KH",)),
        Actor(id="other", name="Knights", aliases=("kh",)),
        Claim(id="c-1", text="x"),
    ]
)


@pytest.mark.parametrize("words", ["kataib", "actor:kataib", "kata'ib  HEZBOLLAH"])
def test_an_actor_is_found(words: str) -> None:
    assert actor_meant(CASE, words).id == "kataib"


def test_an_alias_of_two_actors_is_ambiguous() -> None:
    with pytest.raises(UnknownIdError, match="'KH' may mean kataib, other"):
        actor_meant(CASE, "KH")


def test_what_comes_near_is_offered() -> None:
    with pytest.raises(UnknownIdError, match="no actor 'katab'") as caught:
        actor_meant(CASE, "katab")
    assert "kataib" in caught.value.hint


def test_an_id_of_two_types_needs_its_type() -> None:
    with pytest.raises(UnknownIdError) as caught:
        record_meant(CASE, "weekly")
    assert caught.value.hint == "give one of document:weekly, actor:weekly"
    assert isinstance(record_meant(CASE, "document:weekly"), Document)
    assert record_meant(CASE, "c-1") is CASE.claims["c-1"]
    assert record_meant(CASE, "knights") is CASE.actors["other"]
    with pytest.raises(UnknownIdError, match="no record 'nothing'"):
        record_meant(CASE, "nothing")
