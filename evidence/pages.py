"""Pages: on which page of its document a passage stands."""

from __future__ import annotations

from bisect import bisect_right

from evidence.model import Document


def page_of(document: Document, start: int) -> int | None:
    """The number of the page, from 1, on which a code point of a document's text stands.

    Args:
        document: The document.
        start: The code point, such as the start of a passage.

    Returns:
        The number; None where the document has no pages, or its text no such code point. A page
        without text begins where the next one does, and is never the answer.
    """
    if not document.pages or not 0 <= start < len(document.text or ""):
        return None
    return bisect_right(document.pages, start) or None
