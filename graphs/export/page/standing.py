"""How claims stand between those who put them forward and those who speak against them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
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
    said: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in case.attributions.values():
        said[attribution.claim].append(attribution)
    return {claim: _standing(said[claim]) for claim in case.claims}


def _standing(said: list[Attribution]) -> Standing:
    if not said:
        return Standing.UNSOURCED
    affirming = {_speaker(a) for a in said if a.stance in AFFIRMING}
    opposing = {_speaker(a) for a in said if a.stance in OPPOSING}
    # One voice that says both is inconsistent, which the audit reports, and not a contest of two.
    if affirming and opposing and len(affirming | opposing) > 1:
        return Standing.CONTESTED
    if affirming:
        return Standing.AFFIRMED
    return Standing.OPPOSED if opposing else Standing.MENTIONED


def _speaker(attribution: Attribution) -> str | None:
    return attribution.by or attribution.document
