"""PDF: the text of each page by PDFium, its lines put together to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from evidence.errors import needing
from evidence.findings import Finding, Severity
from evidence.readers.capture import Capture
from evidence.readers.pdf.lines import lines_of
from evidence.readers.pdf.paragraphs import paragraphs_of
from evidence.readers.reader import Reader, Reading
from evidence.readers.refusals import UNREADABLE, Refused, refusal

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_WRONG_PASSWORD = 4
"""FPDF_ERR_PASSWORD of PDFium."""

_MARKED_WITHIN = 1024
"""Bytes at the beginning of a file among which readers of PDF look for its mark."""

_PAGE_BREAK = "\n\n"


def _begins(head: bytes) -> bool:
    return b"%PDF-" in head[:_MARKED_WITHIN]


def _read(capture: Capture) -> Iterator[Reading]:
    with _opened(capture.data()) as document:
        pages = [_page_text(document, index) for index in range(len(document))]
        stated = _stated(document)
    texts = [page + _PAGE_BREAK if page else "" for page in pages]
    starts = tuple(accumulate((len(text) for text in texts[:-1]), initial=0))
    damaged = [number for number, page in enumerate(pages, start=1) if page is None]
    yield Reading(
        "".join(texts), {**stated, "pages": starts}, findings=tuple(_damage(capture, damaged))
    )


def _opened(data: bytes) -> PdfDocument:
    with needing("documents", "reading PDF"):
        from pypdfium2 import PdfDocument, PdfiumError
    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if error.err_code == _WRONG_PASSWORD:
            raise Refused("is encrypted", "save a copy without a password") from None
        raise


def _page_text(document: PdfDocument, index: int) -> str | None:
    """The text of a page; None where it cannot be loaded."""
    from pypdfium2 import PdfiumError

    try:
        page = document[index]
        words = page.get_textpage()
    except PdfiumError:
        return None
    text = paragraphs_of(lines_of(words))
    words.close()
    page.close()
    return text


def _damage(capture: Capture, damaged: list[int]) -> Iterator[Finding]:
    if damaged:
        first = ", ".join(map(str, damaged[:10])) + (" and more" if len(damaged) > 10 else "")
        yield refusal(
            capture.name,
            f"has {len(damaged):,} damaged pages, whose text is missing: {first}",
            "look for a whole copy",
            UNREADABLE,
            Severity.WARNING,
        )


def _stated(document: PdfDocument) -> dict[str, object]:
    """Title and author as the file gives them; its dates are those of the file, not of the text."""
    stated = document.get_metadata_dict(skip_empty=True)
    found: dict[str, object] = {}
    if title := stated.get("Title", "").strip():
        found["title"] = title
    if author := stated.get("Author", "").strip():
        found["authors"] = (author,)
    return found


PDF = Reader("PDF", "application/pdf", (".pdf",), _read, _begins, by_name=False)
