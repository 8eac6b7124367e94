"""The fields of a record that two sides changed: which value is kept, and where they conflict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from evidence.model import Actor, Document, Record, Relation

UNORDERED: dict[type[Record], frozenset[str]] = {
    Actor: frozenset({"aliases", "speaks_for", "party_to"}),
    Relation: frozenset({"claims"}),
}
"""Fields that list things in no order, to which both sides may add."""

CAPTURE = frozenset({"text", "sha256", "raw_sha256", "media_type", "filename", "file", "pages"})
"""The fields of a document that come from one act of capturing it, and go together."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that differs between two versions of a record.

    Attributes:
        name: Its name.
        ours: Its value in the first version.
        theirs: Its value in the second.
        kept: The value that is kept.
        is_conflict: Whether both sides changed it, each in a way of its own.
    """

    name: str
    ours: object
    theirs: object
    kept: object
    is_conflict: bool


def changed_fields(base: Record | None, ours: Record, theirs: Record) -> list[Field]:
    """Merge the fields that differ, in the order of the record type.

    Where there is no base, what a side does not fill in counts as unchanged.
    """
    found = [
        _field(type(ours), name, _before(base, ours, name), mine, getattr(theirs, name))
        for name, mine in ours
        if mine != getattr(theirs, name)
    ]
    return _captured_together(found) if isinstance(ours, Document) else found


def _before(base: Record | None, record: Record, name: str) -> object:
    if base is not None:
        return getattr(base, name)
    return type(record).model_fields[name].default


def _field(kind: type[Record], name: str, before: object, ours: object, theirs: object) -> Field:
    if theirs == before:
        return Field(name, ours, theirs, ours, is_conflict=False)
    if ours == before:
        return Field(name, ours, theirs, theirs, is_conflict=False)
    if name in UNORDERED.get(kind, ()):
        return Field(name, ours, theirs, _united(before, ours, theirs), is_conflict=False)
    return Field(name, ours, theirs, ours, is_conflict=True)


def _united(before: object, ours: object, theirs: object) -> tuple[str, ...]:
    """What both sides list, what either adds, without what either removed."""
    listed = [value if isinstance(value, tuple) else () for value in (before, ours, theirs)]
    old, mine, others = listed
    kept = [name for name in mine if name in others or name not in old]
    return tuple(dict.fromkeys([*kept, *_new(others, {*old, *mine})]))


def _new(names: Iterable[str], known: set[str]) -> list[str]:
    return [name for name in names if name not in known]


def _captured_together(fields: list[Field]) -> list[Field]:
    """Where any part of a capture is in conflict, keep all of it as the first side has it."""
    if not any(field.is_conflict and field.name in CAPTURE for field in fields):
        return fields
    return [replace(field, kept=field.ours) if field.name in CAPTURE else field for field in fields]
