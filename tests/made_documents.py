"""Documents of every kind that readers read, made by the libraries that others write them with."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage

from docx import Document
from fpdf import FPDF

PROSE = (
    "The ministry condemned the strikes as a breach of sovereignty and said that it would review "
    "its legal options. A spokesman said on Monday that nobody had been warned before the "
    "aircraft came."
)


def page_of(body: str = PROSE, head: str = "<title>Strikes condemned</title>") -> bytes:
    """A web page with one article."""
    return (
        f'<!doctype html><html lang="en"><head>{head}</head><body><nav>Home | News</nav>'
        f"<article><h1>Strikes condemned</h1><p>{body}</p></article></body></html>"
    ).encode()


def pdf_of(pages: Sequence[Sequence[str]], *, title: str = "", locked: bool = False) -> bytes:
    """A PDF with these paragraphs on each page, their lines broken as they come."""
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    if title:
        pdf.set_title(title)
    if locked:
        pdf.set_encryption("owner", "user")
    for paragraphs in pages:
        pdf.add_page()
        for paragraph in paragraphs:
            pdf.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
            pdf.ln(4)
    return bytes(pdf.output())


def broken_pdf(words: str) -> bytes:
    """A PDF of two pages, the first with these words; the second is named and not there."""
    stream = b"BT /F 12 Tf 20 100 Td (%b) Tj ET" % words.encode()
    return pdf_of_objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 2/Kids[3 0 R 9 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def pdf_of_objects(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size = len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def docx_of(paragraphs: Sequence[str], *, title: str = "", author: str = "") -> bytes:
    """A DOCX of paragraphs, the last of them in a table."""
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = author
    for paragraph in paragraphs[:-1]:
        document.add_paragraph(paragraph)
    document.add_table(1, 1).cell(0, 0).text = paragraphs[-1]
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def zip_of(parts: Mapping[str, bytes | str]) -> bytes:
    """A ZIP file; the part `mimetype` is stored as it is, as packages ask for."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            packed.writestr(name, data, packing)
    return stream.getvalue()


def odt_of(content: str, meta: str = "") -> bytes:
    """An ODT whose body is the XML given."""
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return zip_of(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}><office:body><office:text>{content}"
            "</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {spaces}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
        }
    )


def epub_of(chapters: Sequence[str], **more: bytes | str) -> bytes:
    """An EPUB with these chapters, each a fragment of HTML; `more` are further parts."""
    items = "".join(
        f'<item id="c{n}" href="chapter%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n, _ in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n, _ in enumerate(chapters))
    return zip_of(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:'
            'container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>A book</dc:title>'
            "<dc:creator>A writer</dc:creator><dc:language>en</dc:language></metadata>"
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{
                f"OEBPS/chapter {n}.xhtml": f"<html><body>{chapter}</body></html>"
                for n, chapter in enumerate(chapters)
            },
            **more,
        }
    )


def mail_of(
    body: str = "We deny it.\n", *, attachments: Mapping[str, tuple[bytes, str]] | None = None
) -> bytes:
    """A mail; attachments by their names, each with its bytes and its media type."""
    mail = EmailMessage()
    mail["Received"] = "from mx.example by mail.example; Mon, 28 Jun 2021 10:00:07 +0200"
    mail["From"] = "Press Office <press@ministry.example>"
    mail["To"] = "desk@paper.example"
    mail["Date"] = "Mon, 28 Jun 2021 10:00:00 +0200"
    mail["Subject"] = "Statement on the strikes"
    mail["Message-ID"] = "<1@ministry.example>"
    mail.set_content(body)
    for name, (data, kind) in (attachments or {}).items():
        main, _, sub = kind.partition("/")
        mail.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return mail.as_bytes()


def warc_of(
    answers: Mapping[str, tuple[bytes, str]], *, status: str = "200 OK", packed: bool = True
) -> bytes:
    """A WARC of answers by their addresses, each with its bytes and its Content-Type."""
    records = []
    for number, (url, (data, kind)) in enumerate(answers.items()):
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode()
        header = (
            "WARC/1.1\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"WARC-Target-URI: {url}\r\nWARC-Date: 2021-06-28T10:00:00Z\r\n"
            f"WARC-Payload-Digest: {_digest(data)}\r\nWARC-Block-Digest: {_digest(http + data)}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http + data)}\r\n\r\n"
        )
        records.append(header.encode() + http + data + b"\r\n\r\n")
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)


def _digest(data: bytes) -> str:
    """As web archives write it: SHA-1 in base 32."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()
