"""The dispute about claims as arguments and attacks.

A claim stands where something that stands supports it and its contrary does not stand; the
contrary stands where something that stands contradicts the claim and the claim does not stand. A
claim and its contrary therefore attack each other, as a claim and an open question about it do. An
undercut attacks one way. Attributions, evidence and bearings stand unless they are attacked; a
bearing also needs what it comes from, and a nested attribution the one around it. What was taken
back is attacked by that fact.

Support becomes an attack on the lack of support, so that all of this is one abstract framework
whose size is linear in the case (C. Cayrol and M.-C. Lagasquie-Schiex, Bipolarity in argumentation
graphs, 2013, treat such necessary support; rebutting and undercutting are J. Pollock's, 1987).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from graphs.acceptance.framework import Framework
from graphs.acceptance.links import Grounds, Links
from graphs.acceptance.withdrawn import withdrawn
from graphs.origins import Lineage


class Role(Enum):
    """What an argument says of a record."""

    STANDS = "stands"
    CONTRARY = "its contrary stands"
    DOUBT = "it is an open question"
    NO_SUPPORT = "nothing supports it"
    NO_CONTRARY = "nothing contradicts it"
    NO_DOUBT = "nobody doubts it"
    TAKEN_BACK = "it was taken back"


_LACK = {
    Role.STANDS: Role.NO_SUPPORT,
    Role.CONTRARY: Role.NO_CONTRARY,
    Role.DOUBT: Role.NO_DOUBT,
}


@dataclass(frozen=True, slots=True)
class Dispute:
    """Everything that decides whether some claims are accepted.

    Attributes:
        framework: The arguments and their attacks.
        numbers: The number of each argument, by its role and the key of its record.
        grounds: What bears on each record, by key; the records in the order in which they are met.
        needs: What a bearing or a nested attribution does not stand without, by its key.
        withdrawn: The retracted record that makes an attribution or evidence fall, by its key.
    """

    framework: Framework
    numbers: dict[tuple[Role, str], int]
    grounds: dict[str, Grounds]
    needs: dict[str, str]
    withdrawn: dict[str, str]


def dispute(links: Links, claims: Iterable[str], lineage: Lineage) -> Dispute:
    """Gather what bears on claims, on what bears on them, and so on.

    Args:
        links: Of the case.
        claims: Ids of claims.
        lineage: Of the case, for what was taken back.

    Returns:
        The dispute. Cost: linear in the records that are reached and their lineage.
    """
    grounds = _reached(links, (f"claim:{claim}" for claim in claims))
    statements = (n for n in grounds if n.startswith(("attribution:", "evidence:")))
    fallen = withdrawn(links, statements, lineage)
    drafted = _Draft()
    needs = {node: need for node in grounds if (need := links.need_of(node))}
    for node, on in grounds.items():
        drafted.add(node, on, needs.get(node))
        if node in fallen or not links.is_there(node) or links.retraction_of(node):
            drafted.attack((Role.TAKEN_BACK, node), (Role.STANDS, node))
    framework = Framework.of(len(drafted.numbers), drafted.attacks)
    return Dispute(framework, drafted.numbers, grounds, needs, fallen)


def _reached(links: Links, nodes: Iterable[str]) -> dict[str, Grounds]:
    found: dict[str, Grounds] = {}
    pending = list(nodes)[::-1]
    while pending:
        node = pending.pop()
        if node not in found:
            on = found[node] = links.on(node)
            need = links.need_of(node)
            pending.extend((need,) if need else ())
            pending.extend(
                (*on.supporting, *on.contradicting, *on.doubting, *on.undercutting)[::-1]
            )
    return found


class _Draft:
    """Arguments and attacks while they are gathered."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[Role, str], int] = {}
        self.attacks: list[tuple[int, int]] = []

    def attack(self, attacker: tuple[Role, str], attacked: tuple[Role, str]) -> None:
        self.attacks.append((self._number(attacker), self._number(attacked)))

    def add(self, node: str, on: Grounds, need: str | None) -> None:
        """Add the arguments about a record and what attacks them."""
        self._number((Role.STANDS, node))
        if node.startswith("claim:"):
            self._needs(Role.STANDS, node, on.supporting)
        elif need is not None:
            self._needs(Role.STANDS, node, (need,))
        for role, opposing in ((Role.CONTRARY, on.contradicting), (Role.DOUBT, on.doubting)):
            if opposing:
                self._needs(role, node, opposing)
                self.attack((role, node), (Role.STANDS, node))
                self.attack((Role.STANDS, node), (role, node))
        for undercut in on.undercutting:
            self.attack((Role.STANDS, undercut), (Role.STANDS, node))

    def _needs(self, role: Role, node: str, any_of: Iterable[str]) -> None:
        """Let an argument stand only where one of some records stands."""
        lack = (_LACK[role], node)
        self.attack(lack, (role, node))
        for ground in any_of:
            self.attack((Role.STANDS, ground), lack)

    def _number(self, argument: tuple[Role, str]) -> int:
        return self.numbers.setdefault(argument, len(self.numbers))
