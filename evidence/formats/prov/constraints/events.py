"""Events, and what PROV-CONSTRAINTS says of their order: constraints 30 to 49."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from evidence.formats.prov.constraints.statement import Statement


class Event(NamedTuple):
    """An event in the life of a thing.

    All generations of an entity are simultaneous, and so are its invalidations and the starts and
    ends of an activity (31, 32, 39 and 40); so each is one event here. Usages are apart.

    Attributes:
        kind: "generation", "invalidation", "start", "end" or "usage".
        of: The IRI of the entity or activity; of a usage, its own, or what it relates.
    """

    kind: str
    of: str

    def __str__(self) -> str:
        """Render the event for messages."""
        return f"the {self.kind} {'' if self.kind == 'usage' else 'of '}{self.of}"


@dataclass(frozen=True)
class Precedence:
    """That an event comes before another, or strictly before it.

    Attributes:
        before: The event that comes first.
        after: The event that comes after it, or at the same time where that is not `strict`.
        constraint: The number of the constraint that says so.
        statement: The index of the statement that it says so of.
        strict: Whether the two cannot be simultaneous.
    """

    before: Event
    after: Event
    constraint: int
    statement: int
    strict: bool = False


_Rule = tuple[int, tuple[str, str], tuple[str, str]]


def _associating(agent: str) -> tuple[_Rule, ...]:
    """The constraints on an activity and an agent, which stands in this part of a statement."""
    return (
        (47, ("start", "activity"), ("invalidation", agent)),
        (47, ("generation", agent), ("end", "activity")),
        (47, ("start", "activity"), ("end", agent)),
        (47, ("start", agent), ("end", "activity")),
    )


_SPECIALIZATION = (
    (45, ("generation", "generalEntity"), ("generation", "specificEntity")),
    (46, ("invalidation", "specificEntity"), ("invalidation", "generalEntity")),
)
_ORDER: dict[str, tuple[_Rule, ...]] = {
    "entity": ((36, ("generation", ""), ("invalidation", "")),),
    "activity": ((30, ("start", ""), ("end", "")),),
    "used": (
        (33, ("start", "activity"), ("usage", "")),
        (33, ("usage", ""), ("end", "activity")),
        (37, ("generation", "entity"), ("usage", "")),
        (38, ("usage", ""), ("invalidation", "entity")),
    ),
    "wasGeneratedBy": (
        (34, ("start", "activity"), ("generation", "entity")),
        (34, ("generation", "entity"), ("end", "activity")),
    ),
    "wasInvalidatedBy": ((36, ("generation", "entity"), ("invalidation", "entity")),),
    "wasInformedBy": ((35, ("start", "informant"), ("end", "informed")),),
    "wasDerivedFrom": (
        (41, ("usage", "usage"), ("generation", "generatedEntity")),
        (42, ("generation", "usedEntity"), ("generation", "generatedEntity")),
    ),
    "wasStartedBy": (
        (30, ("start", "activity"), ("end", "activity")),
        (34, ("start", "starter"), ("generation", "trigger")),
        (34, ("generation", "trigger"), ("end", "starter")),
        (43, ("generation", "trigger"), ("start", "activity")),
        (43, ("start", "activity"), ("invalidation", "trigger")),
    ),
    "wasEndedBy": (
        (34, ("start", "ender"), ("generation", "trigger")),
        (34, ("generation", "trigger"), ("end", "ender")),
        (44, ("generation", "trigger"), ("end", "activity")),
        (44, ("end", "activity"), ("invalidation", "trigger")),
    ),
    "specializationOf": _SPECIALIZATION,
    "mentionOf": _SPECIALIZATION,
    "wasAssociatedWith": _associating("agent"),
    "wasAttributedTo": (
        (48, ("generation", "agent"), ("generation", "entity")),
        (48, ("start", "agent"), ("generation", "entity")),
    ),
    "actedOnBehalfOf": (
        (49, ("generation", "responsible"), ("invalidation", "delegate")),
        (49, ("start", "responsible"), ("end", "delegate")),
        *_associating("delegate"),
        *_associating("responsible"),
    ),
}
"""By kind of statement: a constraint, and of which of its parts what comes before what.

"" stands for the thing or usage that the statement itself identifies. Those of a start or an end by
an activity rest on inferences 9 and 10, those of a delegation in an activity on inference 14.
"""

_HAPPENING: dict[str, tuple[tuple[str, str], ...]] = {
    "entity": (("generation", ""), ("invalidation", "")),
    "activity": (("start", ""), ("end", "")),
    "used": (("usage", ""),),
    "wasGeneratedBy": (("generation", "entity"),),
    "wasInvalidatedBy": (("invalidation", "entity"),),
    "wasStartedBy": (("start", "activity"), ("generation", "trigger")),
    "wasEndedBy": (("end", "activity"), ("generation", "trigger")),
    "wasAttributedTo": (("generation", "entity"),),
}
"""By kind of statement: the events that are then known to happen (inferences 7 to 10 and 13)."""

_TIMES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "activity": (("start", "", "startTime"), ("end", "", "endTime")),
    "used": (("usage", "", "time"),),
    "wasGeneratedBy": (("generation", "entity", "time"),),
    "wasInvalidatedBy": (("invalidation", "entity", "time"),),
    "wasStartedBy": (("start", "activity", "time"),),
    "wasEndedBy": (("end", "activity", "time"),),
}
"""By kind of statement: the events of which it tells the time, and in which part."""

_STRICT = 42


def events(statements: Iterable[Statement]) -> Iterator[Event]:
    """Yield the events that are known to happen, some of them several times."""
    for each in statements:
        for kind, part in _HAPPENING.get(each.kind, ()):
            event = _event(each, kind, part)
            if event:
                yield event


def precedences(statements: Iterable[Statement]) -> Iterator[Precedence]:
    """Yield what comes before what where both happen."""
    for each in statements:
        for constraint, first, second in _ORDER.get(each.kind, ()):
            before, after = _event(each, *first), _event(each, *second)
            if before and after:
                strict = constraint == _STRICT
                yield Precedence(before, after, constraint, each.index, strict)


def times_in(statements: Iterable[Statement]) -> Iterator[tuple[Event, datetime]]:
    """Yield the events of which a time is told, with that."""
    for each in statements:
        for kind, part, told_in in _TIMES.get(each.kind, ()):
            event, time = _event(each, kind, part), each.time(told_in)
            if event and time:
                yield event, time


def _event(each: Statement, kind: str, part: str) -> Event | None:
    if part:
        iri = each.name(part)
        return Event(kind, iri) if iri else None
    if each.kind == "used" and each.iri is None:
        return Event(kind, f"of {each.name('entity')} by {each.name('activity')}")
    return Event(kind, each.iri) if each.iri else None
