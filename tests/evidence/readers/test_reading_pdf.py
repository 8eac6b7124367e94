"""PDF: pages keep their places, lines become paragraphs, damage is said."""

from __future__ import annotations

import hashlib
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import PROSE, broken_pdf, pdf_of
from taken_in import taken_in

from evidence.ids import text_hash
from evidence.pages import page_of
from evidence.readers.pdf.lines import Line
from evidence.readers.pdf.paragraphs import paragraphs_of


def test_paragraphs_are_whole_and_pages_are_numbered() -> None:
    data = pdf_of([[PROSE, "It was illegal, he added."], [], ["Nobody was warned."]], title="T")
    (document,) = taken_in(data, "weekly.pdf").documents
    text = document.text or ""
    assert text.split("\n\n") == [PROSE, "It was illegal, he added.", "Nobody was warned.", ""]
    assert page_of(document, text.index("illegal")) == 1
    assert page_of(document, text.index("Nobody was warned")) == 3
    assert (document.id, document.title) == ("weekly", "T")
    assert (document.media_type, document.captured) == ("application/pdf", "file")
    assert document.raw_sha256 == hashlib.sha256(data).hexdigest()
    assert document.sha256 == text_hash(text)


def test_the_mark_may_stand_after_other_bytes() -> None:
    (document,) = taken_in(b"\n\n" + pdf_of([["Words."]]), "a.pdf").documents
    assert document.text == "Words.\n\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pdf_of([[PROSE]], locked=True), "is encrypted"),
        (pdf_of([[]]), "holds no text"),
        (b"%PDF-1.7\n", "is damaged PDF"),
    ],
)
def test_what_cannot_be_read_is_a_finding(data: bytes, expected: str) -> None:
    intake = taken_in(data, "a.pdf")
    (finding,) = intake.findings
    assert not intake.documents
    assert (finding.code, finding.severity) == ("INT001", "error")
    assert expected in finding.message


def test_damaged_pages_are_counted_and_the_others_are_read() -> None:
    intake = taken_in(broken_pdf("Whole words."), "a.pdf")
    (document,) = intake.documents
    (finding,) = intake.findings
    assert document.text == "Whole words.\n\n"
    assert len(document.pages) == 2
    assert finding.severity == "warning"
    assert "1 damaged pages, whose text is missing: 2" in finding.message


def test_without_the_library_the_line_that_installs_it_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (finding,) = taken_in(pdf_of([[PROSE]]), "a.pdf").findings
    assert finding.message == (
        "a.pdf was not read: reading PDF needs packages that are not installed"
    )
    assert finding.hint == "run: pip install 'claimtrail[documents]'"


def at(text: str, top: float, *, left: float = 50, right: float = 500, height: float = 12) -> Line:
    return Line(text, left, right, 800 - top, height)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([at("One", 0), at("two", 14), at("three", 28)], "One two three"),
        ([at("One", 0), at("two.", 14), at("Three", 50), at("four", 64)], "One two.\n\nThree four"),
        ([at("Heading", 0, height=20), at("Text", 24)], "Heading\n\nText"),
        ([at("Ends.", 0, right=200), at("Begins", 14), at("on", 28)], "Ends.\n\nBegins on"),
        ([at("Ends.", 0), at("Begins", 14, left=70), at("on", 28)], "Ends.\n\nBegins on"),
        ([at("One", 0), at("• two", 14), at("• three", 28)], "One\n\n• two\n\n• three"),
        ([at("Left ends.", 400), at("Right", 0, left=300)], "Left ends.\n\nRight"),
        ([at("Left goes", 400), at("on", 0, left=300)], "Left goes on"),
    ],
)
def test_lines_become_paragraphs(lines: list[Line], expected: str) -> None:
    assert paragraphs_of(lines) == expected


def test_words_parted_at_the_end_of_a_line_are_joined() -> None:
    parted = Line("sover", 50, 500, 800, 12, parted=True)
    assert paragraphs_of([parted, at("eignty", 14)]) == "sovereignty"


@given(st.lists(st.builds(at, st.text("ab.", min_size=1), st.floats(0, 800)), max_size=8))
def test_no_word_is_lost_or_changed_place(lines: list[Line]) -> None:
    joined = "".join(paragraphs_of(lines).split())
    assert joined == "".join(line.text for line in lines)
