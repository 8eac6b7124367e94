"""Sections of a case that keep at hand what is asked for again, where asking costs a query."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from evidence.case import Case, Dossier
from evidence.model import Record

R = TypeVar("R", bound=Record)

_REMEMBERED = {
    "documents": 512,
    "actors": 8192,
    "claims": 512,
    "attributions": 512,
    "evidence": 512,
}
"""Records of a section that are kept at hand: documents carry their texts, actors are small."""


class Recent(Mapping[str, R]):
    """A section that remembers the records that were asked for last, and those that are missing.

    Args:
        section: Where the records are.
        size: How many are remembered at most.
    """

    def __init__(self, section: Mapping[str, R], size: int) -> None:
        self._section = section
        self._near: Mapping[str, R] = {}
        self._remembered = lru_cache(maxsize=size)(section.get)

    def near(self, records: Mapping[str, R]) -> None:
        """Take these records at hand, in the place of those before."""
        self._near = records

    def __getitem__(self, record_id: str) -> R:
        record = self._near.get(record_id) or self._remembered(record_id)
        if record is None:
            raise KeyError(record_id)
        return record

    def __contains__(self, record_id: object) -> bool:
        return isinstance(record_id, str) and self.get(record_id) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._section)

    def __len__(self) -> int:
        return len(self._section)

    def values(self) -> ValuesView[R]:
        """The records, as the section streams them."""
        return self._section.values()

    def items(self) -> ItemsView[str, R]:
        """The ids with their records, as the section streams them."""
        return self._section.items()


def remembering(case: Case) -> Case:
    """The same case; sections that are not in memory keep what was asked for last at hand."""
    sections = {name: getattr(case, name) for name in _REMEMBERED}
    slow = {
        name: Recent(section, _REMEMBERED[name])
        for name, section in sections.items()
        if not isinstance(section, dict | Recent)
    }
    return replace(case, **slow) if slow else case  # type: ignore[arg-type]  # keyed by type


def look_at(case: Case, dossier: Dossier) -> None:
    """Take the records of a dossier at hand in the sections that remember."""
    at_hand: dict[str, Mapping[str, Record]] = {
        "claims": {dossier.claim.id: dossier.claim},
        "attributions": {a.id: a for a in dossier.attributions},
        "evidence": dossier.evidence,
    }
    for name, records in at_hand.items():
        section = getattr(case, name)
        if isinstance(section, Recent):
            section.near(records)


def look_at_record(case: Case, name: str, record: Record) -> None:
    """Take one record of a section, by name, at hand if the section remembers."""
    section = getattr(case, name)
    if isinstance(section, Recent):
        section.near({record.id: record})
