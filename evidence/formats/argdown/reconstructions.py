"""Reconstructed arguments: premises, inferences and conclusions, as bearings between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from evidence.vocabulary import BearingKind

Edge = tuple[str, BearingKind, str]
"""What bears, how, and on what, by ids."""


@dataclass
class Reconstruction:
    """The statements of one argument, in their order.

    Attributes:
        argument: The id of the argument.
        steps: For each inference the ids of the statements above it; the last are those below.
    """

    argument: str
    steps: list[list[str]] = field(default_factory=lambda: [[]])

    @property
    def is_begun(self) -> bool:
        """Whether it has any statement yet."""
        return any(self.steps)

    @property
    def lacks_conclusion(self) -> bool:
        """Whether nothing follows the last inference."""
        return len(self.steps) > 1 and not self.steps[-1]

    def state(self, statement: str) -> None:
        """Add the next statement."""
        self.steps[-1].append(statement)

    def infer(self) -> None:
        """Add an inference from what was stated since the last one."""
        self.steps.append([])

    def edges(self) -> Iterator[Edge]:
        """What bears on what.

        The premises of the last inference support the argument, and the argument its conclusion.
        Each earlier inference supports its own conclusion, from which the next one starts.
        """
        *inferences, below = self.steps
        if not inferences:
            yield from self._supporting(below, self.argument)
            return
        *earlier, last = inferences
        for above, following in zip(earlier, inferences[1:], strict=True):
            if following:
                yield from self._supporting(above, following[0])
        yield from self._supporting(last, self.argument)
        if below:
            yield (self.argument, BearingKind.SUPPORTS, below[0])

    def _supporting(self, premises: list[str], target: str) -> Iterator[Edge]:
        for premise in dict.fromkeys(premises):
            if premise != target:
                yield (premise, BearingKind.SUPPORTS, target)
