"""WARC, WACZ and MHTML: each page a document, with when and where it was captured."""

from __future__ import annotations

import gzip
import hashlib
import sys

import pytest
from made_documents import PROSE, page_of, pdf_of, warc_of, zip_of
from taken_in import taken_in

from evidence.readers import Limits

URL = "https://monitor.example/2021/06/strikes"
PAGE = {URL: (page_of(), "text/html; charset=utf-8")}


@pytest.mark.parametrize("packed", [True, False])
def test_a_response_is_a_document_with_time_and_address(packed: bool) -> None:
    (document,) = taken_in(warc_of(PAGE, packed=packed), "crawl.warc").documents
    assert PROSE in (document.text or "")
    assert (document.url, document.retrieved) == (URL, "2021-06-28T10:00:00Z")
    record = "<urn:uuid:00000000-0000-0000-0000-000000000000>"
    assert document.captured == f"WARC record {record} of crawl.warc"
    assert (document.id, document.filename) == ("strikes", "strikes.html")
    assert document.raw_sha256 == hashlib.sha256(page_of()).hexdigest()
    assert not taken_in(warc_of(PAGE, packed=packed), "crawl.warc").derivations


def test_documents_other_than_pages_are_read_and_the_rest_is_counted() -> None:
    answers = {
        "https://a.example/report": (pdf_of([["A report."]]), "application/pdf"),
        "https://a.example/one.png": (b"..", "image/png"),
        "https://a.example/two.png": (b"..", "image/png"),
        "https://a.example/style": (b"..", "text/css"),
    }
    intake = taken_in(warc_of(answers), "crawl.warc.gz")
    assert [d.text for d in intake.documents] == ["A report.\n\n"]
    (finding,) = intake.findings
    assert (finding.code, finding.severity) == ("INT005", "info")
    assert finding.message.endswith(": 2 image/png, 1 text/css")


def test_answers_that_are_errors_are_counted_not_read() -> None:
    intake = taken_in(warc_of(PAGE, status="404 Not Found"), "crawl.warc")
    assert not intake.documents
    assert "1 answers with status 404" in intake.findings[0].message


def test_pages_declare_their_encoding_in_the_headers_of_the_answer() -> None:
    page = page_of("Le porte-parole a démenti. " + PROSE).decode().encode("latin-1")
    answers = {URL: (page, "text/html; charset=ISO-8859-1")}
    (document,) = taken_in(warc_of(answers), "crawl.warc").documents
    assert "a démenti" in (document.text or "")


def test_an_archive_packed_as_one_piece_is_read_too() -> None:
    packed = gzip.compress(warc_of({**PAGE, URL + "/2": PAGE[URL]}, packed=False))
    assert len(taken_in(packed, "crawl.warc.gz").documents) == 2


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_is_cut_off_gives_what_is_whole_and_a_finding(packed: bool) -> None:
    data = warc_of({**PAGE, URL + "/2": PAGE[URL]}, packed=packed)[:-40]
    intake = taken_in(data, "crawl.warc")
    assert len(intake.documents) == 1
    (finding,) = intake.findings
    assert finding.code == "INT001"
    assert "is damaged WARC: it is cut off" in finding.message


def test_a_byte_that_was_changed_is_seen() -> None:
    data = warc_of(PAGE, packed=False).replace(b"ministry condemned", b"ministry considers")
    intake = taken_in(data, "crawl.warc")
    assert [f.severity for f in intake.findings] == ["warning"]
    assert "does not match the digest" in intake.findings[0].message


def test_a_record_that_is_too_large_does_not_keep_the_others_from_being_read() -> None:
    answers = {URL: (page_of("x " * 9000), "text/html"), URL + "/2": PAGE[URL]}
    intake = taken_in(warc_of(answers), "crawl.warc.gz", limits=Limits(largest=2000))
    assert len(intake.documents) == 1
    assert [f.code for f in intake.findings] == ["INT003"]


