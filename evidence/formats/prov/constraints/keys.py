"""What identifies a statement, and what statements of the same cannot disagree in: 22 to 29."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from evidence.formats.prov.constraints.statement import Statement
from evidence.formats.prov.constraints.violation import Violation

_THINGS = frozenset({"entity", "activity", "agent"})
_PAIRS = {
    "wasGeneratedBy": (24, ("entity", "activity")),
    "wasInvalidatedBy": (25, ("entity", "activity")),
    "wasStartedBy": (26, ("activity", "starter")),
    "wasEndedBy": (27, ("activity", "ender")),
}
"""Events that two things have once only, and these two things."""

_TIMES = {"wasStartedBy": (28, "startTime"), "wasEndedBy": (29, "endTime")}
_PLACEHOLDERS = {"wasAssociatedWith": "plan", "wasDerivedFrom": "activity"}
"""Parts that say "none" where they are left out; others are unknown then (definition 4)."""


@dataclass(frozen=True)
class _Unified:
    """Statements of the same, with what they say together."""

    statements: tuple[Statement, ...]
    iri: str | None
    parts: dict[str, str | datetime]

    @property
    def indices(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(each.index for each in self.statements))


def disagreements(statements: list[Statement]) -> Iterator[Violation]:
    """Yield what statements that must be one do not agree on."""
    unified = list(_by_identifier(statements))
    for each in unified:
        part = _disputed_by_name(each)
        if part:
            why = f"is stated twice with another {part}"
            key = 22 if each.statements[0].kind in _THINGS else 23
            yield Violation((key,), why, each.indices)
    yield from _events_twice(unified)
    yield from _times_apart(unified)
    yield from _mentions_apart(statements)


def _by_identifier(statements: list[Statement]) -> Iterator[_Unified]:
    groups: dict[Hashable, list[Statement]] = defaultdict(list)
    for number, each in enumerate(statements):
        groups[(each.kind, each.iri) if each.iri else number].append(each)
    for same in groups.values():
        yield _unified(same)


def _unified(same: Sequence[Statement]) -> _Unified:
    parts: dict[str, str | datetime] = {}
    for each in same:
        parts = {**each.parts, **parts}
    iris = (each.iri for each in same if each.iri)
    return _Unified(tuple(same), next(iris, None), parts)


def _disputed_by_name(unified: _Unified) -> str | None:
    optional = _PLACEHOLDERS.get(unified.statements[0].kind)
    for part in unified.parts:
        said = {each.parts.get(part) for each in unified.statements}
        if len(said if part == optional else said - {None}) > 1:
            return part
    return None


def _events_twice(unified: Iterable[_Unified]) -> Iterator[Violation]:
    """Two events between the same two things are one, so they share identifier and time."""
    for kind, same in _between_same(unified).items():
        constraint, ends = _PAIRS[kind[0]]
        whole = _unified([statement for each in same for statement in each.statements])
        if len({each.iri for each in same} - {None}) > 1:
            part: str | None = "identifier"
        else:
            part = _disputed_by_name(whole)
        if part and len(same) > 1:
            why = f"has the same {' and '.join(ends)} as another with another {part}"
            yield Violation((constraint,), why, whole.indices)


def _between_same(unified: Iterable[_Unified]) -> dict[tuple[str, ...], list[_Unified]]:
    groups: dict[tuple[str, ...], list[_Unified]] = defaultdict(list)
    for each in unified:
        kind = each.statements[0].kind
        ends = [each.parts.get(part) for part in _PAIRS[kind][1]] if kind in _PAIRS else [None]
        if all(ends):
            groups[kind, *map(str, ends)].append(each)
    return groups


def _times_apart(unified: Iterable[_Unified]) -> Iterator[Violation]:
    """All starts of an activity that is declared happen at one time, as do its ends."""
    events: dict[tuple[str, object], list[_Unified]] = defaultdict(list)
    activities: dict[str | None, _Unified] = {}
    for each in unified:
        kind = each.statements[0].kind
        if kind in _TIMES:
            events[kind, each.parts.get("activity")].append(each)
        elif kind == "activity":
            activities[each.iri] = each
    for (kind, iri), same in events.items():
        constraint, own = _TIMES[kind]
        activity = activities.get(str(iri))
        times = {each.parts.get("time") for each in same}
        if activity and len((times | {activity.parts.get(own)}) - {None}) > 1:
            indices = (*activity.indices, *(index for each in same for index in each.indices))
            yield Violation((constraint,), f"has several times for its {own}", indices)


def _mentions_apart(statements: Iterable[Statement]) -> Iterator[Violation]:
    mentions: dict[str | None, list[Statement]] = defaultdict(list)
    for each in statements:
        if each.kind == "mentionOf":
            mentions[each.name("specificEntity")].append(each)
    for same in mentions.values():
        if len({(each.name("generalEntity"), each.name("bundle")) for each in same}) > 1:
            indices = tuple(each.index for each in same)
            yield Violation((0,), "mentions several entities, or one of several bundles", indices)
