"""References that lead nowhere, and what near an unknown id may have been meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property

from evidence.case import SECTIONS, Case
from evidence.ids import slug
from evidence.model import Record
from evidence.references import REFERENCES

_NEIGHBOURS = 3
_NEAR = 0.75


_FIELDS = {kind: REFERENCES.get(section, {}) for section, kind in SECTIONS.items()}


def dangling(
    record: Record, holds: Callable[[str, str], bool]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each reference of a record that leads nowhere.

    Args:
        record: Any record of a case.
        holds: Whether a section of the case, by name, has a record with an id.

    Yields:
        The field, the unknown id, and the sections that might have held it.
    """
    for field, sections in _FIELDS[type(record)].items():
        value = getattr(record, field)
        for record_id in (value,) if isinstance(value, str) else value or ():
            if not any(holds(section, record_id) for section in sections):
                yield field, record_id, sections


class NearIds:
    """Finds the ids of a case that an unknown one may be a slip of.

    Only ids that begin alike are compared, so that each search takes logarithmic time.
    """

    def __init__(self, case: Case) -> None:
        self._case = case

    @cached_property
    def _sorted(self) -> dict[str, list[str]]:
        return {section: sorted(getattr(self._case, section)) for section in REFERENCES}

    def of(self, unknown: str, sections: Iterable[str]) -> str | None:
        """The id in `sections` that is nearest to `unknown`; None where none is near."""
        candidates = [near for section in sections for near in self._around(unknown, section)]
        rated = [(self._likeness(unknown, near), near) for near in candidates]
        best = max(rated, default=(0.0, ""))
        return best[1] if best[0] >= _NEAR else None

    def _around(self, unknown: str, section: str) -> list[str]:
        ids = self._sorted[section]
        places = (bisect_left(ids, unknown), bisect_left(ids, slug(unknown)))
        return [
            near
            for place in places
            for near in ids[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]
        ]

    @staticmethod
    def _likeness(one: str, other: str) -> float:
        return SequenceMatcher(None, slug(one), slug(other)).ratio()
