"""The log of changes: who did what when, each entry bound to the one before by its hash.

An entry also counts the rows that it wrote into the table of changes and holds a digest of them;
those rows hold the hash of every record. So whoever alters a record, a row of changes or an entry
has to write anew all that follows, up to the hash of the last entry, which can be noted down
elsewhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Connection, insert, select, update

from evidence.store.schema import ABOUT, LOG
from evidence.store.streaming import streamed

BEFORE_FIRST = "0" * 64
"""What stands for the hash of the entry before the first."""


class Deed(StrEnum):
    """What was done to a case."""

    REPLACED = "replaced"
    ADDED = "added"


class Entry(BaseModel):
    """One change of a case.

    Attributes:
        number: Its place in the log, from 1.
        when: UTC, ISO 8601, to the second.
        command: What was run; None where not told.
        person: Who ran it; None where not told.
        did: Whether everything was written anew, or records were added or changed.
        title: Title of the case after it.
        description: Description of the case after it.
        added: New records by section.
        changed: Records by section that were there with other content.
        removed: Records by section that were there before everything was written anew.
        first: Number of the first of its rows of changes.
        end: One past the number of the last.
        digest: SHA-256 of these rows; see `ChangeDigest`.
        previous: Hash of the entry before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int
    when: str
    command: str | None
    person: str | None
    did: Deed
    title: str
    description: str
    added: Mapping[str, int]
    changed: Mapping[str, int]
    removed: Mapping[str, int]
    first: int
    end: int
    digest: str
    previous: str


class ChangeDigest:
    """SHA-256 of rows of changes, in the order of their numbers."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()

    def update(self, section: str, ordinal: int, record_id: str, record_hash: bytes) -> None:
        """Take in the next row."""
        name = record_id.encode("utf-8")
        self._digest.update(f"{section} {ordinal} {len(name)} ".encode() + name + record_hash)

    def hexdigest(self) -> str:
        """The digest of the rows so far, as 64 hexadecimal digits."""
        return self._digest.hexdigest()


def now() -> str:
    """The time: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def entry_hash(json: str) -> str:
    """SHA-256 of the JSON of an entry, as 64 hexadecimal digits."""
    return hashlib.sha256(json.encode("utf-8")).hexdigest()


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry."""
    number, last = connection.execute(select(ABOUT.c.entries, ABOUT.c.head)).one()
    return number, last


def append(connection: Connection, entry: Entry) -> None:
    """Write an entry that follows the last one, and make it the head."""
    json = entry.model_dump_json()
    values = {"entries": entry.number, "head": entry_hash(json)}
    connection.execute(insert(LOG), {"number": entry.number, "entry": json})
    about = {"title": entry.title, "description": entry.description}
    connection.execute(update(ABOUT).values({**values, **about}))


def entries(connection: Connection) -> Iterator[Entry]:
    """The entries, from the first."""
    for (json,) in streamed(connection, select(LOG.c.entry).order_by(LOG.c.number), 100):
        yield Entry.model_validate_json(json)
