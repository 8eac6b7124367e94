"""Entities to records, each accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import JsonValue

from evidence.formats.cited import address_name, cited_document
from evidence.formats.content import Content, parsed
from evidence.formats.followthemoney.entities import (
    CASE,
    NAME,
    OWN,
    Entity,
    carried,
    first,
    is_entity,
    is_mapped,
    lines_of,
    values,
)
from evidence.formats.followthemoney.readable import (
    actor_fields,
    claim_fields,
    document_fields,
    id_of,
    own_fields,
    relation_fields,
)
from evidence.formats.followthemoney.schemata import ACTORS, DOCUMENTS, LINKS, Link
from evidence.formats.format import Imported, made_by_import
from evidence.formats.ledger import Ledger
from evidence.formats.remainder import completed, validated
from evidence.ids import content_id, slug
from evidence.model import Actor, Attribution, Claim, Document, Record, Relation

MADE = made_by_import(NAME)

_ACTOR_NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation", "notes")
_DOCUMENT_NAMES = (
    "title name author publisher publishedAt date authoredAt retrievedAt sourceUrl language "
    "mimeType fileName bodyText notes"
).split()
_LINK_NAMES = ("description", "summary", "startDate", "date", "proof", "sourceUrl", "publisher")
_SEVERAL = frozenset({"name", "alias", "weakAlias", "previousName", "abbreviation", "author"})


def read(content: Content) -> Imported:
    """Read entities: people and bodies as actors, links between them as claims and relations.

    Entities that were written here become exactly the records that they stand for. Entities of
    other schemata are kept as they were.

    Raises:
        ValueError: If the content is not text, or empty.
    """
    lines = lines_of(content)
    ledger = Ledger(NAME, content.name)
    entities: list[Entity] = []
    for number, line in enumerate(lines, 1):
        value, why_not = _parsed(line)
        if is_entity(value):
            entities.append(value)
        else:
            ledger.refuse(f"line {number}", why_not or "is no entity")
    heading = _Reader(entities, ledger).account()
    return ledger.close(len(lines), **heading)


def _parsed(line: str) -> tuple[JsonValue, str]:
    try:
        return parsed(line), ""
    except ValueError as error:
        return None, str(error)


class _Reader:
    """Turns the entities of one file into records."""

    def __init__(self, entities: list[Entity], ledger: Ledger) -> None:
        self._ledger = ledger
        self._entities = entities
        self._by_id = {entity["id"]: entity for entity in reversed(entities)}
        self._lookup = dict(_own_ids(entities))

    def account(self) -> dict[str, str]:
        """Account for every entity; what the file says of the whole."""
        heading: dict[str, str] = {}
        for entity in self._entities:
            if OWN in entity:
                heading |= self._restore(entity)
            elif not is_mapped(entity) or self._ties_nobody(entity):
                self._ledger.keep(entity["schema"], entity, id=entity["id"])
            elif self._ledger.take(entity["id"], self._records(entity)):
                self._note_losses(entity)
        return heading

    def _restore(self, entity: Entity) -> dict[str, str]:
        """Map an entity of ours; what it says of the whole, where it is about that."""
        try:
            own = carried(entity)
            if own["record"] == CASE:
                self._ledger.map(())
                return _heading(own)
            self._ledger.map(list(self._own_records(entity, own)))
        except ValueError as error:
            self._ledger.refuse(entity["id"], str(error))
        return {}

    def _own_records(self, entity: Entity, own: dict[str, Any]) -> Iterator[Record]:
        kind = own["record"]
        yield completed(kind, own_fields(kind, entity, self._lookup), own)
        if "relation" in own:
            fields = own_fields("relation", entity, self._lookup)
            yield completed("relation", fields, own["relation"])

    def _records(self, entity: Entity) -> Iterator[Record]:
        schema = entity["schema"]
        if schema in ACTORS:
            yield validated(Actor, {**actor_fields(entity, {}), "made": MADE})
        elif schema in DOCUMENTS:
            yield from _publisher(entity)
            yield validated(Document, {**document_fields(entity, {}), "made": MADE})
        else:
            yield from self._link_records(entity, LINKS[schema])

    def _link_records(self, entity: Entity, link: Link) -> Iterator[Record]:
        """The claim that a link states, who says so, and the relation between two actors."""
        said = claim_fields(entity, {})
        ends = {"subject": first(entity, link.source), "object": first(entity, link.target)}
        if not all(ends.values()):
            raise ValueError(f"lacks its {link.source} or its {link.target}")
        names = {end: self._name(str(other)) for end, other in ends.items()}
        text = f"{names['subject']} {said['predicate']} {names['object']}"
        actors = {end for end, other in ends.items() if self._may_act(str(other))}
        others = [names[end] for end in names if end not in actors]
        fields = {name: value for name, value in said.items() if name not in ends or name in actors}
        fields["what"] = "; ".join(filter(None, (said.get("what"), *others))) or None
        claim = validated(Claim, {"text": text, **fields, "made": MADE})
        yield claim
        yield from self._sources(entity, claim.id)
        if len(actors) == len(ends):
            tie = relation_fields(entity, {})
            yield validated(Relation, {**tie, "made": MADE, "claims": (claim.id,)})

    def _sources(self, entity: Entity, claim: str) -> Iterator[Record]:
        """Who says so: the documents that prove it, and the addresses that it was taken from."""
        documents: list[str | None] = [id_of(proof) for proof in values(entity, "proof")]
        publisher = first(entity, "publisher")
        yield from _publisher(entity)
        for url in values(entity, "sourceUrl"):
            cited = cited_document(NAME, publisher or address_name(url), url=url)
            yield cited.model_copy(update={"publisher": slug(publisher) if publisher else None})
            documents.append(cited.id)
        by = slug(publisher) if publisher else None
        for document in documents or ([None] if by else []):
            yield Attribution(
                id=content_id("a", claim, by, document),
                made=MADE,
                claim=claim,
                by=by,
                stance="asserts",
                document=document,
            )

    def _ties_nobody(self, entity: Entity) -> bool:
        """Whether a link ties things neither of which can act."""
        link = LINKS.get(entity["schema"])
        if link is None:
            return False
        ends = [first(entity, link.source), first(entity, link.target)]
        return all(end and not self._may_act(end) for end in ends)

    def _may_act(self, entity_id: str) -> bool:
        """Whether an entity is an actor, as far as is known."""
        known = self._by_id.get(entity_id)
        if known is not None and isinstance(known.get(OWN), dict):
            return bool(known[OWN].get("record") == "actor")
        return known is None or known["schema"] in ACTORS

    def _name(self, entity_id: str) -> str:
        known = self._by_id.get(entity_id)
        return (first(known, "name", "title") if known else None) or entity_id

    def _note_losses(self, entity: Entity) -> None:
        schema = entity["schema"]
        link = LINKS.get(schema)
        taken = set(_ACTOR_NAMES if schema in ACTORS else _DOCUMENT_NAMES)
        if link is not None:
            taken = {*_LINK_NAMES, link.source, link.target, link.what}
            for end in (link.source, link.target, "proof"):
                self._note_ends(entity, end)
        for name in entity["properties"]:
            if name not in taken:
                self._ledger.lose(schema, name, entity["id"])
            elif name not in (*_SEVERAL, "proof", "sourceUrl") and len(values(entity, name)) > 1:
                self._ledger.lose(schema, f"{name} beyond the first", entity["id"])

    def _note_ends(self, entity: Entity, name: str) -> None:
        for other in values(entity, name):
            if other not in self._by_id:
                self._ledger.dangle(f"{entity['schema']}: {name!r}", entity["id"])


def _heading(own: dict[str, Any]) -> dict[str, str]:
    """What a file of ours says of the whole."""
    said = own.get("fields")
    stated = said if isinstance(said, dict) else {}
    return {name: str(stated[name]) for name in ("title", "description") if name in stated}


def _own_ids(entities: list[Entity]) -> Iterator[tuple[str, str]]:
    """The ids of records whose entities have other ids."""
    for entity in entities:
        own = entity.get(OWN)
        fields = own.get("fields") if isinstance(own, dict) else None
        record_id = fields.get("id") if isinstance(fields, dict) else None
        if isinstance(record_id, str):
            yield entity["id"], record_id


def _publisher(entity: Entity) -> Iterator[Record]:
    name = first(entity, "publisher")
    if name:
        yield Actor(id=slug(name), made=MADE, name=name)
