"""A case as a collection of annotations, one for each attribution and evidence, without loss."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from evidence.case import Case
from evidence.formats.annotation.bodies import said_in
from evidence.formats.annotation.conformance import check
from evidence.formats.annotation.items import RECORDS, is_hypothesis, standard
from evidence.formats.annotation.readable import (
    KIND,
    REST,
    ROLES,
    annotation_fields,
    resource_fields,
)
from evidence.formats.annotation.reading import NAME, kept_whole
from evidence.formats.annotation.targets import described, targets_of
from evidence.formats.annotation.values import identity, types
from evidence.formats.format import Exported
from evidence.formats.iris import NAMESPACE, Iris, is_web_address
from evidence.formats.portability import comes_back
from evidence.formats.remainder import remainder, type_name
from evidence.model import Attribution, Document, Evidence, Kept, Passage, Record

CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"claimtrail": NAMESPACE, REST: {"@id": f"{NAMESPACE}rest", "@type": "@json"}},
]


def write(case: Case) -> Exported:
    """Write a case as an AnnotationCollection.

    Attributions and evidence become annotations of their documents, which any client can show;
    the other records stand beside them, so that nothing is lost.
    """
    objects = _Objects(case)
    items = list(objects.annotations())
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    heading = {"label": case.title, "dcterms:description": case.description}
    collection = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        **{name: words for name, words in heading.items() if words},
        "total": len(items),
        "first": page,
        RECORDS: list(objects.resources()),
    }
    return Exported((json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode())


class _Objects:
    """Makes the objects that stand for the records of a case."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._iris = Iris(case)
        self._urls = Counter(each.url for each in case.documents.values())
        self._documents = {self._document(each): each.id for each in case.documents.values()}

    def annotations(self) -> Iterator[dict[str, Any]]:
        for record in self._case.records():
            if isinstance(record, Attribution | Evidence):
                yield self._annotation(record)
            elif isinstance(record, Kept) and _is_portable(record):
                yield record.data

    def resources(self) -> Iterator[dict[str, Any]]:
        for record in self._case.records():
            if isinstance(record, Document):
                yield self._resource(record, self._document(record), _description(record))
            elif not isinstance(record, Attribution | Evidence) and not _is_portable(record):
                yield self._resource(record, self._iris.of(record), {})

    def _document(self, document: Document) -> str:
        """The IRI that annotations give for a document: its address, where only it has that."""
        url = document.url or ""
        # Another document may have this address for an id.
        alone = self._urls[url] == 1 and self._case.documents.get(url, document) is document
        return url if alone and is_web_address(url) else self._iris.of(document)

    def _resource(self, record: Record, iri: str, stated: dict[str, Any]) -> dict[str, Any]:
        kind = type_name(record)
        each = {"id": iri, "type": f"claimtrail:{type(record).__name__}", KIND: kind, **stated}
        readable = resource_fields(described(each) if kind == "document" else {}, iri)
        return each | _rest(record, readable)

    def _annotation(self, record: Attribution | Evidence) -> dict[str, Any]:
        said = self._bodies(record)
        each: dict[str, Any] = {
            "id": self._iris.of(record),
            "type": "Annotation",
            KIND: type_name(record),
            "motivation": "describing",
            **({"creator": _creator(record)} if record.made and record.made.person else {}),
            **({"body": said} if said else {}),
            "target": list(self._targets(record)),
        }
        read = annotation_fields(each, targets_of(each), said_in(each), self._documents)
        return each | _rest(record, read)

    def _bodies(self, record: Attribution | Evidence) -> list[dict[str, Any]]:
        if isinstance(record, Attribution):
            return [_body("describing", self._sentence(record))]
        commented = [_body("commenting", record.note)] if record.note else []
        return [_body("describing", record.text), *commented]

    def _sentence(self, attribution: Attribution) -> str:
        """Who says what, for clients that show annotations; not read back."""
        claim = self._case.claims.get(attribution.claim)
        speaker = self._case.actors.get(attribution.by or "")
        name = speaker.name if speaker else attribution.by or "somebody"
        return f"{name} {attribution.stance}: {claim.text if claim else attribution.claim}"

    def _targets(self, record: Attribution | Evidence) -> Iterator[Any]:
        source = self._source(record)
        passages = [(role, each) for role in ROLES for each in getattr(record, role, ())]
        for role, passage in passages:
            yield {
                "type": "SpecificResource",
                "source": source,
                **({"claimtrail:role": role} if role != "content" else {}),
                "selector": _selectors(passage),
            }
        if not passages:
            yield source

    def _source(self, record: Attribution | Evidence) -> str:
        """The document; where there is none, what the record is about."""
        if record.document is None:
            if isinstance(record, Attribution):
                return self._iris.named("claim", record.claim)
            return self._iris.of(record)
        document = self._case.documents.get(record.document)
        if document is None:
            return self._iris.named("document", record.document)
        return self._document(document)


def _is_portable(record: Record) -> bool:
    """Whether a kept annotation comes back as it is when it goes out as it came in."""
    if not isinstance(record, Kept) or record.format != NAME:
        return False
    try:
        if not is_hypothesis(record.data):
            check(record.data)
        kept = "Annotation" in types(standard(record.data)) and kept_whole(record.data)
    except ValueError:
        return False
    return kept and comes_back(record, NAME, "Annotation", identity(record.data))


def _rest(record: Record, readable: dict[str, Any]) -> dict[str, Any]:
    carried = remainder(record, readable)
    return {REST: carried} if carried else {}


def _description(document: Document) -> dict[str, Any]:
    stated = {
        "dcterms:title": document.title,
        "language": document.language,
        "format": document.media_type,
    }
    return {name: words for name, words in stated.items() if words}


def _creator(record: Record) -> dict[str, Any]:
    return {"type": "Person", "name": record.made.person if record.made else None}


def _body(purpose: str, words: str) -> dict[str, Any]:
    return {"type": "TextualBody", "format": "text/plain", "purpose": purpose, "value": words}


def _selectors(passage: Passage) -> list[dict[str, Any]]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": passage.exact,
        **({"prefix": passage.prefix} if passage.prefix else {}),
        **({"suffix": passage.suffix} if passage.suffix else {}),
    }
    if passage.start is None:
        return [quote]
    position = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    return [quote, position]
