"""Files as nobody wants to get them: cut off, changed, misnamed, endless, nested, mixed up.

The same seed gives the same files. Each says whether it can be nothing but refused; of the others,
which are damaged at random or merely unpleasant, the text may still be read.
"""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from made_documents import (
    PROSE,
    docx_of,
    epub_of,
    mail_of,
    odt_of,
    page_of,
    pdf_of,
    pdf_of_objects,
    warc_of,
    zip_of,
)

LINE = 10 * 2**20
"""Bytes of a long line."""

BOMB = 220 * 2**20
"""Bytes that bombs unpack to."""


@dataclass(frozen=True)
class Hostile:
    """A file.

    Attributes:
        name: Its name.
        data: Its bytes.
        refused: Whether it must be reported; of the others either a document or a report comes.
    """

    name: str
    data: bytes
    refused: bool = False


def hostile_files(seed: int, count: int = 200) -> list[Hostile]:
    """Make `count` files: each of the composed ones, then documents damaged at random."""
    rng = random.Random(seed)  # noqa: S311 - damage, not secrets
    files = [*_misnamed(), *_bombs(), *_nested(), *_long(), *_null(), *_mixed(), *_broken()]
    whole = _whole()
    while len(files) < count:
        name, data = rng.choice(whole)
        damage = rng.choice([_cut, _changed, _shuffled])
        files.append(Hostile(f"{damage.__name__[1:]}-{name}", damage(rng, data)))
    return [replace(file, name=f"{n:03}-{file.name}") for n, file in enumerate(files)]


def _whole() -> list[tuple[str, bytes]]:
    """A sound document of each kind."""
    page = page_of()
    return [
        ("text.txt", PROSE.encode()),
        ("text.md", f"---\ntitle: T\n---\n{PROSE}".encode()),
        ("page.html", page),
        ("report.pdf", pdf_of([[PROSE] * 4, [PROSE]])),
        ("report.docx", docx_of([PROSE, PROSE])),
        ("report.odt", odt_of(f"<text:p>{PROSE}</text:p>")),
        ("book.epub", epub_of([f"<p>{PROSE}</p>"])),
        ("mail.eml", mail_of(attachments={"a.html": (page, "text/html")})),
        ("box.mbox", b"From a@b Mon\n" + mail_of() + b"\nFrom a@b Tue\n" + mail_of()),
        ("crawl.warc", warc_of({"https://a.example/": (page, "text/html")}, packed=False)),
        ("crawl.warc.gz", warc_of({"https://a.example/": (page, "text/html")})),
        ("crawl.wacz", _wacz(warc_of({"https://a.example/": (page, "text/html")}))),
    ]


def _wacz(archive: bytes) -> bytes:
    return zip_of({"archive/data.warc.gz": archive, "datapackage.json": "{}"})


