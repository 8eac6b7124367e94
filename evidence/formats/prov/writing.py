"""A case as a PROV document: documents and claims as entities, actors as agents, without loss."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prov.constants import (
    PROV,
    PROV_AGENT,
    PROV_ATTRIBUTION,
    PROV_DELEGATION,
    PROV_DERIVATION,
    PROV_ENTITY,
    PROV_INFLUENCE,
    PROV_LABEL,
    PROV_LOCATION,
    PROV_TYPE,
)
from prov.identifier import Identifier, QualifiedName
from prov.model import ProvBundle, ProvDocument, ProvRecord

from evidence.case import Case
from evidence.formats.format import Exported
from evidence.formats.iris import Iris, id_of, is_web_address, made_iri
from evidence.formats.portability import comes_back
from evidence.formats.prov.circles import on_circles
from evidence.formats.prov.completeness import incomplete
from evidence.formats.prov.documents import dump
from evidence.formats.prov.fragments import (
    add_copy,
    fragment_of,
    keyword,
    namespaces_in,
    statement_in,
)
from evidence.formats.prov.names import KIND, REST, TERMS, Names, is_nameable
from evidence.formats.prov.readable import name_of, plain
from evidence.formats.prov.reading import (
    CASE,
    NAME,
    STATEMENT,
    dumped_rest,
    is_mapped,
    own_fields,
)
from evidence.formats.prov.syntax import Syntax
from evidence.formats.remainder import remainder, type_name
from evidence.model import (
    Actor,
    Attribution,
    Bearing,
    Claim,
    Derivation,
    Document,
    Evidence,
    Kept,
    Record,
)
from evidence.vocabulary import ActorKind, DerivationKind

_CLASSES = {ActorKind.PERSON: PROV["Person"], ActorKind.ORGANISATION: PROV["Organization"]}
_ROLES = {
    PROV_ATTRIBUTION: (PROV["entity"], PROV["agent"]),
    PROV_DELEGATION: (PROV["delegate"], PROV["responsible"]),
    PROV_DERIVATION: (PROV["generatedEntity"], PROV["usedEntity"]),
    PROV_INFLUENCE: (PROV["influencee"], PROV["influencer"]),
}

Attributes = list[tuple[QualifiedName, Any]]


def write(case: Case, syntax: Syntax) -> Exported:
    """Write a case as a document that the prov library reads.

    What PROV has no words for stands in attributes of our own, so that nothing is lost.
    """
    return Exported(dump(_Statements(case).document(), syntax))


class _Statements:
    """Makes the statements that stand for the records of a case."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._iris = Iris(case)
        self._document = ProvDocument()
        self._restored = dict(_restorable(case))
        named = [*map(self._iri, case.records()), made_iri(CASE, CASE), *self._referred()]
        bundles = [bundle for _, bundle in self._restored.values() if bundle]
        spaces = {uri for each, _ in self._restored.values() for uri in namespaces_in(each)}
        self._names = Names(self._document, [*named, *bundles], spaces)
        self._bundles: dict[str, ProvBundle] = {}
        self._circular = on_circles(self._derived())

    def document(self) -> ProvDocument:
        self._heading()
        for record in self._case.records():
            if isinstance(record, Kept) and record.id in self._restored:
                self._restore(*self._restored[record.id])
            else:
                self._state(record)
                self._repeat(record)
        return self._document

    def _iri(self, record: Record) -> str:
        return self._named(type_name(record), record.id)

    def _named(self, kind: str, record_id: str) -> str:
        iri = self._iris.named(kind, record_id)
        return iri if is_nameable(iri) else made_iri(kind, record_id)

    def _referred(self) -> Iterator[str]:
        for each in self._case.derivations.values():
            yield from (self._any(each.what), self._any(each.rests_on))
        for bearing in self._case.bearings.values():
            yield from (self._any(bearing.source), self._any(bearing.target))

    def _derived(self) -> Iterator[tuple[str, str]]:
        """The ends of all derivations that are stated, or repeated for others."""
        yield from map(self._ends, self._case.derivations.values())
        for attribution in self._case.attributions.values():
            yield from self._document_of(attribution)
        for evidence in self._case.evidence.values():
            yield from self._document_of(evidence)

    def _document_of(self, record: Attribution | Evidence) -> Iterator[tuple[str, str]]:
        document = self._case.documents.get(record.document or "")
        if document is not None:
            yield self._iri(record), self._iri(document)

    def _ends(self, derivation: Derivation) -> tuple[str, str]:
        return self._any(derivation.what), self._any(derivation.rests_on)

    def _any(self, record_id: str) -> str:
        """The IRI of the first record with this id, or of none such."""
        record = self._case.find(record_id)
        return self._iri(record) if record else self._named("record", record_id)

    def _heading(self) -> None:
        said = {name: getattr(self._case, name) for name in ("title", "description")}
        stated = {name: words for name, words in said.items() if words}
        if stated:
            attributes = [(KIND, CASE), (REST, dumped_rest(stated))]
            self._document.new_record(PROV_ENTITY, self._names.of(made_iri(CASE, CASE)), attributes)

    def _state(self, record: Record) -> None:
        """State one record, with a remainder of what PROV has no words for."""
        kind, name = type_name(record), self._names.of(self._iri(record))
        attributes = [*self._attributes(record), (KIND, kind)]
        scratch = ProvDocument().new_record(self._type_of(record), name, attributes)
        carried = remainder(record, own_fields(kind, scratch))
        rest = [(REST, dumped_rest(carried))] if carried else []
        self._document.new_record(self._type_of(record), name, [*attributes, *rest])

    def _type_of(self, record: Record) -> QualifiedName:
        match record:
            case Actor():
                return PROV_AGENT
            case Derivation():
                return self._derivation(*self._ends(record))
            case Bearing():
                return PROV_INFLUENCE
            case _:
                return PROV_ENTITY

    def _derivation(self, what: str, rests_on: str) -> QualifiedName:
        """The relation for a derivation: on a circle the widest one, which no order binds."""
        return PROV_INFLUENCE if (what, rests_on) in self._circular else PROV_DERIVATION

    def _attributes(self, record: Record) -> Attributes:
        match record:
            case Actor():
                cls = _CLASSES.get(record.kind) if record.kind else None
                return [*_labelled(record.name), *([(PROV_TYPE, cls)] if cls else [])]
            case Document():
                return [*_labelled(record.title), *_typed(record), *_placed(record.url)]
            case Claim() | Evidence():
                return [*_labelled(record.text), *_typed(record)]
            case Derivation():
                ends = self._ends(record)
                relation = self._derivation(*ends)
                quoting = record.kind is DerivationKind.QUOTES and relation is PROV_DERIVATION
                return [
                    *self._related(relation, *ends),
                    *([(PROV_TYPE, PROV["Quotation"])] if quoting else []),
                ]
            case Bearing():
                ends = self._any(record.target), self._any(record.source)
                return [
                    *self._related(PROV_INFLUENCE, *ends),
                    (PROV_TYPE, TERMS[record.kind.value]),
                ]
            case _:
                return _typed(record)

    def _repeat(self, record: Record) -> None:
        """State for others how a record hangs together with the rest."""
        match record:
            case Document():
                self._relate_to_actor(PROV_ATTRIBUTION, record, record.publisher)
            case Attribution():
                self._relate_to_actor(PROV_ATTRIBUTION, record, record.by)
                self._derive_from_document(record)
            case Evidence():
                self._derive_from_document(record)
            case Actor():
                for name in dict.fromkeys(record.speaks_for):
                    self._relate_to_actor(PROV_DELEGATION, record, name)

    def _relate_to_actor(self, relation: QualifiedName, one: Record, name: str | None) -> None:
        actor = self._case.actors.get(name or "")
        if actor is not None:
            self._relate(relation, self._iri(one), self._iri(actor))

    def _derive_from_document(self, record: Attribution | Evidence) -> None:
        for ends in self._document_of(record):
            self._relate(self._derivation(*ends), *ends)

    def _relate(self, relation: QualifiedName, one: str, other: str) -> None:
        attributes = [*self._related(relation, one, other), (KIND, STATEMENT)]
        self._document.new_record(relation, None, attributes)

    def _related(self, relation: QualifiedName, one: str, other: str) -> Attributes:
        ends = self._names.of(one), self._names.of(other)
        return list(zip(_ROLES[relation], ends, strict=True))

    def _restore(self, statement: ProvRecord, bundle: str | None) -> None:
        """Give back a statement that was kept, in its bundle."""
        part: ProvBundle = self._document
        if bundle is not None:
            if bundle not in self._bundles:
                self._bundles[bundle] = self._document.bundle(self._names.of(bundle))
            part = self._bundles[bundle]
        add_copy(statement, part, self._names.spaces)


def _typed(record: Record) -> Attributes:
    return [(PROV_TYPE, TERMS[type(record).__name__])]


def _labelled(words: str | None) -> Attributes:
    label = plain(words or "")
    return [(PROV_LABEL, label)] if label else []


def _placed(url: str | None) -> Attributes:
    plain_address = url is not None and is_web_address(url) and url.isascii()
    return [(PROV_LOCATION, Identifier(url))] if url and plain_address else []


def _restorable(case: Case) -> Iterator[tuple[str, tuple[ProvRecord, str | None]]]:
    """The statements that were kept and can be given back, by the id of their record."""
    for kept in case.kept.values():
        if kept.format == NAME:
            try:
                statement, bundle = statement_in(kept.data)
            except ValueError:
                continue
            if _comes_back(kept, statement, bundle):
                yield kept.id, (statement, bundle)


def _comes_back(kept: Kept, statement: ProvRecord, bundle: str | None) -> bool:
    if fragment_of(statement, bundle) != kept.data or incomplete([statement]):
        return False
    if not is_nameable(bundle) if bundle else is_mapped(statement):
        return False
    iri = name_of(statement.identifier)
    return comes_back(kept, NAME, keyword(statement), id_of(iri) if iri else None)
