"""Which reader a file gets: by what is in it, and what its name says where that is open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import PROSE, docx_of, epub_of, mail_of, odt_of, page_of, pdf_of, warc_of
from taken_in import taken_in

from evidence.readers import READERS, Capture, Limits
from evidence.readers.recognising import is_isolated, reader_of
from evidence.readers.refusals import Refused

KINDS = {
    "PDF": pdf_of([[PROSE]]),
    "DOCX": docx_of([PROSE, PROSE]),
    "ODT": odt_of(f"<text:p>{PROSE}</text:p>"),
    "EPUB": epub_of([PROSE]),
    "HTML": page_of(),
    "mail": mail_of(),
    "mbox": b"From a@b Mon\n" + mail_of(),
    "WARC": warc_of({"https://a.example/": (page_of(), "text/html")}),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", ["", ".bin", ".txt", ".pdf", ".html"])
def test_the_content_decides(kind: str, ending: str) -> None:
    capture = Capture("a", f"a{ending}", KINDS[kind])
    assert reader_of(capture, READERS).name == kind
    assert is_isolated(capture, READERS)


@pytest.mark.parametrize(
    ("name", "kind", "isolated"),
    [
        ("a.txt", "plain text", False),
        ("a.md", "Markdown", False),
        ("a", "plain text", False),
        ("a.pdf", "plain text", False),
        ("a.html", "HTML", True),
        ("a.eml", "mail", True),
    ],
)
def test_between_kinds_of_text_the_name_decides(name: str, kind: str, isolated: bool) -> None:
    capture = Capture(name, name, PROSE.encode())
    assert reader_of(capture, READERS).name == kind
    assert is_isolated(capture, READERS) is isolated


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_that_speaks_of_another_kind_is_reported(kind: str) -> None:
    wrong = "a.md" if kind != "HTML" else "a.pdf"
    intake = taken_in(KINDS[kind], wrong)
    assert len(intake.documents) == 1
    (finding,) = intake.findings
    assert (finding.code, finding.severity) == ("INT004", "warning")
    assert f"is {kind} by its content, not" in finding.message


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n..", "a picture (PNG)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "an office document of the old kind"),
        (b"{\\rtf1 x}", "is rich text (RTF)"),
        (b"\x1f\x8b..", "is packed (gzip)"),
        (b"ab\0cd", "is not text"),
    ],
)
def test_what_no_reader_is_for_is_said(data: bytes, expected: str) -> None:
    with pytest.raises(Refused) as refused:
        reader_of(Capture("a.txt", "a.txt", data), READERS)
    assert expected in refused.value.why
    assert refused.value.hint


@given(
    st.binary(max_size=200), st.sampled_from([".txt", ".pdf", ".docx", ".eml", ".mbox", ".warc"])
)
def test_any_bytes_give_a_document_or_a_finding(data: bytes, ending: str) -> None:
    intake = taken_in(data, f"a{ending}", limits=Limits(largest=150))
    assert intake.documents or intake.findings
    assert all(len(finding.message) < 700 for finding in intake.findings)
