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
- without either        the first document that is the same work
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
from collections.abc import Callable, Collection, Iterable, Mapping

from evidence.case import Case, Dossier
from evidence.model import Attribution
from evidence.vocabulary import AFFIRMING, OPPOSING, BearingKind, Form, Stance
from graphs.origins.loops import Steps
from graphs.origins.reach import Reach
from graphs.origins.sources import UNKNOWN, Basis, SourceLineage, keys

__all__ = ["TRACED", "Basis", "Lineage", "opposition", "supports"]

TRACED = AFFIRMING | {Stance.RELAYS}
"""Stances whose lineage counts for a claim: those that put it forward or pass it on."""

AttributionsOf = Callable[[str], Iterable[Attribution]]
"""Gives the attributions of the claim with an id, in the order of the case."""

_Published = Mapping[tuple[str, str | None], tuple[str, ...]]
"""By side ("for", "against" or "neither") and publisher, what its documents say of one claim."""


# Found once, as Python 3.11 takes ten times as long to find a member as any other attribute.
_RELAYS, _OWN_VOICE = Stance.RELAYS, Form.OWN_VOICE

_ATTRIBUTION = "attribution:"


class Lineage:
    """The bases of a case's records, each worked out when it is first asked for.

    Nodes are keys such as "document:weekly", "actor:iran", "evidence:debris",
    "attribution:a-0f3c2b9d11aa"; what a derivation names and the case does not hold is
    "missing:ID".

    Args:
        case: The case.
        attributions_of: Finds the attributions of a claim; None: by going through the case once.
        sources: What documents, actors and evidence rest on, where that is shared.
        near: Attributions that are at hand and need not be looked up in the case.
    """

    def __init__(
        self,
        case: Case,
        attributions_of: AttributionsOf | None = None,
        *,
        sources: SourceLineage | None = None,
        near: Iterable[Attribution] = (),
    ) -> None:
        self._case = case
        self._sources = sources or SourceLineage(case)
        self._attributions_of = attributions_of or _Grouped(case)
        self._near = {a.id: a for a in near}
        self._bases: dict[str, Basis] = {}
        self._published: dict[str, _Published] = {}
        self._reach: tuple[tuple[str, ...], Reach] | None = None

    def around(self, dossier: Dossier) -> Lineage:
        """The same lineage with the attributions of one claim at hand.

        What is found out about sources is shared with this one, what is found out about
        attributions is forgotten with the result: so that a pass over many claims does not end
        with all of them in memory.
        """
        far, claim = self._attributions_of, dossier.claim.id
        return Lineage(
            self._case,
            lambda other: dossier.attributions if other == claim else far(other),
            sources=self._sources,
            near=dossier.attributions,
        )

    def basis(self, node: str) -> Basis:
        """What `node` rests on; nodes that the case does not hold are roots of unknown lineage."""
        found = self._bases.get(node)
        if found is not None:
            return found
        if not node.startswith(_ATTRIBUTION):
            return self._sources.basis(node)
        found = self._bases[node] = self._of_attribution(node)
        return found

    def reach(self, starts: tuple[str, ...], *, standing: Collection[str] | None = None) -> Reach:
        """What lineage leads to from some nodes; remembered for those that were asked for last.

        Args:
            starts: Keys of nodes, such as the supports of a claim.
            standing: Where given, lineage is followed through these nodes only.

        Returns:
            The nodes, those that are not standing left out. Cost: linear in them and their steps.
        """
        if standing is not None:
            return Reach(self._steps(starts, standing))
        if self._reach is None or self._reach[0] != starts:
            self._reach = starts, Reach(self._steps(starts))
        return self._reach[1]

    def _steps(self, starts: Iterable[str], standing: Collection[str] | None = None) -> Steps:
        steps: Steps = {}
        pending = [node for node in starts if standing is None or node in standing]
        for node in pending:  # which grows meanwhile
            if node not in steps:
                bases = self.basis(node).rests_on
                if standing is not None:
                    bases = tuple(base for base in bases if base in standing)
                steps[node] = bases
                pending += bases
        return steps

    def _of_attribution(self, node: str) -> Basis:
        attribution_id = node[len(_ATTRIBUTION) :]
        attribution = self._near.get(attribution_id) or self._case.attributions.get(attribution_id)
        if attribution is None:
            return UNKNOWN
        rests_on = self._sources.derived.get(node) or self._voice(attribution)
        return Basis(rests_on, _carriers(attribution, rests_on), bool(rests_on))

    def _voice(self, attribution: Attribution) -> tuple[str, ...]:
        """Where lineage goes on by the attribution itself; empty where nobody knows."""
        relays = attribution.stance is _RELAYS
        if not self._own_voice(attribution):
            return () if relays else self._speaker(attribution)
        document = keys("document", attribution.document)
        if relays:
            return document if document and document[0] in self._sources.derived else ()
        return document

    def _speaker(self, attribution: Attribution) -> tuple[str, ...]:
        """The speaker, or those from whom it has the claim by what it published itself."""
        speaker = attribution.by
        publishing = self._sources.publishing
        if publishing is None or speaker in publishing:
            published = self._published_on(attribution.claim)
            told = published.get((side_of(attribution.stance), speaker))
            if told:
                return told
        return (f"actor:{speaker}",)

    def _published_on(self, claim: str) -> _Published:
        """Whom each publisher names in its own documents as having said the same of a claim.

        A publisher that says so in its own voice as well names nobody.
        """
        found = self._published.get(claim)
        if found is None:
            found = self._published[claim] = self._gather_published(claim)
        return found

    def _gather_published(self, claim: str) -> _Published:
        said: dict[tuple[str, str | None], list[Attribution]] = defaultdict(list)
        for attribution in self._attributions_of(claim):
            publisher = self._sources.publishers[attribution.document]
            if publisher:
                said[side_of(attribution.stance), publisher].append(attribution)
        return {
            topic: keys("attribution", *(a.id for a in published))
            for topic, published in said.items()
            if not any(self._own_voice(a) for a in published)
        }

    def _own_voice(self, attribution: Attribution) -> bool:
        """Whether a document speaks for itself; never where it names somebody and is not there."""
        speaker = attribution.by
        if speaker is None:
            return True
        publisher = self._sources.publishers[attribution.document]
        if publisher is None:
            return False
        return speaker == publisher or attribution.form is _OWN_VOICE


