"""Wikidata entities to records: each entity and each of its statements accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evidence.formats.content import Content
from evidence.formats.format import Imported
from evidence.formats.ledger import Ledger
from evidence.formats.wikidata.snaks import Snak, entity_id
from evidence.formats.wikidata.statements import MADE, TIES, lost_properties, statement_records
from evidence.model import Actor
from evidence.vocabulary import ActorKind

KINDS = {
    "Q5": ActorKind.PERSON,
    "Q6256": ActorKind.STATE,
    "Q7275": ActorKind.STATE,
    "Q3624078": ActorKind.STATE,
    "Q4830453": ActorKind.ORGANISATION,
    "Q6881511": ActorKind.ORGANISATION,
    "Q7278": ActorKind.ORGANISATION,
    "Q43229": ActorKind.ORGANISATION,
    "Q163740": ActorKind.ORGANISATION,
    "Q327333": ActorKind.ORGANISATION,
    "Q11032": ActorKind.OUTLET,
    "Q1110794": ActorKind.OUTLET,
    "Q192283": ActorKind.OUTLET,
    "Q17149090": ActorKind.ARMED_GROUP,
    "Q31629": ActorKind.ARMED_GROUP,
}
"""What an entity is, by the classes that it is said to be an instance of (P31); entities of no
such class are no actors."""

_PROPERTIES = frozenset({"id", "type", "labels", "aliases", "descriptions", "claims"})


def is_wikidata(content: Content) -> bool:
    """Whether a content is an answer of Wikidata's API that holds entities."""
    value = content.json_or_none
    entities = value.get("entities") if isinstance(value, dict) else None
    return isinstance(entities, dict) and all(isinstance(e, dict) for e in entities.values())


def read(content: Content) -> Imported:
    """Read entities; statements of actors become claims, other entities are kept whole.

    Raises:
        ValueError: If it holds no entities.
    """
    answer = content.json
    entities = answer.get("entities") if isinstance(answer, dict) else None
    if not isinstance(entities, dict):
        raise ValueError("has no 'entities'")
    ledger = Ledger("wikidata", content.name)
    read = 0
    for name, entity in entities.items():
        read += 1
        if not isinstance(entity, dict) or "missing" in entity:
            ledger.refuse(name, "is not there: Wikidata has no such entity", "check the id")
            continue
        kind = _kind(entity)
        if kind is None:
            ledger.keep(str(entity.get("type")), entity, id=name)
            continue
        statements = list(_statements(entity))
        read += len(statements)
        actor = _account_actor(name, entity, kind, ledger)
        for statement in statements:
            _account_statement(actor, statement, ledger)
    return ledger.close(read)


def _statements(entity: dict[str, Any]) -> Iterator[Snak]:
    claims = entity.get("claims")
    for listed in claims.values() if isinstance(claims, dict) else ():
        yield from listed if isinstance(listed, list) else ()


def _kind(entity: dict[str, Any]) -> ActorKind | None:
    classes = entity.get("claims")
    for statement in classes.get("P31", ()) if isinstance(classes, dict) else ():
        main = statement.get("mainsnak") if isinstance(statement, dict) else None
        kind = KINDS.get(entity_id(main) or "") if isinstance(main, dict) else None
        if kind is not None:
            return kind
    return None


def _account_actor(name: str, entity: dict[str, Any], kind: ActorKind, ledger: Ledger) -> Actor:
    label = _word(entity, "labels") or name
    actor = Actor(
        id=name,
        made=MADE,
        name=label,
        kind=kind,
        aliases=tuple(alias for alias in _aliases(entity) if alias != label),
        note=_word(entity, "descriptions"),
    )
    ledger.map([actor])
    for other in entity:
        if other not in _PROPERTIES:
            ledger.lose("entity", other, name)
    return actor


def _account_statement(actor: Actor, statement: Snak, ledger: Ledger) -> None:
    name = statement.get("id") if isinstance(statement, dict) else None
    main = statement.get("mainsnak") if isinstance(statement, dict) else None
    if not isinstance(name, str) or not isinstance(main, dict):
        ledger.refuse(f"a statement of {actor.id}", "lacks an id or a main snak")
        return
    if main.get("datatype") == "external-id":
        ledger.keep("external-id", statement, id=name)
        return
    if not ledger.take(name, statement_records(actor, statement)):
        return
    for lost in lost_properties(statement):
        ledger.lose("statement", lost, name)
    if main.get("property") in TIES and entity_id(main):
        ledger.dangle("the value of a statement", str(entity_id(main)))


def _word(entity: dict[str, Any], group: str) -> str | None:
    """The English word of a group, or the first in another language."""
    words = entity.get(group)
    if not isinstance(words, dict):
        return None
    chosen = words.get("en") or next(iter(words.values()), None)
    value = chosen.get("value") if isinstance(chosen, dict) else None
    return str(value) if value else None


def _aliases(entity: dict[str, Any]) -> Iterator[str]:
    groups = entity.get("aliases")
    for listed in groups.values() if isinstance(groups, dict) else ():
        for alias in listed if isinstance(listed, list) else ():
            if isinstance(alias, dict) and alias.get("value"):
                yield str(alias["value"])
