"""Ids are stable and collision-free by construction; dates keep their precision."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from evidence.dates import IsoDate, certainly_before
from evidence.ids import content_id, free_slug, slug

iso = TypeAdapter(IsoDate)


@given(st.lists(st.text(max_size=3), max_size=4), st.lists(st.text(max_size=3), max_size=4))
def test_content_ids_tell_different_parts_apart(first: list[str], second: list[str]) -> None:
    assert (content_id("a", *first) == content_id("a", *second)) == (first == second)


def test_content_ids_never_change_between_versions() -> None:
    assert content_id("a", "iran", None, 3) == "a-" + content_id("b", "iran", "", "3")[2:]
    assert content_id("a", "iran", "denies") == "a-155cec6a8747"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kata’ib Hezbollah", "kataib-hezbollah"),
        ("Mustafa al-Kadhimi", "mustafa-al-kadhimi"),
        ("Ñandú & Söhne", "nandu-sohne"),
        ("إيران", "ايران"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_slugs_are_readable(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=80))
def test_slugs_are_safe_and_stable(name: str) -> None:
    made = slug(name)
    assert made
    assert not set(made) & set("/\\.:<>\"' \n")
    assert slug(name) == made
    assert free_slug(name, {made}) == f"{made}-2"


@pytest.mark.parametrize("text", ["2021", "2021-07", "2021-07-04", "2021-07-04T10:00:00+02:00"])
def test_dates_are_kept_as_written(text: str) -> None:
    assert iso.validate_python(text) == text


@pytest.mark.parametrize("text", ["", "21", "2021-13", "2021-02-30", "July 2021", "2021-07-04T99"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        iso.validate_python(text)


def test_only_what_both_dates_say_is_compared() -> None:
    assert certainly_before("2020", "2021-01-01")
    assert not certainly_before("2021", "2021-07-04")
    assert not certainly_before(None, "2021")
