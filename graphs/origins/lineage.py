"""What each record of a case rests on, as far as the case says.

A *basis* says of a node two things: what it rests on (alternatives: lineage goes on there, and one
of them is enough) and what carries it (each of them is needed for it to reach us, but lineage does
not go on there).

======================  =================================================  ======================
node                    rests on                                           carried by
======================  =================================================  ======================
attribution             what its derivations say; otherwise                speaker, document, the
- by a named speaker    that actor, or what that has it from               attribution around it
- in own voice          its document                                       (`within`), as far as
- that relays           what its document's derivations say, or unknown    given and not rested on
document                what its derivations say, otherwise its publisher  publisher
evidence                what its derivations say, otherwise its document   document
actor                   those it speaks for
======================  =================================================  ======================

A document speaks in its own voice also where nobody is named and where the speaker is its own
publisher. A speaker who published a document of the case, and says in it from whom it has the same
claim, has it from there: two outlets that cite each other are a loop. Who only relays does not
vouch: unless the document is its own voice and says what it rests on, nobody knows who stands
behind.

A node that rests on nothing is a root. Lineage is *unknown* at records that are missing, at unnamed
groups, at documents of which nothing says whether they report first hand (with a publisher they
still lead to it: what one publisher prints is one origin), at documents that repeat others without
saying whom, at relays without a stated origin, and at attributions with neither speaker nor
document.

A claim that supports a claim is an argument, not a source, and is not followed here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass

from evidence.case import Case, Dossier
from evidence.model import Attribution
from evidence.vocabulary import AFFIRMING, OPPOSING, ActorKind, BearingKind, Form, Stance

TRACED = AFFIRMING | {Stance.RELAYS}
"""Stances whose lineage counts for a claim: those that put it forward or pass it on."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What a node rests on.

    Attributes:
        rests_on: Keys of the nodes where its lineage goes on; empty at a root.
        carried_by: Keys of the nodes without which it would not have reached us.
        known: Whether the case says where its lineage goes on, or that it ends here.
    """

    rests_on: tuple[str, ...] = ()
    carried_by: tuple[str, ...] = ()
    known: bool = True


UNKNOWN = Basis(known=False)

_Topic = tuple[str, str, str | None]
"""A claim, the side taken ("for", "against" or "neither"), and the actor who takes it."""


class Lineage:
    """The bases of a case's records, each worked out when it is first asked for.

    Nodes are keys such as "document:weekly", "actor:iran", "evidence:debris",
    "attribution:a-0f3c2b9d11aa"; what a derivation names and the case does not hold is
    "missing:ID".
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._bases: dict[str, Basis] = {}
        self._derived = _derivations(case)
        self._published = self._gather_published()
        self._rules = {
            "document": self._of_document,
            "actor": self._of_actor,
            "evidence": self._of_evidence,
            "attribution": self._of_attribution,
        }

    def basis(self, node: str) -> Basis:
        """What `node` rests on; nodes that the case does not hold are roots of unknown lineage."""
        found = self._bases.get(node)
        if found is None:
            kind, _, record_id = node.partition(":")
            rule = self._rules.get(kind)
            found = self._bases[node] = rule(record_id) if rule else UNKNOWN
        return found

    def _of_document(self, document_id: str) -> Basis:
        document = self._case.documents.get(document_id)
        if document is None:
            return UNKNOWN
        publisher = _keys("actor", document.publisher)
        derived = self._derived.get(f"document:{document_id}")
        if derived:
            return Basis(derived, _besides(publisher, derived))
        if document.original is False:
            return Basis(carried_by=publisher, known=False)
        return Basis(publisher, known=document.original is True)

    def _of_actor(self, actor_id: str) -> Basis:
        actor = self._case.actors.get(actor_id)
        if actor is None:
            return UNKNOWN
        principals = _keys("actor", *(p for p in actor.speaks_for if p != actor_id))
        return Basis(principals, known=bool(principals) or actor.kind is not ActorKind.UNNAMED)

    def _of_evidence(self, evidence_id: str) -> Basis:
        evidence = self._case.evidence.get(evidence_id)
        if evidence is None:
            return UNKNOWN
        document = _keys("document", evidence.document)
        derived = self._derived.get(f"evidence:{evidence_id}")
        return Basis(derived, _besides(document, derived)) if derived else Basis(document)

    def _of_attribution(self, attribution_id: str) -> Basis:
        attribution = self._case.attributions.get(attribution_id)
        if attribution is None:
            return UNKNOWN
        rests_on = self._voice(attribution)
        carriers = (
            *_keys("actor", attribution.by),
            *_keys("document", attribution.document),
            *_keys("attribution", attribution.within),
        )
        return Basis(rests_on, _besides(carriers, rests_on), known=bool(rests_on))

    def _voice(self, attribution: Attribution) -> tuple[str, ...]:
        """Where the lineage of an attribution goes on; empty where nobody knows."""
        derived = self._derived.get(f"attribution:{attribution.id}")
        if derived:
            return derived
        document = _keys("document", attribution.document)
        if not self._own_voice(attribution):
            return self._speaker(attribution)
        if attribution.stance is Stance.RELAYS:
            return document if document and document[0] in self._derived else ()
        return document

    def _speaker(self, attribution: Attribution) -> tuple[str, ...]:
        """The speaker, or those from whom it has the claim by what it published itself."""
        if attribution.stance is Stance.RELAYS:
            return ()
        published = self._published.get(_topic(attribution, attribution.by), ())
        if any(self._own_voice(a) for a in published):
            return _keys("actor", attribution.by)
        quoted = _keys("attribution", *(a.id for a in published))
        return quoted or _keys("actor", attribution.by)

    def _gather_published(self) -> dict[_Topic, list[Attribution]]:
        """What the documents of each publisher say for or against each claim."""
        found: dict[_Topic, list[Attribution]] = defaultdict(list)
        for attribution in self._case.attributions.values():
            document = self._case.documents.get(attribution.document or "")
            if document is not None and document.publisher is not None:
                found[_topic(attribution, document.publisher)].append(attribution)
        return found

    def _own_voice(self, attribution: Attribution) -> bool:
        document = self._case.documents.get(attribution.document or "")
        if attribution.by is None or document is None:
            return attribution.by is None
        return attribution.form is Form.OWN_VOICE or attribution.by == document.publisher


