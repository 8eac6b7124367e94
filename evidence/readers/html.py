"""HTML: the main text by trafilatura, with what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.readers.capture import Capture
from evidence.readers.page_encoding import page_text, undecodable
from evidence.readers.reader import Reader, Reading
from evidence.readers.saved_pages import saved_from
from evidence.readers.structured_data import credited_by, fact_checks, structured_data

_BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*){0,4}<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def _begins(head: bytes) -> bool:
    return _BEGINNING.match(head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")) is not None


def _read(capture: Capture) -> Iterator[Reading]:
    # heavy to import, and needed for HTML alone
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    text, lost = page_text(capture)
    found = bare_extraction(text, with_metadata=True, include_comments=False)
    if not isinstance(found, Page) or not found.text:
        raise ValueError("no main text was found in this page")
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    stated = structured_data(text)
    fields = {
        "title": found.title,
        "authors": authors or None,
        "published": found.date,
        "url": found.url,
        "language": found.language,
        **saved_from(text),
    }
    yield Reading(
        found.text,
        {k: v for k, v in fields.items() if v is not None},
        found.sitename or None,
        (*authors, *credited_by(stated)),
        tuple(("claimreview", "ClaimReview", review) for review in fact_checks(stated)),
        tuple(undecodable(capture, lost)),
    )


HTML = Reader("HTML", "text/html", (".html", ".htm", ".xhtml"), _read, _begins)
