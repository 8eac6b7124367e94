"""What can be said of a claim, and why: accepted, rejected or undecided.

These are judgements about what the case holds, never about what happened: accepted means that
something that stands speaks for the claim and nothing that stands speaks against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graphs.acceptance.dispute import Dispute, Role
from graphs.acceptance.extensions import Part
from graphs.acceptance.grounded import Label


class Standing(StrEnum):
    """The label of a claim."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Ground:
    """Something that bears on a claim, and whether it stands.

    Attributes:
        node: Key of an attribution or a bearing.
        label: Whether it stands.
        because: Keys of what brings it down or leaves it open: bearings that undercut or contradict
            it, the record it needs, or the retracted record that it rests on.
    """

    node: str
    label: Label
    because: tuple[str, ...]


class Share(StrEnum):
    """In which of the consistent readings of what is open something holds."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Readings:
    """In which consistent readings of what is open (preferred extensions) a claim stands.

    Attributes:
        standing: Those in which the claim stands.
        contrary: Those in which its contrary stands.
        truncated: Whether a bound cut the search, so that there may be readings of another kind.
    """

    standing: Share
    contrary: Share
    truncated: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said of a claim.

    Attributes:
        claim: Its id.
        standing: Its label.
        supporting: What speaks for it.
        contradicting: What speaks against it.
        doubting: Who doubts it.
        undercutting: What undercuts it.
        retracted: Whether the claim itself was taken back.
        readings: For an undecided claim about which something is open; None for others.
    """

    claim: str
    standing: Standing
    supporting: tuple[Ground, ...]
    contradicting: tuple[Ground, ...]
    doubting: tuple[Ground, ...]
    undercutting: tuple[Ground, ...]
    retracted: bool
    readings: Readings | None


def verdict(
    of: Dispute, claim: str, labels: bytes | bytearray, open_parts: Mapping[int, Part]
) -> Verdict:
    """Say what can be said of a claim.

    Args:
        of: A dispute that holds the claim.
        claim: Its id.
        labels: The grounded labelling of the dispute.
        open_parts: For each argument that is undecided, the part that it is in, with its readings.
    """
    node = f"claim:{claim}"
    on = of.grounds[node]
    supporting, contradicting, doubting, undercutting = (
        tuple(_ground(of, ground, labels) for ground in grounds)
        for grounds in (on.supporting, on.contradicting, on.doubting, on.undercutting)
    )
    return Verdict(
        claim=claim,
        standing=_standing(of, node, labels),
        supporting=supporting,
        contradicting=contradicting,
        doubting=doubting,
        undercutting=undercutting,
        retracted=(Role.TAKEN_BACK, node) in of.numbers,
        readings=_readings(of, node, open_parts),
    )


def _label(of: Dispute, role: Role, node: str, labels: bytes | bytearray) -> Label | None:
    number = of.numbers.get((role, node))
    return None if number is None else Label(labels[number])


def _standing(of: Dispute, node: str, labels: bytes | bytearray) -> Standing:
    if _label(of, Role.STANDS, node, labels) is Label.ACCEPTED:
        return Standing.ACCEPTED
    if _label(of, Role.CONTRARY, node, labels) is Label.ACCEPTED:
        return Standing.REJECTED
    return Standing.UNDECIDED


def _ground(of: Dispute, node: str, labels: bytes | bytearray) -> Ground:
    label = Label(labels[of.numbers[Role.STANDS, node]])
    if label is Label.ACCEPTED:
        return Ground(node, label, ())
    return Ground(node, label, tuple(_causes(of, node, labels)))


def _causes(of: Dispute, node: str, labels: bytes | bytearray) -> list[str]:
    """What attacks a record that does not stand, as far as it is not rejected itself."""
    if node in of.withdrawn:
        return [of.withdrawn[node]]
    if (Role.TAKEN_BACK, node) in of.numbers:
        return [node]
    on = of.grounds[node]
    opposing = (*on.undercutting, *on.contradicting, *on.doubting)
    alive = [b for b in opposing if _label(of, Role.STANDS, b, labels) is not Label.REJECTED]
    lack = _label(of, Role.NO_SUPPORT, node, labels)
    if lack is None or lack is Label.REJECTED:
        return alive
    need = of.needs[node]
    return [*alive, *(_causes(of, need, labels) if need.startswith("evidence:") else [need])]


def _readings(of: Dispute, node: str, open_parts: Mapping[int, Part]) -> Readings | None:
    stands, contrary = of.numbers[Role.STANDS, node], of.numbers.get((Role.CONTRARY, node))
    part = open_parts.get(stands)
    if part is None:
        return None
    return Readings(_share(part, stands), _share(part, contrary), part.truncated)


def _share(part: Part, argument: int | None) -> Share:
    held = {argument in extension for extension in part.extensions}
    return Share.NONE if True not in held else Share.SOME if False in held else Share.ALL