def _cut(rng: random.Random, data: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def _changed(rng: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice([1, 5, 50, 500])):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _shuffled(rng: random.Random, data: bytes) -> bytes:
    pieces = [data[at : at + 97] for at in range(0, len(data), 97)]
    rng.shuffle(pieces)
    return b"".join(pieces)


def _misnamed() -> Iterator[Hostile]:
    """Each kind under the ending of the next."""
    whole = _whole()
    for (_, data), (name, _) in zip(whole, whole[1:] + whole[:1], strict=True):
        yield Hostile(f"misnamed-{name}", data)
    for ending in ("pdf", "docx", "html", "eml", "warc"):
        yield Hostile(f"program.{ending}", b"\x7fELF\2\1\1\0" + bytes(200), refused=True)
        yield Hostile(f"picture.{ending}", b"\x89PNG\r\n\x1a\n" + bytes(200), refused=True)
        yield Hostile(f"empty.{ending}", b"", refused=True)


def _bombs() -> Iterator[Hostile]:
    for kind, part in (("docx", "word/document.xml"), ("epub", "META-INF/container.xml")):
        yield Hostile(f"bomb.{kind}", _zip_bomb(kind, part), refused=True)
    yield Hostile("bomb.odt", _lying_zip(), refused=True)
    yield Hostile("bomb.txt.gz", _packed(31), refused=True)
    packed = _packed(31, b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n")
    yield Hostile("bomb.warc.gz", packed, refused=True)
    yield Hostile("bomb.wacz", _wacz(packed), refused=True)
    yield Hostile("inflating.pdf", _inflating_pdf(), refused=True)
    yield Hostile("laughing.docx", _laughing_docx(), refused=True)
    yield Hostile("laughing.odt", _laughing_odt(), refused=True)
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    yield Hostile("inflating.warc", _record(answer + _packed(31)), refused=True)
    paragraphs = "<p>Some words are here, said he.</p>" * 200_000
    yield Hostile("paragraphs.html", page_of(paragraphs), refused=True)
    attributes = " ".join(f"a{n}=1" for n in range(200_000))
    yield Hostile("attributes.html", page_of(f"<b {attributes}>{PROSE}</b>"))
    yield Hostile("links.html", page_of('<a href="x">link</a> ' * 200_000))
    slow, sound = (page_of(paragraphs), "text/html"), (page_of(), "text/html")
    crawl = warc_of({"https://a.example/slow": slow, "https://a.example/sound": sound})
    yield Hostile("slow-record.warc.gz", crawl, refused=True)


def _packed(window: int, beginning: bytes = b"", filling: bytes = b"\0") -> bytes:
    """A stream by zlib that unpacks to `BOMB` bytes; the window 31 makes it gzip."""
    packer = zlib.compressobj(9, wbits=window)
    piece = filling * (2**20 // len(filling))
    pieces = [packer.compress(beginning), *(packer.compress(piece) for _ in range(BOMB // 2**20))]
    return b"".join(pieces) + packer.flush()


def _zip_bomb(kind: str, part: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        if kind == "epub":
            packed.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        with packed.open(part, "w") as bomb:
            for _ in range(BOMB // 2**20):
                bomb.write(bytes(2**20))
    return stream.getvalue()


def _lying_zip() -> bytes:
    """An ODT that says that a part of it unpacks to nothing much, and holds 300 MB."""
    data = bytearray(odt_of("x" * (30 * 2**20)))
    return bytes(data).replace(struct.pack("<L", 30 * 2**20), struct.pack("<L", 30))


def _inflating_pdf() -> bytes:
    packed = _packed(15, filling=b"BT (A) Tj ET ")
    return pdf_of_objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
    )


_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "ha">'
    + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)


def _laughing_docx() -> bytes:
    body = f'{_LAUGHS}<w:document xmlns:w="x"><w:body>&e9;</w:body></w:document>'
    return zip_of({"word/document.xml": body, "[Content_Types].xml": "<Types/>"})


def _laughing_odt() -> bytes:
    return zip_of(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{_LAUGHS}<a>&e9;</a>",
        }
    )


def _record(block: bytes, length: int | None = None) -> bytes:
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
        b"WARC-Date: soon\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%b\r\n\r\n"
    ) % (len(block) if length is None else length, block)


def _nested() -> Iterator[Hostile]:
    yield Hostile("divs.html", page_of("<div>" * 50_000 + PROSE))
    yield Hostile("tables.html", page_of("<table><tr><td>" * 20_000 + PROSE))
    linked = json.dumps({"@type": "NewsArticle"})
    deep = '{"a":' * 100_000 + linked + "}" * 100_000
    head = f'<title>T</title><script type="application/ld+json">{deep}</script>'
    yield Hostile("linked-data.html", page_of(head=head))
    yield Hostile("matter.md", b"---\n" + b"[" * 50_000 + b"\n---\nText.", refused=True)
    yield Hostile(
        "arrays.pdf", pdf_of_objects(b"<</Type/Catalog/Pages 2 0 R>>", b"[" * 500_000), refused=True
    )
    kids = b"2 0 R " * 1000
    pages = b"<</Type/Pages/Count 1000000/Kids[%b]>>" % kids
    yield Hostile(
        "pages.pdf", pdf_of_objects(b"<</Type/Catalog/Pages 2 0 R>>", pages), refused=True
    )
    mail = mail_of()
    for _ in range(40):
        mail = b"MIME-Version: 1.0\nFrom: a@b\nContent-Type: message/rfc822\n\n" + mail
    yield Hostile("mails.eml", mail)
    parts = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)
    )
    yield Hostile("parts.eml", b"MIME-Version: 1.0\nFrom: a@b\n" + parts)
    attached = page_of()
    for _ in range(20):
        attached = zip_of({"inner.zip": attached})
    yield Hostile("zips.zip", attached, refused=True)
    spans = "<text:span>" * 100_000 + "x" + "</text:span>" * 100_000
    yield Hostile("spans.odt", odt_of(f"<text:p>{spans}</text:p>"))


def _long() -> Iterator[Hostile]:
    """Lines of ten megabytes, and a file that is too large as a whole."""
    line = b"word " * (LINE // 5)
    yield Hostile("line.txt", line)
    yield Hostile("line.md", b"---\ntitle: T\n---\n" + line)
    yield Hostile("line.html", page_of(line.decode()))
    yield Hostile("line.eml", mail_of() + line)
    yield Hostile("line.mbox", b"From a@b Mon\n" + mail_of() + line)
    yield Hostile("header.eml", b"MIME-Version: 1.0\nSubject: " + line + b"\n\ntext")
    yield Hostile("letters.txt", b"x" * LINE)
    yield Hostile("brackets.html", b"<html>" + b"<" * LINE)
    yield Hostile("marks.md", b"#" * LINE)
    yield Hostile("open-matter.md", b"---\n" + b"a: b\n" * (LINE // 50))
    yield Hostile("large.txt", b"x" * (21 * 2**20), refused=True)
    yield Hostile("large.pdf", b"%PDF-1.4\n" + b"x" * (21 * 2**20), refused=True)


def _null() -> Iterator[Hostile]:
    yield Hostile("nulls.txt", bytes(1000), refused=True)
    yield Hostile("null.txt", b"Iran\0denied it.", refused=True)
    yield Hostile("late-null.txt", PROSE.encode() * 100 + b"\0")
    yield Hostile("null.html", page_of().replace(b"ministry", b"mini\0stry"))
    yield Hostile("null.eml", mail_of().replace(b"Subject: ", b"Subject: \0"))
    yield Hostile("nulls.pdf", b"%PDF-1.7\n" + bytes(1000), refused=True)
    yield Hostile("null.xhtml", b"<html>\0\0\0</html>", refused=True)


def _mixed() -> Iterator[Hostile]:
    latin, unicode_ = "café ".encode("latin-1"), "café ".encode()
    yield Hostile("two.txt", latin + unicode_, refused=True)
    yield Hostile("two.md", unicode_ + latin, refused=True)
    yield Hostile("unmarked.txt", PROSE.encode("utf-16-le"), refused=True)
    yield Hostile("half.txt", b"\xff\xfe" + PROSE.encode("utf-16-le")[:-1], refused=True)
    yield Hostile("lone.txt", b"\xed\xa0\x80", refused=True)
    claimed = page_of(head='<meta charset="utf-8"><title>T</title>')
    yield Hostile("claimed.html", claimed.replace(b"ministry", latin * 3), refused=True)
    unknown = page_of(head='<meta charset="klingon"><title>T</title>')
    yield Hostile("unknown.html", unknown.replace(b"ministry", latin), refused=True)
    wide = page_of(head='<meta charset="utf-16"><title>T</title>')
    yield Hostile("wide.html", wide)
    mail = mail_of("café\n")
    yield Hostile("unknown.eml", mail.replace(b'charset="utf-8"', b'charset="klingon"'))
    yield Hostile("raw.eml", b"MIME-Version: 1.0\nFrom: J\xf6rg <a@b>\n\n" + latin)
    yield Hostile("seven.eml", mail.replace(b'charset="utf-8"', b'charset="utf-7"'))


def _broken() -> Iterator[Hostile]:
    """Files that contradict themselves."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page_of()
    yield Hostile("short.warc", _record(answer, len(answer) + 999), refused=True)
    yield Hostile("negative.warc", _record(answer, -5), refused=True)
    yield Hostile("huge.warc", _record(answer, 2**62), refused=True)
    yield Hostile(
        "no-number.warc", _record(answer).replace(b"Length: ", b"Length: x"), refused=True
    )
    yield Hostile(
        "outside.docx", zip_of({"../../etc/passwd": "x", "word/document.xml": "<a/>"}), True
    )
    yield Hostile("no-parts.docx", zip_of({"word/document.xml": "<a/>"}), refused=True)
    yield Hostile("no-body.odt", odt_of("").replace(b"content.xml", b"c0ntent.xml"), refused=True)
    yield Hostile("no-chapters.epub", epub_of([]), refused=True)
    yield Hostile("archive.zip", zip_of({"a.txt": "x"}), refused=True)
    yield Hostile("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), refused=True)
    yield Hostile("locked.pdf", pdf_of([[PROSE]], locked=True), refused=True)
    yield Hostile("no-page.pdf", b"%PDF-1.4\n%%EOF", refused=True)
    yield Hostile("scan.pdf", pdf_of([[]]), refused=True)
    yield Hostile("date.eml", mail_of().replace(b"28 Jun 2021", b"99 Juq 20210"))
    yield Hostile(
        "boundary.eml", b"MIME-Version: 1.0\nFrom: a@b\nContent-Type: multipart/mixed\n\n--x"
    )
    yield Hostile("base64.eml", mail_of(attachments={"a.pdf": (b"%PDF-", "application/pdf")}), True)
    named = mail_of(attachments={"a": (PROSE.encode(), "text/plain")})
    yield Hostile("names.eml", named.replace(b'"a"', b'"../\x1b[31m' + b"x" * 5000 + b'"'))
    yield Hostile("no-text.html", b"<!doctype html><html></html>", refused=True)
    yield Hostile("front.md", b"---\npublished: soon\n---\nText.", refused=True)
    yield Hostile("froms.mbox", b"From a Mon\n" + mail_of() + b"\nFrom b Tue\n" * 20_000, True)
