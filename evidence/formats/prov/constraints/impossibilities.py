"""What cannot be, whatever else holds: constraints 51 to 54 and 56."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from prov.constants import PROV

from evidence.formats.prov.constraints.components import strong_components
from evidence.formats.prov.constraints.statement import Statement
from evidence.formats.prov.constraints.violation import Violation

_THINGS = frozenset({"entity", "activity", "agent"})
_OVERLAPPING = frozenset({"wasDerivedFrom", "wasInfluencedBy"})
"""Relations that may share an identifier with another; an influence is what each relation is."""

_SPECIALIZING = frozenset({"specializationOf", "mentionOf"})
_EMPTY = PROV["EmptyCollection"].uri


def impossibilities(statements: list[Statement]) -> Iterator[Violation]:
    """Yield statements that no valid instance holds."""
    yield from _unspecified(statements)
    yield from _specialized_by_itself(statements)
    yield from _overlapping(statements)
    yield from _filled(statements)


def _unspecified(statements: list[Statement]) -> Iterator[Violation]:
    for each in statements:
        named = [part for part in ("generation", "usage") if part in each.parts]
        if each.kind == "wasDerivedFrom" and named and "activity" not in each.parts:
            why = f"names its {' and '.join(named)}, but no activity"
            yield Violation((51,), why, (each.index,))


def _specialized_by_itself(statements: list[Statement]) -> Iterator[Violation]:
    """Specialization is transitive (inference 19), so a ring of it is as wrong as a loop."""
    general: dict[str, list[str]] = defaultdict(list)
    ends = {
        each.index: (each.name("specificEntity") or "", each.name("generalEntity") or "")
        for each in statements
        if each.kind in _SPECIALIZING
    }
    for specific, other in ends.values():
        general[specific].append(other)
    ring_of = strong_components(general)
    rings: dict[int, list[int]] = defaultdict(list)
    for index, (specific, other) in ends.items():
        if ring_of[specific] == ring_of[other]:
            rings[ring_of[specific]].append(index)
    for ring in rings.values():
        yield Violation((52,), "specializes itself", tuple(ring))


def _overlapping(statements: list[Statement]) -> Iterator[Violation]:
    for same in _by_name(statements).values():
        relations = [each for each in same if each.kind not in _THINGS]
        together = tuple(each.index for each in same)
        if relations and len(relations) < len(same):
            yield Violation((54,), "is a thing and a relation at once", together)
        kinds = sorted({each.kind for each in relations} - _OVERLAPPING)
        if len(kinds) > 1:
            yield Violation((53,), f"is {' and '.join(kinds)} at once", together)


def _filled(statements: list[Statement]) -> Iterator[Violation]:
    empty = {each.iri: each.index for each in statements if _EMPTY in each.types}
    for each in statements:
        collection = each.name("collection")
        if each.kind == "hadMember" and collection in empty:
            why = f"puts a member into the empty collection {collection}"
            yield Violation((56,), why, (each.index, empty[collection]))


def _by_name(statements: list[Statement]) -> dict[str, list[Statement]]:
    named: dict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        if each.iri is not None:
            named[each.iri].append(each)
    return named
