"""Statements that no valid PROV instance holds, after PROV-CONSTRAINTS (W3C, 2013).

Checked is what can be told statement by statement or by identifier; the ordering of events over
several statements is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from prov.identifier import Identifier
from prov.model import (
    ProvActivity,
    ProvAlternate,
    ProvAttribution,
    ProvCommunication,
    ProvDelegation,
    ProvDerivation,
    ProvElement,
    ProvEntity,
    ProvInfluence,
    ProvMembership,
    ProvMention,
    ProvRecord,
    ProvSpecialization,
)

_BETWEEN_TWO = (
    ProvAlternate,
    ProvAttribution,
    ProvCommunication,
    ProvDelegation,
    ProvDerivation,
    ProvInfluence,
    ProvMembership,
    ProvMention,
    ProvSpecialization,
)
"""Relations that need both their ends; of the others the second end may be left out."""


_ENTITIES = frozenset(
    "entity trigger usedEntity generatedEntity specificEntity generalEntity alternate1 alternate2 "
    "collection plan".split()
)
_ACTIVITIES = frozenset("activity informed informant starter ender".split())


def violations(records: Sequence[ProvRecord]) -> dict[int, str]:
    """Which statements are invalid, by their index, and why; the reason continues "X ".

    Args:
        records: The statements of one document or bundle.
    """
    found: dict[int, str] = {}
    named: dict[str, list[int]] = defaultdict(list)
    declared: dict[type[ProvElement], set[str]] = {
        kind: {r.identifier.uri for r in records if isinstance(r, kind) and r.identifier}
        for kind in (ProvEntity, ProvActivity)
    }
    for index, record in enumerate(records):
        why = _reflexive(record) or _backwards(record) or _mistyped(record, declared)
        if record.identifier is not None:
            named[record.identifier.uri].append(index)
        else:
            why = why or _incomplete([record])
        if why:
            found[index] = why
    for same in named.values():
        together = [records[index] for index in same]
        why = _overlap(together) or _incomplete(together)
        if why:
            found |= dict.fromkeys(same, why)
    return found


def _overlap(same: list[ProvRecord]) -> str:
    """What cannot share an identifier (constraints 53, 54 and 55)."""
    types = {type(record) for record in same}
    if len(types) == 1:
        return _contradiction(same)
    if {ProvEntity, ProvActivity} <= types:
        return "is an entity and an activity at once (entity-activity-disjoint)"
    relations = [each for each in types if not issubclass(each, ProvElement)]
    if relations and len(relations) < len(types):
        return "is a thing and a relation at once (impossible-object-property-overlap)"
    if len(relations) > 1:
        return "names relations of several kinds (impossible-property-overlap)"
    return ""


def _contradiction(same: list[ProvRecord]) -> str:
    """What statements of one thing cannot differ in (the key constraints, 22 and 23)."""
    stated: dict[str, object] = {}
    for record in same:
        for name, value in record.formal_attributes:
            if value is not None and stated.setdefault(name.localpart, value) != value:
                return f"is stated twice with another {name.localpart} (key constraint)"
    return ""


def _mistyped(record: ProvRecord, declared: Mapping[type[ProvElement], set[str]]) -> str:
    """Constraint 50: what stands in a relation is of the type that its place asks for."""
    for name, value in record.formal_attributes:
        place = name.localpart
        other = ProvActivity if place in _ENTITIES else ProvEntity if place in _ACTIVITIES else None
        if other and isinstance(value, Identifier) and value.uri in declared[other]:
            kind = "an activity" if other is ProvActivity else "an entity"
            return f"has {kind} for its {place} (typing)"
    return ""


def _reflexive(record: ProvRecord) -> str:
    """Constraint 52: nothing specializes itself."""
    if isinstance(record, ProvSpecialization) and len(set(record.args[:2])) == 1:
        return "specializes itself (impossible-specialization-reflexive)"
    return ""


def _backwards(record: ProvRecord) -> str:
    """Constraint 30: activities start before they end."""
    if isinstance(record, ProvActivity):
        start, end = record.get_startTime(), record.get_endTime()
        comparable = start and end and (start.tzinfo is None) == (end.tzinfo is None)
        if start and end and comparable and end < start:
            return "ends before it starts (start-precedes-end)"
    return ""


def _incomplete(same: list[ProvRecord]) -> str:
    """PROV-DM, section 5: what a relation, stated once or several times, cannot do without."""
    if isinstance(same[0], ProvElement):
        return ""
    needed = 2 if isinstance(same[0], _BETWEEN_TWO) else 1
    ends = zip(*(record.formal_attributes[:needed] for record in same), strict=True)
    missing = [end[0][0].localpart for end in ends if not any(value for _, value in end)]
    return f"lacks {' and '.join(missing)}" if missing else ""
