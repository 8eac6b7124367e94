"""The objects of a STIX file: of a bundle, of a list, or a single one; newest versions first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from pydantic import JsonValue

from evidence.formats.content import Content

StixObject = dict[str, Any]
"""A STIX object as JSON holds it."""

ID = re.compile(r"[a-z0-9][a-z0-9-]*--[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def is_stix(content: Content) -> bool:
    """Whether a content is a bundle, or one or several objects with STIX ids."""
    value = content.json_or_none
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict):
        return False
    if first.get("type") == "bundle":
        return isinstance(first.get("objects", []), list)
    return isinstance(first.get("id"), str) and bool(ID.fullmatch(str(first["id"])))


def objects_in(value: JsonValue) -> list[JsonValue]:
    """The objects of a file, in its order.

    Raises:
        ValueError: If it holds none.
    """
    if isinstance(value, dict) and value.get("type") == "bundle":
        held = value.get("objects", [])
        if not isinstance(held, list):
            raise ValueError("has 'objects' that is not a list")
        return held
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        return [value]
    raise ValueError("is neither a bundle nor an object")


class Objects:
    """The newest version of each object, with what refers to it.

    Args:
        held: Objects of a file that have a type and an id.
    """

    def __init__(self, held: Iterable[StixObject]) -> None:
        self.newest: dict[str, StixObject] = {}
        for each in held:
            known = self.newest.get(each["id"])
            if known is None or _modified(each) >= _modified(known):
                self.newest[each["id"]] = each

    def get(self, stix_id: object) -> StixObject | None:
        """The newest version of an object; None where the file does not hold it."""
        return self.newest.get(stix_id) if isinstance(stix_id, str) else None

    def name(self, stix_id: str) -> str:
        """What an object is called; its id where it has no name."""
        name = (self.get(stix_id) or {}).get("name")
        return name if isinstance(name, str) and name else stix_id

    def collections(self, stix_id: str) -> tuple[StixObject, ...]:
        """The reports that list an object, in the order of the file."""
        return tuple(self._collections.get(stix_id, ()))

    @cached_property
    def _collections(self) -> dict[str, list[StixObject]]:
        listing: dict[str, list[StixObject]] = defaultdict(list)
        for each in self.newest.values():
            if each["type"] == "report":
                for reference in strings(each, "object_refs"):
                    listing[reference].append(each)
        return listing


def _modified(each: StixObject) -> str:
    return str(each.get("modified", ""))


def strings(each: StixObject, *names: str) -> Iterator[str]:
    """The text in the lists or values of these properties, each once, in their order."""
    found: dict[str, None] = {}
    for name in names:
        value = each.get(name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str) and item:
                found[item] = None
    yield from found
