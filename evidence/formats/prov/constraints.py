"""Statements that no valid PROV instance holds, after PROV-CONSTRAINTS (W3C, 2013).

Checked is what can be told statement by statement or by identifier; the ordering of events over
several statements is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

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


def violations(records: Sequence[ProvRecord]) -> dict[int, str]:
    """Which statements are invalid, by their index, and why; the reason continues "X ".

    Args:
        records: The statements of one document or bundle.
    """
    found: dict[int, str] = {}
    kinds: dict[str, list[tuple[int, ProvRecord]]] = defaultdict(list)
    for index, record in enumerate(records):
        why = next((why for check in _CHECKS if (why := check(record))), None)
        if why:
            found[index] = why
        if record.identifier is not None:
            kinds[record.identifier.uri].append((index, record))
    for same in kinds.values():
        why = _overlap([record for _, record in same])
        if why:
            found |= dict.fromkeys((index for index, _ in same), why)
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


def _incomplete(record: ProvRecord) -> str:
    """PROV-DM, section 5: what a relation cannot do without."""
    if isinstance(record, ProvElement):
        return ""
    needed = 2 if isinstance(record, _BETWEEN_TWO) else 1
    missing = [name.localpart for name, value in record.formal_attributes[:needed] if not value]
    return f"lacks {' and '.join(missing)}" if missing else ""


_CHECKS: tuple[Callable[[ProvRecord], str], ...] = (_reflexive, _backwards, _incomplete)
