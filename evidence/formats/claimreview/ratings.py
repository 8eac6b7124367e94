"""What the rating of a fact check amounts to as a stance.

Numbers run from `worstRating` (1 where it is not given) to `bestRating` (5), as schema.org says:
the worst denies a claim, the best confirms it, anything between questions it. Words decide only
where there are no numbers in that range.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic import JsonValue

from evidence.formats.claimreview.nodes import first, words
from evidence.vocabulary import Stance

REVIEWING = frozenset({Stance.DENIES, Stance.QUESTIONS, Stance.CONFIRMS})
"""The stances that a fact check can take."""

_WORST, _BEST = 1.0, 5.0
_DENYING = re.compile(r"(false|fake|incorrect|wrong|untrue|hoax|fabricated|pants on fire)\W*")
_CONFIRMING = re.compile(r"(true|correct|accurate|right|verified)\W*")


def stance_of(review: dict[str, Any]) -> Stance:
    """The stance of a review towards the claim that it reviews."""
    rating = first(review.get("reviewRating"))
    value = _number(rating, "ratingValue")
    worst, best = _number(rating, "worstRating"), _number(rating, "bestRating")
    worst, best = _WORST if worst is None else worst, _BEST if best is None else best
    if worst < best and value is not None and worst <= value <= best:
        return _between(value, worst, best)
    return _by_words(rated(review) or "")


def rated(review: dict[str, Any]) -> str | None:
    """The verdict in words; None where the rating has none."""
    return words(first(review.get("reviewRating")), "alternateName", "name")


def rating(stance: Stance, verdict: str | None) -> dict[str, Any]:
    """A rating for a stance; only where it denies or confirms does it carry a number."""
    value = {Stance.DENIES: 1, Stance.CONFIRMS: 5}.get(stance)
    numbers = {} if value is None else {"ratingValue": value, "worstRating": 1, "bestRating": 5}
    return {"@type": "Rating", **numbers, "alternateName": verdict or str(stance)}


def _between(value: float, worst: float, best: float) -> Stance:
    if value == worst:
        return Stance.DENIES
    return Stance.CONFIRMS if value == best else Stance.QUESTIONS


def _by_words(verdict: str) -> Stance:
    plain = verdict.strip().casefold()
    if _DENYING.fullmatch(plain):
        return Stance.DENIES
    return Stance.CONFIRMS if _CONFIRMING.fullmatch(plain) else Stance.QUESTIONS


def _number(node: JsonValue, name: str) -> float | None:
    value = node.get(name) if isinstance(node, dict) else None
    try:
        return float(value) if isinstance(value, str | int | float) else None
    except ValueError:
        return None
