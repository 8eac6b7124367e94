"""Entities and activities: constraint 50 says which is which, 55 that nothing is both."""

from __future__ import annotations

from collections.abc import Iterator

from evidence.formats.prov.constraints.statement import Statement
from evidence.formats.prov.constraints.violation import Violation

ENTITY = frozenset(
    "entity trigger usedEntity generatedEntity specificEntity generalEntity alternate1 alternate2 "
    "collection plan".split()
)
"""Parts of statements that are entities."""

ACTIVITY = frozenset("activity informed informant starter ender".split())
"""Parts of statements that are activities."""


def clashing_kinds(statements: list[Statement]) -> Iterator[Violation]:
    """Yield a violation for each thing that is an entity and an activity at once."""
    entities: dict[str, Statement] = {}
    activities: dict[str, Statement] = {}
    for each in statements:
        for iri in _of_kind(each, "entity", ENTITY):
            entities.setdefault(iri, each)
        for iri in _of_kind(each, "activity", ACTIVITY):
            activities.setdefault(iri, each)
    for iri, one in entities.items():
        if iri in activities:
            yield _clash(iri, one, activities[iri])


def _of_kind(each: Statement, kind: str, places: frozenset[str]) -> Iterator[str]:
    if each.kind == kind and each.iri is not None:
        yield each.iri
    for part in each.parts:
        iri = each.name(part)
        if part in places and iri:
            yield iri


def _clash(iri: str, one: Statement, other: Statement) -> Violation:
    declared = {one.kind, other.kind} == {"entity", "activity"}
    if one.iri == iri:
        why = "is an entity and an activity at once"
    else:
        why = f"has for an entity {iri}, which is an activity too"
    return Violation((55 if declared else 50,), why, (one.index, other.index))
