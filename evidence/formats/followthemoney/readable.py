"""The fields of records that can be read from the properties of entities."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from evidence.dates import iso_date
from evidence.formats.followthemoney.entities import Entity, first, values
from evidence.formats.followthemoney.schemata import ACTORS, ANY_LINK, LINKS, Link
from evidence.formats.iris import is_web_address
from evidence.ids import content_id, slug

Lookup = Mapping[str, str]
"""The id of the record that an entity of ours stands for, by the id of the entity."""

_LONGEST_ID = 200
_LANGUAGE = re.compile("[a-z]{3}")


def id_of(entity_id: str) -> str:
    """The id of the record that an entity becomes; a content hash where it is too long."""
    return entity_id if len(entity_id) <= _LONGEST_ID else content_id("f", entity_id)


def referred(entity: Entity, name: str, lookup: Lookup) -> str | None:
    """The id of the record that a property refers to."""
    found = first(entity, name)
    return lookup.get(found, id_of(found)) if found else None


def actor_fields(entity: Entity, lookup: Lookup) -> dict[str, Any]:
    """What an entity says of an actor."""
    names = [v for name in ("name", "alias", "weakAlias", "previousName", "abbreviation")
             for v in values(entity, name)]  # fmt: skip
    return _stated(
        id=id_of(entity["id"]),
        name=names[0] if names else None,
        kind=ACTORS.get(entity["schema"]),
        aliases=list(dict.fromkeys(names[1:])),
        note=first(entity, "notes"),
    )


def document_fields(entity: Entity, lookup: Lookup) -> dict[str, Any]:
    """What an entity says of a document."""
    address, publisher = first(entity, "sourceUrl"), first(entity, "publisher")
    language = first(entity, "language") or ""
    return _stated(
        id=id_of(entity["id"]),
        title=first(entity, "title", "name"),
        authors=values(entity, "author"),
        publisher=slug(publisher) if publisher else None,
        published=_date(entity, "publishedAt", "date", "authoredAt"),
        retrieved=_date(entity, "retrievedAt"),
        url=address if is_web_address(address) else None,
        language=language if _LANGUAGE.fullmatch(language) else None,
        media_type=first(entity, "mimeType"),
        filename=first(entity, "fileName"),
        text=first(entity, "bodyText"),
        note=first(entity, "notes"),
    )


def claim_fields(entity: Entity, lookup: Lookup) -> dict[str, Any]:
    """What a link or a note says of a claim."""
    link = LINKS.get(entity["schema"])
    said = {"id": id_of(entity["id"]), "text": first(entity, "description", "summary")}
    return _stated(**said, **(_linked(entity, link, lookup) if link else {}))


def relation_fields(entity: Entity, lookup: Lookup) -> dict[str, Any]:
    """What a link says of a relation."""
    link = LINKS.get(entity["schema"])
    if link is None:
        return _stated(id=id_of(entity["id"]))
    said = _linked(entity, link, lookup)
    return _stated(
        id=id_of(entity["id"]),
        who=said["subject"],
        does=said["predicate"],
        to=said["object"],
        what=said["what"],
    )


def _linked(entity: Entity, link: Link, lookup: Lookup) -> dict[str, Any]:
    role = first(entity, link.what)
    return {
        "subject": referred(entity, link.source, lookup),
        "predicate": role or link.does if link is ANY_LINK else link.does,
        "object": referred(entity, link.target, lookup),
        "what": None if link is ANY_LINK else role,
        "when": _date(entity, "startDate", "date"),
    }


def _date(entity: Entity, *names: str) -> str | None:
    stated = first(entity, *names)
    return iso_date(stated) if stated else None


def _stated(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


FIELDS: dict[str, Callable[[Entity, Lookup], dict[str, Any]]] = {
    "actor": actor_fields,
    "document": document_fields,
    "claim": claim_fields,
    "relation": relation_fields,
}
"""How each type of record is read; entities of other types say nothing but their id."""


def own_fields(kind: str, entity: Entity, lookup: Lookup) -> dict[str, Any]:
    """What an entity that was written here says of its record in its own properties."""
    if kind in FIELDS:
        return FIELDS[kind](entity, lookup)
    return _stated(id=id_of(entity["id"]))
