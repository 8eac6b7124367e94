"""Documents that are the same work under several names or addresses."""

from __future__ import annotations

from collections.abc import Iterable

from evidence.addresses import address_key
from evidence.model import Document

_Mark = tuple[str, ...]


def same_works(documents: Iterable[Document]) -> dict[str, str]:
    """For each document that is the same work as an earlier one, the id of the first such.

    Documents are one work where they have one address, or the same authors and title: references
    often name one report under several addresses, and one address under several names.

    Returns:
        The ids, without those of documents that are the first. Cost: near linear (R. Tarjan,
        Efficiency of a good but not linear set union algorithm, 1975).
    """
    first: dict[str, str] = {}
    holder: dict[_Mark, str] = {}
    order: dict[str, int] = {}
    for place, document in enumerate(documents):
        order[document.id] = place
        for mark in _marks(document):
            _join(first, order, holder.setdefault(mark, document.id), document.id)
    return {each: _leader(first, each) for each in list(first)}


def _marks(document: Document) -> Iterable[_Mark]:
    address = address_key(document.url) if document.url else None
    if address is not None:
        yield ("address", address)
    if document.title and document.authors:
        yield ("work", document.title.casefold(), *(a.casefold() for a in document.authors))


def _join(first: dict[str, str], order: dict[str, int], one: str, other: str) -> None:
    leaders = sorted({_leader(first, one), _leader(first, other)}, key=order.__getitem__)
    for leader in leaders[1:]:
        first[leader] = leaders[0]


def _leader(first: dict[str, str], document: str) -> str:
    while document in first:
        above = first[document]
        if above in first:
            first[document] = first[above]
        document = above
    return document
