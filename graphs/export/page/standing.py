"""How claims stand between those who put them forward and those who speak against them."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum

from evidence.case import Case
from evidence.model import Attribution
from evidence.vocabulary import AFFIRMING, OPPOSING, Stance


class StanceFamily(StrEnum):
    """Stances that a picture need not tell apart by colour."""

    AFFIRMS = "affirms"
    OPPOSES = "opposes"
    RELAYS = "relays"
    WANTS = "wants"
    JUDGES = "judges"


class Standing(StrEnum):
    """What the attributions of a claim come to; whether it is true is not for a picture to say."""

    CONTESTED = "contested"
    AFFIRMED = "affirmed"
    OPPOSED = "opposed"
    MENTIONED = "mentioned"
    UNSOURCED = "unsourced"


_FAMILIES: Mapping[Stance, StanceFamily] = {
    **dict.fromkeys(AFFIRMING, StanceFamily.AFFIRMS),
    **dict.fromkeys(OPPOSING, StanceFamily.OPPOSES),
    Stance.RELAYS: StanceFamily.RELAYS,
    **dict.fromkeys((Stance.INTENDS, Stance.DEMANDS), StanceFamily.WANTS),
    **dict.fromkeys((Stance.CONDEMNS, Stance.PRAISES, Stance.WARNS), StanceFamily.JUDGES),
}


def family_of(stance: Stance) -> StanceFamily:
    """The family that a stance is drawn with."""
    return _FAMILIES[stance]


def standings(case: Case) -> dict[str, Standing]:
    """The standing of every claim, by its id, in the order of the case."""
    mentioned: set[str] = set()
    affirming: dict[str, set[str | None]] = {}
    opposing: dict[str, set[str | None]] = {}
    for attribution in case.attributions.values():
        claim, stance = attribution.claim, attribution.stance
        if stance in AFFIRMING:
            affirming.setdefault(claim, set()).add(_speaker(attribution))
        elif stance in OPPOSING:
            opposing.setdefault(claim, set()).add(_speaker(attribution))
        else:
            mentioned.add(claim)
    nobody: set[str | None] = set()
    return {
        claim: _standing(
            affirming.get(claim, nobody), opposing.get(claim, nobody), mentioned=claim in mentioned
        )
        for claim in case.claims
    }


def _standing(
    affirming: AbstractSet[str | None], opposing: AbstractSet[str | None], *, mentioned: bool
) -> Standing:
    # One voice that says both is inconsistent, which the audit reports, and not a contest of two.
    if affirming and opposing and len(affirming | opposing) > 1:
        return Standing.CONTESTED
    if affirming:
        return Standing.AFFIRMED
    if opposing:
        return Standing.OPPOSED
    return Standing.MENTIONED if mentioned else Standing.UNSOURCED


def _speaker(attribution: Attribution) -> str | None:
    return attribution.by or attribution.document
