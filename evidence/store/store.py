"""A case in a database, read and written as streams of records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self, cast

from evidence.case import Case, Dossier
from evidence.findings import Finding
from evidence.model import Attribution, Record
from evidence.store import changing, log
from evidence.store.changing import NOBODY, Author
from evidence.store.checking import check
from evidence.store.comparing import same_records
from evidence.store.database import Database
from evidence.store.log import Entry
from evidence.store.pages import dossier_pages
from evidence.store.searching import Search, search
from evidence.store.sections import stored_case
from evidence.store.snapshot import Snapshot
from evidence.store.surroundings import about_record, affected_by


class Store:
    """A case in a database. Use it in a `with` block, or close it.

    What is read is one snapshot: the case as it was when this store was first read from after it
    was opened or written to. What others write meanwhile does not show.

    Attributes:
        location: What `open_store` was given, so that another process can open it too.
        name: The same without a password, for messages.
    """

    def __init__(self, location: str, database: Database) -> None:
        """Use `open_store` instead."""
        self.location = location
        self.name = database.name
        self._database = database
        self._snapshots: list[Snapshot] = []
        self._current: Snapshot | None = None

    def _snapshot(self) -> Snapshot:
        if self._current is None:
            self._current = Snapshot(self._database.reading())
            self._snapshots.append(self._current)
        return self._current

    def case(self) -> Case:
        """The case; its records are read when they are asked for, as long as the store is open."""
        return stored_case(self._snapshot())

    def dossiers(self, part: tuple[int, int] | None = None) -> Iterator[Dossier]:
        """Yield the dossier of each claim, in the order of the case, a page of them in memory.

        Args:
            part: (k, n) with 0 <= k < n: only the k-th of n slices of about equal size; the slices
                in the order of k are the whole.
        """
        return dossier_pages(self._snapshot(), part or (0, 1))

    def attributions_of(self, claim_id: str) -> tuple[Attribution, ...]:
        """The attributions of a claim, in the order of the case."""
        said = self._snapshot().referring("attributions", "claim", [claim_id])
        return tuple(cast("list[Attribution]", said))

    def about(self, record: Record) -> Case:
        """The part of the case that says all there is to say about one record.

        For a claim that is its dossier, and all that its lineage leads to.
        """
        return about_record(self._snapshot(), record)

    def affected_by(self, records: Iterable[Record]) -> Case:
        """The part of the case that may change if these records are withdrawn.

        Each claim of it comes with its dossier and all that its lineage leads to.
        """
        return affected_by(self._snapshot(), records)

    def holds(self, records: Iterable[Record]) -> bool:
        """Whether the case has exactly these records, each section in this order."""
        return same_records(self._snapshot(), records)

    def search(self, words: str, limit: int = 20) -> Search:
        """Find claims, and passages of attributions, evidence and bearings, by their words.

        Args:
            words: Each must be there, in any order; "several words" in quotation marks must stand
                together; "suppl*" is any word that begins so. Case and accents do not matter.
            limit: The most hits to return.

        Raises:
            ClaimtrailError: If there is no word in `words`.
        """
        snapshot = self._snapshot()
        return search(snapshot.connection, self._database, snapshot.at, words, limit)

    def log(self) -> Iterator[Entry]:
        """Every change of the case, from the first."""
        return log.entries(self._snapshot().connection)

    def head(self) -> tuple[int, str]:
        """Number and hash of the last entry of the log; 0 and zeros where there is none.

        Whoever has noted them down can tell later whether the log was written anew.
        """
        return log.head(self._snapshot().connection)

    def check(self) -> Iterator[Finding]:
        """Compare the log with itself, and every record with the log; yield what does not fit."""
        return check(self._snapshot().connection)

    def replace(
        self,
        records: Iterable[Record],
        *,
        title: str = "",
        description: str = "",
        author: Author = NOBODY,
    ) -> Entry:
        """Make the store hold exactly these records; all of them or, on any error, none.

        Args:
            records: Read once, as a stream; in any order, as each section keeps theirs.
            title: Of the case.
            description: Of the case.
            author: Who does it, for the log.

        Returns:
            What was written in the log.

        Raises:
            ClaimtrailError: If two records of one type share an id, or the store cannot be written.
        """
        entry = changing.replace(self._database, records, title, description, author)
        self._current = None
        return entry

    def add(
        self, records: Iterable[Record], *, title: str | None = None, author: Author = NOBODY
    ) -> Entry | None:
        """Add records, or write them in the place of those of the same type and id; all or none.

        Args:
            records: Read once, as a stream.
            title: New title of the case; None: it keeps its own.
            author: Who does it, for the log.

        Returns:
            What was written in the log; None where nothing changed.

        Raises:
            ClaimtrailError: If two of them share type and id, or the store cannot be written.
        """
        entry = changing.add(self._database, records, title, author)
        self._current = None
        return entry

    def close(self) -> None:
        """Let go of the database; cases that were read from it can no longer be asked."""
        for snapshot in self._snapshots:
            snapshot.close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
