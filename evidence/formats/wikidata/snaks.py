"""Snaks: what Wikidata says of one property, with the value as text or as a date."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

Snak = dict[str, Any]
"""A snak as JSON holds it."""

_DAY = {9: 4, 10: 7, 11: 10}
"""How much of a date is known, in characters of ISO 8601, by Wikidata's precision."""


def entity_id(snak: Snak) -> str | None:
    """The id of the entity that a snak names; None where it names none."""
    value = _value(snak)
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def text_of(snak: Snak) -> str:
    """The value of a snak in words; "unknown" and "none" where Wikidata says just that."""
    kind = snak.get("snaktype")
    if kind != "value":
        return {"somevalue": "unknown", "novalue": "none"}.get(str(kind), str(kind))
    value = _value(snak)
    if not isinstance(value, dict):
        return str(value)
    if "time" in value:
        return date_of(snak) or str(value["time"])
    for name in ("id", "text"):
        if name in value:
            return str(value[name])
    if "amount" in value:
        return str(value["amount"]).removeprefix("+")
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def date_of(snak: Snak) -> str | None:
    """The date of a snak, as precise as Wikidata says it is; None where it is less than a year.

    Wikidata writes a year as its first of January; its precision tells.
    """
    value = _value(snak)
    if not isinstance(value, dict) or not isinstance(value.get("time"), str):
        return None
    known = _DAY.get(value.get("precision", 0))
    if known is None or not value["time"].startswith("+"):
        return None
    date = str(value["time"])[1:][:known]
    return date if "-00" not in date and len(date) == known else None


def snaks(holder: Snak, group: str, *properties: str) -> Iterator[Snak]:
    """The snaks of these properties in a group such as "qualifiers"; of all where none is named."""
    held = holder.get(group)
    if not isinstance(held, dict):
        return
    for name in properties or held:
        for snak in held.get(name, ()):
            if isinstance(snak, dict):
                yield snak


def _value(snak: Snak) -> Any:
    value = snak.get("datavalue")
    return value.get("value") if isinstance(value, dict) else None
