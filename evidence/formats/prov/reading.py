"""PROV statements to records, each accounted for."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from prov.constants import PROV_LABEL, PROV_LOCATION, PROV_TYPE
from prov.model import (
    ProvAgent,
    ProvAttribution,
    ProvBundle,
    ProvDelegation,
    ProvDerivation,
    ProvDocument,
    ProvEntity,
    ProvRecord,
)

from evidence.formats.content import Content, parsed
from evidence.formats.format import Imported, made_by_import
from evidence.formats.iris import id_of
from evidence.formats.ledger import Ledger
from evidence.formats.prov.completeness import incomplete
from evidence.formats.prov.constraints import violations
from evidence.formats.prov.documents import load
from evidence.formats.prov.fragments import fragment_of, keyword
from evidence.formats.prov.names import KIND, REST
from evidence.formats.prov.readable import (
    actor_fields,
    claim_fields,
    derivation_fields,
    document_fields,
    influence_fields,
    name_of,
    text_of,
)
from evidence.formats.prov.syntax import Syntax
from evidence.formats.remainder import completed, validated
from evidence.model import Actor, Derivation, Document, Record

NAME = "prov"
CASE = "case"
STATEMENT = "statement"
"""The kind of a statement that repeats for others what a record says already."""

_TAKEN = frozenset({PROV_LABEL, PROV_LOCATION, PROV_TYPE, KIND, REST})


@dataclass(frozen=True)
class _Statement:
    record: ProvRecord
    bundle: str | None
    damage: str

    @property
    def which(self) -> str:
        """What findings call it."""
        return name_of(self.record.identifier) or str(self.record)


def read(content: Content, syntax: Syntax) -> Imported:
    """Read a document: entities as documents, agents as actors, derivations as such.

    Statements that were written here become exactly the records that they stand for. Everything
    else, and all that stands in bundles, is kept as it was. Relations that lack what they relate
    are refused. Statements that PROV-CONSTRAINTS forbids together are findings, and are read.

    Raises:
        ValueError: If the file is not PROV in this syntax.
    """
    if syntax is Syntax.JSON:
        content.json  # noqa: B018 - checks depth and repeated keys, which the library does not
    loaded = load(content.data, syntax)
    ledger = Ledger(NAME, content.name)
    statements: list[_Statement] = []
    for part in _parts(loaded.document):
        stated = _statements(part, None if part is loaded.document else name_of(part.identifier))
        _find_violations(stated, ledger)
        statements += stated
    return _Reader(statements, ledger).imported(loaded.mended, content.name)


def _parts(document: ProvDocument) -> list[ProvBundle]:
    """The document and its bundles, each of which is valid or not by itself."""
    return [document, *sorted(document.bundles, key=lambda bundle: str(bundle.identifier))]


def _statements(part: ProvBundle, bundle: str | None) -> list[_Statement]:
    records = list(part.get_records())
    damaged = incomplete(records)
    return [_Statement(r, bundle, damaged.get(i, "")) for i, r in enumerate(records)]


def _find_violations(statements: list[_Statement], ledger: Ledger) -> None:
    sound = [each for each in statements if not each.damage]
    for violation in violations([each.record for each in sound]):
        ids = tuple(dict.fromkeys(sound[index].which for index in violation.statements))
        ledger.violate(ids, str(violation), certain=violation.certain)


def kind_of(record: ProvRecord) -> str | None:
    """The type of record that a statement of ours stands for; None for those of others."""
    return next((text_of(value) for value in record.get_attribute(KIND)), None)


def is_mapped(record: ProvRecord) -> bool:
    """Whether a statement outside bundles has a counterpart here, whatever else the file says."""
    mapped = (ProvEntity, ProvAgent, ProvDerivation, ProvAttribution, ProvDelegation)
    return isinstance(record, mapped) or kind_of(record) is not None


class _Reader:
    """Turns the statements of one file into records."""

    def __init__(self, statements: list[_Statement], ledger: Ledger) -> None:
        self._statements = statements
        self._ledger = ledger
        self._heading = {"title": "", "description": ""}
        plain = [s.record for s in statements if not s.bundle and not s.damage]
        self._things = _by_name(each for each in plain if isinstance(each, ProvEntity | ProvAgent))
        self._attributed = _pairs(each for each in plain if isinstance(each, ProvAttribution))
        self._delegated = _pairs(each for each in plain if isinstance(each, ProvDelegation))

    def imported(self, mended: tuple[str, ...], file: str) -> Imported:
        """Account for every statement."""
        for message in mended:
            self._ledger.mend(f"the prov library: {message}", file)
        for statement in self._statements:
            self._account(statement)
        return self._ledger.close(len(self._statements), **self._heading)

    def _account(self, statement: _Statement) -> None:
        record = statement.record
        iri = name_of(record.identifier)
        if statement.damage:
            self._ledger.refuse(statement.which, statement.damage)
        elif statement.bundle or not self._has_counterpart(record):
            data = fragment_of(record, statement.bundle)
            self._ledger.keep(keyword(record), data, id=id_of(iri) if iri else None)
        else:
            self._map(record, statement.which)

    def _has_counterpart(self, record: ProvRecord) -> bool:
        """Whether a statement, or the one it adds to, becomes a record."""
        if kind_of(record) is not None or not isinstance(record, ProvAttribution | ProvDelegation):
            return is_mapped(record)
        about, other = (name_of(value) or "" for value in record.args[:2])
        needed = ProvEntity if isinstance(record, ProvAttribution) else ProvAgent
        return (needed, about) in self._things and (ProvAgent, other) in self._things

    def _map(self, record: ProvRecord, which: str) -> None:
        kind = kind_of(record)
        try:
            if kind == CASE:
                self._heading |= _carried(record)
                self._ledger.map(())
            elif kind == STATEMENT:
                self._ledger.map(())
            elif kind is not None:
                fields = own_fields(kind, record)
                self._ledger.map([completed(kind, fields, _carried(record) or None)])
            else:
                self._ledger.map(self._foreign(record))
                self._note_losses(record, which)
        except ValueError as error:
            self._ledger.refuse(which, str(error))

    def _foreign(self, record: ProvRecord) -> list[Record]:
        made = {"made": made_by_import(NAME)}
        iri = name_of(record.identifier) or ""
        if isinstance(record, ProvEntity):
            fields = document_fields(iri, self._things[ProvEntity, iri]) | self._attribution(iri)
            return [validated(Document, fields | made)]
        if isinstance(record, ProvAgent):
            fields = actor_fields(iri, self._things[ProvAgent, iri])
            responsible = [id_of(other) for other in self._delegated.get(iri, ())]
            return [validated(Actor, {**fields, "speaks_for": responsible, **made})]
        if isinstance(record, ProvDerivation):
            return [validated(Derivation, derivation_fields(record) | made)]
        return []

    def _attribution(self, iri: str) -> dict[str, Any]:
        """To whom an entity is attributed: people are its authors, the first other publishes it."""
        agents = [(i, self._things.get((ProvAgent, i))) for i in self._attributed.get(iri, ())]
        stated = [actor_fields(i, records) for i, records in agents if records]
        people = [each["name"] for each in stated if each.get("kind") == "person"]
        others = [each["id"] for each in stated if each.get("kind") != "person"]
        return {"authors": people, "publisher": next(iter(others), None)}

    def _note_losses(self, record: ProvRecord, which: str) -> None:
        kind = keyword(record)
        needed = 0 if isinstance(record, ProvEntity | ProvAgent) else 2
        for name, value in record.formal_attributes[needed:]:
            if value:
                self._ledger.lose(kind, str(name), which)
        for name, _ in record.extra_attributes:
            if name not in _TAKEN:
                self._ledger.lose(kind, name.uri, which)


_OWN: dict[str, Callable[[str, list[ProvRecord]], dict[str, Any]]] = {
    "actor": actor_fields,
    "document": document_fields,
    "claim": claim_fields,
    "evidence": claim_fields,
}


def own_fields(kind: str, record: ProvRecord) -> dict[str, Any]:
    """What a statement of ours says in the words of PROV of its record."""
    iri = name_of(record.identifier) or ""
    if kind == "derivation":
        return derivation_fields(record)
    if kind == "bearing":
        return influence_fields(record)
    return _OWN[kind](iri, [record]) if kind in _OWN else {"id": id_of(iri)}


def _carried(record: ProvRecord) -> dict[str, Any]:
    """The remainder that a statement carries.

    Raises:
        ValueError: If it is damaged.
    """
    texts = [text_of(value) for value in record.get_attribute(REST)]
    if len(texts) > 1:
        raise ValueError("carries several remainders")
    value = parsed(texts[0]) if texts else {}
    if not isinstance(value, dict):
        raise ValueError("carries a damaged remainder")
    return value


def _by_name(records: Any) -> dict[tuple[type[ProvRecord], str], list[ProvRecord]]:
    named: dict[tuple[type[ProvRecord], str], list[ProvRecord]] = defaultdict(list)
    for record in records:
        named[type(record), record.identifier.uri].append(record)
    return named


def _pairs(records: Any) -> dict[str, list[str]]:
    """What statements of two things relate each first thing to."""
    related: dict[str, list[str]] = defaultdict(list)
    for record in records:
        about, other = (name_of(value) or "" for value in record.args[:2])
        if kind_of(record) is None:
            related[about].append(other)
    return related


def dumped_rest(carried: dict[str, Any]) -> str:
    """A remainder as an attribute's value: pure ASCII, which every syntax gives back."""
    return json.dumps(carried, ensure_ascii=True)
