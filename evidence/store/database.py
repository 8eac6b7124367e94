"""What each kind of database does in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from evidence.store.queries import Term


class Database(Protocol):
    """A kind of database; see `evidence.store.sqlite` and `evidence.store.postgresql`.

    Attributes:
        name: What it is, without passwords, for messages.
    """

    name: str

    def holds_case(self, connection: Connection) -> bool:
        """Whether the tables of a case are there.

        Raises:
            ClaimtrailError: If the database belongs to another program.
        """

    def create(self, connection: Connection) -> None:
        """Make all tables in an empty database."""

    def reading(self) -> Connection:
        """A connection that sees the database as it is now, until it is closed.

        Raises:
            ClaimtrailError: If there is no such database.
        """

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection that alone may write; on an error in the block nothing is written.

        Raises:
            ClaimtrailError: If another process is writing, or writing is not allowed.
        """

    def before_many(self, connection: Connection) -> None:
        """Make a case without records ready for many."""

    def after_many(self, connection: Connection) -> None:
        """Put in order what `before_many` left open.

        Raises:
            IntegrityError: If two records of one type share an id.
        """

    def shared_id(self, connection: Connection, error: IntegrityError) -> tuple[str, str]:
        """The section and id that two records share, where an error says that some do."""

    def clear_search(self, connection: Connection) -> None:
        """Forget all words to search."""

    def matching(
        self, connection: Connection, terms: Sequence[Term], limit: int
    ) -> Iterable[tuple[int, str]]:
        """The first rows (at most `limit`) among the words to search that hold all terms."""

    def close(self) -> None:
        """Let go of all connections."""
