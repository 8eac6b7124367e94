"""Opening the case at a location: an SQLite file, or a PostgreSQL database by its URL."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, insert, select

from evidence.errors import ClaimtrailError
from evidence.store.database import Database
from evidence.store.log import BEFORE_FIRST
from evidence.store.migrations import migrate
from evidence.store.schema import ABOUT, SCHEMA_VERSION
from evidence.store.sqlite import SQLite
from evidence.store.store import Store

SCHEMES = ("postgresql://", "postgres://", "postgresql+psycopg://")
"""Beginnings of the URLs of PostgreSQL databases."""


class NoCaseError(ClaimtrailError):
    """There is no case at a location."""


def open_store(location: str, *, create: bool = False) -> Store:
    """Open the case at `location`.

    Args:
        location: Path of an SQLite file ("case.db"), or a URL "postgresql://...".
        create: Whether to make an empty case where there is none.

    Raises:
        NoCaseError: If there is no case.
        ClaimtrailError: If it cannot be opened, or was made by another program.
        MissingExtraError: If PostgreSQL is asked for and its driver is not installed.
    """
    database = _database(location, create=create)
    try:
        _make_ready(database, create=create)
    except BaseException:
        database.close()
        raise
    return Store(location, database)


def _database(location: str, *, create: bool) -> Database:
    if location.startswith(SCHEMES):
        from evidence.store.postgresql import PostgreSQL

        return PostgreSQL(location)
    path = Path(location)
    if not create and not path.exists():
        raise NoCaseError(f"{path}: cannot be read: there is no such file", hint="check the name")
    return SQLite(path)


def _make_ready(database: Database, *, create: bool) -> None:
    with database.reading() as connection:
        if database.holds_case(connection):
            version = _version(database, connection)
        elif create:
            version = None
        else:
            raise NoCaseError(
                f"{database.name}: holds no case yet",
                hint="write one into it, as by `claimtrail extract ... -o`",
            )
    if version is None:
        _create(database)
    elif version < SCHEMA_VERSION:
        migrate(database)


def _version(database: Database, connection: Connection) -> int:
    version: int | None = connection.execute(select(ABOUT.c.version)).scalar()
    if version is None:
        raise ClaimtrailError(
            f"{database.name}: is damaged: it does not say what case it is",
            hint="take a copy of the case",
        )
    if version > SCHEMA_VERSION:
        raise ClaimtrailError(
            f"{database.name}: was made by a later version of claimtrail",
            hint="upgrade: pip install --upgrade claimtrail",
        )
    return version


def _create(database: Database) -> None:
    with database.writing() as connection:
        if database.holds_case(connection):
            return  # another process was faster
        database.create(connection)
        first = {"version": SCHEMA_VERSION, "title": "", "description": "", "entries": 0}
        connection.execute(insert(ABOUT), {**first, "head": BEFORE_FIRST})
