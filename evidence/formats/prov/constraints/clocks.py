"""Events whose times do not fit the order that PROV-CONSTRAINTS gives them.

Times make no instance invalid there, since they may come from clocks that differ. Where they run
against the order all the same, one of the two is likely wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from evidence.formats.prov.constraints.events import Event, precedences, times_in
from evidence.formats.prov.constraints.statement import Statement
from evidence.formats.prov.constraints.violation import Violation


def against_the_clock(statements: list[Statement]) -> Iterator[Violation]:
    """Yield each precedence of which the later event has the earlier time, once."""
    times = _times(statements)
    told: set[tuple[int, Event, Event]] = set()
    for each in precedences(statements):
        first, second = times.get(each.before), times.get(each.after)
        what = (each.constraint, each.before, each.after)
        if first and second and _is_before(second, first) and what not in told:
            told.add(what)
            why = (
                f"puts {each.before}, at {first.isoformat()}, before {each.after}, at "
                f"{second.isoformat()}"
            )
            yield Violation((each.constraint,), why, (each.statement,), certain=False)


def _times(statements: list[Statement]) -> dict[Event, datetime]:
    """The times of the events that have one, and no more than one."""
    told: dict[Event, set[datetime]] = defaultdict(set)
    for event, time in times_in(statements):
        told[event].add(time)
    return {event: next(iter(times)) for event, times in told.items() if len(times) == 1}


def _is_before(one: datetime, other: datetime) -> bool:
    """Whether a time is before another; no time without a zone is before one with a zone."""
    return (one.tzinfo is None) == (other.tzinfo is None) and one < other
