"""Whether the log holds together: its entries with each other, and with the changes they wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pydantic import ValidationError
from sqlalchemy import Connection, select

from evidence.findings import Finding, Severity
from evidence.store.log import BEFORE_FIRST, ChangeDigest, Entry, entry_hash
from evidence.store.schema import ABOUT, CHANGES, LOG
from evidence.store.streaming import streamed

LOG_BROKEN = "LOG001"
"""An entry of the log is missing or altered, or the changes that it wrote are."""


@dataclass(frozen=True)
class Link:
    """An entry as it is stored.

    Attributes:
        number: Its place in the log.
        hash: Of its JSON.
        entry: The entry; None where the JSON is none.
    """

    number: int
    hash: str
    entry: Entry | None


def links(connection: Connection) -> list[Link]:
    """The entries of the log, whatever state they are in."""
    rows = connection.execute(select(LOG.c.number, LOG.c.entry).order_by(LOG.c.number))
    return [Link(number, entry_hash(json), _entry(number, json)) for number, json in rows]


def _entry(number: int, json: str) -> Entry | None:
    try:
        entry = Entry.model_validate_json(json)
    except ValidationError:
        return None
    return entry if entry.number == number else None


def check_log(connection: Connection, log: Sequence[Link]) -> Iterator[Finding]:
    """Yield what is missing in the log or altered, and entries whose changes were altered."""
    title, description, count, head = connection.execute(
        select(ABOUT.c.title, ABOUT.c.description, ABOUT.c.entries, ABOUT.c.head)
    ).one()
    yield from _missing(log, count)
    yield from _unreadable(log)
    yield from _broken_bonds(log, count, head)
    last = log[-1].entry if log else None
    if last is not None and (title, description) != (last.title, last.description):
        yield _broken("the title or description of the case is not the one in the log", ())
    yield from _altered_changes(connection, [link.entry for link in log if link.entry])


def _missing(log: Sequence[Link], count: int) -> Iterator[Finding]:
    there = {link.number for link in log}
    last = max(count, *there) if there else count
    for number in range(1, last + 1):
        if number not in there:
            yield _broken(f"log entry {number} is missing", (f"log:{number}",))
    if there and max(there) > count:
        yield _broken(f"the log has {max(there)} entries, the case counts {count}", ())


def _unreadable(log: Sequence[Link]) -> Iterator[Finding]:
    for link in log:
        if link.entry is None:
            yield _broken(f"log entry {link.number} cannot be read", (f"log:{link.number}",))


def _broken_bonds(log: Sequence[Link], count: int, head: str) -> Iterator[Finding]:
    if log and log[0].number == 1 and log[0].entry and log[0].entry.previous != BEFORE_FIRST:
        yield _broken("log entry 1 names an entry before it", ("log:1",))
    for link, after in pairwise(log):
        follows = after.number == link.number + 1 and after.entry is not None
        if follows and after.entry and after.entry.previous != link.hash:
            yield _altered(link.number, f"entry {after.number} knows another")
    if log and log[-1].number == count and log[-1].hash != head:
        yield _altered(count, "the case knows another")


def _altered_changes(connection: Connection, entries: Iterable[Entry]) -> Iterator[Finding]:
    columns = (CHANGES.c.section, CHANGES.c.ordinal, CHANGES.c.id, CHANGES.c.hash)
    query = select(CHANGES.c.number, *columns).order_by(CHANGES.c.number)
    rows = streamed(connection, query, 1_000)
    row = next(rows, None)
    for entry in entries:
        digest, expected = ChangeDigest(), entry.first
        while row is not None and row.number < entry.end:
            if row.number >= entry.first:
                digest.update(row.section, row.ordinal, row.id, row.hash)
                expected += 1
            row = next(rows, None)
        if expected != entry.end or digest.hexdigest() != entry.digest:
            yield _broken(
                f"what log entry {entry.number} says it wrote was altered",
                (f"log:{entry.number}",),
            )


def _altered(number: int, why: str) -> Finding:
    return _broken(f"log entry {number} was altered: {why}", (f"log:{number}",))


def _broken(message: str, ids: tuple[str, ...]) -> Finding:
    return Finding(
        code=LOG_BROKEN,
        severity=Severity.ERROR,
        message=message,
        ids=ids,
        hint="somebody changed the database by other means; compare it with a copy of the case",
    )
