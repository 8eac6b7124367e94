"""Routes from what supports a claim to the origins of that, and how many hands they pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphs.origins.lineage import Lineage
from graphs.origins.loops import Steps


def routes(lineage: Lineage, starts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield a shortest route to each end of a lineage, from the nearest of `starts`.

    Args:
        lineage: Of the case.
        starts: Keys of nodes, such as the supports of a claim.

    Yields:
        Keys from a start to a root, or to the first member met of a loop that rests on nothing
        else, the shortest routes first. Cost: the size of the lineage and of the routes.
    """
    starts = tuple(starts)
    reach = lineage.reach(starts)
    before = _met_from(starts, reach.steps)
    for end in reach.first_at_ends():
        way = [end]
        while (step := before[way[-1]]) is not None:
            way.append(step)
        yield tuple(reversed(way))


def depth(lineage: Lineage, starts: Iterable[str]) -> int:
    """How many relays stand between a claim and the farthest of its origins, by shortest routes.

    Neither the support that a route starts from nor the origin where it ends is a relay; nor is a
    document of its own publisher, or an actor of those it speaks for. Cost: linear in the lineage.
    """
    starts = tuple(starts)
    reach = lineage.reach(starts)
    before = _met_from(starts, reach.steps)
    hands = _hands(before, reach.steps)
    return max((_relays(end, before, hands) for end in reach.first_at_ends()), default=0)


def _met_from(starts: Iterable[str], steps: Steps) -> dict[str, str | None]:
    """For each node, the one from which lineage, breadth first, leads to it."""
    before: dict[str, str | None] = dict.fromkeys(starts)
    for node, bases in steps.items():
        for base in bases:
            before.setdefault(base, node)
    return before


def _hands(before: dict[str, str | None], steps: Steps) -> dict[str, tuple[int, bool]]:
    """How many hands a route to each node passes, it included; whether the last is a document."""
    hands: dict[str, tuple[int, bool]] = {}
    for node in steps:
        step = before[node]
        if step is None:
            hands[node] = 0, False
        elif node.startswith("actor:"):
            hands[node] = hands[step]
        else:
            hands[node] = hands[step][0] + 1, node.startswith("document:")
    return hands


def _relays(end: str, before: dict[str, str | None], hands: dict[str, tuple[int, bool]]) -> int:
    step = before[end]
    if step is None:
        return 0
    count, published = hands[step]
    return count - (published and end.startswith("actor:"))
