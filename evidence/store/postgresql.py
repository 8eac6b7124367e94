"""A case in a PostgreSQL database: readers see a snapshot each, one writer at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import (
    URL,
    Connection,
    Select,
    create_engine,
    delete,
    inspect,
    make_url,
    select,
    text,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, OperationalError
from sqlalchemy.pool import NullPool

from evidence.errors import ClaimtrailError, needing
from evidence.store.queries import Term
from evidence.store.schema import METADATA, SEARCH, original_text

PATIENCE = 10
"""Seconds that a writer waits for another to end."""

_SEARCH = (
    "CREATE TABLE search (rowid bigint PRIMARY KEY, body text NOT NULL, words tsvector NOT NULL"
    " GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED)",
    "CREATE INDEX search_words ON search USING gin (words)",
)

_SHARED = re.compile(r"Key \(id\)=\((.*)\) already exists", re.DOTALL)


class PostgreSQL:
    """See `evidence.store.database.Database`. The tables are in the schema that is current."""

    def __init__(self, location: str) -> None:
        """Take the database of a URL.

        Raises:
            ClaimtrailError: If it is no URL.
            MissingExtraError: If the driver is not installed.
        """
        url = _url(location)
        self.name = url.set(drivername="postgresql").render_as_string(hide_password=True)
        with needing("postgres", "PostgreSQL"):
            self._engine = create_engine(url, poolclass=NullPool)

    def holds_case(self, connection: Connection) -> bool:
        """Whether the tables of a case are there."""
        there = set(inspect(connection).get_table_names())
        ours = {table.name for table in METADATA.sorted_tables}
        if ours <= there:
            return True
        if clash := sorted(ours & there):
            raise ClaimtrailError(
                f"{self.name}: has a table {clash[0]!r} that is not claimtrail's",
                hint="name another database, or another schema by ?options=-csearch_path=NAME",
            )
        return False

    def create(self, connection: Connection) -> None:
        """Make all tables in an empty database."""
        METADATA.create_all(connection)
        for statement in _SEARCH:
            connection.execute(text(statement))

    def reading(self) -> Connection:
        """A connection that sees the database as it is now, until it is closed."""
        connection = self._connected().execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        # The snapshot is taken at the first statement.
        connection.execute(text("SELECT 1"))
        return connection

    def _connected(self) -> Connection:
        try:
            return self._engine.connect()
        except DBAPIError as error:
            raise ClaimtrailError(
                f"{self.name}: cannot be reached: {' '.join(str(error.orig).split())}",
                hint="check the URL, the password, and that the server runs",
            ) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; on an error in the block nothing is written."""
        with self._connected() as connection:
            try:
                connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
                connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(current_schema()))"))
            except OperationalError as error:
                raise ClaimtrailError(
                    f"{self.name}: is being written by another process",
                    hint="wait until the other command has ended, then run this one again",
                ) from error
            yield connection
            connection.commit()

    def before_many(self, connection: Connection) -> None:
        """Leave the indexes as they are: to drop one would keep readers waiting."""

    def after_many(self, connection: Connection) -> None:
        """Nothing is left to be done."""

    def shared_id(self, connection: Connection, error: IntegrityError) -> tuple[str, str]:
        """The section and id that two records share."""
        details = getattr(error.orig, "diag", None)
        found = _SHARED.search(getattr(details, "message_detail", None) or "")
        if found is None:
            raise error
        return str(getattr(details, "table_name", "")), original_text(found.group(1))

    def clear_search(self, connection: Connection) -> None:
        """Forget all words to search."""
        connection.execute(delete(SEARCH))

    def matching(
        self, connection: Connection, terms: Sequence[Term], limit: int
    ) -> Iterable[tuple[int, str]]:
        """The first rows among the words to search that hold all terms."""
        rows = connection.execute(_matching(terms).limit(limit))
        return ((rowid, body) for rowid, body in rows)

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


def _url(location: str) -> URL:
    try:
        return make_url(location).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError) as error:
        raise ClaimtrailError(
            "this is no URL of a database", hint="write postgresql://USER@HOST/DATABASE"
        ) from error


def _matching(terms: Sequence[Term]) -> Select[int, str]:
    query = " & ".join(_written(term) for term in terms)
    where = text("words @@ CAST(:query AS tsquery)").bindparams(query=query)
    return select(SEARCH.c.rowid, SEARCH.c.body).where(where).order_by(SEARCH.c.rowid)


def _written(term: Term) -> str:
    """A term in the query language of tsquery; folded words hold no quotation mark."""
    *words, last = (f"'{word}'" for word in term.words)
    return "(" + " <-> ".join([*words, last + (":*" if term.begins else "")]) + ")"
