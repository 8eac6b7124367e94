"""Whether every record is as the log left it. Sections stream by, beside the changes to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, select

from evidence.case import SECTIONS
from evidence.errors import ClaimtrailError
from evidence.findings import Finding, Severity
from evidence.store.chain import Link, check_log, links
from evidence.store.log import Deed
from evidence.store.rows import hash_of, listed_of, record_of
from evidence.store.schema import (
    CHANGES,
    LIST_TABLES,
    REFERENCES,
    SEARCH,
    SEARCHED,
    TABLES,
    search_key,
)
from evidence.store.streaming import streamed
from evidence.store.words import body_of

ALTERED = "LOG002"
"""A record is not as the log left it."""

UNREADABLE = "LOG003"
"""What is stored as a record is none."""

PAGE = 500
"""Records that are looked at together."""

_Pair = tuple[Any, Any]
"""A row of a section and the last change to it; None where one of them is missing."""


def check(connection: Connection) -> Iterator[Finding]:
    """Compare the log with itself, and every record with the log; yield what does not fit."""
    log = links(connection)
    yield from check_log(connection, log)
    first = _first_live_change(log)
    for section in SECTIONS:
        yield from _Section(connection, section).check(first)


def _first_live_change(log: Iterable[Link]) -> int:
    """The number of the first change since everything was written anew."""
    entries = [link.entry for link in log if link.entry is not None]
    return max((e.first for e in entries if e.did is Deed.REPLACED), default=0)


@dataclass(frozen=True)
class _Section:
    """A section of the case, with the changes to it."""

    connection: Connection
    name: str

    def check(self, first: int) -> Iterator[Finding]:
        """Yield the records that are not as changes from number `first` on left them."""
        pairs = _paired(self._rows(), self._changes(first))
        while page := list(islice(pairs, PAGE)):
            yield from self._check_page(page)

    def _rows(self) -> Iterator[Any]:
        table = TABLES[self.name]
        return self._streamed(select(table).order_by(table.c.ordinal))

    def _changes(self, first: int) -> Iterator[Any]:
        """The last change to each record."""
        query = (
            select(CHANGES.c.ordinal, CHANGES.c.id, CHANGES.c.hash)
            .where(CHANGES.c.section == self.name, CHANGES.c.number >= first)
            .order_by(CHANGES.c.ordinal, CHANGES.c.number)
        )
        for _, changes in groupby(self._streamed(query), attrgetter("ordinal")):
            *_, last = changes
            yield last

    def _check_page(self, page: Sequence[_Pair]) -> Iterator[Finding]:
        ordinals = [row.ordinal for row, _ in page if row is not None]
        listed, bodies = self._listed(ordinals), self._bodies(ordinals)
        for row, change in page:
            if row is None:
                yield self._found(change.id, "was removed without an entry in the log")
            elif change is None:
                yield self._found(row.id, "was added without an entry in the log")
            else:
                own = listed.get(row.ordinal, set()), bodies.get(row.ordinal, "")
                yield from self._check_record(row, change, *own)

    def _check_record(
        self, row: Any, change: Any, listed: set[str], body: str
    ) -> Iterator[Finding]:
        altered = row.id != change.id or not hash_of(row.record) == row.hash == change.hash
        if altered:
            yield self._found(change.id, "is not as the log left it")
        try:
            record = record_of(self.name, row.record)
        except ClaimtrailError:
            yield self._found(change.id, "cannot be read", code=UNREADABLE)
            return
        named = all(getattr(row, f) == getattr(record, f) for f in REFERENCES.get(self.name, ()))
        searched = body_of(record) if self.name in SEARCHED else ""
        own = named and set(listed_of(self.name, record)) == listed and searched == body
        if not altered and not own:
            yield self._found(change.id, "is found by words or ids that are not its own")

    def _listed(self, ordinals: Sequence[int]) -> dict[int, set[str]]:
        """What the table of the section's field of several ids has for each record."""
        found: dict[int, set[str]] = {}
        if self.name in LIST_TABLES:
            table = LIST_TABLES[self.name]
            query = select(table.c.ordinal, table.c.id).where(table.c.ordinal.in_(ordinals))
            for ordinal, record_id in self.connection.execute(query):
                found.setdefault(ordinal, set()).add(record_id)
        return found

    def _bodies(self, ordinals: Sequence[int]) -> dict[int, str]:
        """The words by which a search finds each record."""
        if self.name not in SEARCHED:
            return {}
        keys = {search_key(self.name, ordinal): ordinal for ordinal in ordinals}
        query = select(SEARCH.c.rowid, SEARCH.c.body).where(SEARCH.c.rowid.in_(keys))
        return {keys[rowid]: body for rowid, body in self.connection.execute(query)}

    def _found(self, record_id: str, what: str, *, code: str = ALTERED) -> Finding:
        kind = SECTIONS[self.name].__name__.lower()
        return Finding(
            code=code,
            severity=Severity.ERROR,
            message=f"{kind} {record_id} {what}",
            ids=(record_id,),
            hint="somebody changed the database by other means; compare it with a copy of the case",
        )

    def _streamed(self, query: Any) -> Iterator[Any]:
        return streamed(self.connection, query, PAGE)


def _paired(rows: Iterator[Any], changes: Iterator[Any]) -> Iterator[_Pair]:
    """Rows and changes with the same ordinal; both come in the order of their ordinals."""
    row, change = next(rows, None), next(changes, None)
    while row is not None or change is not None:
        if change is None or (row is not None and row.ordinal < change.ordinal):
            yield row, None
            row = next(rows, None)
        elif row is None or change.ordinal < row.ordinal:
            yield None, change
            change = next(changes, None)
        else:
            yield row, change
            row, change = next(rows, None), next(changes, None)
