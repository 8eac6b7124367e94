"""Annotations to records, each accounted for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import JsonValue

from evidence.formats.annotation.bodies import said_in
from evidence.formats.annotation.conformance import check
from evidence.formats.annotation.items import (
    HYPOTHESIS_LOST,
    is_hypothesis,
    items_in,
    standard,
)
from evidence.formats.annotation.readable import KIND, REST, annotation_fields, resource_fields
from evidence.formats.annotation.targets import Target, described, targets_of
from evidence.formats.annotation.values import identity, types
from evidence.formats.content import Content
from evidence.formats.format import Imported, made_by_import
from evidence.formats.iris import id_of
from evidence.formats.ledger import Ledger
from evidence.formats.remainder import completed, validated
from evidence.ids import content_id
from evidence.model import Document, Evidence, Record

NAME = "annotation"

_TAKEN = frozenset(
    {"@context", "id", "@id", "type", "@type", "body", "bodyValue", "target", "creator"}
)


def read(content: Content) -> Imported:
    """Read annotations: what is annotated becomes evidence, with the words and the document.

    Annotations that were written here become exactly the records that they stand for.

    Raises:
        ValueError: If the file holds none.
    """
    items = items_in(content.json)
    ledger = Ledger(NAME, content.name)
    documents = _resources(items.records, ledger)
    described: dict[str, dict[str, Any]] = {}
    for number, item in enumerate(items.annotations):
        try:
            _account(item, ledger, documents, described)
        except ValueError as error:
            which = identity(item) if isinstance(item, dict) else None
            ledger.refuse(which or f"annotations[{number}]", str(error))
    ledger.add(_documents(described))
    for page in items.elsewhere:
        ledger.dangle("a page of annotations", page)
    read = len(items.annotations) + len(items.records)
    return ledger.close(read, title=items.title, description=items.description)


def kept_whole(item: dict[str, Any]) -> bool:
    """Whether an annotation has no counterpart here.

    That is so where it tells of several documents, of another annotation, or gives neither words
    of its document nor words of its own.

    Raises:
        ValueError: If the annotation is not as the specification says.
    """
    annotation = standard(item)
    targets, said = targets_of(annotation), said_in(annotation)
    worded = said.text or any(each.passage for each in targets)
    several = len({each.source for each in targets}) > 1
    return KIND not in item and bool(several or not worded or item.get("references"))


def _account(
    item: JsonValue,
    ledger: Ledger,
    documents: dict[str, str],
    described: dict[str, dict[str, Any]],
) -> None:
    """Map or keep one annotation.

    Raises:
        ValueError: If it is damaged.
    """
    if not isinstance(item, dict) or "Annotation" not in types(standard(item)):
        raise ValueError("is no Annotation")
    if not is_hypothesis(item):
        check(item)
    if kept_whole(item):
        ledger.keep("Annotation", item, id=identity(item))
        return
    annotation = standard(item)
    targets, said = targets_of(annotation), said_in(annotation)
    fields = annotation_fields(annotation, targets, said, documents)
    if KIND in annotation:
        ledger.map([completed(str(annotation[KIND]), fields, annotation.get(REST))])
        return
    own = {"id": content_id("e", json.dumps(item, sort_keys=True)), "made": made_by_import(NAME)}
    ledger.map([validated(Evidence, own | fields)])
    _note_losses(item, targets, said.lost, ledger)
    for target in targets:
        _describe(target, described, ledger)


def _describe(target: Target, described: dict[str, dict[str, Any]], ledger: Ledger) -> None:
    """Gather what annotations say of one document; the first to say something stands."""
    known = described.setdefault(target.source, {})
    for name, value in target.stated.items():
        if known.setdefault(name, value) != value:
            ledger.lose("document", f"another {name}", target.source)


def _documents(described: dict[str, dict[str, Any]]) -> Iterator[Record]:
    made = made_by_import(NAME)
    for iri, stated in described.items():
        yield Document.model_validate({"id": id_of(iri), "made": made, **stated})


def _note_losses(
    item: dict[str, Any], targets: list[Target], lost_bodies: tuple[str, ...], ledger: Ledger
) -> None:
    which = identity(item) or "an annotation without id"
    names = HYPOTHESIS_LOST if is_hypothesis(item) else set(item) - _TAKEN
    for name in (each for each in item if each in names):
        ledger.lose("Annotation", name, which)
    for kind in lost_bodies:
        ledger.lose("body", kind, which)
    for target in targets:
        for kind in target.lost:
            ledger.lose("target", kind, which)
        for what in target.mended:
            ledger.mend(what, which)


def _resources(records: tuple[JsonValue, ...], ledger: Ledger) -> dict[str, str]:
    """Take the records that are no annotations; tell the ids of documents by their IRIs."""
    documents: dict[str, str] = {}
    for number, each in enumerate(records):
        iri = identity(each) if isinstance(each, dict) else None
        if not isinstance(each, dict) or iri is None:
            ledger.refuse(f"records[{number}]", "has no IRI")
            continue
        try:
            record = _resource(each, iri)
        except ValueError as error:
            ledger.refuse(iri, str(error))
            continue
        ledger.map([record])
        if isinstance(record, Document):
            documents[iri] = record.id
    return documents


def _resource(each: dict[str, Any], iri: str) -> Record:
    kind = str(each.get(KIND))
    stated = described(each) if kind == "document" else {}
    return completed(kind, resource_fields(stated, iri), each.get(REST))
