"""A position on the way to an extension: what it accepts and rejects so far."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

import networkx as nx

from graphs.acceptance.search import Budget, preferred_sets


@dataclass(frozen=True, slots=True)
class Position:
    """What has been decided in the components worked out so far; the rest of them stays open.

    Attributes:
        accepted: Arguments of the position.
        rejected: Arguments that it attacks.
    """

    accepted: frozenset[int] = frozenset()
    rejected: frozenset[int] = frozenset()

    def continued(
        self, graph: nx.DiGraph, component: list[int], budget: Budget
    ) -> Iterator[Position]:
        """Yield the position with each preferred choice in the next component.

        Args:
            graph: The attacks.
            component: Arguments that are attacked from the components before and by each other.
            budget: Steps that the searches may take.
        """
        left = [a for a in component if self.accepted.isdisjoint(graph.predecessors(a))]
        number = {argument: place for place, argument in enumerate(left)}
        attacked = [[number[b] for b in graph.successors(a) if b in number] for a in left]
        inside = set(component)
        barred = {number[a] for a in left if self._leaves_open(graph, a, inside)}
        for chosen in preferred_sets(attacked, barred, budget):
            accepted = [left[place] for place in sorted(chosen)]
            fallen = (b for a in accepted for b in graph.successors(a))
            yield Position(self.accepted.union(accepted), self.rejected.union(fallen))

    def _leaves_open(self, graph: nx.DiGraph, argument: int, inside: Set[int]) -> bool:
        """Whether an earlier argument attacks this one that is neither accepted nor rejected."""
        return any(
            not (attacker in self.rejected or attacker in self.accepted or attacker in inside)
            for attacker in graph.predecessors(argument)
        )
