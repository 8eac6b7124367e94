"""The tables of a case in a database: one for each type of record, and the log of changes.

A record is kept as its JSON, which is what counts. The columns beside it repeat those of its fields
that refer to other records, so that a dossier is found by indexes.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    column,
    table,
)
from sqlalchemy.engine import Dialect

from evidence.case import SECTIONS

SCHEMA_VERSION = 1
"""Version of the tables; see `evidence.store.migrations`."""

REFERENCES: Mapping[str, tuple[str, ...]] = {
    "documents": ("publisher",),
    "claims": ("subject", "object"),
    "attributions": ("claim", "by", "document", "within"),
    "evidence": ("document",),
    "bearings": ("source", "target", "document"),
    "relations": ("who", "to"),
    "derivations": ("what", "rests_on"),
}
"""Fields of one id each that have an indexed column in the table of their section."""

LISTS: Mapping[str, str] = {"actors": "speaks_for", "relations": "claims"}
"""Fields of several ids that have a table of their own, such as "relations_claims"."""

LONGEST_ID = 200
"""Code points of the longest id that a record can have; longer references lead nowhere."""


ORDINAL = BigInteger().with_variant(Integer, "sqlite")
"""Whole numbers; SQLite keeps a table in the order of a primary key that it calls INTEGER."""


def stored_text(value: str) -> str:
    """Text as it is kept: NUL, which PostgreSQL cannot keep, and backslashes as escapes."""
    if "\\" not in value and "\0" not in value:
        return value
    return value.replace("\\", "\\\\").replace("\0", "\\0")


def original_text(value: str) -> str:
    """Text as it was before `stored_text`."""
    if "\\" not in value:
        return value
    return "\\".join(part.replace("\\0", "\0") for part in value.split("\\\\"))


class AnyText(TypeDecorator[str]):
    """Text of any characters; see `stored_text`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Write it as it is kept."""
        return None if value is None else stored_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Read it as it was."""
        return None if value is None else original_text(value)


METADATA = MetaData()

ABOUT = Table(
    "about",
    METADATA,
    Column("version", Integer, nullable=False),
    Column("title", AnyText, nullable=False),
    Column("description", AnyText, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("head", Text, nullable=False),
)
"""One row: version of the tables, what the case is, and number and hash of the last log entry."""

LOG = Table(
    "log",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("entry", Text, nullable=False),
)
"""The log: each entry as JSON."""

CHANGES = Table(
    "changes",
    METADATA,
    Column("number", ORDINAL, primary_key=True, autoincrement=False),
    Column("section", Text, nullable=False),
    Column("ordinal", ORDINAL, nullable=False),
    Column("id", AnyText, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
"""What the log entries wrote: one row for each record, with the hash of its JSON."""

Index("changes_of_record", CHANGES.c.section, CHANGES.c.ordinal, CHANGES.c.number)


def _section_table(name: str) -> Table:
    references = [Column(field, AnyText) for field in REFERENCES.get(name, ())]
    made = Table(
        name,
        METADATA,
        Column("ordinal", ORDINAL, primary_key=True, autoincrement=False),
        Column("id", AnyText, nullable=False),
        Column("record", Text, nullable=False),
        Column("hash", LargeBinary, nullable=False),
        *references,
    )
    Index(f"{name}_id", made.c.id, unique=True)
    for reference in references:
        Index(f"{name}_{reference.name}", reference)
    return made


def _list_table(section: str, field: str) -> Table:
    made = Table(
        f"{section}_{field}",
        METADATA,
        Column("ordinal", ORDINAL, primary_key=True, autoincrement=False),
        Column("id", AnyText, primary_key=True),
        sqlite_with_rowid=False,
    )
    Index(f"{section}_{field}_id", made.c.id)
    return made


TABLES: dict[str, Table] = {name: _section_table(name) for name in SECTIONS}
"""The table of each section, in the order of `SECTIONS`."""

LIST_TABLES: dict[str, Table] = {
    section: _list_table(section, field) for section, field in LISTS.items()
}
"""The table of the field of several ids of a section."""

SEARCH = table("search", column("rowid", BigInteger), column("body", Text))
"""The words to search, made by each database in its own way; `rowid` is that of `search_key`."""

SEARCHED = ("claims", "attributions", "evidence", "bearings")
"""The sections whose records have words to search: claims, and what quotes passages."""


def search_key(section: str, ordinal: int) -> int:
    """The row of a record among the words to search."""
    return ordinal * len(SEARCHED) + SEARCHED.index(section)


def searched_record(key: int) -> tuple[str, int]:
    """The section and ordinal of the record that `search_key` gave this row."""
    ordinal, section = divmod(key, len(SEARCHED))
    return SEARCHED[section], ordinal
