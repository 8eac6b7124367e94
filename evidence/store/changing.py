"""Changing a case in one transaction: everything anew, or some records added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.exc import IntegrityError

from evidence.case import SECTIONS
from evidence.model import Record
from evidence.store import log
from evidence.store.database import Database
from evidence.store.log import Deed, Entry
from evidence.store.schema import ABOUT, LIST_TABLES, TABLES
from evidence.store.writing import Writer, shared


@dataclass(frozen=True)
class Author:
    """Who changes a case.

    Attributes:
        command: What is run, such as "claimtrail extract"; None where not told.
        person: Who runs it; None where not told.
    """

    command: str | None = None
    person: str | None = None


NOBODY = Author()
"""An author of whom nothing is known."""


def replace(
    database: Database, records: Iterable[Record], title: str, description: str, author: Author
) -> Entry:
    """Make the case hold exactly these records."""
    with database.writing() as connection:
        removed = _counts(connection)
        writer = Writer(connection, empty=True)
        _clear(database, connection)
        _write_many(database, connection, writer, records)
        return _noted(connection, writer, Deed.REPLACED, author, (title, description), removed)


def add(
    database: Database, records: Iterable[Record], title: str | None, author: Author
) -> Entry | None:
    """Add records to the case, or write them in the place of those of the same type and id."""
    with database.writing() as connection:
        about = _about(connection)
        wanted = (about[0] if title is None else title, about[1])
        empty = not _counts(connection)
        writer = Writer(connection, empty=empty)
        if empty:
            _write_many(database, connection, writer, records)
        else:
            writer.write(records)
        if writer.first == writer.end and wanted == about:
            return None
        return _noted(connection, writer, Deed.ADDED, author, wanted, {})


def _write_many(
    database: Database, connection: Connection, writer: Writer, records: Iterable[Record]
) -> None:
    database.before_many(connection)
    try:
        writer.write(records)
        database.after_many(connection)
    except IntegrityError as error:
        raise shared(*database.shared_id(connection, error)) from error


def _clear(database: Database, connection: Connection) -> None:
    for table in (*TABLES.values(), *LIST_TABLES.values()):
        connection.execute(delete(table))
    database.clear_search(connection)


def _counts(connection: Connection) -> dict[str, int]:
    """How many records each section has that has any."""
    counts = {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in TABLES.items()
    }
    return {name: number for name, number in counts.items() if number}


def _about(connection: Connection) -> tuple[str, str]:
    title, description = connection.execute(select(ABOUT.c.title, ABOUT.c.description)).one()
    return title, description


def _noted(
    connection: Connection,
    writer: Writer,
    deed: Deed,
    author: Author,
    about: tuple[str, str],
    removed: Mapping[str, int],
) -> Entry:
    """Write down in the log what a writer did."""
    number, previous = log.head(connection)
    entry = Entry(
        number=number + 1,
        when=log.now(),
        command=author.command,
        person=author.person,
        did=deed,
        title=about[0],
        description=about[1],
        added=_in_order(writer.added),
        changed=_in_order(writer.changed),
        removed=removed,
        first=writer.first,
        end=writer.end,
        digest=writer.digest.hexdigest(),
        previous=previous,
    )
    log.append(connection, entry)
    return entry


def _in_order(counts: Mapping[str, int]) -> dict[str, int]:
    return {section: counts[section] for section in SECTIONS if counts[section]}
