"""Searching a case that is in no database, by an index in memory that lasts for one search."""

from __future__ import annotations

from sqlalchemy import insert

from evidence.case import Case
from evidence.store.schema import SEARCH, SEARCHED, search_key
from evidence.store.searching import Search, search
from evidence.store.sqlite import SQLite
from evidence.store.words import body_of


def search_case(case: Case, words: str, limit: int = 20) -> Search:
    """Find claims and passages of a case by their words; see `Store.search`.

    Raises:
        ClaimtrailError: If there is no word in `words`.
    """
    records = {section: list(getattr(case, section).values()) for section in SEARCHED}
    rows = [
        {"rowid": search_key(section, ordinal), "body": body_of(record)}
        for section in SEARCHED
        for ordinal, record in enumerate(records[section])
    ]
    database = SQLite(None)
    with database.reading() as connection:
        database.clear_search(connection)
        if rows:
            connection.execute(insert(SEARCH), rows)
        return search(connection, database, lambda s, ordinal: records[s][ordinal], words, limit)
