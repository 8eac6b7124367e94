"""The relations that a document states, to be found by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from attribution.extract.detection import Span
from attribution.extract.relations.finding import StatedRelation


class RelationsByPlace:
    """The relations of a document, to be found by place.

    Args:
        relations: In order of position.
    """

    def __init__(self, relations: Sequence[StatedRelation]) -> None:
        self._relations = relations
        self._starts = [relation.start for relation in relations]

    def __iter__(self) -> Iterator[StatedRelation]:
        return iter(self._relations)

    def inside(self, spans: Iterable[Span]) -> list[StatedRelation]:
        """Those that lie within one of the spans, in order."""
        return [
            relation
            for start, end in spans
            for relation in self._relations[
                bisect_left(self._starts, start) : bisect_left(self._starts, end)
            ]
            if relation.end <= end
        ]
