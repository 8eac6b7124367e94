"""Events that would have to come before themselves."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from evidence.formats.prov.constraints.components import strong_components
from evidence.formats.prov.constraints.events import Event, Precedence, events, precedences
from evidence.formats.prov.constraints.statement import Statement
from evidence.formats.prov.constraints.violation import Violation

_Successors = Mapping[Event, list[Precedence]]

_SHOWN = 6
"""How many steps of a ring a message tells; it says how many there are."""


def impossible_orders(statements: list[Statement]) -> Iterator[Violation]:
    """Yield a ring of events for each strongly connected part that holds a strict precedence.

    An instance is invalid where an event strictly precedes itself (PROV-CONSTRAINTS, section 6.2).
    That is the case exactly where a strict precedence lies within a strongly connected component of
    the graph of all precedences, which takes linear time to tell.
    """
    known = [*statements, *_specialized(statements)]
    happening = set(events(known))
    after: dict[Event, list[Precedence]] = defaultdict(list)
    for each in precedences(known):
        if each.before in happening and each.after in happening:
            after[each.before].append(each)
    part_of = strong_components({event: [p.after for p in ps] for event, ps in after.items()})
    inside = {
        event: [p for p in ps if part_of[p.after] == part_of[event]] for event, ps in after.items()
    }
    told: set[int] = set()
    for each in (p for ps in inside.values() for p in ps if p.strict):
        if part_of[each.before] not in told:
            told.add(part_of[each.before])
            yield _violation([each, *_way(each.after, each.before, inside)])


def _specialized(statements: list[Statement]) -> Iterator[Statement]:
    """What specializes an entity that is declared is one too (inference 21)."""
    specific: dict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        if each.kind in ("specializationOf", "mentionOf"):
            specific[each.name("generalEntity") or ""].append(each)
    declared = [each.iri or "" for each in statements if each.kind == "entity"]
    seen = set(declared)
    while declared:
        for each in specific.get(declared.pop(), ()):
            iri = each.name("specificEntity") or ""
            if iri not in seen:
                seen.add(iri)
                declared.append(iri)
                yield Statement(each.index, "entity", iri)


def _way(start: Event, end: Event, inside: _Successors) -> list[Precedence]:
    """A shortest way between two events of one strongly connected part."""
    came: dict[Event, Precedence] = {}
    queue = deque([start])
    while end not in came and start != end:
        for each in inside.get(queue.popleft(), ()):
            if each.after not in came and each.after != start:
                came[each.after] = each
                queue.append(each.after)
    way: list[Precedence] = []
    while end != start:
        way.append(came[end])
        end = came[end].before
    return way[::-1]


def _violation(ring: list[Precedence]) -> Violation:
    steps = [f"{'strictly ' if p.strict else ''}before {p.after}" for p in ring[:_SHOWN]]
    more = f", and {len(ring) - _SHOWN:,} more steps back to it" if len(ring) > _SHOWN else ""
    return Violation(
        tuple(sorted({p.constraint for p in ring})),
        f"makes {ring[0].before} come before itself, {', '.join(steps)}{more}",
        tuple(dict.fromkeys(p.statement for p in ring)),
    )
