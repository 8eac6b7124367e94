"""Which of several documents came first, as far as their dates say."""

from __future__ import annotations

from evidence.dates import certainly_before
from evidence.model import Document

_LATEST = "~"
"""Sorts after every date: a document without one is taken for the later."""


def age_order(document: Document) -> tuple[str, str]:
    """Sort key: the earliest first; among those of one date, and without one, by id."""
    return (document.published or _LATEST, document.id)


def came_first(earlier: Document, later: Document) -> str:
    """What is known of the order of two documents, in words for a note."""
    if certainly_before(earlier.published, later.published):
        return f"{earlier.id} is of {earlier.published}, {later.id} of {later.published}"
    return "which of the two came first is not known"
