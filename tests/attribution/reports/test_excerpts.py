"""Where an excerpt says that its words stand."""

from __future__ import annotations

import pytest

from attribution.reports.excerpts import excerpt
from evidence.model import Document, Passage

TEXT = "The port is closed.\n\nNobody was hurt.\nThe ships had left."
THIRD_PAGE = TEXT.index("The ships")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("closed", "brief:1:13, page 1"),
        ("Nobody", "brief:3:1, page 1"),
        ("The ships", "brief:4:1, page 3"),
        ("left", "brief:4:15, page 3"),
    ],
)
def test_words_of_a_document_with_pages_are_placed_on_theirs(words: str, place: str) -> None:
    document = Document(id="brief", text=TEXT, pages=(0, THIRD_PAGE, THIRD_PAGE))
    assert excerpt(document, "brief", Passage(exact=words)).place == place


def test_a_document_without_pages_has_lines_only() -> None:
    document = Document(id="brief", text=TEXT)
    assert excerpt(document, "brief", Passage(exact="left")).place == "brief:4:15"


@pytest.mark.parametrize("words", ["a storm", "The"])
def test_words_that_are_nowhere_or_everywhere_have_no_page(words: str) -> None:
    document = Document(id="brief", text=TEXT, pages=(0, THIRD_PAGE))
    found = excerpt(document, "brief", Passage(exact=words))
    assert (found.place, found.words) == ("brief", words)
