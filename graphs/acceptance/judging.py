"""Acceptance of the claims of a case: labels with their reasons, and strengths."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence.case import Case
from graphs.acceptance.dispute import dispute
from graphs.acceptance.extensions import preferred
from graphs.acceptance.grounded import grounded
from graphs.acceptance.links import Links
from graphs.acceptance.strength import Strengths, strengths
from graphs.acceptance.verdict import Verdict, verdict
from graphs.acceptance.weights import weighted
from graphs.origins import Lineage


@dataclass(frozen=True, slots=True)
class Judgement:
    """What can be said of a claim, and how strong it is.

    Attributes:
        verdict: Its label and the reasons for it.
        strength: From 0 (nothing for it) to 1 (all for it); 0.5 where both sides weigh the same;
            None where nothing speaks for or against it.
        in_loop: Whether the claim is in a loop, so that quadratic energy weighed it, not DF-QuAD.
        at_rest: Whether its strength, and all that it rests on, came to rest.
    """

    verdict: Verdict
    strength: float | None
    in_loop: bool
    at_rest: bool


def judge(
    case: Case, claims: Iterable[str] | None = None, *, lineage: Lineage | None = None
) -> dict[str, Judgement]:
    """Judge claims by what the case holds for and against them.

    Args:
        case: The case.
        claims: Ids of claims of the case; None: all of them.
        lineage: Of the case, where it is at hand.

    Returns:
        A judgement of each claim, by its id. Cost: linear in the case and in the records that bear
        on the claims, but for loops and open parts, which bounds hold.
    """
    asked = list(case.claims if claims is None else claims)
    lineage = lineage or Lineage(case)
    links = Links(case)
    disputed = dispute(links, asked, lineage)
    labels = grounded(disputed.framework)
    parts = preferred(disputed.framework, labels).parts
    open_parts = {argument: part for part in parts for argument in part.arguments}
    influences, numbers = weighted(links, disputed, lineage)
    found = strengths(influences)
    return {
        claim: _judgement(
            verdict(disputed, claim, labels, open_parts), found, numbers[f"claim:{claim}"]
        )
        for claim in asked
    }


def _judgement(found: Verdict, weighed: Strengths, number: int) -> Judgement:
    silent = not (found.supporting or found.contradicting or found.doubting or found.undercutting)
    return Judgement(
        verdict=found,
        strength=None if silent else weighed.values[number],
        in_loop=number in weighed.in_loops,
        at_rest=number not in weighed.restless,
    )
