"""Entities of FollowTheMoney: JSON Lines, one entity a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeGuard

from pydantic import JsonValue

from evidence.formats.content import Content, parsed
from evidence.formats.followthemoney.schemata import ACTORS, DOCUMENTS, LINKS

Entity = dict[str, Any]

NAME = "followthemoney"

OWN = "claimtrail"
"""The key beside the properties that carries what FollowTheMoney has no property for; its tools
hand on such keys as they are."""

CASE = "case"
"""What the entity stands for that says what the whole is called."""

_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]{0,198}[0-9a-zA-Z])?")
_LINE_ENDS = re.compile("\r\n|\r|\n")


def lines_of(content: Content) -> list[str]:
    """The lines that are not blank.

    Raises:
        ValueError: If the content is not text, or has no such line.
    """
    lines = [line for line in _LINE_ENDS.split(content.text) if line.strip()]
    if not lines:
        raise ValueError("holds no entity")
    return lines


def is_entities(content: Content) -> bool:
    """Whether the first line of a content is an entity."""
    if not content.is_text:
        return False
    first = content.text.lstrip().partition("\n")[0]
    try:
        return is_entity(parsed(first))
    except ValueError:
        return False


def is_entity(value: JsonValue) -> TypeGuard[Entity]:
    """Whether a value has the shape of an entity, of whatever schema."""
    if not isinstance(value, dict):
        return False
    own, schema = value.get("id"), value.get("schema")
    named = isinstance(own, str) and bool(own) and isinstance(schema, str) and bool(schema)
    return named and isinstance(value.get("properties"), dict)


def is_plain_id(words: str) -> bool:
    """Whether an id can be that of an entity and be referred to by others."""
    return _ID.fullmatch(words) is not None


def is_mapped(entity: Entity) -> bool:
    """Whether an entity has a counterpart here."""
    return OWN in entity or entity["schema"] in {*ACTORS, *DOCUMENTS, *LINKS}


def values(entity: Entity, name: str) -> list[str]:
    """The texts that a property has; an entity may give one, or a list of them."""
    given = entity["properties"].get(name)
    listing = given if isinstance(given, list) else [given]
    return [each for each in listing if isinstance(each, str) and each]


def first(entity: Entity, *names: str) -> str | None:
    """The first text that any of these properties has; None where none has any."""
    return next((value for name in names for value in values(entity, name)), None)


def carried(entity: Entity) -> dict[str, Any]:
    """What an entity of ours carries beside its properties.

    Raises:
        ValueError: If it is damaged; the message continues "X ".
    """
    own = entity[OWN]
    if not isinstance(own, dict) or not isinstance(own.get("record"), str):
        raise ValueError("carries a damaged remainder")
    return own


def dumped(entities: Iterable[Entity]) -> Iterator[bytes]:
    """Each entity as a line."""
    for entity in entities:
        yield json.dumps(entity, ensure_ascii=False).encode() + b"\n"
