"""Nanopublications to records, each accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rdflib import BNode, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV

from evidence.dates import iso_date
from evidence.formats.content import Content, parsed
from evidence.formats.format import Imported, made_by_import
from evidence.formats.iris import id_of, is_web_address
from evidence.formats.ledger import Ledger
from evidence.formats.nanopublication.graphs import (
    Graphs,
    Nanopublication,
    load,
    nanopublications,
    objects,
)
from evidence.formats.nanopublication.readable import label, last_name, own_fields, sentence
from evidence.formats.nanopublication.terms import CREATORS, KIND, NAME, NPX, PAV, REST, SOURCES
from evidence.formats.remainder import completed, validated
from evidence.ids import content_id
from evidence.model import Actor, Attribution, Claim, Derivation, Document, Record

MADE = made_by_import(NAME)
CASE = "case"

_TAKEN_OF_INFO = frozenset((*CREATORS, DCTERMS.created, PAV.createdOn, NPX.retracts))
_TAKEN_OF_PROVENANCE = frozenset((PROV.wasAttributedTo, *SOURCES))


def read(content: Content) -> Imported:
    """Read nanopublications: each a claim, with those who assert it and what it rests on.

    Nanopublications that were written here become exactly the records that they stand for. Graphs
    that belong to none are kept as they were.

    Raises:
        ValueError: If the content is no TriG.
    """
    graphs = load(content)
    ledger = Ledger(NAME, content.name)
    found = list(nanopublications(graphs))
    whole = [each for each in found if isinstance(each, Nanopublication)]
    heading = _Reader(whole, graphs, ledger).account()
    for each in found:
        if isinstance(each, str):
            ledger.refuse(each, "does not name its assertion, provenance and publication info")
    parts = {name for each in whole for name in each.graphs}
    rest = [name for name in graphs if name not in parts]
    for name in rest:
        ledger.keep("graph", kept_graph(name, graphs), id=name or None)
    return ledger.close(len(found) + len(rest), **heading)


def kept_graph(name: str, graphs: Graphs) -> dict[str, Any]:
    """A graph as it is kept: its name and its triples, one N-Triples line each."""
    lines = [" ".join(term.n3() for term in triple) + " ." for triple in graphs[name]]
    return {"name": name, "triples": lines}


class _Reader:
    """Turns the nanopublications of one file into records."""

    def __init__(self, whole: list[Nanopublication], graphs: Graphs, ledger: Ledger) -> None:
        self._whole = whole
        self._everything = [triple for triples in graphs.values() for triple in triples]
        self._labels = _labels(self._everything)
        self._ledger = ledger
        retracting = ((each, o) for each in whole for o in objects(each.info, None, NPX.retracts))
        self._retracted = {str(other): each.iri for each, other in retracting}

    def account(self) -> dict[str, str]:
        """Account for every nanopublication; what the file says of the whole."""
        heading: dict[str, str] = {}
        for each in self._whole:
            own = _own(each)
            if own is None:
                if self._ledger.take(each.iri, self._records(each)):
                    self._note_losses(each)
            elif own[0] == CASE:
                self._ledger.take(each.iri, ())
                heading |= _heading(own[1])
            else:
                self._ledger.take(each.iri, self._restored(each, *own))
        return heading

    def _restored(self, each: Nanopublication, kind: str, rest: str) -> Iterator[Record]:
        things = objects(each.info, str(each.about), DCTERMS.subject)
        if not things:
            raise ValueError("does not name the record that it stands for")
        carried = parsed(rest) if rest else None
        yield completed(kind, own_fields(kind, str(things[0]), each), carried)

    def _records(self, each: Nanopublication) -> Iterator[Record]:
        said = {"id": id_of(each.iri), "text": sentence(each)}
        claim = Claim.model_validate({**said, "made": MADE, "retracted": self._retraction(each)})
        yield claim
        sources = [str(o) for o in objects(each.provenance, str(each.about), *SOURCES)]
        for source in sources:
            yield self._document(source)
        yield from self._sayings(each, claim, sources)

    def _sayings(self, each: Nanopublication, claim: Claim, sources: list[str]) -> Iterator[Record]:
        """Those to whom the assertion is attributed assert it; its creator otherwise relays it."""
        asserting = _iris(objects(each.provenance, str(each.about), PROV.wasAttributedTo))
        creators = _iris(objects(each.info, each.iri, *CREATORS))
        relaying = [name for name in creators if name not in asserting]
        yield validated(Document, {"id": id_of(each.iri), "made": MADE, "url": _address(each.iri)})
        created = objects(each.info, each.iri, DCTERMS.created, PAV.createdOn)
        when = next((date for o in created if (date := iso_date(str(o)))), None)
        said = [(name, "asserts") for name in asserting] + [(name, "relays") for name in relaying]
        for name in (*asserting, *relaying):
            yield self._actor(name)
        for by, stance in said or [("", "asserts")]:
            attribution = {
                "id": content_id("a", each.iri, by, stance),
                "made": MADE,
                "claim": claim.id,
                "by": id_of(by) if by else None,
                "stance": stance,
                "document": id_of(each.iri),
                "when": when,
                "retracted": claim.retracted,
            }
            yield validated(Attribution, attribution)
            for source in sources:
                ends = {"what": attribution["id"], "rests_on": id_of(source)}
                own = content_id("r", *ends.values())
                yield validated(Derivation, {"id": own, "made": MADE, **ends})

    def _document(self, iri: str) -> Document:
        fields = {"id": id_of(iri), "made": MADE, "title": self._labels.get(iri)}
        return Document.model_validate({**fields, "url": _address(iri)})

    def _actor(self, iri: str) -> Actor:
        name = self._labels.get(iri) or last_name(iri)
        return Actor.model_validate({"id": id_of(iri), "made": MADE, "name": name})

    def _retraction(self, each: Nanopublication) -> str | None:
        by = self._retracted.get(each.iri)
        return f"retracted by {by}" if by else None

    def _note_losses(self, each: Nanopublication) -> None:
        for part, triples, taken in (
            ("provenance", each.provenance, _TAKEN_OF_PROVENANCE),
            ("publication info", each.info, _TAKEN_OF_INFO),
        ):
            for _, predicate, _ in triples:
                if predicate not in taken:
                    self._ledger.lose(part, str(predicate), each.iri)


def _own(each: Nanopublication) -> tuple[str, str] | None:
    """The type of record that a nanopublication of ours stands for, and its remainder."""
    kinds, rests = (objects(each.info, each.iri, term) for term in (KIND, REST))
    return (str(kinds[0]), str(rests[0]) if rests else "") if kinds else None


def _heading(rest: str) -> dict[str, str]:
    said = parsed(rest)
    names = ("title", "description")
    return {n: str(said[n]) for n in names if n in said} if isinstance(said, dict) else {}


def _labels(triples: list[Any]) -> dict[str, str]:
    """What things are called, by IRI."""
    subjects = dict.fromkeys(str(s) for s, _, o in triples if isinstance(o, Literal))
    grouped: dict[str, list[Any]] = {subject: [] for subject in subjects}
    for triple in triples:
        if str(triple[0]) in grouped:
            grouped[str(triple[0])].append(triple)
    named = ((subject, label(about, subject)) for subject, about in grouped.items())
    return {subject: words for subject, words in named if words}


def _iris(terms: list[Any]) -> list[str]:
    return [str(term) for term in terms if isinstance(term, URIRef) and not isinstance(term, BNode)]


def _address(iri: str) -> str | None:
    return iri if is_web_address(iri) else None
