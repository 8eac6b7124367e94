"""What speaks for and against each record of a case, and which way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evidence.case import Case
from evidence.model import Attribution, Bearing, Record
from evidence.vocabulary import BearingKind, Stance
from graphs.origins import TRACED

_TARGETS = {"claim": "claims", "attribution": "attributions", "bearing": "bearings"}
"""What a bearing may bear on; an id means the first of them that has it."""

_SECTIONS = {**_TARGETS, "evidence": "evidence", "document": "documents"}


@dataclass(frozen=True, slots=True)
class Grounds:
    """What bears on a record, by its keys ("attribution:a1", "bearing:b2"), in the case's order.

    Attributes:
        supporting: Who puts a claim forward or passes it on; bearings that support.
        contradicting: Who denies it; bearings that contradict.
        doubting: Who doubts it or asks whether it is true.
        undercutting: Bearings that undercut.
    """

    supporting: tuple[str, ...] = ()
    contradicting: tuple[str, ...] = ()
    doubting: tuple[str, ...] = ()
    undercutting: tuple[str, ...] = ()


class Links:
    """Finds what bears on the records of a case; made in one pass over it.

    A relay in which another attribution of the same claim stands only carries that one: as in
    `graphs.origins.supports` it does not speak for the claim besides it.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self._said: dict[str, list[Attribution]] = defaultdict(list)
        self._bearings: dict[str, list[Bearing]] = defaultdict(list)
        for attribution in case.attributions.values():
            self._said[f"claim:{attribution.claim}"].append(attribution)
        for bearing in case.bearings.values():
            self._bearings[self._target(bearing)].append(bearing)

    def on(self, node: str) -> Grounds:
        """What bears on a claim, an attribution or a bearing; nothing bears on other records."""
        said = self._said.get(node, ())
        bearings = self._bearings.get(node, ())
        return Grounds(
            supporting=(*_putting_forward(said), *_of_kind(bearings, BearingKind.SUPPORTS)),
            contradicting=(
                *_with_stance(said, Stance.DENIES),
                *_of_kind(bearings, BearingKind.CONTRADICTS),
            ),
            doubting=_with_stance(said, Stance.QUESTIONS),
            undercutting=_of_kind(bearings, BearingKind.UNDERCUTS),
        )

    def need_of(self, node: str) -> str | None:
        """What a bearing or a nested attribution does not stand without; None: nothing."""
        kind, _, record_id = node.partition(":")
        if kind == "bearing":
            return self.source_of(self.case.bearings[record_id])
        attribution = self.case.attributions.get(record_id) if kind == "attribution" else None
        within = attribution.within if attribution is not None else None
        return f"attribution:{within}" if within in self.case.attributions else None

    def source_of(self, bearing: Bearing) -> str:
        """The claim or evidence that a bearing comes from; evidence where both have its id."""
        is_claim = bearing.source not in self.case.evidence and bearing.source in self.case.claims
        return f"{'claim' if is_claim else 'evidence'}:{bearing.source}"

    def retraction_of(self, node: str) -> str | None:
        """Why a record was taken back; None where it stands or is not there."""
        record = self._record(node)
        return record.retracted if record is not None else None

    def is_there(self, node: str) -> bool:
        """Whether the case holds the record."""
        return self._record(node) is not None

    def _record(self, node: str) -> Record | None:
        kind, _, record_id = node.partition(":")
        section: Mapping[str, Record] = getattr(self.case, _SECTIONS[kind])
        return section.get(record_id)

    def _target(self, bearing: Bearing) -> str:
        kinds = (k for k, s in _TARGETS.items() if bearing.target in getattr(self.case, s))
        return f"{next(kinds, 'claim')}:{bearing.target}"


def _putting_forward(said: Sequence[Attribution]) -> tuple[str, ...]:
    traced = [a for a in said if a.stance in TRACED]
    carrying = {a.within for a in traced}
    return tuple(
        f"attribution:{a.id}"
        for a in traced
        if a.stance is not Stance.RELAYS or a.id not in carrying
    )


def _with_stance(said: Sequence[Attribution], stance: Stance) -> tuple[str, ...]:
    return tuple(f"attribution:{a.id}" for a in said if a.stance is stance)


def _of_kind(bearings: Sequence[Bearing], kind: BearingKind) -> tuple[str, ...]:
    return tuple(f"bearing:{b.id}" for b in bearings if b.kind is kind)
