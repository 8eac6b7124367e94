"""Gradual strength: how much speaks for each argument, from 0 to 1, starting from stated weights.

Outside loops by DF-QuAD (A. Rago, F. Toni, M. Aurisicchio and P. Baroni, Discontinuity-free
decision support with quantitative argumentation debates, 2016); in loops, where DF-QuAD may swing
for ever, by quadratic energy (N. Potyka, Continuous dynamical systems for weighted bipolar
argumentation, 2018), which is followed in time until it rests.

What speaks for or against an argument comes in groups. The members of a group are not independent
of each other, so that only the strongest counts; with groups of one these are the semantics of the
papers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import prod

import networkx as nx

Groups = Sequence[Sequence[int]]
"""Arguments in groups of which only the strongest member counts."""

_STEP = 0.1
_REST = 1e-9
MOST_ROUNDS = 2_000
"""Steps in time after which a loop that has not come to rest is left as it is."""


@dataclass(frozen=True, slots=True)
class Weighted:
    """Arguments with their weights and what speaks for and against each, by number.

    Attributes:
        weights: The strength, from 0 to 1, that each has before anything else is looked at.
        supporters: What speaks for each, in groups.
        attackers: What speaks against each, in groups.
    """

    weights: Sequence[float]
    supporters: Sequence[Groups]
    attackers: Sequence[Groups]

    def influences(self, argument: int) -> Iterable[int]:
        """Every argument that speaks for or against this one."""
        groups = (*self.supporters[argument], *self.attackers[argument])
        return (member for group in groups for member in group)


@dataclass(frozen=True, slots=True)
class Strengths:
    """How strong each argument is.

    Attributes:
        values: One strength, from 0 to 1, for each argument.
        in_loops: Arguments that were weighed by quadratic energy.
        restless: Those whose loop had not come to rest when it was left, and what rests on them.
    """

    values: list[float]
    in_loops: set[int] = field(default_factory=set)
    restless: set[int] = field(default_factory=set)


def strengths(weighted: Weighted) -> Strengths:
    """Work out the strength of every argument.

    Cost: linear outside loops; in a loop, its size for each of at most `MOST_ROUNDS` rounds.
    """
    found = Strengths(list(weighted.weights))
    for component in _components(weighted):
        if len(component) > 1 or component[0] in weighted.influences(component[0]):
            _settle(weighted, component, found)
        else:
            argument = component[0]
            found.values[argument] = _df_quad(weighted, argument, found.values)
        if not found.restless.isdisjoint(i for a in component for i in weighted.influences(a)):
            found.restless.update(component)
    return found


def _components(weighted: Weighted) -> Iterable[list[int]]:
    """Arguments in loops together, each component after those that speak for or against it."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(weighted.weights)))
    graph.add_edges_from((i, a) for a in graph for i in weighted.influences(a))
    condensed = nx.condensation(graph)
    members = condensed.nodes(data="members")
    return (sorted(members[node]) for node in nx.topological_sort(condensed))


def _strongest(groups: Groups, values: Sequence[float]) -> Iterable[float]:
    return (max(values[member] for member in group) for group in groups)


def _df_quad(weighted: Weighted, argument: int, values: Sequence[float]) -> float:
    weight = weighted.weights[argument]
    support, attack = (
        1 - prod(1 - value for value in _strongest(groups[argument], values))
        for groups in (weighted.supporters, weighted.attackers)
    )
    balance = support - attack
    return weight + balance * (1 - weight if balance > 0 else weight)


def _settle(weighted: Weighted, component: Sequence[int], found: Strengths) -> None:
    """Follow a loop in time (Euler's method) until its strengths no longer move."""
    values = found.values
    found.in_loops.update(component)
    for _ in range(MOST_ROUNDS):
        moves = [_energy_strength(weighted, a, values) - values[a] for a in component]
        for argument, move in zip(component, moves, strict=True):
            values[argument] += _STEP * move
        if max(map(abs, moves)) < _REST:
            return
    found.restless.update(component)


def _energy_strength(weighted: Weighted, argument: int, values: Sequence[float]) -> float:
    """Where quadratic energy pulls the strength of an argument."""
    weight = weighted.weights[argument]
    energy = sum(_strongest(weighted.supporters[argument], values))
    energy -= sum(_strongest(weighted.attackers[argument], values))
    impact = energy**2 / (1 + energy**2)
    return weight + impact * (1 - weight if energy > 0 else -weight)
