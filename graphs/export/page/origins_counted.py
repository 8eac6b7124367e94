"""How many independent origins stand behind each claim, counted over one shared network.

The figures are those of `graphs.origins.independence`. Only the two ends of the interval are kept,
and no claim's lineage is searched for loops again: what one claim reaches holds all that it rests
on, so that a loop which rests on nothing else does so in the network of all claims as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphs.origins.lineage import Basis


@dataclass(frozen=True, slots=True)
class Interval:
    """Independent origins of a claim: at least, where unknown ones are shared, and at most."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Origins:
    """What sources rest on, ready to count where that ends.

    Attributes:
        bases: The basis of every source, as lineage has it.
        loop_of: For each member of a loop that rests on nothing else, the key of the loop.
    """

    bases: Mapping[str, Basis]
    loop_of: Mapping[str, str]

    def counted(self, supports: Iterable[str]) -> Interval:
        """Count the origins behind a claim.

        Args:
            supports: The nodes that the claim's support starts from.

        Returns:
            The interval. Cost: linear in what the nodes rest on, each visited at most twice.
        """
        ends: dict[str, bool] = {}
        for node, is_certain in self._reached(supports).items():
            end = self.loop_of.get(node) or (None if self.bases[node].rests_on else node)
            if end is not None:
                ends[end] = is_certain or ends.get(end, False)
        return Interval(sum(ends.values()) or min(1, len(ends)), len(ends))

    def _reached(self, starts: Iterable[str]) -> dict[str, bool]:
        """What `starts` rest on in the end, each with whether known lineage leads there."""
        pending = [(start, True) for start in starts]
        reached: dict[str, bool] = {}
        while pending:
            node, is_certain = pending.pop()
            basis = self.bases[node]
            is_certain = is_certain and basis.known
            if node not in reached or (is_certain and not reached[node]):
                reached[node] = is_certain
                pending += [(base, is_certain) for base in basis.rests_on]
        return reached
