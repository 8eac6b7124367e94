"""What lineage leads to from some records, and where it ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from graphs.origins.loops import Steps, rootless_loops


class Reach:
    """What lineage leads to from some nodes.

    Attributes:
        steps: The nodes, nearest first, each with what it rests on.
    """

    def __init__(self, steps: Steps) -> None:
        self.steps = steps

    @cached_property
    def rootless(self) -> list[tuple[str, ...]]:
        """The loops that rest on nothing outside themselves."""
        return rootless_loops(self.steps)

    def roots(self) -> Iterator[str]:
        """Yield the nodes that rest on nothing."""
        return (node for node, bases in self.steps.items() if not bases)

    def first_at_ends(self) -> Iterator[str]:
        """Yield the nearest node of each end of the lineage: a root, or a member of a loop."""
        loop_of = {node: loop[0] for loop in self.rootless for node in loop}
        met: set[str] = set()
        for node, bases in self.steps.items():
            loop = loop_of.get(node)
            if loop is None:
                if not bases:
                    yield node
            elif loop not in met:
                met.add(loop)
                yield node
