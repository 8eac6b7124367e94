"""Statements whose whole content is that a charge holds: "the claims that ... are credible"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attribution.extract.detection import Span
from attribution.extract.english.morphology import BE, NEGATIONS, is_adverb
from attribution.extract.english.stance_words import CREDIBLE_WORDS, TRUE_WORDS
from attribution.extract.stances.denial import charge_at, charge_span
from attribution.extract.text.scanner import Token
from attribution.extract.text.token_ranges import lower_words
from evidence.vocabulary import Stance

_VERDICT_REACH = 4
"""How many words may stand between "are" and "credible": "are in fact quite credible"."""


@dataclass(frozen=True, slots=True)
class Support:
    """A charge that is said to hold.

    Attributes:
        charge: What holds, in code points.
        stance: "confirms" if it is called true, "believes" if only credible.
    """

    charge: Span
    stance: Stance


def find_support(tokens: Sequence[Token]) -> Support | None:
    """Read some content as saying that a charge holds.

    Args:
        tokens: The tokens of the content, in order.

    Returns:
        What is supported, or None where the content says something else.
    """
    kept = [token for token in tokens if token.kind != "punctuation"]
    words = lower_words(kept)
    first = 1 if words[:1] == ["that"] else 0
    charge = charge_at(words, first)
    if charge is None or words[charge + 1 : charge + 2] != ["that"]:
        return None
    for index in range(len(words) - 2, charge + 2, -1):
        if words[index] in BE:
            stance = _verdict(words[index + 1 :])
            span = charge_span(kept, words, first, charge, index)
            return Support(span, stance) if stance is not None else None
    return None


def _verdict(words: Sequence[str]) -> Stance | None:
    """What is said after the last "are": true, credible, or something else."""
    if len(words) > _VERDICT_REACH or any(word in NEGATIONS for word in words):
        return None
    if not all(is_adverb(word) or word in ("in", "fact") for word in words[:-1]):
        return None
    if words[-1] in TRUE_WORDS:
        return Stance.CONFIRMS
    return Stance.BELIEVES if words[-1] in CREDIBLE_WORDS else None
