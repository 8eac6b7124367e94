"""Records as the tables hold them at one moment, found by id, by reference or one after another."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, func, select

from evidence.model import Record
from evidence.store.recent import Recent
from evidence.store.rows import record_of
from evidence.store.schema import ABOUT, LIST_TABLES, LISTS, TABLES
from evidence.store.streaming import streamed

MOST_IDS = 500
"""Ids that are asked for in one query."""

FETCHED = {"documents": 16}
"""Records that are fetched together while streaming; documents may be long."""

FETCHED_ELSE = 500


class Snapshot:
    """What one connection sees. Records come in the order of the case."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._recent = Recent()

    def about(self) -> tuple[str, str]:
        """Title and description of the case."""
        title, description = self.connection.execute(
            select(ABOUT.c.title, ABOUT.c.description)
        ).one()
        return title, description

    def count(self, section: str) -> int:
        """How many records a section has."""
        return self.connection.execute(
            select(func.count()).select_from(TABLES[section])
        ).scalar_one()

    def holds(self, section: str, record_id: str) -> bool:
        """Whether a section has a record with this id."""
        table = TABLES[section]
        query = select(table.c.ordinal).where(table.c.id == record_id)
        return self.connection.execute(query).first() is not None

    def record(self, section: str, record_id: str) -> Record | None:
        """The record with this id; None where there is none."""
        kept = self._recent.get((section, record_id))
        if kept is not None:
            return kept
        table = TABLES[section]
        query = select(table.c.record).where(table.c.id == record_id)
        json = self.connection.execute(query).scalar()
        if json is None:
            return None
        record = record_of(section, json)
        self._recent.put((section, record_id), record, len(json))
        return record

    def at(self, section: str, ordinal: int) -> Record:
        """The record of a section that has this ordinal."""
        table = TABLES[section]
        query = select(table.c.record).where(table.c.ordinal == ordinal)
        return record_of(section, self.connection.execute(query).scalar_one())

    def ids(self, section: str) -> Iterator[str]:
        """The ids of a section."""
        table = TABLES[section]
        for (record_id,) in self._streamed(select(table.c.id).order_by(table.c.ordinal), section):
            yield record_id

    def records(self, section: str, start: int = 0, end: int | None = None) -> Iterator[Record]:
        """The records of a section from the `start`-th, counted from 0, to before the `end`-th."""
        table = TABLES[section]
        query = select(table.c.record).order_by(table.c.ordinal).offset(start)
        query = query if end is None else query.limit(end - start)
        for (json,) in self._streamed(query, section):
            yield record_of(section, json)

    def hashes(self, section: str) -> Iterator[bytes]:
        """The hashes of the records of a section."""
        table = TABLES[section]
        for (kept,) in self._streamed(select(table.c.hash).order_by(table.c.ordinal), section):
            yield kept

    def with_ids(self, section: str, ids: Iterable[str]) -> list[Record]:
        """The records that have one of these ids."""
        return list(self.located(section, "id", ids).values())

    def referring(self, section: str, field: str, ids: Iterable[str]) -> list[Record]:
        """The records whose field (of `REFERENCES` or `LISTS`) holds one of these ids."""
        return list(self.located(section, field, ids).values())

    def located(
        self, section: str, field: str, ids: Iterable[str], known: Container[int] = ()
    ) -> dict[int, Record]:
        """The records whose field holds one of these ids, by ordinal.

        Args:
            section: Where they are.
            field: "id", or a field of `REFERENCES` or `LISTS`.
            ids: Any number.
            known: Ordinals of records that are left out.
        """
        column = _column(section, field)
        wanted = list(dict.fromkeys(ids))
        found: dict[int, str] = {}
        for at in range(0, len(wanted), MOST_IDS):
            query = _where_in(section, column, wanted[at : at + MOST_IDS])
            found.update((ordinal, json) for ordinal, json in self.connection.execute(query))
        return {o: record_of(section, found[o]) for o in sorted(found) if o not in known}

    def _streamed(self, query: Select[Any], section: str) -> Iterator[Any]:
        return streamed(self.connection, query, FETCHED.get(section, FETCHED_ELSE))

    def close(self) -> None:
        """Let go of the connection."""
        self.connection.close()


def _column(section: str, field: str) -> Column[Any]:
    if LISTS.get(section) == field:
        return LIST_TABLES[section].c.id
    return TABLES[section].c[field]


def _where_in(section: str, column: Column[Any], ids: Sequence[str]) -> Select[Any]:
    table = TABLES[section]
    query = select(table.c.ordinal, table.c.record).where(column.in_(ids))
    if column.table is table:
        return query
    return query.join(column.table, column.table.c.ordinal == table.c.ordinal)
