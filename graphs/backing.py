"""What stands behind a relation: the claims that state it, and who says so, in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from evidence.case import Case
from evidence.model import Passage
from evidence.vocabulary import OPPOSING, Form, Stance
from graphs.keys import EdgeType, NodeType, node_key


@dataclass(frozen=True, slots=True)
class Backing:
    """One attribution behind a claim.

    Attributes:
        attribution: Id of the attribution.
        speaker: Node that says so: an actor, or a document where nobody is named.
        name: The speaker's label; for a document in its own voice that of who vouches for it.
        stance: How the speaker stands towards the claim.
        form: Whether the words are quoted; None where unknown.
        document: Id of the document that holds the words; None where none is given.
        title: The document's label; None where no document is given.
        source: The words that name the speaker.
        cue: The words that say that somebody speaks.
        content: The words that are attributed.
    """

    attribution: str
    speaker: str
    name: str
    stance: Stance
    form: Form | None
    document: str | None
    title: str | None
    source: tuple[Passage, ...]
    cue: tuple[Passage, ...]
    content: tuple[Passage, ...]

    @property
    def opposes(self) -> bool:
        """Whether the speaker speaks against the claim."""
        return self.stance in OPPOSING


@dataclass(frozen=True, slots=True)
class BackedClaim:
    """A claim with everybody who takes a stance towards it, in the order of documents and words.

    Attributes:
        claim: Id of the claim.
        text: The proposition; the id where the case does not hold the claim.
        backings: Who says so.
    """

    claim: str
    text: str
    backings: tuple[Backing, ...]


@dataclass(frozen=True, slots=True)
class BackedRelation:
    """A relation with the claims that state it.

    Attributes:
        relation: Id of the relation.
        who: Id of the acting actor.
        predicate: What it does.
        to: Id of the actor acted on.
        what: The thing supplied, demanded and so on; None where there is none.
        claims: The claims that say so, in the order of the record.
    """

    relation: str
    who: str
    predicate: str
    to: str
    what: str | None
    claims: tuple[BackedClaim, ...]

    @property
    def backings(self) -> tuple[Backing, ...]:
        """Every attribution behind the relation."""
        return tuple(backing for claim in self.claims for backing in claim.backings)

    @property
    def contested(self) -> bool:
        """Whether anybody denies or questions a claim behind the relation."""
        return any(backing.opposes for backing in self.backings)


def back(case: Case, graph: nx.MultiDiGraph, relation_id: str) -> BackedRelation:
    """Gather what stands behind a relation of `case`.

    Args:
        case: The case that holds the records.
        graph: The graph of the case.
        relation_id: Id of a relation of the case.

    Returns:
        The relation with its claims. Cost: the number of attributions of these claims.
    """
    relation = case.relations[relation_id]
    claims = tuple(_backed_claim(case, graph, claim) for claim in dict.fromkeys(relation.claims))
    return BackedRelation(
        relation_id, relation.who, relation.does, relation.to, relation.what, claims
    )


def vouching(backings: Iterable[Backing]) -> tuple[str, ...]:
    """The distinct speakers who do not speak against what they talk about, sorted."""
    return tuple(sorted({backing.speaker for backing in backings if not backing.opposes}))


def _backed_claim(case: Case, graph: nx.MultiDiGraph, claim_id: str) -> BackedClaim:
    claim = case.claims.get(claim_id)
    key = node_key(NodeType.CLAIM, claim_id)
    edges = graph.in_edges(key, data=True) if key in graph else ()
    said = [
        _backing(case, graph, speaker, data["attribution"])
        for speaker, _, data in edges
        if data["type"] == EdgeType.SAYS
    ]
    return BackedClaim(claim_id, claim.text if claim else claim_id, tuple(sorted(said, key=_order)))


def _backing(case: Case, graph: nx.MultiDiGraph, speaker: str, attribution_id: str) -> Backing:
    record = case.attributions[attribution_id]
    return Backing(
        attribution=attribution_id,
        speaker=speaker,
        name=_name(case, graph, speaker, record.by),
        stance=record.stance,
        form=record.form,
        document=record.document,
        title=_title(case, record.document),
        source=record.source,
        cue=record.cue,
        content=record.content,
    )


def _name(case: Case, graph: nx.MultiDiGraph, speaker: str, by: str | None) -> str:
    voice = case.actors.get(by) if by is not None else None
    label: str = voice.name if voice is not None else graph.nodes[speaker]["label"]
    return label


def _title(case: Case, document_id: str | None) -> str | None:
    document = case.documents.get(document_id) if document_id is not None else None
    return document.title or document_id if document is not None else document_id


def _order(backing: Backing) -> tuple[str, int, str]:
    starts = [
        p.start for p in backing.source + backing.cue + backing.content if p.start is not None
    ]
    return (backing.document or "", min(starts, default=0), backing.attribution)
