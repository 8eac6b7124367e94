"""STIX objects to records, each accounted for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeGuard

from pydantic import JsonValue

from evidence.formats.content import Content
from evidence.formats.format import Imported
from evidence.formats.ledger import Ledger
from evidence.formats.stix.actors import ACTOR_PROPERTIES, ACTOR_TYPES, actor_records
from evidence.formats.stix.bundles import ID, Objects, StixObject, objects_in, strings
from evidence.formats.stix.extension import INFRASTRUCTURE, extension_of
from evidence.formats.stix.portable import undeclared
from evidence.formats.stix.readable import REFERRED, Lookup, records_of
from evidence.formats.stix.reports import REPORT_PROPERTIES, report_records
from evidence.formats.stix.statements import (
    STATEMENT_PROPERTIES,
    between_things,
    note_records,
    opinion_records,
    relationship_records,
    sighting_records,
)
from evidence.model import Record

Mapping = Callable[[StixObject, Objects], Iterator[Record]]

MAPPINGS: dict[str, Mapping] = {
    **dict.fromkeys(ACTOR_TYPES, actor_records),
    "report": report_records,
    "relationship": relationship_records,
    "sighting": sighting_records,
    "note": note_records,
    "opinion": opinion_records,
}
"""How each type becomes records; objects of any other type are kept as they were."""

TAKEN_OVER = {
    **dict.fromkeys(ACTOR_TYPES, ACTOR_PROPERTIES),
    "report": REPORT_PROPERTIES,
    **STATEMENT_PROPERTIES,
}
"""The properties of each type that are taken over; the others are lost, and counted."""

_ALWAYS = frozenset({"type", "id", "spec_version"})
_REFERRING = ("created_by_ref", "source_ref", "target_ref", "sighting_of_ref", "object_refs")


def read(content: Content) -> Imported:
    """Read a bundle, a list of objects or a single object.

    Of several versions of an object the newest becomes records, the others are kept. Objects that
    this program wrote become exactly the records that they stand for.

    Raises:
        ValueError: If the file holds no objects.
    """
    held = objects_in(content.json)
    objects = Objects(each for each in held if _is_object(each))
    lookup = _lookup(objects)
    ledger = Ledger("stix", content.name)
    for index, each in enumerate(held):
        if not _is_object(each):
            ledger.refuse(f"objects[{index}]", "is no STIX object: it lacks a type or an id")
        elif objects.newest[each["id"]] is not each:
            ledger.keep(each["type"], each, id=f"{each['id']}@{each.get('modified', index)}")
        elif each["id"] in INFRASTRUCTURE or _is_heading(each):
            ledger.map(())
        elif extension_of(each) is not None:
            ledger.take(each["id"], records_of(each, lookup))
        elif each["type"] not in MAPPINGS or between_things(each):
            ledger.keep(each["type"], undeclared(each), id=each["id"])
        elif ledger.take(each["id"], MAPPINGS[each["type"]](each, objects)):
            _note_losses(each, objects, ledger)
    return ledger.close(len(held), **_heading(objects))


def _lookup(objects: Objects) -> Lookup:
    """What the ids in objects of ours lead to."""
    records: dict[str, str] = {}
    things: dict[str, str] = {}
    for stix_id, each in objects.newest.items():
        extension = extension_of(each)
        if extension is None:
            things[stix_id] = objects.name(stix_id)
        elif extension.get("record") in REFERRED:
            fields = extension.get("fields")
            own = fields.get("id") if isinstance(fields, dict) else None
            records[stix_id] = own if isinstance(own, str) else stix_id
    return Lookup(records, things)


def _is_heading(each: StixObject) -> bool:
    return (extension_of(each) or {}).get("record") == "case"


def _heading(objects: Objects) -> dict[str, str]:
    """Title and description of the case that a bundle of ours was written from."""
    for each in filter(_is_heading, objects.newest.values()):
        fields = (extension_of(each) or {}).get("fields")
        if isinstance(fields, dict):
            return {name: str(fields.get(name, "")) for name in ("title", "description")}
    return {}


def _is_object(each: JsonValue) -> TypeGuard[StixObject]:
    return (
        isinstance(each, dict)
        and isinstance(each.get("type"), str)
        and isinstance(each.get("id"), str)
        and bool(ID.fullmatch(str(each["id"])))
        and str(each["id"]).partition("--")[0] == each["type"]
    )


def _note_losses(each: StixObject, objects: Objects, ledger: Ledger) -> None:
    for name in each:
        if name not in _ALWAYS and name not in TAKEN_OVER[each["type"]]:
            ledger.lose(each["type"], name, each["id"])
    for name in _REFERRING:
        for reference in strings(each, name):
            if objects.get(reference) is None:
                ledger.dangle(f"{each['type']}: {name!r}", each["id"])
