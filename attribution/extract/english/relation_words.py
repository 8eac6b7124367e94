"""English verbs, nouns, roles and suffixes that say what one actor is or does to another.

The tables list words by predicate (see `evidence.vocabulary.PREDICATES`) and by frame: where, seen
from the word, the other actor stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from attribution.extract.english.cues import plural
from attribution.extract.english.lemmas import forms_of
from attribution.extract.english.verbs import Form, inflections
from evidence.vocabulary import ActorKind


class Frame(Enum):
    """Where the other actor stands, seen from a verb."""

    OBJECT = "backs the rebels"
    OBJECT_TOLD = "pressed Iran to stop"
    OBJECT_WARNED = "warned Iran of attacks"
    THING_TO = "sold drones to Kyiv, supplied Kyiv with drones, gave Kyiv drones"
    THING_FROM = "bought drones from Turkey"
    WEAPON_AT = "fired missiles at Kyiv"
    DOINGS = "condemned Iran, condemned the raid by Iran"
    PREPOSITION = "negotiated with Hamas"


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """How a verb relates two actors.

    Attributes:
        lemma: Its base form.
        predicate: What its subject does.
        frame: Where the other actor stands.
        prepositions: Before the other actor, where the frame has one.
    """

    lemma: str
    predicate: str
    frame: Frame
    prepositions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NounEntry:
    """How a noun for an act relates two actors.

    Attributes:
        predicate: What its agent does.
        prepositions: Before the actor acted on.
        names_thing: Whether it needs a thing: "arms sales", "transfers of drones".
    """

    predicate: str
    prepositions: tuple[str, ...]
    names_thing: bool = False


_VERBS: tuple[tuple[str, Frame, str, str], ...] = (
    ("backs", Frame.OBJECT, "", "support back sponsor bolster assist aid"),
    (
        "supplies",
        Frame.THING_TO,
        "to for",
        "supply provide furnish equip deliver ship send sell give smuggle transfer export donate"
        " hand",
    ),
    (
        "supplies",
        Frame.THING_FROM,
        "from",
        "receive buy purchase obtain acquire procure get import",
    ),
    ("funds", Frame.OBJECT, "", "fund finance bankroll subsidise subsidize"),
    ("arms", Frame.OBJECT, "", "arm"),
    ("trains", Frame.OBJECT, "", "train"),
    ("commands", Frame.OBJECT, "", "command control direct lead instruct head activate oversee"),
    ("hosts", Frame.OBJECT, "", "host shelter harbour harbor"),
    ("produces", Frame.OBJECT, "", "produce manufacture make build develop assemble design"),
    ("uses", Frame.OBJECT, "", "use employ deploy operate utilize utilise fly"),
    ("owns", Frame.OBJECT, "", "own"),
    ("part of", Frame.OBJECT, "", "join"),
    ("part of", Frame.PREPOSITION, "to", "belong"),
    ("speaks for", Frame.OBJECT, "", "represent"),
    ("speaks for", Frame.PREPOSITION, "for", "speak"),
    ("allied with", Frame.PREPOSITION, "with alongside", "side ally partner cooperate fight"),
    ("negotiates with", Frame.PREPOSITION, "with", "negotiate talk bargain"),
    (
        "attacks",
        Frame.OBJECT,
        "",
        "attack strike bomb bombard shell raid invade target assault storm hit kill assassinate"
        " ambush",
    ),
    ("attacks", Frame.WEAPON_AT, "at on against into toward towards", "fire launch lob"),
    ("threatens", Frame.OBJECT, "", "threaten"),
    ("threatens", Frame.PREPOSITION, "against", "retaliate"),
    ("threatens", Frame.OBJECT_WARNED, "of", "warn"),
    ("sanctions", Frame.OBJECT, "", "sanction blacklist"),
    (
        "condemns",
        Frame.DOINGS,
        "",
        "condemn criticise criticize denounce blast slam rebuke censure lambast lambaste castigate",
    ),
    ("demands of", Frame.PREPOSITION, "of from that", "demand"),
    ("demands of", Frame.PREPOSITION, "on upon", "call"),
    ("demands of", Frame.OBJECT, "", "urge"),
    ("demands of", Frame.OBJECT_TOLD, "to for", "press pressure ask order"),
    ("accuses", Frame.DOINGS, "", "accuse blame implicate"),
)

_NOUNS: tuple[tuple[str, str, str], ...] = (
    ("backs", "for to", "support"),
    ("backs", "for of", "backing"),
    ("backs", "to for", "aid assistance"),
    ("backs", "of", "sponsorship patronage"),
    ("supplies", "to", "transfer delivery supply shipment export sale provision"),
    ("funds", "of for to", "funding financing"),
    ("funds", "to for", "subsidy"),
    ("trains", "of for", "training"),
    ("arms", "of", "arming"),
    (
        "attacks",
        "on against",
        "attack strike airstrike raid offensive assault war operation",
    ),
    ("attacks", "of", "bombing bombardment shelling invasion"),
    ("threatens", "against", "threat retaliation"),
    ("threatens", "against on", "revenge"),
    ("sanctions", "on against", "sanction embargo"),
    ("negotiates with", "with", "talk negotiation dialogue"),
    ("condemns", "of", "criticism condemnation denunciation"),
    ("accuses", "against", "accusation"),
    ("demands of", "of on", "demand"),
    ("demands of", "to", "ultimatum"),
    ("commands", "of over", "control command"),
    ("uses", "of", "use"),
    ("owns", "of", "ownership"),
    ("produces", "of", "production"),
)
_THING_NAMED = frozenset({"supplies"})

ROLE_NOUNS: Mapping[str, str] = {
    **dict.fromkeys(("commander", "leader", "head", "chief"), "commands"),
    **dict.fromkeys(("ally", "partner"), "allied with"),
    **dict.fromkeys(
        ("member", "branch", "wing", "arm", "unit", "faction", "division", "subsidiary"), "part of"
    ),
    **dict.fromkeys(("spokesman", "spokeswoman", "spokesperson"), "speaks for"),
    **dict.fromkeys(("backer", "supporter", "sponsor", "patron"), "backs"),
    "supplier": "supplies",
    **dict.fromkeys(("maker", "manufacturer", "producer"), "produces"),
    "owner": "owns",
}
"""What somebody does who is the commander, ally, maker ... of another."""

SUFFIXES: Mapping[str, str] = {
    **dict.fromkeys(("backed", "supported", "sponsored"), "backs"),
    **dict.fromkeys(("funded", "financed"), "funds"),
    "armed": "arms",
    **dict.fromkeys(("equipped", "supplied"), "supplies"),
    "trained": "trains",
    **dict.fromkeys(("led", "controlled", "commanded", "run", "directed"), "commands"),
    **dict.fromkeys(
        ("made", "built", "produced", "manufactured", "designed", "developed"), "produces"
    ),
    "owned": "owns",
    **dict.fromkeys(("aligned", "allied"), "allied with"),
}
"""The second half of "Iranian-backed": what the actor in the first half does."""

PASSIVE_ALLIES = frozenset({"allied with"})
"""In these the actor in front is the object, not the agent: "Iran-aligned militias"."""

LIGHT_VERBS = frozenset(
    "carry conduct launch stage mount make give provide offer lend extend impose hold issue"
    " have resume begin start continue increase intensify seek vow order mount wage slap"
    " announce level take step end open".split()
)
"""With a noun for an act as object these only say that it is done: "carried out strikes"."""

RECEIVING_VERBS = frozenset("receive get obtain win enjoy".split())
"""With such a noun their subject is acted on: "received support from"."""

OBJECT_CONTROL = frozenset(
    "urge press pressure ask order instruct tell force allow enable encourage help persuade"
    " call direct want expect permit train pay let send command accuse suspect blame condemn"
    " criticise criticize denounce stop prevent".split()
)
"""What follows is done by their object: "urged Oman to host", "accused Oman of hosting"."""

HEDGES = frozenset(
    "may might could can would will shall should allegedly reportedly apparently possibly"
    " probably likely supposedly purportedly perhaps potentially 'll 'd cannot ought".split()
)
"""Words beside a verb by which it is not said to be so."""

UNREAL_VERBS = frozenset(
    "plan want intend vow threaten offer promise hope seek prepare accuse suspect allege urge"
    " ask order instruct tell force call press pledge agree expect propose consider try"
    " attempt wish aim need refuse decline encourage persuade demand suggest pressure"
    " swear decide".split()
)
"""What they govern need not be so: "planned to arm", "accused of arming"."""

ENDING_VERBS = frozenset("refuse decline fail stop cease end halt suspend".split())
"""What they govern is not done, or no longer."""

BELONGINGS = frozenset(
    "troops forces troop force personnel facilities facility interests interest soldiers"
    " soldier army navy military jets jet planes warplanes ships ship vessels vessel bases"
    " base officials government administration officers territory soil targets target"
    " positions position fighters assets police intelligence artillery civilians citizens"
    " airfields cities city border embassy aircraft pilots diplomats sites site port town village"
    " airport outskirts".split()
)
"""What is done by or to these is done by or to whose they are: "US troops"."""

NO_GOODS = frozenset(
    "letter message delegation envoy note signal statement troops soldiers fighters forces people"
    " word words information details evidence answer answers copy look chance way sign support"
    " backing aid training team ambassador minister condolences attention call order orders visit"
    " hand power prisoners prisoner hostages hostage bodies children boost deadline ultimatum"
    " speech warning welcome".split()
)
"""What is sent or given without being supplied."""

DOINGS = frozenset(
    "strikes airstrikes attacks missiles rockets drones shells raids bombs gunmen hackers".split()
)
"""What does harm is done by those whose it is: "Israeli missiles hit"."""

GOODS = frozenset(
    "weapon weapons weaponry arms drone drones uavs missile missiles rocket rockets ammunition"
    " munitions shell shells tank tanks howitzer howitzers artillery aircraft plane planes jet jets"
    " helicopter helicopters boat boats ship ships vessel vessels vehicle vehicles truck trucks"
    " rifle rifles gun guns bomb bombs explosives launcher launchers system systems equipment gear"
    " kit materiel parts components engines chips technology technologies software satellites"
    " radars batteries oil gas fuel coal electricity uranium grain wheat food water medicine"
    " medicines vaccine vaccines doctors supplies goods materials intelligence hardware"
    " interceptors warheads".split()
)
"""What somebody supplies who is said to give, send or provide it."""

MONEY = frozenset(
    "money cash dollar dollars euro euros pound pounds rouble roubles yuan funds funding loan loans"
    " million millions billion billions thousands grant grants payments subsidies".split()
)
"""Who gives these funds rather than supplies."""

INDEFINITE = frozenset(
    "someone somebody anyone anybody everyone everybody nobody people others some many".split()
)
"""Words that name nobody about whom anything could be recorded."""

PLAIN_GIVING = frozenset("send give hand get receive transfer deliver provide obtain".split())
"""Verbs that supply only where the thing is said."""

EXAMPLE_OPENERS: tuple[tuple[str, ...], ...] = (
    ("such", "as"),
    ("including",),
    ("like",),
    ("namely",),
    ("among", "them"),
)
"""Words between a group and examples of it."""

ALIAS_PHRASES: tuple[tuple[str, ...], ...] = (
    ("also", "known", "as"),
    ("also", "called"),
    ("better", "known", "as"),
    ("known", "as"),
    ("formerly", "known", "as"),
    ("aka",),
)
"""Words between two names of one actor."""


INVOLVED_VERBS = frozenset(["engage", "involve", "participate"])
"""With "in" and a noun for an act these say who does it: "engaged in attacks on"."""


def _verb_table() -> dict[str, tuple[tuple[VerbEntry, Form], ...]]:
    table: dict[str, list[tuple[VerbEntry, Form]]] = {}
    for predicate, frame, prepositions, lemmas in _VERBS:
        for lemma in lemmas.split():
            entry = VerbEntry(lemma, predicate, frame, tuple(prepositions.split()))
            for word, form in inflections(lemma):
                table.setdefault(word, []).append((entry, form))
    return {word: tuple(entries) for word, entries in table.items()}


def _noun_table() -> Iterator[tuple[str, NounEntry]]:
    for predicate, prepositions, nouns in _NOUNS:
        entry = NounEntry(predicate, tuple(prepositions.split()), predicate in _THING_NAMED)
        for noun in nouns.split():
            yield noun, entry
            yield plural(noun), entry


VERB_FORMS: Mapping[str, tuple[tuple[VerbEntry, Form], ...]] = _verb_table()
"""By form in lower case, the entries that it may belong to with what form of them it is."""

NOUN_FORMS: Mapping[str, NounEntry] = dict(_noun_table())
"""By singular and plural."""

ROLE_FORMS: Mapping[str, str] = {
    form: predicate
    for noun, predicate in ROLE_NOUNS.items()
    for form in (noun, "spokesmen" if noun == "spokesman" else plural(noun))
}

GOVERNING_FORMS: Mapping[str, tuple[tuple[str, Form], ...]] = forms_of(
    sorted(
        LIGHT_VERBS
        | RECEIVING_VERBS
        | OBJECT_CONTROL
        | UNREAL_VERBS
        | ENDING_VERBS
        | INVOLVED_VERBS
    )
)
"""Forms of the verbs that govern other verbs and nouns for acts."""

UNFIT_OBJECTS: Mapping[str, frozenset[ActorKind]] = {
    "produces": frozenset(ActorKind) - {ActorKind.PRODUCT},
    "commands": frozenset({ActorKind.PERSON}),
    "uses": frozenset({ActorKind.PERSON, ActorKind.STATE}),
    "owns": frozenset({ActorKind.PERSON, ActorKind.STATE}),
    "part of": frozenset({ActorKind.PERSON, ActorKind.PRODUCT}),
    "supplies": frozenset({ActorKind.PRODUCT}),
    "funds": frozenset({ActorKind.PRODUCT}),
    "attacks": frozenset({ActorKind.PRODUCT}),
}
"""Kinds of actors to which these are not done in any sense that is meant here."""

TALKERS = frozenset({ActorKind.PERSON, ActorKind.OUTLET})
"""Who attack a person do so in words."""

OBJECTS_OF_TALK = TALKERS | {ActorKind.ORGANISATION, ActorKind.UNNAMED}
