"""Preferred and stable extensions: the positions that can be held without contradiction.

What is undecided falls into parts that no attack joins; each has extensions of its own, and any
choice of one from each part is an extension of the whole. Within a part the strongly connected
components are worked out one after the other, each for every choice in those before it (P. Baroni,
M. Giacomin and G. Guida, SCC-recursiveness: a general schema for argumentation semantics, 2005).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace
from itertools import islice, product

import networkx as nx

from graphs.acceptance.framework import Framework
from graphs.acceptance.grounded import Label, grounded
from graphs.acceptance.positions import Position
from graphs.acceptance.search import Budget

MOST_EXTENSIONS = 256
"""Extensions of a part after which no more are sought."""

MOST_STEPS = 20_000
"""Arguments tried in a part after which its search is cut."""


@dataclass(frozen=True, slots=True)
class Part:
    """Undecided arguments that no attack joins to others, and the extensions among them.

    Attributes:
        arguments: Its arguments, sorted.
        extensions: The accepted arguments of each extension that was found.
        truncated: Whether a bound cut the search, so that extensions may be missing.
    """

    arguments: tuple[int, ...]
    extensions: tuple[frozenset[int], ...]
    truncated: bool


@dataclass(frozen=True, slots=True)
class Extensions:
    """The extensions of a framework, part by part.

    Attributes:
        accepted: What is in every one of them: the grounded extension.
        parts: The rest, by their first arguments; one extension of each can be chosen freely.
    """

    accepted: frozenset[int]
    parts: tuple[Part, ...]

    @property
    def truncated(self) -> bool:
        """Whether a bound cut the search anywhere."""
        return any(part.truncated for part in self.parts)

    def __iter__(self) -> Iterator[frozenset[int]]:
        """Every extension that was found; their number is the product of those of the parts."""
        for choice in product(*(part.extensions for part in self.parts)):
            yield self.accepted.union(*choice)


def preferred(
    framework: Framework,
    labels: bytes | bytearray | None = None,
    *,
    most_extensions: int = MOST_EXTENSIONS,
    most_steps: int = MOST_STEPS,
) -> Extensions:
    """Find the preferred extensions: the largest sets that defend themselves.

    Args:
        framework: A framework.
        labels: Its grounded labelling, where that is known already.
        most_extensions: Extensions of each part after which its search is cut.
        most_steps: Arguments tried in each part after which its search is cut.

    Returns:
        The extensions. Their number may grow exponentially with a part; the two bounds hold it, and
        a part that they cut is marked as truncated.
    """
    known = grounded(framework) if labels is None else labels
    parts = (
        _part(graph, most_extensions, Budget(most_steps)) for graph in _parts(framework, known)
    )
    accepted = frozenset(a for a, label in enumerate(known) if label == Label.ACCEPTED)
    return Extensions(accepted, tuple(sorted(parts, key=lambda part: part.arguments)))


def stable(framework: Framework, found: Extensions) -> Extensions:
    """Keep the stable ones of the preferred extensions: those that attack all that is outside."""
    parts = (
        replace(
            part,
            extensions=tuple(e for e in part.extensions if _decides(framework, part, e)),
        )
        for part in found.parts
    )
    return Extensions(found.accepted, tuple(parts))


def _decides(framework: Framework, part: Part, extension: Set[int]) -> bool:
    return all(
        argument in extension or not extension.isdisjoint(framework.attackers[argument])
        for argument in part.arguments
    )


def _parts(framework: Framework, labels: bytes | bytearray) -> Iterable[nx.DiGraph]:
    """The undecided arguments with the attacks among them, as one graph for each part."""
    graph = nx.DiGraph()
    for argument, label in enumerate(labels):
        if label == Label.UNDECIDED:
            graph.add_node(argument)
            attacked = framework.attacked[argument]
            graph.add_edges_from((argument, b) for b in attacked if labels[b] == Label.UNDECIDED)
    return (graph.subgraph(part) for part in nx.weakly_connected_components(graph))


def _part(graph: nx.DiGraph, most: int, budget: Budget) -> Part:
    positions = [Position()]
    crowded = False
    for component in _components(graph):
        longer = list(islice(_continued(graph, component, positions, budget), most + 1))
        crowded = crowded or len(longer) > most
        positions = longer[:most]
    found = sorted((position.accepted for position in positions), key=sorted)
    return Part(tuple(sorted(graph)), tuple(found), truncated=crowded or budget.cut)


def _components(graph: nx.DiGraph) -> list[list[int]]:
    """The strongly connected components, each after those that attack it, members sorted."""
    condensed = nx.condensation(graph)
    members = {node: sorted(inside) for node, inside in condensed.nodes(data="members")}
    order = nx.lexicographical_topological_sort(condensed, key=lambda node: members[node][0])
    return [members[node] for node in order]


def _continued(
    graph: nx.DiGraph, component: list[int], positions: Iterable[Position], budget: Budget
) -> Iterator[Position]:
    for position in positions:
        yield from position.continued(graph, component, budget)
