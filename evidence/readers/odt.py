"""ODT: the text of the body in its order, from the XML of the package (OASIS OpenDocument 1.3)."""

from __future__ import annotations

import io
from collections.abc import Iterator

from lxml import etree

from evidence.readers.capture import Capture
from evidence.readers.reader import Reader, Reading
from evidence.readers.refusals import Refused
from evidence.readers.zipped import Package, has_part, is_zip

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_NOT_TEXT = (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note-citation")
_MOST_SPACES = 100
"""Spaces that one mark may stand for."""

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_INITIAL_CREATOR = ".//{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}initial-creator"


def _holds(capture: Capture) -> bool:
    return (
        has_part(capture, "content.xml")
        and b"application/vnd.oasis.opendocument.text" in capture.head
    )


def _read(capture: Capture) -> Iterator[Reading]:
    package = Package(io.BytesIO(capture.data()), capture.limits.unpacked)
    names = package.names()
    if "META-INF/manifest.xml" in names and b"encryption-data" in package.part(
        "META-INF/manifest.xml"
    ):
        raise Refused("is encrypted", "save a copy without a password")
    body = package.tree("content.xml").find(f"{_OFFICE}body")
    if body is None:
        raise ValueError("it has no body")
    stated = _stated(package.tree("meta.xml")) if "meta.xml" in names else {}
    yield Reading("\n\n".join(_paragraphs(body)), stated)


def _paragraphs(body: etree._Element) -> Iterator[str]:
    for paragraph in body.iter(*_PARAGRAPHS):
        if next(paragraph.iterancestors(*_NOT_TEXT), None) is None:
            words = "".join(_words(paragraph)).strip()
            if words:
                yield words


def _words(paragraph: etree._Element) -> Iterator[str]:
    """The words of a paragraph without those of paragraphs inside it, as in notes and frames."""
    yield _plain(paragraph.text)
    pending: list[etree._Element | str] = [*_with_tails(paragraph)]
    while pending:
        node = pending.pop()
        if isinstance(node, str):
            yield node
        elif node.tag == f"{_TEXT}s":
            yield " " * min(int(node.get(f"{_TEXT}c", "1")), _MOST_SPACES)
        elif node.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield "\t" if node.tag.endswith("tab") else "\n"
        elif isinstance(node.tag, str) and node.tag not in (*_PARAGRAPHS, *_NOT_TEXT):
            yield _plain(node.text)
            pending.extend(_with_tails(node))


def _with_tails(node: etree._Element) -> list[etree._Element | str]:
    """The children of a node, each with the words after it; the last first."""
    return [part for child in reversed(node) for part in (_plain(child.tail), child)]


def _plain(words: str | None) -> str:
    """Words with white space as it counts in XML: any amount of it is one space."""
    text = words or ""
    inner = " ".join(text.split())
    before = " " if text[:1].isspace() else ""
    after = " " if inner and text[-1:].isspace() else ""
    return before + inner + after


def _stated(meta: etree._Element) -> dict[str, object]:
    title = (meta.findtext(f".//{_DUBLIN_CORE}title") or "").strip()
    author = meta.findtext(_INITIAL_CREATOR) or meta.findtext(f".//{_DUBLIN_CORE}creator") or ""
    language = (meta.findtext(f".//{_DUBLIN_CORE}language") or "").strip()
    return {
        "title": title or None,
        "authors": (author.strip(),) if author.strip() else None,
        "language": language or None,
    }


ODT = Reader(
    "ODT",
    "application/vnd.oasis.opendocument.text",
    (".odt",),
    _read,
    is_zip,
    _holds,
    by_name=False,
)