def test_the_archives_in_a_wacz_are_read() -> None:
    second = {URL + "/2": PAGE[URL]}
    parts = {
        "datapackage.json": "{}",
        "archive/one.warc.gz": warc_of(PAGE),
        "archive/two.warc": warc_of(second, packed=False),
        "pages/pages.jsonl": "{}",
    }
    documents = taken_in(zip_of(parts), "crawl.wacz").documents
    assert [d.url for d in documents] == [URL, URL + "/2"]


def test_a_page_saved_as_mhtml_is_read_as_a_page() -> None:
    header = (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {URL}\nSubject: Strikes\n"
        "Date: Mon, 28 Jun 2021 10:00:00 -0000\nMIME-Version: 1.0\n"
        "Content-Type: multipart/related; type=text/html; boundary=x\n\n"
        f"--x\nContent-Type: text/html; charset=utf-8\nContent-Location: {URL}\n\n"
    )
    data = header.encode() + page_of() + b"\n--x\nContent-Type: image/png\n\n..\n--x--\n"
    (document,) = taken_in(data, "strikes.mhtml").documents
    assert PROSE in (document.text or "")
    assert (document.url, document.retrieved) == (URL, "2021-06-28T10:00:00")
    assert document.captured == "page saved as MHTML"
    assert document.media_type == "text/html"


def test_without_the_library_the_line_that_installs_it_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = warc_of(PAGE)
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (finding,) = taken_in(data, "crawl.warc.gz").findings
    assert "crawl.warc.gz was not read: reading web archives needs packages" in finding.message
    assert finding.hint == "run: pip install 'claimtrail[documents]'"


def test_an_archive_that_ends_amid_a_header_is_not_taken_for_whole() -> None:
    whole = warc_of(PAGE, packed=False)
    intake = taken_in(whole + whole[:200], "crawl.warc")
    assert len(intake.documents) == 1
    assert "may be cut off" in intake.findings[0].message


def test_an_archive_without_captures_is_said_to_hold_none() -> None:
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    (finding,) = taken_in(info, "crawl.warc").findings
    assert "holds no document" in finding.message


def test_archives_of_the_older_kind_are_read() -> None:
    """ARC 1.0, as the Internet Archive wrote it until 2009."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page_of()
    about = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    data = (
        b"filedesc://a.arc 0.0.0.0 20050628100000 text/plain %d\n%b\n"
        b"%b 192.0.2.1 20050628100000 text/html %d\n%b\n"
    ) % (len(about), about, URL.encode(), len(http), http)
    intake = taken_in(data, "crawl.arc")
    assert [(d.url, d.retrieved) for d in intake.documents] == [(URL, "2005-06-28T10:00:00Z")]
    assert not intake.findings


@pytest.mark.parametrize("packed", [True, False])
def test_a_header_without_an_end_is_refused_and_what_is_before_it_is_read(packed: bool) -> None:
    """A line of it would be read in quadratic time."""
    endless = b"WARC/1.0\r\nWARC-Type: response\r\nX: " + b"x" * 2**21
    archive = warc_of(PAGE, packed=packed)
    intake = taken_in(archive + (gzip.compress(endless) if packed else endless), "crawl.warc")
    assert [d.url for d in intake.documents] == [URL]
    (finding,) = intake.findings
    assert "has a header of more than 1,048,576 bytes" in finding.message


def test_what_a_record_holds_may_be_longer_than_a_header() -> None:
    answers = {"https://a.example/long": (b"word " * 2**19, "text/plain"), **PAGE}
    intake = taken_in(warc_of(answers), "crawl.warc.gz")
    long, _ = intake.documents
    assert len(long.text or "") == 5 * 2**19
    pictures = {"https://a.example/long": (b"x" * 2**22, "image/png"), **PAGE}
    assert len(taken_in(warc_of(pictures), "crawl.warc.gz").documents) == 1
