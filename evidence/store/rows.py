"""Records as rows of the database, and back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from evidence.case import SECTIONS
from evidence.errors import ClaimtrailError
from evidence.model import Record
from evidence.store.schema import LISTS, LONGEST_ID, REFERENCES, stored_text

Row = dict[str, Any]
"""The columns of a row by name."""

SECTION_OF: Mapping[type[Record], str] = {kind: name for name, kind in SECTIONS.items()}


def json_of(record: Record) -> str:
    """The JSON that stands for a record: its fields in their order, those at a default left out."""
    return record.model_dump_json(by_alias=True, exclude_defaults=True)


def hash_of(json: str) -> bytes:
    """SHA-256 of a record's JSON."""
    return hashlib.sha256(json.encode("utf-8")).digest()


def row_of(section: str, record: Record) -> Row:
    """The row of a record, but for its ordinal, with text as it is kept."""
    json = json_of(record)
    return {
        "id": stored_text(record.id),
        "record": json,
        "hash": hash_of(json),
        **references_of(section, record),
    }


def references_of(section: str, record: Record) -> Row:
    """The columns that repeat which records this one refers to."""
    values = ((field, getattr(record, field)) for field in REFERENCES.get(section, ()))
    return {field: value and stored_text(value) for field, value in values}


def listed_of(section: str, record: Record) -> list[str]:
    """The ids in the record's field of several ids, each once, without those no record can have."""
    field = LISTS.get(section)
    ids: tuple[str, ...] = getattr(record, field) if field else ()
    return [i for i in dict.fromkeys(ids) if len(i) <= LONGEST_ID]


def record_of(section: str, json: str) -> Record:
    """The record that a row's JSON stands for.

    Raises:
        ClaimtrailError: If it stands for none.
    """
    try:
        return SECTIONS[section].model_validate_json(json)
    except ValidationError as error:
        kind = SECTIONS[section].__name__.lower()
        raise ClaimtrailError(
            f"a {kind} in the database is damaged: a stored record cannot be read",
            hint="`claimtrail verify` tells which one",
        ) from error


def list_rows(section: str, ordinal: int, record: Record) -> Iterator[Row]:
    """The rows of the table of the record's field of several ids."""
    return ({"ordinal": ordinal, "id": stored_text(i)} for i in listed_of(section, record))
