"""Mail: headers are part of the text, attachments derive from their mail, mailboxes are split."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import PROSE, mail_of, page_of, pdf_of
from taken_in import taken_in

from evidence.readers import Limits

HEADER = (
    "From: Press Office <press@ministry.example>\nTo: desk@paper.example\n"
    "Date: Mon, 28 Jun 2021 10:00:00 +0200\nSubject: Statement on the strikes\n"
    "Message-ID: <1@ministry.example>\n"
)


def test_a_mail_is_read_with_its_headers() -> None:
    data = mail_of("We deny it – all of it.\n")
    (document,) = taken_in(data, "statement.eml").documents
    assert document.text == f"{HEADER}\nWe deny it – all of it.\n"
    assert (document.title, document.authors) == ("Statement on the strikes", ("Press Office",))
    assert document.published == "2021-06-28T10:00:00+02:00"
    assert document.retrieved == "2021-06-28T10:00:07+02:00"
    assert document.media_type == "message/rfc822"
    assert document.raw_sha256 == hashlib.sha256(data).hexdigest()


def test_attachments_are_documents_that_derive_from_the_mail() -> None:
    report, page = pdf_of([["Attached words."]]), page_of()
    attachments = {"report.pdf": (report, "application/pdf"), "page.html": (page, "text/html")}
    intake = taken_in(mail_of(attachments=attachments), "statement.eml")
    assert [d.id for d in intake.documents] == ["statement", "report", "page"]
    assert [(d.what, d.rests_on) for d in intake.derivations] == [
        ("report", "statement"),
        ("page", "statement"),
    ]
    attached = intake.documents[1]
    assert attached.raw_sha256 == hashlib.sha256(report).hexdigest()
    assert attached.captured == "attachment of statement.eml"
    assert attached.retrieved == "2021-06-28T10:00:07+02:00"


def test_a_mail_in_a_mail_derives_from_it_and_its_attachments_from_itself() -> None:
    inner = mail_of("Inner.\n", attachments={"note.txt": (b"A note.", "text/plain")})
    data = (
        b"MIME-Version: 1.0\nFrom: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: text/plain\n\nOuter.\n--x\nContent-Type: message/rfc822\n\n"
        + inner
        + b"\n--x--\n"
    )
    intake = taken_in(data, "outer.eml")
    assert [(d.what, d.rests_on) for d in intake.derivations] == [
        ("part-1", "outer"),
        ("note", "part-1"),
    ]


def test_pictures_are_left_out_with_a_remark() -> None:
    picture = {"debris.png": (b"\x89PNG", "image/png")}
    intake = taken_in(mail_of(attachments=picture), "a.eml")
    (finding,) = intake.findings
    assert len(intake.documents) == 1
    assert (finding.code, finding.severity) == ("INT005", "info")
    assert "debris.png is left out" in finding.message


def test_attachments_that_cannot_be_read_are_findings_and_the_mail_is_read() -> None:
    damaged = {"report.pdf": (b"%PDF-1.7", "application/pdf")}
    intake = taken_in(mail_of(attachments=damaged), "a.eml")
    assert [d.id for d in intake.documents] == ["a"]
    assert [f.message.partition(" is")[0] for f in intake.findings] == ["a.eml: report.pdf"]


def test_a_mail_in_html_gives_its_words_in_blocks() -> None:
    body = "<div>First <b>line</b></div><div>Second<br>third</div><style>x</style>"
    data = f"MIME-Version: 1.0\nFrom: a@b.example\nContent-Type: text/html\n\n{body}".encode()
    (document,) = taken_in(data, "a.eml").documents
    assert document.text == "From: a@b.example\n\nFirst line\nSecond\nthird"


def test_of_two_renderings_of_the_body_one_is_read() -> None:
    data = (
        b"MIME-Version: 1.0\nFrom: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n"
        b"--x\nContent-Type: text/plain\n\nPlain.\n--x\nContent-Type: text/html\n\n<p>Rich.</p>\n"
        b"--x--\n"
    )
    intake = taken_in(data, "a.eml")
    assert [d.text for d in intake.documents] == ["From: a@b.example\n\nPlain."]
    assert not intake.findings


def test_bytes_outside_the_encoding_are_shown_and_counted() -> None:
    data = mail_of("café\n").replace(b'"utf-8"', b'"us-ascii"').replace(b"\xc3\xa9", b"\x81")
    (finding,) = taken_in(data, "a.eml").findings
    assert (finding.code, finding.severity) == ("INT002", "warning")
    assert "1 characters" in finding.message


@pytest.mark.parametrize("ending", ["eml", "txt", "dat"])
def test_a_mail_is_told_by_its_content(ending: str) -> None:
    (document,) = taken_in(mail_of(), f"a.{ending}").documents
    assert document.media_type == "message/rfc822"


def test_text_that_begins_with_a_date_is_no_mail() -> None:
    text = b"Date: 28 June 2021\nPlace: Baghdad\n\nThe ministry denied it.\n"
    (document,) = taken_in(text, "a.txt").documents
    assert document.media_type == "text/plain"
    assert document.text == text.decode()


def test_a_mailbox_gives_each_mail_as_it_was_sent() -> None:
    first, second = mail_of(), mail_of("From the ministry:\nno.\n")
    data = b"From a@b Mon\n" + first + b"\nFrom a@b Tue\n" + second.replace(b"\nFrom ", b"\n>From ")
    documents = taken_in(data, "box.mbox").documents
    assert [d.id for d in documents] == ["box-1", "box-2"]
    assert documents[1].text == f"{HEADER}\nFrom the ministry:\nno.\n"
    assert documents[1].raw_sha256 == hashlib.sha256(second).hexdigest()
    assert documents[0].captured == "mail 1 of box.mbox"


def test_a_mail_that_is_too_large_does_not_keep_the_others_from_being_read() -> None:
    large = mail_of("x " * 1000)
    data = b"From a Mon\n" + mail_of() + b"\nFrom a Tue\n" + large + b"\nFrom a Wed\n" + mail_of()
    intake = taken_in(data, "box.mbox", limits=Limits(largest=1000))
    assert [d.id for d in intake.documents] == ["box-1", "box-3"]
    assert [f.code for f in intake.findings] == ["INT003"]


@given(st.lists(st.text(st.sampled_from("ab\n >F"), max_size=30), min_size=1, max_size=5))
def test_mails_come_out_of_a_mailbox_as_they_went_in(bodies: list[str]) -> None:
    mails = [mail_of(body) for body in bodies]
    data = b"\n".join(b"From a@b Mon\n" + m.replace(b"\n>From", b"\n>>From") for m in mails)
    hashes = [d.raw_sha256 for d in taken_in(data, "box.mbox").documents]
    assert len(hashes) == len(bodies)


def test_text_of_a_mail_is_the_prose_that_was_sent() -> None:
    (document,) = taken_in(mail_of(PROSE + "\n"), "a.eml").documents
    assert (document.text or "").partition("\n\n")[2] == PROSE + "\n"


def test_a_very_long_field_is_taken_as_it_was_sent() -> None:
    """The library would take quadratic time to parse it."""
    subject = "word " * 40_000
    data = mail_of().replace(b"Statement on the strikes", subject.encode())
    (document,) = taken_in(data, "statement.eml").documents
    assert f"Subject: {subject.strip()}\n" in (document.text or "")
    assert document.authors == ("Press Office",)
