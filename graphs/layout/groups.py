"""Large graphs in groups that a picture can show one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from graphs.layout.arrays import Indices
from graphs.layout.communities import communities, within
from graphs.layout.part import part_of, quotient

MOST = 64
"""Groups that one picture shows at most."""

_LARGEST = 4
"""How much larger than the average a group may become by joining."""


@dataclass(frozen=True)
class Grouping:
    """The nodes of a graph in groups.

    Attributes:
        groups: Sorted nodes; the largest group first, but for the rest.
        has_rest: Whether the last group is what is left over: many small groups that hang on
            nothing else.
    """

    groups: list[list[str]]
    has_rest: bool


def groups(graph: nx.Graph, *, most: int = MOST, seed: int = 0) -> Grouping:
    """Split the nodes of a graph into groups that hang together.

    Groups are the communities after Louvain, joined as their own graph's communities say while
    there are too many of them. What is too many still, because it hangs on nothing else, makes up
    one last group.

    Args:
        graph: Any NetworkX graph; parallel edges add weight.
        most: How many groups there may be.
        seed: Of the order in which nodes are moved.

    Returns:
        Groups that hold each node once. Cost: that of Louvain's method, about n log n.
    """
    keys = sorted(graph)
    part = part_of(graph, keys, {})
    members = [np.array([number]) for number in range(len(keys))]
    while len(members) > most:
        found = communities(len(members), part.edges, part.weights, seed)
        joins = [group for each in found for group in _joinable(each, members, len(keys) / most)]
        if len(joins) == len(members):
            break
        _, group_of = within(joins, part.edges, len(members))
        part = quotient(part, group_of, np.ones((len(joins), 2)))
        members = [np.concatenate([members[number] for number in group]) for group in joins]
    bounded = _bounded(members, most)
    return Grouping(
        [[keys[number] for number in sorted(group)] for group in bounded],
        has_rest=len(bounded) < len(members),
    )


def _joinable(group: Indices, members: Sequence[Indices], average: float) -> Iterator[Indices]:
    """A group as it is, or, where it would become too large, each of its members by itself."""
    if len(members[0]) == 1 or sum(len(members[n]) for n in group) <= _LARGEST * average:
        yield group
    else:
        yield from (np.array([number]) for number in group)


def _bounded(members: Sequence[Indices], most: int) -> list[Indices]:
    largest = sorted(members, key=lambda group: (-len(group), int(group.min())))
    if len(largest) <= most:
        return largest
    return [*largest[: most - 1], np.concatenate(largest[most - 1 :])]
