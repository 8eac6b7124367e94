"""Searching claims and passages by their words: hits in order of how well they fit, with excerpts.

Which records hold the words is found by the index of the database. How well they fit is worked out
here, so that SQLite, PostgreSQL and plain case files give the same answer: by how often the words
stand in a record and how long it is (the term frequency part of Okapi BM25; Robertson and Zaragoza
2009, "The Probabilistic Relevance Framework", section 3.4). How rare a word is counts for nothing,
as every hit holds all of the words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from sqlalchemy import Connection

from evidence.model import Record
from evidence.store.database import Database
from evidence.store.excerpts import Excerpt, excerpt_of
from evidence.store.queries import Term, terms_of
from evidence.store.schema import SEARCHED, searched_record

MOST_RANKED = 5_000
"""Records whose fit is worked out; where more hold the words, it is said (`Search.truncated`)."""

_SATURATION = 1.2
_LENGTH_SHARE = 0.75

Lookup = Callable[[str, int], Record]
"""Finds a record by section and ordinal."""


@dataclass(frozen=True)
class Hit:
    """A record that holds the words.

    Attributes:
        record: The record.
        excerpt: Where it holds them.
    """

    record: Record
    excerpt: Excerpt


@dataclass(frozen=True)
class Search:
    """What a search found.

    Attributes:
        hits: The best of it, best first.
        found: How many records hold the words; where `truncated`, how many were looked at.
        truncated: Whether more records hold the words than were looked at, which are the first of
            the case.
    """

    hits: tuple[Hit, ...]
    found: int
    truncated: bool


def search(
    connection: Connection, database: Database, lookup: Lookup, words: str, limit: int
) -> Search:
    """Find the records that hold some words.

    Raises:
        ClaimtrailError: If there is no word in `words`.
    """
    terms = terms_of(words)
    rows = list(database.matching(connection, terms, MOST_RANKED + 1))
    looked_at = rows[:MOST_RANKED]
    best = nsmallest(limit, _ranked(looked_at, terms))
    records = (lookup(SEARCHED[section], ordinal) for _, section, ordinal in best)
    hits = tuple(Hit(record, excerpt_of(record, terms)) for record in records)
    return Search(hits, len(looked_at), truncated=len(rows) > len(looked_at))


def _ranked(rows: Sequence[tuple[int, str]], terms: Sequence[Term]) -> list[tuple[float, int, int]]:
    """How badly each row fits, then its section and ordinal, by which equal fits are ordered."""
    words = [body.split() for _, body in rows]
    mean = sum(map(len, words)) / max(len(words), 1)
    ranked = []
    for (key, _), body in zip(rows, words, strict=True):
        section, ordinal = searched_record(key)
        ranked.append((-_fit(body, terms, mean), SEARCHED.index(section), ordinal))
    return ranked


def _fit(words: Sequence[str], terms: Sequence[Term], mean: float) -> float:
    spread = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * len(words) / mean)
    counts = (sum(1 for _ in term.places(words)) for term in terms)
    return sum(count * (_SATURATION + 1) / (count + spread) for count in counts)
