"""English words for the standard predicates, as they stand in a sentence about two actors."""

from __future__ import annotations

from collections.abc import Mapping

from evidence.vocabulary import ActorKind

PHRASES: Mapping[str, tuple[str, str, str]] = {
    "backs": ("backs", "does not back", "may back"),
    "supplies": ("supplies", "does not supply", "may supply"),
    "funds": ("funds", "does not fund", "may fund"),
    "arms": ("arms", "does not arm", "may arm"),
    "trains": ("trains", "does not train", "may train"),
    "commands": ("commands", "does not command", "may command"),
    "hosts": ("hosts", "does not host", "may host"),
    "produces": ("produces", "does not produce", "may produce"),
    "uses": ("uses", "does not use", "may use"),
    "owns": ("owns", "does not own", "may own"),
    "part of": ("is part of", "is not part of", "may be part of"),
    "speaks for": ("speaks for", "does not speak for", "may speak for"),
    "allied with": ("is allied with", "is not allied with", "may be allied with"),
    "negotiates with": ("negotiates with", "does not negotiate with", "may negotiate with"),
    "attacks": ("attacks", "does not attack", "may attack"),
    "threatens": ("threatens", "does not threaten", "may threaten"),
    "sanctions": ("sanctions", "does not sanction", "may sanction"),
    "condemns": ("condemns", "does not condemn", "may condemn"),
    "demands of": ("makes demands of", "does not make demands of", "may make demands of"),
    "accuses": ("accuses", "does not accuse", "may accuse"),
    "same as": ("is another name of", "is not another name of", "may be another name of"),
}
"""By predicate: stated, negated, hedged; of one actor."""


def _of_several(stated: str, negated: str, hedged: str) -> tuple[str, str, str]:
    base = hedged.removeprefix("may ")
    plural = f"are {base.removeprefix('be ')}" if base.startswith("be ") else base
    return plural, negated.replace("does not", "do not").replace("is not", "are not"), hedged


SEVERAL: Mapping[str, tuple[str, str, str]] = {
    predicate: _of_several(*phrases) for predicate, phrases in PHRASES.items()
}
"""The same of several: "Iranian companies produce"."""

THING_LINKS: Mapping[str, str] = {"supplies": "with"}
"""What stands before the thing: "supplies Hezbollah with drones"."""

INVOLVEMENTS = frozenset(
    "role hand involvement part responsibility knowledge links link ties connection connections"
    " wrongdoing complicity participation support plans intention guilt".split()
)
"""Nouns that somebody denies or admits of himself: "denied any role in"."""

PHRASES_FOR_KIND: Mapping[ActorKind, tuple[str, ...]] = {
    ActorKind.STATE: ("the country", "the government", "the nation", "the state"),
    ActorKind.ARMED_GROUP: ("the group", "the militia", "the movement"),
    ActorKind.ORGANISATION: ("the organisation", "the organization", "the company", "the group"),
}
"""What somebody who speaks for an actor of a kind calls it."""
