"""What documents, actors and evidence rest on, each worked out when it is first asked for.

See `graphs.origins.lineage` for what the bases of all records are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from evidence.case import Case
from evidence.vocabulary import ActorKind
from graphs.origins.works import same_works


class Basis(NamedTuple):
    """What a node rests on; a tuple, as a case has as many as it has records.

    Attributes:
        rests_on: Keys of the nodes where its lineage goes on; empty at a root.
        carried_by: Keys of the nodes without which it would not have reached us.
        known: Whether the case says where its lineage goes on, or that it ends here.
    """

    rests_on: tuple[str, ...] = ()
    carried_by: tuple[str, ...] = ()
    known: bool = True


UNKNOWN = Basis(known=False)


class SourceLineage:
    """The bases of sources, and what derivations say of every record.

    Args:
        case: The case.
        whole: Whether all of it is wanted, so that documents may be gone through once.

    Attributes:
        derived: What derivations say that a node rests on, by its key.
        publishers: Who published each document, by its id.
        publishing: Everybody who published a document; None where the whole was not asked for.
    """

    def __init__(self, case: Case, *, whole: bool = False) -> None:
        self._case = case
        self._bases: dict[str, Basis] = {}
        self.publishers = _Publishers(case)
        self.publishing = frozenset(d.publisher for d in case.documents.values()) if whole else None
        self.derived = _derivations(case)
        self._rules = {
            "document": self._of_document,
            "actor": self._of_actor,
            "evidence": self._of_evidence,
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
        publisher = keys("actor", document.publisher)
        derived = self.derived.get(f"document:{document_id}")
        if derived:
            return Basis(derived, besides(publisher, derived))
        if document.original is False:
            return Basis(carried_by=publisher, known=False)
        if not publisher and document_id in self._works:
            return Basis(keys("document", self._works[document_id]))
        return Basis(publisher, known=document.original is True)

    @cached_property
    def _works(self) -> dict[str, str]:
        return same_works(self._case.documents.values())

    def _of_actor(self, actor_id: str) -> Basis:
        actor = self._case.actors.get(actor_id)
        if actor is None:
            return UNKNOWN
        principals = keys("actor", *(p for p in actor.speaks_for if p != actor_id))
        return Basis(principals, known=bool(principals) or actor.kind is not ActorKind.UNNAMED)

    def _of_evidence(self, evidence_id: str) -> Basis:
        evidence = self._case.evidence.get(evidence_id)
        if evidence is None:
            return UNKNOWN
        document = keys("document", evidence.document)
        derived = self.derived.get(f"evidence:{evidence_id}")
        return Basis(derived, besides(document, derived)) if derived else Basis(document)


class _Publishers(dict[str | None, str | None]):
    """Who published a document: an id, "" where that is not said, None where it is not there.

    Kept by the document's id once it is asked for, as it is asked for each attribution and the
    document itself is large.
    """

    def __init__(self, case: Case) -> None:
        super().__init__({None: None})
        self._documents = case.documents

    def __missing__(self, document_id: str) -> str | None:
        document = self._documents.get(document_id)
        publisher = self[document_id] = (document.publisher or "") if document else None
        return publisher


def keys(kind: str, *ids: str | None) -> tuple[str, ...]:
    """The keys of nodes of a kind, without what is None and without repetition."""
    found = [f"{kind}:{i}" for i in ids if i is not None]
    return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))


def besides(nodes: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `nodes` that are not among `others`."""
    return tuple([node for node in nodes if node not in others])


def _derivations(case: Case) -> dict[str, tuple[str, ...]]:
    said = [(each.what, each.rests_on) for each in case.derivations.values()]
    nodes = _nodes_of(case, {record_id for ends in said for record_id in ends})
    found: dict[str, list[str]] = defaultdict(list)
    for what, rests_on in said:
        found[nodes[what]].append(nodes[rests_on])
    return {node: tuple(dict.fromkeys(targets)) for node, targets in found.items()}


def _nodes_of(case: Case, ids: set[str]) -> dict[str, str]:
    """The nodes that derivations mean by ids, which may belong to several types of record.

    Whole sections are gone through, as in a store that is faster than to ask for each id.
    """
    sections: tuple[tuple[str, Iterable[str]], ...] = (
        ("document", case.documents),
        ("evidence", case.evidence),
        ("attribution", case.attributions),
        ("actor", case.actors),
    )
    nodes: dict[str, str] = {}
    for kind, section in sections:
        if len(nodes) < len(ids):
            held = (i for i in section if i in ids and i not in nodes)
            nodes.update({i: f"{kind}:{i}" for i in held})
    return {i: nodes.get(i) or f"missing:{i}" for i in ids}
