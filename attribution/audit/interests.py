"""Whose interest an actor shares: those it speaks for, and the sides it is party to."""

from __future__ import annotations

from collections.abc import Iterable

from attribution.audit.context import Context


def interests(context: Context, actor_id: str) -> set[str]:
    """The actor itself, those it speaks for, and the sides that any of these is party to."""
    found: set[str] = set()
    pending = [actor_id]
    while pending:
        current = pending.pop()
        if current not in found:
            found.add(current)
            actor = context.actor(current)
            pending.extend((*actor.speaks_for, *actor.party_to) if actor else ())
    return found


def common_sides(context: Context, nodes: Iterable[str]) -> list[str]:
    """The sides that the actors behind all of `nodes` share; none where one is no actor.

    A side is what some actor of the case is said to be party to.
    """
    shared: set[str] | None = None
    for node in nodes:
        kind, _, actor_id = node.partition(":")
        sides = interests(context, actor_id) & context.sides if kind == "actor" else set()
        shared = sides if shared is None else shared & sides
    return sorted(shared or ())
