"""What speaks for each claim of a case and what speaks against it, found in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from evidence.case import Case
from evidence.vocabulary import OPPOSING, BearingKind, Stance
from graphs.origins.lineage import TRACED


class Sides(NamedTuple):
    """The nodes of lineage that speak for a claim, and those that speak against it."""

    pro: tuple[str, ...]
    contra: tuple[str, ...]


def sides(case: Case) -> dict[str, Sides]:
    """The two sides of every claim, by its id, in the order of the case.

    They are what `supports` and `opposition` find in the dossier of the claim, without dossiers.
    Cost: linear in the case.
    """
    left_out = _carrying(case)
    pro = _shown(case, BearingKind.SUPPORTS)
    contra = _shown(case, BearingKind.CONTRADICTS)
    said: dict[str, list[str]] = defaultdict(list)
    opposing: dict[str, list[str]] = defaultdict(list)
    for attribution in case.attributions.values():
        stance = attribution.stance
        if stance in OPPOSING:
            opposing[attribution.claim].append(f"attribution:{attribution.id}")
        elif stance in TRACED and attribution.id not in left_out:
            said[attribution.claim].append(f"attribution:{attribution.id}")
    return {
        claim: Sides(
            (*said.get(claim, ()), *pro.get(claim, ())),
            (*opposing.get(claim, ()), *contra.get(claim, ())),
        )
        for claim in case.claims
    }


def _carrying(case: Case) -> frozenset[str]:
    """The relays in which another attribution of the same claim is nested: they only carry it."""
    nested = (
        (case.attributions.get(a.within), a)
        for a in case.attributions.values()
        if a.within is not None and a.stance in TRACED
    )
    return frozenset(
        outer.id
        for outer, inner in nested
        if outer and outer.claim == inner.claim and outer.stance is Stance.RELAYS
    )


def _shown(case: Case, kind: BearingKind) -> Mapping[str, Iterable[str]]:
    """The evidence of one kind of bearing, by the id of what it bears on, each once."""
    shown: dict[str, dict[str, None]] = defaultdict(dict)
    for bearing in case.bearings.values():
        if bearing.kind is kind and bearing.source in case.evidence:
            shown[bearing.target][f"evidence:{bearing.source}"] = None
    return shown
