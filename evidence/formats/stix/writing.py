"""A case as a STIX 2.1 bundle, one object a record, without loss."""

from __future__ import annotations

import json
from collections.abc import Iterator

from evidence.case import Case
from evidence.formats.format import Exported
from evidence.formats.remainder import remainder, type_name
from evidence.formats.stix.bundles import StixObject
from evidence.formats.stix.extension import (
    EXTENSION,
    MAKER,
    NO_TIME,
    infrastructure,
    made_id,
)
from evidence.formats.stix.naming import Names
from evidence.formats.stix.portable import portable_objects
from evidence.formats.stix.properties import Properties
from evidence.formats.stix.readable import readable_fields
from evidence.ids import text_hash
from evidence.model import Claim, Kept, Record, Relation


def write(case: Case) -> Exported:
    """Write a case as a bundle that the stix2 parser accepts strictly.

    Nothing is lost: what STIX has no property for stands in an extension. All times of making are
    `NO_TIME`, as records do not say when they were made.

    Raises:
        MissingExtraError: If the case holds kept STIX objects and stix2 is not installed.
    """
    objects = [*infrastructure(), *_heading(case), *_objects(case)]
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in objects)
    bundle_id = made_id("bundle", text_hash(lines))
    text = f'{{"type": "bundle", "id": "{bundle_id}", "objects": [\n{lines}\n]}}\n'
    return Exported(text.encode("utf-8"))


def _heading(case: Case) -> Iterator[StixObject]:
    """What the case says of the whole, for which a bundle has no property."""
    heading = {name: getattr(case, name) for name in ("title", "description")}
    said = {name: value for name, value in heading.items() if value}
    if said:
        extension = {"extension_type": "property-extension", "record": "case", "fields": said}
        yield {
            **_stamp("note", made_id("note", "case")),
            "content": next(iter(said.values())),
            "object_refs": [MAKER],
            "extensions": {EXTENSION: extension},
        }


def _objects(case: Case) -> Iterator[StixObject]:
    portable = portable_objects(case)
    names = Names(case, portable)
    properties = Properties(case, names)
    stated = _relations_of_claims(case, names)
    merged = {relation.id for relation in stated.values()}
    for record in case.records():
        if isinstance(record, Kept) and record.id in portable:
            yield portable[record.id]
        elif isinstance(record, Claim):
            yield _object(record, properties, names, stated.get(record.id))
        elif not (isinstance(record, Relation) and record.id in merged):
            yield _object(record, properties, names)


def _relations_of_claims(case: Case, names: Names) -> dict[str, Relation]:
    """The relation that a claim states word for word, by claim: one relationship says both."""
    stated: dict[str, Relation] = {}
    for relation in case.relations.values():
        claim = case.claims.get(relation.claims[0]) if relation.claims else None
        if claim is None or claim.object is None or names.target(claim) is None:
            continue
        if (claim.subject, claim.predicate, claim.object) == (
            relation.who,
            relation.does,
            relation.to,
        ):
            stated.setdefault(claim.id, relation)
    return stated


def _object(
    record: Record, properties: Properties, names: Names, relation: Relation | None = None
) -> StixObject:
    """The object that stands for a record, and for the relation that a claim states."""
    stix_type = names.type_of(record)
    each = {**_stamp(stix_type, names.of(record)), **properties.of(record)}
    if record.retracted is not None:
        each["revoked"] = True
    extension = {"extension_type": "property-extension", **_remainder(record, each, names)}
    if relation is not None:
        extension["relation"] = _remainder(relation, each, names)
    return {**each, "extensions": {EXTENSION: extension}}


def _remainder(record: Record, each: StixObject, names: Names) -> StixObject:
    kind = type_name(record)
    return {"record": kind, **remainder(record, readable_fields(kind, each, names.lookup))}


def _stamp(stix_type: str, stix_id: str) -> StixObject:
    return {
        "type": stix_type,
        "spec_version": "2.1",
        "id": stix_id,
        "created": NO_TIME,
        "modified": NO_TIME,
    }
