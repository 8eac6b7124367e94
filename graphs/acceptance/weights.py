"""The strength of claims from the grades of a case: what each record weighs before it is disputed.

Attributions begin with the reliability of who speaks, evidence with its credibility, both Admiralty
grades; what cannot be judged begins in the middle. A claim that something supports begins in the
middle too. A claim that nothing supports, a retracted record, and what falls with one weigh
nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

from evidence.model import Evidence
from graphs.acceptance.dispute import Dispute, Role
from graphs.acceptance.links import Grounds, Links
from graphs.acceptance.strength import Weighted
from graphs.origins import Lineage

MIDDLE = 0.5
"""The weight of claims that something supports, and of what has no grade."""

RELIABILITY = {"A": 0.9, "B": 0.7, "C": 0.5, "D": 0.3, "E": 0.1}
"""What the word of a source weighs, by its Admiralty reliability."""

CREDIBILITY = {1: 0.9, 2: 0.7, 3: 0.5, 4: 0.3, 5: 0.1}
"""What evidence weighs, by its Admiralty credibility."""


def weighted(links: Links, of: Dispute, lineage: Lineage) -> tuple[Weighted, dict[str, int]]:
    """Weigh the records of a dispute.

    What speaks for a claim, or against it, and shares an origin is one group, of which only the
    strongest counts: ten copies of one report weigh no more than the report.

    Returns:
        The weights and influences, and the number of each record by its key. Cost: linear in the
        records and, for each claim, the lineage of what bears on it.
    """
    numbers = {node: number for number, node in enumerate(of.grounds)}
    plain = {n for n, on in of.grounds.items() if _is_plain(of, n, on)}
    weights = [_weight(links, of, node) for node in of.grounds]
    supporters: list[list[list[int]]] = []
    attackers: list[list[list[int]]] = []
    for node, on in of.grounds.items():
        carrying = (of.needs[node],) if node.startswith("bearing:") else ()
        against = (*on.contradicting, *on.doubting, *on.undercutting)
        for groups, grounds in (
            (supporters, (*on.supporting, *carrying)),
            (attackers, against),
        ):
            joined = _by_origin(links, grounds, lineage)
            groups.append([[numbers[_through(of, m, plain)] for m in g] for g in joined])
    return Weighted(weights, supporters, attackers), numbers


def _is_plain(of: Dispute, node: str, on: Grounds) -> bool:
    """Whether a record is a bearing that is not disputed itself."""
    disputed = on != Grounds() or (Role.TAKEN_BACK, node) in of.numbers
    return node.startswith("bearing:") and not disputed


def _through(of: Dispute, ground: str, plain: Set[str]) -> str:
    """What bears, where an undisputed bearing only passes it on."""
    return of.needs[ground] if ground in plain else ground


def _weight(links: Links, of: Dispute, node: str) -> float:
    if (Role.TAKEN_BACK, node) in of.numbers:
        return 0.0
    kind, _, record_id = node.partition(":")
    if kind == "attribution":
        by = links.case.attributions[record_id].by
        actor = links.case.actors.get(by) if by is not None else None
        grade = actor.reliability if actor is not None else None
        return RELIABILITY[grade] if grade is not None else MIDDLE
    if kind == "evidence":
        return _credibility(links.case.evidence[record_id])
    return MIDDLE if kind == "claim" and of.grounds[node].supporting else 0.0


def _credibility(evidence: Evidence) -> float:
    return CREDIBILITY[evidence.credibility] if evidence.credibility is not None else MIDDLE


def _by_origin(links: Links, grounds: Sequence[str], lineage: Lineage) -> list[list[str]]:
    """Group what shares any part of its lineage; claims that bear are groups of their own."""
    if len(grounds) < 2:
        return [[ground] for ground in grounds]
    owner: dict[str, str] = {}
    leader = {ground: ground for ground in grounds}
    for ground in grounds:
        for node in _lineage_of(links, ground, lineage, owner):
            if owner.setdefault(node, ground) != ground:
                leader[_head(leader, ground)] = _head(leader, owner[node])
    groups: dict[str, list[str]] = defaultdict(list)
    for ground in grounds:
        groups[_head(leader, ground)].append(ground)
    return list(groups.values())


def _lineage_of(
    links: Links, ground: str, lineage: Lineage, known: dict[str, str]
) -> Iterable[str]:
    """What a ground rests on, up to what is known from another ground already."""
    pending = [_basis_of(links, ground)]
    while pending:
        node = pending.pop()
        fresh = node not in known
        yield node
        if fresh:
            pending.extend(lineage.basis(node).rests_on)


def _basis_of(links: Links, ground: str) -> str:
    kind, _, record_id = ground.partition(":")
    return links.source_of(links.case.bearings[record_id]) if kind == "bearing" else ground


def _head(leader: dict[str, str], ground: str) -> str:
    while leader[ground] != ground:
        leader[ground] = leader[leader[ground]]
        ground = leader[ground]
    return ground
