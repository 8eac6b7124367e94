"""DOCX: the text of the body in its order, then the notes, by python-docx.

The text is gathered from the parts themselves, as the paragraphs of python-docx leave out what lies
in insertions, fields and content controls. What was struck out is not text.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from evidence.errors import needing
from evidence.readers.capture import Capture
from evidence.readers.reader import Reader, Reading
from evidence.readers.zipped import Package, has_part, is_zip

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOTES = ("footnotes", "endnotes")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""A second rendering of the same words, for programs that cannot show the first."""


def _holds(capture: Capture) -> bool:
    return has_part(capture, "word/document.xml")


def _read(capture: Capture) -> Iterator[Reading]:
    with needing("documents", "reading DOCX"):
        from docx import Document
    data = capture.data()
    Package(io.BytesIO(data), capture.limits.unpacked)
    document = Document(io.BytesIO(data))
    parts = [document.element.body, *_notes(document)]
    text = "\n\n".join(words for part in parts for words in _paragraphs(part))
    yield Reading(text, _stated(document))


def _notes(document: Document) -> Iterator[etree._Element]:
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_NOTES):
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            yield etree.fromstring(relation.target_part.blob, parser)


def _paragraphs(part: etree._Element) -> Iterator[str]:
    """The words of each paragraph that has any; those inside others come after these."""
    for paragraph in part.iter(f"{_W}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            words = "".join(_words(paragraph)).strip()
            if words:
                yield words


def _words(paragraph: etree._Element) -> Iterator[str]:
    """The words of a paragraph without those of paragraphs inside it, as in text boxes."""
    pending = [*reversed(paragraph)]
    while pending:
        node = pending.pop()
        if node.tag == f"{_W}t":
            yield node.text or ""
        elif node.tag in _SPACE:
            yield _SPACE[node.tag]
        elif node.tag not in (f"{_W}p", f"{_W}pPr", _FALLBACK):
            pending.extend(reversed(node))


def _stated(document: Document) -> dict[str, object]:
    """Title and author as the file gives them; its dates are those of the file, not of the text."""
    stated = document.core_properties
    title, author = stated.title.strip(), stated.author.strip()
    return {"title": title or None, "authors": (author,) if author else None}


DOCX = Reader(
    "DOCX",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (".docx", ".docm"),
    _read,
    is_zip,
    _holds,
    by_name=False,
)
