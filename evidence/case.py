"""A case: all records of an inquiry, and the dossiers that can be drawn from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from evidence.model import (
    Actor,
    Attribution,
    Bearing,
    Claim,
    Derivation,
    Document,
    Evidence,
    Kept,
    Record,
    Relation,
    Waiver,
)

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Case:
    """All records of an inquiry, by type and id, in the order in which they were written.

    References between records may dangle: that is for the audit to find, not for a loader to
    refuse.
    """

    title: str = ""
    description: str = ""
    documents: Mapping[str, Document] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    attributions: Mapping[str, Attribution] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    bearings: Mapping[str, Bearing] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    derivations: Mapping[str, Derivation] = field(default_factory=dict)
    waivers: Mapping[str, Waiver] = field(default_factory=dict)
    kept: Mapping[str, Kept] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record], *, title: str = "", description: str = "") -> Case:
        """Gather records into a case, keeping their order.

        Raises:
            ValueError: If two records of a type share an id.
        """
        sections: dict[str, dict[str, Record]] = {name: {} for name in SECTIONS}
        for record in records:
            section = sections[_SECTION_OF[type(record)]]
            if record.id in section:
                raise ValueError(f"two records of one type share the id {record.id!r}")
            section[record.id] = record
        return cls(title, description, **sections)  # type: ignore[arg-type]  # keyed by type above

    def records(self) -> Iterator[Record]:
        """Every record, section by section, in the order of `SECTIONS`."""
        for name in SECTIONS:
            yield from getattr(self, name).values()

    def find(self, record_id: str) -> Record | None:
        """The first record with this id, in the order of `SECTIONS`; None where there is none."""
        for name in SECTIONS:
            record: Record | None = getattr(self, name).get(record_id)
            if record is not None:
                return record
        return None


SECTIONS: dict[str, type[Record]] = {
    "documents": Document,
    "actors": Actor,
    "claims": Claim,
    "attributions": Attribution,
    "evidence": Evidence,
    "bearings": Bearing,
    "relations": Relation,
    "derivations": Derivation,
    "waivers": Waiver,
    "kept": Kept,
}
"""The sections of a case with their record types, in the order in which a case is read."""

_SECTION_OF: dict[type[Record], str] = {kind: name for name, kind in SECTIONS.items()}


@dataclass(frozen=True)
class Dossier:
    """One claim with everything that bears on it directly: the unit of audit.

    Attributes:
        claim: The claim.
        attributions: Who says so, in the order of the case.
        shown: Evidence or claims that bear on the claim or on one of its attributions.
        evidence: The evidence among the sources of `shown`, by id.
        relations: Relations derived from the claim.
    """

    claim: Claim
    attributions: tuple[Attribution, ...]
    shown: tuple[Bearing, ...]
    evidence: Mapping[str, Evidence]
    relations: tuple[Relation, ...]


def dossiers(case: Case) -> Iterator[Dossier]:
    """Yield the dossier of each claim, in the order of the case; linear in the case's size."""
    said = _grouped((a.claim, a) for a in case.attributions.values())
    bearing = _grouped((b.target, b) for b in case.bearings.values())
    related = _grouped((c, r) for r in case.relations.values() for c in r.claims)
    for claim in case.claims.values():
        attributions = tuple(said.get(claim.id, ()))
        shown = [b for target in (claim, *attributions) for b in bearing.get(target.id, ())]
        shown += [b for first in tuple(shown) for b in bearing.get(first.id, ())]
        yield Dossier(
            claim=claim,
            attributions=attributions,
            shown=tuple(shown),
            evidence={
                b.source: case.evidence[b.source] for b in shown if b.source in case.evidence
            },
            relations=tuple(related.get(claim.id, ())),
        )


def _grouped(pairs: Iterable[tuple[str, R]]) -> dict[str, list[R]]:
    groups: dict[str, list[R]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
