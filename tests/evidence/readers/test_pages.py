"""Pages: the number of the page on which a code point stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.model import Document
from evidence.pages import page_of


@given(st.lists(st.text("ab", max_size=4), min_size=1, max_size=8))
def test_every_code_point_is_on_the_page_that_holds_it(pages: list[str]) -> None:
    starts = tuple(sum(map(len, pages[:n])) for n in range(len(pages)))
    document = Document(id="d", text="".join(pages), pages=starts)
    expected = [n for n, page in enumerate(pages, start=1) for _ in page]
    assert [page_of(document, start) for start in range(len(expected))] == expected


@pytest.mark.parametrize("start", [-1, 4, 99])
def test_what_is_outside_the_text_is_on_no_page(start: int) -> None:
    assert page_of(Document(id="d", text="text", pages=(0,)), start) is None


def test_a_document_without_pages_has_none() -> None:
    assert page_of(Document(id="d", text="text"), 0) is None
