"""A case in one SQLite file: several readers and one writer at a time, by write-ahead logging."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Index,
    Select,
    create_engine,
    event,
    func,
    inspect,
    select,
    text,
)
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError
from sqlalchemy.pool import NullPool, StaticPool

from evidence.errors import ClaimtrailError
from evidence.store.queries import Term
from evidence.store.schema import METADATA, SEARCH, TABLES

APPLICATION_ID = 0x636C746C
"""Marks a file as ours ("cltl") in its header."""

PATIENCE = 10.0
"""Seconds that a writer waits for another to end."""

CACHE = 64 * 1024
"""Kilobytes of the file that a connection may hold in memory."""

_SEARCH = "CREATE VIRTUAL TABLE search USING fts5(body, tokenize='ascii')"


class SQLite:
    """See `evidence.store.database.Database`."""

    def __init__(self, path: Path | None) -> None:
        """Take the file at `path`; None: a database in memory."""
        self.name = str(path) if path else "memory"
        self._path = path
        self._engine = _engine(path)

    def holds_case(self, connection: Connection) -> bool:
        """Whether the tables of a case are there."""
        try:
            ours = connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
            others = not ours and bool(inspect(connection).get_table_names())
        except DatabaseError as error:
            raise self._unusable(f"is no database ({error.orig})") from error
        if others:
            raise self._unusable("is a database of another program")
        return ours

    def _unusable(self, why: str) -> ClaimtrailError:
        return ClaimtrailError(f"{self.name}: {why}", hint="name a case that claimtrail has made")

    def create(self, connection: Connection) -> None:
        """Make all tables in an empty database."""
        METADATA.create_all(connection)
        connection.execute(text(_SEARCH))
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")

    def reading(self) -> Connection:
        """A connection that sees the database as it is now, until it is closed."""
        try:
            connection = self._engine.connect()
            # SQLite takes its snapshot at the first read, not at BEGIN.
            connection.execute(text("SELECT count(*) FROM sqlite_master"))
        except OperationalError as error:
            raise self._unusable(f"cannot be opened: {error.orig}") from error
        except DatabaseError as error:
            raise self._unusable(f"is no database ({error.orig})") from error
        return connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; on an error in the block nothing is written."""
        with self._engine.connect() as connection:
            try:
                _log_ahead(connection)
                connection = connection.execution_options(writes=True)
                connection.begin()
                yield connection
                connection.commit()
            except OperationalError as error:
                raise self._unwritable(error.orig or error) from error
            except sqlite3.OperationalError as error:
                raise self._unwritable(error) from error

    def _unwritable(self, error: BaseException) -> ClaimtrailError:
        if "locked" in str(error):
            hint = "wait until the other command has ended, then run this one again"
            return ClaimtrailError(f"{self.name}: is being written by another process", hint=hint)
        hint = "name a file that you may write to, in a folder that you may write to"
        return ClaimtrailError(f"{self.name}: cannot be written: {error}", hint=hint)

    def before_many(self, connection: Connection) -> None:
        """Leave the indexes to the end: they are built faster than they are kept up."""
        for index in _indexes():
            index.drop(connection)

    def after_many(self, connection: Connection) -> None:
        """Build the indexes."""
        for index in _indexes():
            index.create(connection)

    def shared_id(self, connection: Connection, error: IntegrityError) -> tuple[str, str]:
        """The section and id that two records share."""
        for section, table in TABLES.items():
            shared = select(table.c.id).group_by(table.c.id).having(func.count() > 1)
            found: str | None = connection.execute(shared.limit(1)).scalar()
            if found is not None:
                return section, found
        raise error

    def clear_search(self, connection: Connection) -> None:
        """Forget all words to search."""
        connection.execute(text("DROP TABLE IF EXISTS search"))
        connection.execute(text(_SEARCH))

    def matching(
        self, connection: Connection, terms: Sequence[Term], limit: int
    ) -> Iterable[tuple[int, str]]:
        """The first rows among the words to search that hold all terms."""
        rows = connection.execute(_matching(terms).limit(limit))
        return ((rowid, body) for rowid, body in rows)

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


def _engine(path: Path | None) -> Engine:
    engine = create_engine(
        _url(path),
        poolclass=NullPool if path else StaticPool,
        connect_args={"timeout": PATIENCE},
        paramstyle="named",
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _url(path: Path | None) -> URL:
    if path is None or not _is_still(path):
        return URL.create("sqlite", database=str(path) if path else ":memory:")
    # SQLite would want to write beside the file even to read it
    still = {"immutable": "1", "uri": "true"}
    return URL.create("sqlite", database=f"file:{quote(str(path))}", query=still)


def _is_still(path: Path) -> bool:
    """Whether a file is whole and lies where nothing can be written."""
    ahead = Path(f"{path}-wal")
    whole = path.is_file() and not (ahead.is_file() and ahead.stat().st_size)
    return whole and not os.access(path.parent, os.W_OK)


def _prepare(connection: sqlite3.Connection, record: object) -> None:
    # The driver would begin transactions by rules of its own; `_begin` does it.
    connection.isolation_level = None
    connection.execute(f"PRAGMA cache_size = -{CACHE}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _log_ahead(connection: Connection) -> None:
    """Switch to write-ahead logging, which cannot be done in a transaction."""
    driver = connection.connection.dbapi_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - the engine makes no other
    driver.execute("PRAGMA journal_mode = WAL")


def _indexes() -> list[Index]:
    return [
        index
        for table in METADATA.sorted_tables
        for index in sorted(table.indexes, key=lambda index: str(index.name))
    ]


def _matching(terms: Sequence[Term]) -> Select[int, str]:
    query = " ".join(_quoted(term) for term in terms)
    where = text("search MATCH :query").bindparams(query=query)
    return select(SEARCH.c.rowid, SEARCH.c.body).where(where).order_by(SEARCH.c.rowid)


def _quoted(term: Term) -> str:
    """A term in the query language of FTS5; folded words hold no quotation mark."""
    return f'"{" ".join(term.words)}"' + (" *" if term.begins else "")
