"""What if a source is withdrawn: which claims lose their support, and which hang by one origin.

To withdraw a source takes away what rests on it alone and what it carried. It says nothing against
a claim: a withdrawal is not a refutation.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from evidence.case import Case, dossiers
from evidence.errors import UnknownIdError
from graphs.origins.independence import Independence, independence
from graphs.origins.lineage import Lineage, opposition, supports
from graphs.origins.network import network, standing

_SECTIONS = {
    "document": "documents",
    "actor": "actors",
    "evidence": "evidence",
    "attribution": "attributions",
}


class Outcome(StrEnum):
    """What a withdrawal does to a claim."""

    UNSUPPORTED = "loses all support"
    ONE_ORIGIN = "falls to one origin"
    WEAKER = "loses some support"
    LESS_OPPOSED = "loses what speaks against it"


_GRAVITY = {outcome: place for place, outcome in enumerate(Outcome)}


@dataclass(frozen=True, slots=True)
class Loss:
    """What a withdrawal does to one claim.

    Attributes:
        claim: Id of the claim.
        outcome: The gravest thing that happens to it.
        before: The origins of its support.
        after: The origins that are left.
        fallen: Keys of the attributions and evidence that no longer stand, for it and against it.
    """

    claim: str
    outcome: Outcome
    before: Independence
    after: Independence
    fallen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sides:
    """The nodes that speak for a claim, and those that speak against it."""

    claim: str
    pro: tuple[str, ...]
    contra: tuple[str, ...]


def withdraw(case: Case, ids: Collection[str]) -> list[Loss]:
    """Find what happens to the claims of a case if some of its records are withdrawn.

    Args:
        case: The case.
        ids: Ids of documents, actors, evidence or attributions. An id that several records share
            means all of them, unless written with the type as in "document:weekly".

    Returns:
        The claims that lose anything, gravest first, then in the order of the case. Cost: linear
        in the case.

    Raises:
        UnknownIdError: If nothing that can be withdrawn has an id of `ids`.
    """
    without = {node for record_id in ids for node in _nodes_of(case, record_id)}
    lineage = Lineage(case)
    claims = [_Sides(d.claim.id, supports(d), opposition(d)) for d in dossiers(case)]
    whole = network(lineage, {f"claim:{c.claim}": (*c.pro, *c.contra) for c in claims})
    before, after = standing(whole), standing(whole, without)
    losses = [_loss(lineage, sides, before, after) for sides in claims]
    return sorted((loss for loss in losses if loss.fallen), key=lambda loss: _GRAVITY[loss.outcome])


def _nodes_of(case: Case, record_id: str) -> list[str]:
    typed, _, rest = record_id.partition(":")
    if typed in _SECTIONS and rest in getattr(case, _SECTIONS[typed]):
        return [record_id]
    nodes = [
        f"{kind}:{record_id}"
        for kind, section in _SECTIONS.items()
        if record_id in getattr(case, section)
    ]
    if not nodes:
        raise UnknownIdError(
            f"no document, actor, evidence or attribution has the id {record_id!r}",
            hint="give the id of a source of the case",
        )
    return nodes


def _loss(lineage: Lineage, sides: _Sides, before: Collection[str], after: Collection[str]) -> Loss:
    had = independence(lineage, sides.pro, standing=before)
    has = independence(lineage, sides.pro, standing=after)
    fallen = tuple(n for n in (*sides.pro, *sides.contra) if n in before and n not in after)
    support_fell = not set(sides.pro).isdisjoint(fallen)
    return Loss(sides.claim, _outcome(had, has, support_fell), had, has, fallen)


def _outcome(before: Independence, after: Independence, support_fell: bool) -> Outcome:
    if not support_fell:
        return Outcome.LESS_OPPOSED
    if after.high == 0:
        return Outcome.UNSUPPORTED
    return Outcome.ONE_ORIGIN if after.high == 1 < before.high else Outcome.WEAKER
