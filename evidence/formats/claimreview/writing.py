"""A case as a graph of schema.org nodes: claims, who made them, and the reviews of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from evidence.case import Case
from evidence.formats.claimreview.nodes import KIND, REST, Node
from evidence.formats.claimreview.ratings import REVIEWING, rating
from evidence.formats.claimreview.readable import identity, own_fields
from evidence.formats.claimreview.reading import CASE, NAME, is_mapped, kind_of
from evidence.formats.format import Exported
from evidence.formats.iris import NAMESPACE, Iris, made_iri
from evidence.formats.portability import comes_back
from evidence.formats.remainder import remainder, type_name
from evidence.model import Actor, Attribution, Claim, Document, Kept, Record
from evidence.vocabulary import AFFIRMING, ActorKind

CONTEXT = [
    "https://schema.org",
    {"claimtrail": NAMESPACE, REST: {"@id": f"{NAMESPACE}rest", "@type": "@json"}},
]


def write(case: Case) -> Exported:
    """Write a case as JSON-LD of schema.org.

    An attribution that denies, questions or confirms a claim becomes a ClaimReview of it. What
    schema.org has no words for stands beside them, so that nothing is lost.
    """
    graph = [*_heading(case), *_Nodes(case).all()]
    lines = ",\n".join(json.dumps(node, ensure_ascii=False) for node in graph)
    context = json.dumps(CONTEXT)
    return Exported(f'{{"@context": {context}, "@graph": [\n{lines}\n]}}\n'.encode())


def _heading(case: Case) -> Iterator[Node]:
    said = {"name": case.title, "description": case.description}
    stated = {name: text for name, text in said.items() if text}
    if stated:
        yield {"@type": "Dataset", "@id": made_iri(CASE, ""), KIND: CASE, **stated}


class _Nodes:
    """Makes the nodes that stand for the records of a case."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._iris = Iris(case)
        self._made: dict[str, tuple[Node, list[Node]]] = {}
        self._sayings: dict[str, list[Attribution]] = defaultdict(list)
        for each in case.attributions.values():
            if each.stance in AFFIRMING:
                self._sayings[each.claim].append(each)

    def all(self) -> Iterator[Node]:
        for record in self._case.records():
            if isinstance(record, Kept) and _is_portable(record):
                yield record.data
            else:
                yield self._node(record)

    def _node(self, record: Record) -> Node:
        kind = type_name(record)
        said = {name: value for name, value in self._said(record).items() if value}
        node = {"@type": f"claimtrail:{type(record).__name__}", **said}
        node = {"@id": self._iris.of(record), KIND: kind, **node}
        carried = remainder(record, own_fields(kind, node))
        return {**node, **({REST: carried} if carried else {})}

    def _said(self, record: Record) -> Node:
        match record:
            case Actor():
                return self._actor(record.id) | {"alternateName": list(record.aliases)}
            case Document():
                return _work(record) | {"publisher": self._actor(record.publisher)}
            case Claim():
                return self._claim(record)
            case Attribution() if self._reviews(record):
                return self._review(record)
            case _:
                return {}

    def _reviews(self, attribution: Attribution) -> bool:
        return (
            attribution.stance in REVIEWING
            and attribution.claim in self._case.claims
            and attribution.by in self._case.actors
        )

    def _review(self, attribution: Attribution) -> Node:
        claim = self._case.claims[attribution.claim]
        document = self._case.documents.get(attribution.document or "")
        return {
            "@type": "ClaimReview",
            "claimReviewed": claim.text,
            "url": document.url if document else None,
            "datePublished": attribution.when or (document.published if document else None),
            "author": self._actor(attribution.by),
            "reviewRating": rating(attribution.stance, attribution.note),
            "itemReviewed": {"@id": self._iris.of(claim), **self._claim(claim, appearances=1)},
        }

    def _claim(self, claim: Claim, appearances: int | None = None) -> Node:
        """A claim with the first who made it and the first works in which anybody did."""
        if claim.id not in self._made:
            self._made[claim.id] = self._making(claim)
        author, works = self._made[claim.id]
        node = {"author": author, "appearance": works[:appearances]}
        return {"@type": "Claim", "text": claim.text} | {n: v for n, v in node.items() if v}

    def _making(self, claim: Claim) -> tuple[Node, list[Node]]:
        """The first who made a claim, and all works in which anybody did."""
        said = self._sayings[claim.id]
        authors = (node for each in said if (node := self._actor(each.by)))
        documents = dict.fromkeys(each.document for each in said)
        works = (self._case.documents.get(name) for name in documents if name)
        appearing = [{"@id": self._iris.of(work), **_work(work)} for work in works if work]
        return next(authors, {}), appearing

    def _actor(self, actor_id: str | None) -> Node:
        actor = self._case.actors.get(actor_id or "")
        if actor is None:
            return {}
        kind = "Person" if actor.kind is ActorKind.PERSON else "Organization"
        return {"@type": kind, "@id": self._iris.of(actor), "name": actor.name}


def _work(document: Document) -> Node:
    said = {
        "name": document.title,
        "url": document.url,
        "datePublished": document.published,
        "inLanguage": document.language,
    }
    return {"@type": "CreativeWork", **{name: words for name, words in said.items() if words}}


def _is_portable(kept: Kept) -> bool:
    """Whether a kept node comes back as it is when it goes out as it came in."""
    if kept.format != NAME or is_mapped(kept.data):
        return False
    return comes_back(kept, NAME, kind_of(kept.data), identity(kept.data))
