"""Which records refer to which, and what near an unknown id may have been meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property

from evidence.case import Case
from evidence.ids import slug
from evidence.model import Record

_SOURCES = ("documents", "evidence", "attributions")
_WAIVED = (*_SOURCES, "actors", "claims", "bearings", "relations", "derivations")

REFERENCES: dict[str, dict[str, tuple[str, ...]]] = {
    "documents": {"publisher": ("actors",)},
    "actors": {"speaks_for": ("actors",)},
    "claims": {"subject": ("actors",), "object": ("actors",)},
    "attributions": {
        "claim": ("claims",),
        "by": ("actors",),
        "document": ("documents",),
        "within": ("attributions",),
    },
    "evidence": {"document": ("documents",)},
    "bearings": {
        "source": ("evidence", "claims"),
        "target": ("claims", "attributions", "bearings"),
        "document": ("documents",),
    },
    "relations": {"who": ("actors",), "to": ("actors",), "claims": ("claims",)},
    "derivations": {"what": _SOURCES, "rests_on": (*_SOURCES, "actors")},
    "waivers": {"record": _WAIVED},
}
"""For each section of a case, the fields that hold ids, with the sections that may hold these."""

_NEIGHBOURS = 3
_NEAR = 0.75


def dangling(case: Case) -> Iterator[tuple[Record, str, str]]:
    """Yield each reference that leads nowhere: the record, the field, and the unknown id."""
    for section, fields in REFERENCES.items():
        for field, names in fields.items():
            targets = [getattr(case, name) for name in names]
            for record in getattr(case, section).values():
                value = getattr(record, field)
                for record_id in (value,) if isinstance(value, str) else value or ():
                    if not any(record_id in target for target in targets):
                        yield record, field, record_id


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