class _Grouped:
    """The attributions of a case by claim, gathered when the first of them is asked for."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._groups: dict[str, list[Attribution]] | None = None

    def __call__(self, claim: str) -> Iterable[Attribution]:
        if self._groups is None:
            self._groups = {}
            for attribution in self._case.attributions.values():
                self._groups.setdefault(attribution.claim, []).append(attribution)
        return self._groups.get(claim, ())


def _carriers(attribution: Attribution, rests_on: tuple[str, ...]) -> tuple[str, ...]:
    """What an attribution needs to reach us: speaker, document, the attribution around it."""
    ends = (
        ("actor", attribution.by),
        ("document", attribution.document),
        ("attribution", attribution.within),
    )
    return tuple(
        [
            node
            for kind, record_id in ends
            if record_id is not None and (node := f"{kind}:{record_id}") not in rests_on
        ]
    )


def side_of(stance: Stance) -> str:
    """Whether a stance is "for" a claim, "against" it or "neither"."""
    return "for" if stance in TRACED else "against" if stance in OPPOSING else "neither"


def supports(dossier: Dossier) -> tuple[str, ...]:
    """The nodes that a claim's support starts from, in the order of the case.

    These are its attributions that put it forward or relay it, and evidence that supports it. A
    relay in which another attribution of the same claim is nested only carries that one, and is
    left out.
    """
    traced = [a for a in dossier.attributions if a.stance in TRACED]
    carried = {a.within for a in traced}
    said = (a.id for a in traced if a.stance is not Stance.RELAYS or a.id not in carried)
    return (*keys("attribution", *said), *_shown(dossier, BearingKind.SUPPORTS))


def opposition(dossier: Dossier) -> tuple[str, ...]:
    """The nodes that speak against a claim: who denies or doubts it, and contrary evidence."""
    said = (a.id for a in dossier.attributions if a.stance in OPPOSING)
    return (*keys("attribution", *said), *_shown(dossier, BearingKind.CONTRADICTS))


def _shown(dossier: Dossier, kind: BearingKind) -> tuple[str, ...]:
    bearing = (
        b.source
        for b in dossier.shown
        if b.kind is kind and b.target == dossier.claim.id and b.source in dossier.evidence
    )
    return keys("evidence", *bearing)
