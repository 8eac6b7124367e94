"""How many independent origins stand behind a claim: an interval, as lineage may be unknown.

Origins are where lineage ends: the roots, and the loops that rest on nothing outside themselves
(sources of the condensed derivation graph, so that a loop counts once). An origin is known where
some route to it passes through records of known lineage only. At worst, every origin of unknown
lineage is the same as another; at best, each is one of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from graphs.origins.lineage import Lineage
from graphs.origins.loops import Steps
from graphs.origins.reach import Reach


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where lineage ends.

    Attributes:
        nodes: The key of a root, or the sorted keys of the members of a loop.
        known: Whether it is certain that lineage ends here.
    """

    nodes: tuple[str, ...]
    known: bool

    @property
    def is_loop(self) -> bool:
        """Whether records rest on each other and on nothing else."""
        return len(self.nodes) > 1


@dataclass(frozen=True, slots=True)
class Independence:
    """The origins of a claim, sorted by key, and how many of them are independent."""

    origins: tuple[Origin, ...]

    @property
    def low(self) -> int:
        """Origins at least: those of unknown lineage count as shared with any other."""
        known = sum(origin.known for origin in self.origins)
        return known or min(1, len(self.origins))

    @property
    def high(self) -> int:
        """Origins at most: those of unknown lineage count as independent."""
        return len(self.origins)

    def __str__(self) -> str:
        """The interval in figures: "2", or "1 to 3" where lineage is unknown."""
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


def independence(
    lineage: Lineage, supports: Iterable[str], *, standing: Collection[str] | None = None
) -> Independence:
    """Trace a claim's support to its origins.

    Args:
        lineage: Of the case.
        supports: The nodes that the claim's support starts from, see `lineage.supports`.
        standing: Where given, lineage is followed through these nodes only.

    Returns:
        The origins. Cost: linear in the nodes and steps of the lineage that is reached.
    """
    starts = tuple(supports)
    reach = lineage.reach(starts, standing=standing)
    certain = _certain(lineage, starts, reach.steps)
    return Independence(
        tuple(sorted(Origin(nodes, not certain.isdisjoint(nodes)) for nodes in _ends(reach)))
    )


def _certain(lineage: Lineage, supports: Iterable[str], steps: Steps) -> AbstractSet[str]:
    """The nodes that lineage leads to through nodes of known lineage only."""
    unknown = {node for node in steps if not lineage.basis(node).known}
    if not unknown:
        return steps.keys()
    found: set[str] = set()
    pending = [node for node in supports if node in steps]
    while pending:
        node = pending.pop()
        if node not in found and node not in unknown:
            found.add(node)
            pending += steps[node]
    return found


def _ends(reach: Reach) -> list[tuple[str, ...]]:
    """The roots and rootless loops of a lineage."""
    return [*((node,) for node in reach.roots()), *reach.rootless]
