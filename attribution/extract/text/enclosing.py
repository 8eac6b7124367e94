"""Which of many stretches of text lie around a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from attribution.extract.detection import Span

T = TypeVar("T")


class Enclosing(Generic[T]):
    """Answers what encloses a stretch of text; built once, in n log n.

    Args:
        spans: Stretches in code points, each with what it stands for.
    """

    def __init__(self, spans: Iterable[tuple[Span, T]]) -> None:
        self._spans = sorted(spans, key=lambda pair: (pair[0][0], -pair[0][1]))
        self._starts = [span[0] for span, _ in self._spans]
        self._before: list[int] = []
        for index, ((start, _), _) in enumerate(self._spans):
            self._before.append(self._open_at(index - 1, start))

    def _open_at(self, index: int, place: int) -> int:
        """The last stretch up to `index` that has not ended at `place`; -1 where there is none."""
        while index >= 0 and self._spans[index][0][1] <= place:
            index = self._before[index]
        return index

    def around(self, start: int, end: int) -> Iterator[T]:
        """Yield what encloses the stretch, the latest to begin first."""
        index = self._open_at(bisect_right(self._starts, start) - 1, start)
        while index >= 0:
            if self._spans[index][0][1] >= end:
                yield self._spans[index][1]
            index = self._before[index]
