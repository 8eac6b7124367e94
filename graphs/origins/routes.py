"""Routes from what supports a claim to the origins of that, and how many hands they pass."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from graphs.origins.lineage import Lineage
from graphs.origins.loops import rootless_loops


def routes(lineage: Lineage, starts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield a shortest route to each end of a lineage, from the nearest of `starts`.

    Args:
        lineage: Of the case.
        starts: Keys of nodes, such as the supports of a claim.

    Yields:
        Keys from a start to a root, or to the first member met of a loop that rests on nothing
        else, the shortest routes first. Cost: the size of the lineage and of the routes.
    """
    before = _first_met(lineage, starts)
    loops = rootless_loops({node: lineage.basis(node).rests_on for node in before})
    loop_of = {node: loop for loop in loops for node in loop}
    reached: set[tuple[str, ...]] = set()
    for node in before:
        end = loop_of.get(node) or ((node,) if not lineage.basis(node).rests_on else None)
        if end is not None and end not in reached:
            reached.add(end)
            yield tuple(_way(before, node))


def depth(lineage: Lineage, starts: Iterable[str]) -> int:
    """How many relays stand between a claim and the farthest of its origins, by shortest routes.

    Neither the support that a route starts from nor the origin where it ends is a relay; nor is a
    document of its own publisher, or an actor of those it speaks for.
    """
    return max((_relays(way) for way in routes(lineage, starts)), default=0)


def _relays(way: tuple[str, ...]) -> int:
    between = [node for node in way[1:-1] if not node.startswith("actor:")]
    published = way[-1].startswith("actor:") and between and between[-1].startswith("document:")
    return len(between) - bool(published)


def _first_met(lineage: Lineage, starts: Iterable[str]) -> dict[str, str | None]:
    """Each node that lineage reaches, breadth first, with the node that it was met from."""
    before: dict[str, str | None] = dict.fromkeys(starts)
    pending = deque(before)
    while pending:
        node = pending.popleft()
        for base in lineage.basis(node).rests_on:
            if base not in before:
                before[base] = node
                pending.append(base)
    return before


def _way(before: dict[str, str | None], node: str) -> list[str]:
    way = [node]
    while (step := before[way[-1]]) is not None:
        way.append(step)
    return way[::-1]
