"""Addresses that lead to one page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.addresses import address_key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.alfa.example/a/", "http://alfa.example/a#b", True),
        ("https://alfa.example/a?utm_medium=x&id=1", "https://alfa.example/a?id=1", True),
        ("https://alfa.example/a?id=2", "https://alfa.example/a?id=1", False),
        ("https://alfa.example/a", "https://bravo.example/a", False),
    ],
)
def test_addresses_of_one_page(one: str, other: str, same: bool) -> None:
    assert (address_key(one) == address_key(other)) is same


@pytest.mark.parametrize("nothing", ["", "alfa", "ftp://alfa.example/a", "http://[", "http://"])
def test_what_is_no_address_has_no_key(nothing: str) -> None:
    assert address_key(nothing) is None


@given(st.text())
def test_any_text_has_a_key_or_none(text: str) -> None:
    key = address_key(text)
    assert key is None or address_key(f"http://{key}") == key
