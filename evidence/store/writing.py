"""Writing records into the tables in pages, and noting what each changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    Connection,
    Function,
    Insert,
    Select,
    Update,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from evidence.case import SECTIONS
from evidence.errors import ClaimtrailError
from evidence.model import Record
from evidence.store.log import ChangeDigest
from evidence.store.rows import SECTION_OF, Row, list_rows, row_of
from evidence.store.schema import CHANGES, LIST_TABLES, SEARCH, SEARCHED, TABLES, search_key
from evidence.store.words import body_of

PAGE_ROWS = 1_000
"""Records of one section that are written together."""

PAGE_LENGTH = 4_000_000
"""Code points of their JSON at which fewer are."""

_Written = tuple[Row, Record]
"""The row of a record, its ordinal included, and the record."""


@dataclass
class _Page:
    """Records of one section that wait to be written."""

    rows: dict[str, _Written] = field(default_factory=dict)
    length: int = 0


class Writer:
    """Writes records, and notes what changed.

    Attributes:
        added: New records by section.
        changed: Records by section that were there with other content.
        digest: Of the rows of changes.
        first: Number of the first of these rows.
        end: One past the number of the last.
    """

    def __init__(self, connection: Connection, *, empty: bool) -> None:
        """Write by `connection`; `empty` says that no record can be there already."""
        self.added: Counter[str] = Counter()
        self.changed: Counter[str] = Counter()
        self.digest = ChangeDigest()
        self.first = self.end = connection.execute(_after(func.max(CHANGES.c.number))).scalar_one()
        self._connection = connection
        self._empty = empty
        self._pages = {section: _Page() for section in SECTIONS}
        self._starts = {section: _start(connection, section) for section in SECTIONS}
        self._rewritten: set[tuple[str, str]] = set()

    def write(self, records: Iterable[Record]) -> None:
        """Write records: those with a known id in the place of what was there.

        Raises:
            ClaimtrailError: If two of them have one type and id, as far as that can be seen before
                the database builds its indexes.
        """
        for record in records:
            section = SECTION_OF[type(record)]
            page = self._pages[section]
            if record.id in page.rows:
                raise shared(section, record.id)
            row = row_of(section, record)
            page.rows[record.id] = row, record
            page.length += len(row["record"])
            if len(page.rows) == PAGE_ROWS or page.length > PAGE_LENGTH:
                self._flush(section)
        for section in SECTIONS:
            self._flush(section)

    def _flush(self, section: str) -> None:
        page, self._pages[section] = self._pages[section], _Page()
        if not page.rows:
            return
        known = {} if self._empty else self._known(section, list(page.rows))
        new = [written for i, written in page.rows.items() if i not in known]
        other = [w for i, w in page.rows.items() if i in known and known[i][1] != w[0]["hash"]]
        start = self._starts[section] + self.added[section]
        for ordinal, (row, _) in enumerate(new, start):
            row["ordinal"] = ordinal
        for row, record in other:
            row["ordinal"] = known[record.id][0]
        self._insert(section, new)
        self._overwrite(section, other)
        self._note(section, [*new, *other])

    def _known(self, section: str, ids: Sequence[str]) -> dict[str, tuple[int, bytes]]:
        """Ordinal and hash of the records that the store holds already."""
        columns = TABLES[section].c
        query = select(columns.id, columns.ordinal, columns.hash).where(columns.id.in_(ids))
        known = {row.id: (row.ordinal, row.hash) for row in self._connection.execute(query)}
        for record_id, (ordinal, _) in known.items():
            if ordinal >= self._starts[section] or (section, record_id) in self._rewritten:
                raise shared(section, record_id)
        return known

    def _insert(self, section: str, written: Sequence[_Written]) -> None:
        self._put(insert(TABLES[section]), [row for row, _ in written])
        self._index(section, written)
        self.added[section] += len(written)

    def _overwrite(self, section: str, written: Sequence[_Written]) -> None:
        if not written:
            return
        table = TABLES[section]
        names = [column.name for column in table.c if column is not table.c.ordinal]
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        query = update(table).where(table.c.ordinal == bindparam("new_ordinal")).values(values)
        rows = [{f"new_{name}": value for name, value in row.items()} for row, _ in written]
        self._put(query, rows)
        self._unindex(section, [row["ordinal"] for row, _ in written])
        self._index(section, written)
        self.changed[section] += len(written)
        self._rewritten.update((section, record.id) for _, record in written)

    def _index(self, section: str, written: Sequence[_Written]) -> None:
        """Write what is found by: the ids in lists, and the words to search."""
        if section in LIST_TABLES:
            found = [item for row, r in written for item in list_rows(section, row["ordinal"], r)]
            self._put(insert(LIST_TABLES[section]), found)
        if section in SEARCHED:
            bodies = ((row["ordinal"], body_of(record)) for row, record in written)
            found = [
                {"rowid": search_key(section, ordinal), "body": body}
                for ordinal, body in bodies
                if body
            ]
            self._put(insert(SEARCH), found)

    def _unindex(self, section: str, ordinals: Sequence[int]) -> None:
        if section in LIST_TABLES:
            listed = LIST_TABLES[section]
            self._connection.execute(delete(listed).where(listed.c.ordinal.in_(ordinals)))
        if section in SEARCHED:
            keys = [search_key(section, ordinal) for ordinal in ordinals]
            self._connection.execute(delete(SEARCH).where(SEARCH.c.rowid.in_(keys)))

    def _note(self, section: str, written: Sequence[_Written]) -> None:
        changes = []
        for number, (row, record) in enumerate(written, self.end):
            kept = {name: row[name] for name in ("ordinal", "id", "hash")}
            self.digest.update(section, row["ordinal"], record.id, row["hash"])
            changes.append({"number": number, "section": section, **kept})
        self._put(insert(CHANGES), changes)
        self.end += len(changes)

    def _put(self, statement: Insert | Update, rows: list[Row]) -> None:
        """Run a statement for each row, whose values are as the driver takes them.

        SQLAlchemy would look at each value of each row again, which takes longer than all the rest.
        """
        if rows:
            compiled = statement.compile(dialect=self._connection.dialect)
            self._connection.exec_driver_sql(str(compiled), rows)


def shared(section: str, record_id: str) -> ClaimtrailError:
    """The error that two records of a section share an id."""
    return ClaimtrailError(
        f"two {section} share the id {record_id!r}", hint="give each record an id of its own"
    )


def _after(largest: Function[int]) -> Select[int]:
    return select(func.coalesce(largest, -1) + 1)


def _start(connection: Connection, section: str) -> int:
    """The first ordinal that no record of the section has, or ever had."""
    largest = func.max(CHANGES.c.ordinal)
    return connection.execute(_after(largest).where(CHANGES.c.section == section)).scalar_one()
