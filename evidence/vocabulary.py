"""The closed lists of the field: kinds, stances, predicates, bearings, with their meanings.

Each value is what people write in a case file, so values are plain English words.
"""

from __future__ import annotations

from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    ARMED_GROUP = "armed group"
    OUTLET = "outlet"
    PRODUCT = "product"
    UNNAMED = "unnamed group"


class Stance(StrEnum):
    """How a source stands towards a claim; `STANCE_MEANINGS` says what each one means."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    QUESTIONS = "questions"
    RELAYS = "relays"
    BELIEVES = "believes"
    INTENDS = "intends"
    DEMANDS = "demands"
    CONDEMNS = "condemns"
    PRAISES = "praises"
    WARNS = "warns"
    ACCUSES = "accuses"


STANCE_MEANINGS: dict[Stance, str] = {
    Stance.ASSERTS: "puts the claim forward as true",
    Stance.CONFIRMS: "affirms what was alleged or asked",
    Stance.DENIES: "says that the claim is not true",
    Stance.QUESTIONS: "doubts the claim, or asks whether it is true",
    Stance.RELAYS: "passes on what another said, without vouching for it",
    Stance.BELIEVES: "thinks, expects or suspects that it is true",
    Stance.INTENDS: "vows, plans or threatens to do it",
    Stance.DEMANDS: "calls for it, urges it, orders it",
    Stance.CONDEMNS: "takes it as having happened and criticises it",
    Stance.PRAISES: "takes it as having happened and welcomes it",
    Stance.WARNS: "says that harm may come of it",
    Stance.ACCUSES: "alleges that somebody did wrong",
}

AFFIRMING = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ACCUSES, Stance.BELIEVES})
"""Stances that put a claim forward as true or likely."""

OPPOSING = frozenset({Stance.DENIES, Stance.QUESTIONS})
"""Stances that speak against a claim."""


class Form(StrEnum):
    """How the words of a source are given; "own voice" is the document speaking for itself."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OWN_VOICE = "own voice"


class Certainty(StrEnum):
    """How likely a speaker says it is: the seven bands of ICD 203, D.6.e(2)(a), in its words."""

    REMOTE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"


class EvidenceKind(StrEnum):
    """What is shown."""

    DOCUMENT = "document"
    IMAGERY = "imagery"
    PHYSICAL = "physical"
    DATASET = "dataset"
    TESTIMONY = "testimony"
    PATTERN = "pattern"


class BearingKind(StrEnum):
    """How evidence or a claim bears on a claim, an attribution or another bearing."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    UNDERCUTS = "undercuts"


class DerivationKind(StrEnum):
    """How one record rests on another."""

    RELAYS = "relays"
    QUOTES = "quotes"
    TRANSLATES = "translates"
    DERIVES = "derives"


PREDICATES: dict[str, str] = {
    "backs": "gives political or general support to",
    "supplies": "provides goods or arms to",
    "funds": "gives money to",
    "arms": "provides weapons to",
    "trains": "trains the people of",
    "commands": "directs or controls",
    "hosts": "shelters or gives bases to",
    "produces": "makes (a product)",
    "uses": "uses (a product or a place)",
    "owns": "owns or runs",
    "part of": "belongs to",
    "speaks for": "speaks for",
    "allied with": "acts together with",
    "negotiates with": "negotiates with",
    "attacks": "uses force against",
    "threatens": "threatens",
    "sanctions": "imposes sanctions on",
    "condemns": "criticises in public",
    "demands of": "makes demands of",
    "accuses": "accuses",
    "same as": "is another name of",
}
"""The standard predicates with their meanings; other words may be used and are kept."""