def _topic(attribution: Attribution, actor: str | None) -> _Topic:
    stance = attribution.stance
    side = "for" if stance in TRACED else "against" if stance in OPPOSING else "neither"
    return attribution.claim, side, actor


def supports(dossier: Dossier) -> tuple[str, ...]:
    """The nodes that a claim's support starts from, in the order of the case.

    These are its attributions that put it forward or relay it, and evidence that supports it. A
    relay in which another attribution of the same claim is nested only carries that one, and is
    left out.
    """
    traced = [a for a in dossier.attributions if a.stance in TRACED]
    carried = {a.within for a in traced}
    said = (a.id for a in traced if a.stance is not Stance.RELAYS or a.id not in carried)
    return (*_keys("attribution", *said), *_shown(dossier, BearingKind.SUPPORTS))


def opposition(dossier: Dossier) -> tuple[str, ...]:
    """The nodes that speak against a claim: who denies or doubts it, and contrary evidence."""
    said = (a.id for a in dossier.attributions if a.stance in OPPOSING)
    return (*_keys("attribution", *said), *_shown(dossier, BearingKind.CONTRADICTS))


def _shown(dossier: Dossier, kind: BearingKind) -> tuple[str, ...]:
    bearing = (
        b.source
        for b in dossier.shown
        if b.kind is kind and b.target == dossier.claim.id and b.source in dossier.evidence
    )
    return _keys("evidence", *bearing)


def _keys(kind: str, *ids: str | None) -> tuple[str, ...]:
    keys = [f"{kind}:{i}" for i in ids if i is not None]
    return tuple(keys) if len(keys) < 2 else tuple(dict.fromkeys(keys))


def _besides(nodes: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(node for node in nodes if node not in others)


def _derivations(case: Case) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for derivation in case.derivations.values():
        found[_node_of(case, derivation.what)].append(_node_of(case, derivation.rests_on))
    return {node: tuple(dict.fromkeys(targets)) for node, targets in found.items()}


def _node_of(case: Case, record_id: str) -> str:
    """The node that a derivation means by an id, which may belong to several types of record."""
    sections: tuple[tuple[str, Container[str]], ...] = (
        ("document", case.documents),
        ("evidence", case.evidence),
        ("attribution", case.attributions),
        ("actor", case.actors),
    )
    for kind, records in sections:
        if record_id in records:
            return f"{kind}:{record_id}"
    return f"missing:{record_id}"
