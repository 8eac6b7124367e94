"""The fields of a record that can be read from the ordinary properties of its own STIX object."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from evidence.formats.remainder import completed
from evidence.formats.stix.actors import kind_of
from evidence.formats.stix.bundles import StixObject, strings
from evidence.formats.stix.extension import extension_of
from evidence.formats.stix.sourcing import references, retraction
from evidence.formats.stix.statements import OPINIONS, confidence
from evidence.model import Record

REFERRED = ("actor", "document", "claim")
"""Record types that ordinary properties refer to."""


@dataclass(frozen=True)
class Lookup:
    """What the ids in ordinary properties lead to.

    Attributes:
        records: Ids of records by the STIX ids of the objects that stand for them.
        things: Names of kept objects by their STIX ids.
    """

    records: Mapping[str, str]
    things: Mapping[str, str]

    def of(self, each: StixObject, name: str) -> str | None:
        """The id of the record that the property `name` (the first of a list) leads to."""
        return self.records.get(next(strings(each, name), ""))


def records_of(each: StixObject, lookup: Lookup) -> Iterator[Record]:
    """The records that an object with our extension stands for.

    Raises:
        ValueError: If the extension or a property is damaged.
    """
    extension = extension_of(each) or {}
    yield _record(str(extension.get("record")), extension, each, lookup)
    if isinstance(extension.get("relation"), dict):
        yield _record("relation", extension["relation"], each, lookup)


def _record(kind: str, extension: StixObject, each: StixObject, lookup: Lookup) -> Record:
    return completed(kind, readable_fields(kind, each, lookup), extension)


def readable_fields(kind: str, each: StixObject, lookup: Lookup) -> dict[str, Any]:
    """What the ordinary properties of an object say of its record, where they say something."""
    fields = {"id": each["id"], "retracted": retraction(each)}
    if kind in _FIELDS:
        fields |= _FIELDS[kind](each, lookup)
    return {name: value for name, value in fields.items() if value is not None}


def _actor(each: StixObject, _: Lookup) -> dict[str, Any]:
    return {
        "name": each.get("name"),
        "aliases": list(strings(each, "aliases")) or None,
        "kind": kind_of(each),
        "note": each.get("description"),
    }


def _document(each: StixObject, lookup: Lookup) -> dict[str, Any]:
    if each["type"] != "report":
        return {"title": each.get("content")}
    return {
        "title": each.get("name"),
        "published": each.get("published"),
        "publisher": lookup.of(each, "created_by_ref"),
        "note": each.get("description"),
        "language": each.get("lang"),
        "url": next((r.get("url") for r in references(each)), None),
    }


def _claim(each: StixObject, lookup: Lookup) -> dict[str, Any]:
    stated = {"confidence": confidence(each)}
    if each["type"] != "relationship":
        return {"text": each.get("content"), **stated}
    return {
        "text": each.get("description"),
        "predicate": _words(each),
        "subject": lookup.of(each, "source_ref"),
        "object": lookup.of(each, "target_ref"),
        "what": lookup.things.get(str(each.get("target_ref"))),
        **stated,
    }


def _relation(each: StixObject, lookup: Lookup) -> dict[str, Any]:
    return {
        "who": lookup.of(each, "source_ref"),
        "does": _words(each),
        "to": lookup.of(each, "target_ref"),
        "claims": [claim] if (claim := lookup.records.get(each["id"])) else None,
    }


def _attribution(each: StixObject, lookup: Lookup) -> dict[str, Any]:
    stance = OPINIONS.get(str(each.get("opinion")))
    return {
        "claim": lookup.of(each, "object_refs"),
        "by": lookup.of(each, "created_by_ref"),
        "stance": None if stance is None else stance.value,
        "note": each.get("explanation"),
    }


def _words(each: StixObject) -> str:
    return str(each.get("relationship_type")).replace("-", " ")


_FIELDS: dict[str, Callable[[StixObject, Lookup], dict[str, Any]]] = {
    "actor": _actor,
    "document": _document,
    "claim": _claim,
    "relation": _relation,
    "attribution": _attribution,
}
