"""English words that make two claims alike, or contrary: roots, equal words, contrary words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.morphology import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from attribution.extract.english.verbs import IRREGULAR

_SUFFIXES = tuple(
    "ations ation ments ment ages age ings ing edly ed ions ion ies ely es s e y".split()
)
"""Cut from a word to get its root, the longest first; one only."""

_ROOT_LENGTH = 4
"""Letters that a root keeps at least: "nation" is no form of "n"."""

FUNCTION_WORDS = (
    DETERMINERS
    | POSSESSIVES
    | OBJECT_PRONOUNS
    | PREPOSITIONS
    | RELATIVES
    | COORDINATORS
    | SUBORDINATORS
    | AUXILIARIES
    | frozenset(
        "to there also already then about around some least possess direct directly air own same"
        " one ones very quite really currently recently now today earlier previously yet still"
        " just so had people 's 'd 'll 've 're 'm ' who it they be being place".split()
    )
) - frozenset("against before after up down off out no".split())
"""Words that neither make nor break a likeness."""

STANDALONE_PRONOUNS = frozenset("he she i we they it".split())
"""At the head of a claim these leave open whom it is about."""

NEGATIVE_WORDS = frozenset(
    "not no never neither nor nobody none nothing nowhere without cannot hardly refuse fail deny"
    " lack untrue false".split()
)
"""Each turns what is said round."""

EQUAL_WORDS: tuple[str, ...] = (
    "involvement role hand involved involve part responsibility complicity participation",
    "kill die dead death deadly",
    "injure hurt wound injury",
    "supply provide give deliver furnish",
    "sell buy purchase sale",
    "use utilize utilise employ",
    "ceasefire truce armistice",
    "explosion blast explode",
    "election vote ballot",
    "produce make manufacture production",
    "laboratory lab",
    "rise increase climb",
    "fall decrease drop decline",
    "choose select pick",
    "meet meeting met",
    "leave withdraw exit pull",
    "take accept",
    "back support sponsor backing",
    "breach violate violation break",
    "hit strike airstrike",
    "emit release",
    "begin start commence",
    "end stop finish cease",
    "build construct construction",
    "know aware knowledge",
    "tonne ton",
    "soldier troop personnel",
    "big large huge",
    "illegal unlawful",
    "legal lawful",
    "destroy destruction",
    "resign resignation",
    "torture tortured",
    "fake forged forge forgery",
    "presence present",
    "quit resign",
    "hide hid hidden",
    "escape leak",
    "weapon arm",
    "bribe bribery",
)
"""Groups of words taken for the same in a claim; the first stands for all."""

PHRASES: Mapping[tuple[str, ...], str] = {
    ("shot", "down"): "downed",
    ("shoot", "down"): "downed",
    ("brought", "down"): "downed",
    ("bring", "down"): "downed",
    ("went", "up"): "rise",
    ("gone", "up"): "rise",
    ("go", "up"): "rise",
    ("went", "down"): "fall",
    ("gone", "down"): "fall",
    ("go", "down"): "fall",
    ("per", "cent"): "percent",
    ("blew", "up"): "blown",
    ("blown", "up"): "blown",
    ("carried", "out"): "did",
    ("carry", "out"): "did",
}
"""Words that mean one thing together."""

ATTACKS = frozenset("attack attacks strike strikes raid raids airstrike airstrikes".split())
ATTACK_LINKS = frozenset("against targeting on".split())
"""After a word for an attack these say no more than "on": "attacks targeting the port"."""

CONTRARY_WORDS: tuple[tuple[str, str], ...] = (
    ("rise", "fall"),
    ("win", "lose"),
    ("alive", "kill"),
    ("survive", "kill"),
    ("genuine", "fake"),
    ("legal", "illegal"),
    ("true", "false"),
    ("fair", "unfair"),
    ("fair", "rigged"),
    ("leave", "remain"),
    ("leave", "stay"),
    ("leave", "enter"),
    ("hide", "publish"),
    ("hide", "reveal"),
    ("begin", "end"),
    ("back", "oppose"),
    ("before", "after"),
    ("first", "last"),
    ("guilty", "innocent"),
    ("safe", "dangerous"),
    ("safe", "unsafe"),
    ("open", "close"),
    ("accept", "reject"),
    ("allow", "forbid"),
    ("allow", "ban"),
    ("defensive", "aggression"),
    ("attack", "defend"),
    ("join", "leave"),
    ("lift", "impose"),
    ("arrest", "release"),
    ("import", "export"),
    ("success", "failure"),
    ("succeed", "fail"),
    ("more", "less"),
    ("more", "fewer"),
    ("stronger", "weaker"),
    ("higher", "lower"),
    ("resume", "suspend"),
    ("guilt", "innocence"),
    ("possible", "impossible"),
    ("likely", "unlikely"),
    ("necessary", "unnecessary"),
    ("authorised", "unauthorised"),
    ("authorized", "unauthorized"),
    ("provoked", "unprovoked"),
    ("founded", "unfounded"),
)
"""Pairs of which two claims, one each, contradict each other."""

FUTURE_WORDS = frozenset("will would shall 'll 'd won't wouldn't".split())

TAKING_VERBS = frozenset("buy bought purchase purchased receive received obtain obtained".split())
"""Their agent takes; who gives stands after "from"."""

_IRREGULAR_FORMS = forms_of(IRREGULAR)


@lru_cache(maxsize=8192)  # a few thousand words make up most of any text
def root(word: str) -> str:
    """Return what a word shares with the words made from the same stem.

    Args:
        word: In lower case.

    Returns:
        "stor" for "store", "stored" and "storage"; irregular forms go by their base form.
    """
    readings = _IRREGULAR_FORMS.get(word)
    if readings:
        word = readings[0][0]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _ROOT_LENGTH:
            word = word[: -len(suffix)]
            break
    return _undoubled(word)


def _undoubled(stem: str) -> str:
    """A stem without what its ending changed: "controll" to "control", "suppli" to "suppl"."""
    if len(stem) > _ROOT_LENGTH and (stem[-1] == stem[-2] or stem[-1] in "iy"):
        return stem[:-1]
    return stem


CONCEPT_OF_ROOT: Mapping[str, str] = {
    root(word): root(group.split()[0]) for group in reversed(EQUAL_WORDS) for word in group.split()
}
"""From the root of a word to the root that stands for its group."""


def concept(word: str) -> str:
    """Return what a word in lower case stands for in a claim: the same for equal words."""
    base = root(word)
    return CONCEPT_OF_ROOT.get(base, base)


CONTRARIES: frozenset[tuple[str, str]] = frozenset(
    pair
    for one, other in CONTRARY_WORDS
    for pair in ((concept(one), concept(other)), (concept(other), concept(one)))
)
"""By concept, both ways round."""
