"""Loops of lineage: records that rest on each other, and those that rest on nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx

Steps = dict[str, tuple[str, ...]]
"""For each node, the nodes that it rests on; every node that is rested on is a key too."""


def loops(steps: Steps) -> list[tuple[str, ...]]:
    """Find the loops of a lineage, each with its members sorted, in order of their first members.

    A loop is a strongly connected component of several nodes, or a node that rests on itself.
    """
    looping = _not_peeled(steps)
    graph = nx.DiGraph((node, base) for node in looping for base in steps[node])
    parts = (tuple(sorted(part)) for part in nx.strongly_connected_components(graph))
    return sorted(loop for loop in parts if len(loop) > 1 or graph.has_edge(loop[0], loop[0]))


def rootless_loops(steps: Steps) -> list[tuple[str, ...]]:
    """Find the loops whose members rest on nothing outside the loop: each is one origin.

    In-degrees do not show these; they are the nontrivial sinks of the condensation.
    """
    rooted = _rooted(steps)
    if len(rooted) == len(steps):
        return []
    rootless = {node: bases for node, bases in steps.items() if node not in rooted}
    return [loop for loop in loops(rootless) if _is_closed(loop, rootless)]


def _is_closed(loop: tuple[str, ...], steps: Steps) -> bool:
    """Whether the members of a loop rest on nothing but each other."""
    members = set(loop)
    return all(members.issuperset(steps[member]) for member in loop)


def loops_as_origins(
    steps: Steps, rootless: Iterable[tuple[str, ...]]
) -> tuple[Steps, dict[str, tuple[str, ...]]]:
    """Let the members of each rootless loop rest on one new root that stands for the loop.

    Returns:
        The new steps, and the members of each new root, which is called "loop:" and the first.
    """
    members = {f"loop:{loop[0]}": loop for loop in rootless}
    loop_of = {node: (loop,) for loop, nodes in members.items() for node in nodes}
    return {**steps, **loop_of, **dict.fromkeys(members, ())}, members


def _not_peeled(steps: Steps) -> list[str]:
    """The nodes that are left when roots are taken away again and again: loops, and those above."""
    above, left = _above(steps), {node: len(bases) for node, bases in steps.items()}
    pending = [node for node, count in left.items() if not count]
    while pending:
        for node in above.get(pending.pop(), ()):
            left[node] -= 1
            if not left[node]:
                pending.append(node)
    return [node for node, count in left.items() if count]


def _above(steps: Steps) -> dict[str, list[str]]:
    """For each node, those that rest on it."""
    above: dict[str, list[str]] = defaultdict(list)
    for node, bases in steps.items():
        for base in bases:
            above[base].append(node)
    return above


def _rooted(steps: Steps) -> set[str]:
    """The nodes whose lineage leads to a root."""
    rooted: set[str] = set()
    waiting: Steps = {}
    # Steps mostly come with those nearer to roots last, so that few are left to wait
    for node, bases in reversed(steps.items()):
        if not bases or not rooted.isdisjoint(bases):
            rooted.add(node)
        else:
            waiting[node] = bases
    _spread(rooted, _above(waiting))
    return rooted


def _spread(rooted: set[str], above: Mapping[str, list[str]]) -> None:
    """Add all that rests on what is rooted, over any number of steps."""
    pending = [node for node in above if node in rooted]
    while pending:
        resting = [node for node in above.get(pending.pop(), ()) if node not in rooted]
        rooted.update(resting)
        pending += resting
