"""What an annotation is about: documents, and passages in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue

from evidence.dates import iso_date
from evidence.formats.annotation.selectors import passage_of, select
from evidence.formats.annotation.values import identity, listed, one, types
from evidence.formats.iris import is_web_address
from evidence.model import Passage

SETS = ("Choice", "List", "Composite", "Independents")
"""Types that hold several targets or bodies as their `items`."""


@dataclass(frozen=True)
class Target:
    """One target of an annotation.

    Attributes:
        source: The IRI of the document.
        stated: Fields of the document that the target states.
        passage: The words; None where the target is the whole document, or its words unknown.
        role: Which passages of an attribution these words are, where the target says so.
        mended: What was read leniently.
        lost: Types of selectors and states that are not taken over.
    """

    source: str
    stated: dict[str, Any] = field(default_factory=dict)
    passage: Passage | None = None
    role: str | None = None
    mended: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def targets_of(annotation: dict[str, Any]) -> list[Target]:
    """The targets of an annotation; at least one.

    Raises:
        ValueError: If there is none, or one is not as the specification says; the message continues
            "X ".
    """
    found = [_target(each) for each in spread(annotation.get("target"))]
    if not found:
        raise ValueError("has no target")
    return found


def spread(value: JsonValue) -> Iterator[JsonValue]:
    """Targets or bodies, each by itself also where they stand in a set."""
    for each in listed(value):
        if isinstance(each, dict) and any(name in SETS for name in types(each)):
            yield from spread(each.get("items", []))
        else:
            yield each


def described(node: JsonValue) -> dict[str, Any]:
    """Fields of a document that a description of it as a resource states."""
    iri = identity(node)
    fields = {"url": iri if is_web_address(iri) else None}
    if isinstance(node, dict):
        fields |= {
            "title": _words(node.get("dcterms:title")),
            "language": _words(node.get("language")),
            "media_type": _words(node.get("format")),
        }
    return {name: value for name, value in fields.items() if value}


def _words(value: JsonValue) -> str | None:
    return next((each for each in listed(value) if isinstance(each, str)), None)


def _target(target: JsonValue) -> Target:
    if isinstance(target, dict) and ("source" in target or "SpecificResource" in types(target)):
        return _specific(target)
    iri = identity(target)
    if iri is None:
        raise ValueError("has a target without an IRI")
    return Target(iri, described(target))


def _specific(target: dict[str, Any]) -> Target:
    source = one(target, "source", "SpecificResource")
    iri = identity(source)
    if iri is None:
        raise ValueError("has a SpecificResource whose 'source' is no IRI")
    selections = [select(each) for each in listed(target.get("selector"))]
    passage, misplaced = passage_of(selections)
    state, lost = _state(target)
    role = target.get("claimtrail:role")
    lost += tuple(kind for each in selections for kind in each.passed_over)
    if passage is None and any(each.start is not None for each in selections):
        lost += ("TextPositionSelector",)
    return Target(
        iri,
        described(source) | state,
        passage,
        role if isinstance(role, str) else None,
        ("a position does not span the words quoted and is left out",) if misplaced else (),
        lost,
    )


def _state(target: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """When the document was as annotated, and where a copy is (section 4.3)."""
    fields: dict[str, Any] = {}
    lost: list[str] = []
    pending = listed(target.get("state"))
    while pending:
        state = pending.pop(0)
        if not isinstance(state, dict) or "TimeState" not in types(state):
            lost.append(_other_state(state))
        else:
            fields = _time_state(state) | fields
        if isinstance(state, dict):
            pending += listed(state.get("refinedBy"))
    return fields, tuple(lost)


def _other_state(state: JsonValue) -> str:
    if isinstance(state, dict) and "HttpRequestState" in types(state):
        one(state, "value", "HttpRequestState", str)
        return "HttpRequestState"
    return "state"


def _time_state(state: dict[str, Any]) -> dict[str, Any]:
    bounds = [name for name in ("sourceDateStart", "sourceDateEnd") if name in state]
    if bounds and ("sourceDate" in state or len(bounds) == 1):
        raise ValueError("has a TimeState that mixes a moment and a span, or half a span")
    for name in bounds:
        one(state, name, "TimeState", str)
    dates = [iso_date(each) for each in listed(state.get("sourceDate")) if isinstance(each, str)]
    if None in dates:
        raise ValueError("has a TimeState whose 'sourceDate' is no date and time")
    copies = [each for each in listed(state.get("cached")) if isinstance(each, str)]
    return {
        **({"retrieved": dates[0]} if dates else {}),
        **({"archived": copies[0]} if copies else {}),
    }
