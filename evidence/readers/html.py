"""HTML: the main text by trafilatura, with title, authors, publisher, date and language."""

from __future__ import annotations

from evidence.readers.reader import Reader, Reading


def _read(text: str) -> Reading:
    # heavy to import, and needed for HTML alone
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    found = bare_extraction(text, with_metadata=True, include_comments=False)
    if not isinstance(found, Page) or not found.text:
        raise ValueError("no main text was found in this page")
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    fields = {
        "title": found.title,
        "authors": authors or None,
        "published": found.date,
        "url": found.url,
        "language": found.language,
    }
    return Reading(
        found.text, {k: v for k, v in fields.items() if v is not None}, found.sitename or None
    )


HTML = Reader("HTML", "text/html", (".html", ".htm", ".xhtml"), _read)
