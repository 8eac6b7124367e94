"""What a format has no place for: carried beside its own words, so that nothing gets lost.

An object of another format that stands for a record says in its own words what it can. Beside these
it holds a remainder: only those fields that cannot be read back from its own words. Whoever edits
the object elsewhere therefore edits the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue, ValidationError

from evidence.case import SECTIONS
from evidence.model import Record

RECORD_TYPES: dict[str, type[Record]] = {kind.__name__.lower(): kind for kind in SECTIONS.values()}
"""Record types by the name that a remainder gives them."""


def type_name(record: Record) -> str:
    """The name of a record's type in a remainder, as in "claim"."""
    return type(record).__name__.lower()


def dumped(record: Record) -> dict[str, Any]:
    """The fields of a record that differ from their defaults, as JSON holds them, by field name."""
    return record.model_dump(mode="json", exclude_defaults=True)


def remainder(record: Record, readable: Mapping[str, Any]) -> dict[str, Any]:
    """What must be carried beside an object, so that its record can be read back from it.

    Args:
        record: The record.
        readable: What can be read from the object's own words, by field name.

    Returns:
        `fields` that must be added, and names of fields `absent` that must be left out; either may
        be missing.
    """
    fields = dumped(record)
    missing = {name: value for name, value in fields.items() if readable.get(name) != value}
    absent = sorted(name for name in readable if name not in fields)
    return {
        **({"fields": missing} if missing else {}),
        **({"absent": absent} if absent else {}),
    }


def completed(kind: str, readable: Mapping[str, Any], carried: JsonValue) -> Record:
    """The record that an object stands for.

    Args:
        kind: The name of the record's type.
        readable: What the object's own words say, by field name.
        carried: The remainder, as found in a file; None where there is none.

    Raises:
        ValueError: If the type is unknown, or the remainder or a field is damaged; the message
            continues "X ".
    """
    if kind not in RECORD_TYPES:
        raise ValueError(f"stands for a record of the unknown type {kind!r}")
    own = carried if isinstance(carried, dict) else {}
    fields, absent = own.get("fields", {}), own.get("absent", [])
    if not isinstance(carried, dict | None) or not isinstance(fields, dict):
        raise ValueError("carries a damaged remainder")
    if not isinstance(absent, list):
        raise ValueError("carries a damaged remainder")
    said = {name: value for name, value in readable.items() if name not in absent}
    return validated(RECORD_TYPES[kind], {**said, **fields})


def validated(kind: type[Record], fields: Mapping[str, Any]) -> Record:
    """A record of these fields.

    Raises:
        ValueError: If a field is damaged; the message continues "X ".
    """
    try:
        return kind.model_validate(dict(fields))
    except ValidationError as error:
        wrong = (f"{'.'.join(map(str, e['loc'])) or 'value'}: {e['msg']}" for e in error.errors())
        raise ValueError(f"is damaged: {'; '.join(wrong)}") from None
