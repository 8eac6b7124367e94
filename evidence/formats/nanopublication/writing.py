"""A case as nanopublications, one a record, without loss."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS

from evidence.case import Case
from evidence.formats.content import Content
from evidence.formats.format import Exported
from evidence.formats.iris import BASE, Iris, is_web_address, made_iri
from evidence.formats.nanopublication.graphs import Nanopublication, Triple, load, nanopublications
from evidence.formats.nanopublication.readable import own_fields
from evidence.formats.nanopublication.reading import CASE, kept_graph
from evidence.formats.nanopublication.terms import KIND, NAME, NP, PREFIXES, REST, TERMS
from evidence.formats.portability import comes_back
from evidence.formats.remainder import remainder, type_name
from evidence.model import Actor, Attribution, Claim, Document, Evidence, Kept, Record
from evidence.vocabulary import AFFIRMING

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_PARTS = ("head", "assertion", "provenance", "info")


def write(case: Case) -> Exported:
    """Write a case as TriG that rdflib reads.

    What the vocabularies have no words for is carried in the publication info, so that nothing is
    lost. No time of making is stated, as records do not say when they were made.
    """
    prefixes = (f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return Exported("".join((*prefixes, *_Publications(case).all())).encode())


class _Publications:
    """Makes the nanopublications that stand for the records of a case."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._iris = Iris(case)
        self._affirming: dict[str, list[Attribution]] = defaultdict(list)
        for each in case.attributions.values():
            if each.stance in AFFIRMING:
                self._affirming[each.claim].append(each)

    def all(self) -> Iterator[str]:
        yield from self._heading()
        for record in self._case.records():
            if isinstance(record, Kept) and _is_portable(record):
                yield _restored(record)
            else:
                yield self._publication(record)

    def _heading(self) -> Iterator[str]:
        said = {name: getattr(self._case, name) for name in ("title", "description")}
        stated = {name: words for name, words in said.items() if words}
        if stated:
            thing = URIRef(made_iri(CASE, CASE))
            about = [(thing, RDF.type, TERMS["Case"])]
            yield _dumped(_assembled(CASE, thing, about, []), stated)

    def _publication(self, record: Record) -> str:
        kind, thing = type_name(record), URIRef(self._iris.of(record))
        about = [(thing, RDF.type, TERMS[type(record).__name__]), *self._said(record, thing)]
        publication = _assembled(kind, thing, about, list(self._origin(record)))
        return _dumped(publication, remainder(record, own_fields(kind, str(thing), publication)))

    def _said(self, record: Record, thing: URIRef) -> Iterator[Triple]:
        match record:
            case Actor():
                yield thing, RDFS.label, Literal(record.name)
            case Claim() | Evidence():
                yield thing, RDFS.label, Literal(record.text)
            case Document():
                if record.title:
                    yield thing, RDFS.label, Literal(record.title)
                if is_web_address(record.url):
                    yield thing, DCTERMS.identifier, URIRef(str(record.url))
            case Attribution():
                claim = self._case.claims.get(record.claim)
                if claim is not None:
                    yield thing, TERMS["claim"], URIRef(self._iris.of(claim))
                yield thing, TERMS["stance"], Literal(record.stance.value)

    def _origin(self, record: Record) -> Iterator[tuple[URIRef, URIRef]]:
        """Who asserts what a record says, and what that rests on."""
        sayings: list[Attribution] = []
        if isinstance(record, Claim):
            sayings = self._affirming[record.id]
        elif isinstance(record, Attribution):
            sayings = [record]
        for each in sayings:
            actor = self._case.actors.get(each.by or "")
            document = self._case.documents.get(each.document or "")
            if actor is not None:
                yield PROV.wasAttributedTo, URIRef(self._iris.of(actor))
            if document is not None:
                yield PROV.hadPrimarySource, URIRef(self._iris.of(document))


def _assembled(
    kind: str, thing: URIRef, about: list[Triple], origin: list[tuple[URIRef, URIRef]]
) -> Nanopublication:
    """A nanopublication about a thing; where nobody is known to say so, a person made it."""
    iri = made_iri("nanopublication", f"{kind} {thing}")
    graphs = tuple(f"{iri}#{part}" for part in _PARTS)
    assertion = URIRef(graphs[1])
    origins = [(assertion, *each) for each in dict.fromkeys(origin)]
    unknown = [(assertion, RDF.type, PROV.Entity)]
    info = [(URIRef(iri), KIND, Literal(kind)), (assertion, DCTERMS.subject, thing)]
    return Nanopublication(iri, graphs, about, origins or unknown, info)


def _dumped(publication: Nanopublication, rest: dict[str, Any]) -> str:
    """The four graphs of a nanopublication."""
    iri = URIRef(publication.iri)
    parts = (NP.hasAssertion, NP.hasProvenance, NP.hasPublicationInfo)
    named = zip(parts, map(URIRef, publication.graphs[1:]), strict=True)
    head = [(iri, RDF.type, NP.Nanopublication), *((iri, *each) for each in named)]
    carried = [(iri, REST, Literal(json.dumps(rest)))] if rest else []
    contents = (head, publication.assertion, publication.provenance, publication.info + carried)
    graphs = zip(publication.graphs, contents, strict=True)
    return "".join(_graph(name, map(_line, triples)) for name, triples in graphs)


def _graph(name: str, lines: Any) -> str:
    return f"\n<{name}> {{\n" + "".join(f"  {line}\n" for line in lines) + "}\n"


def _line(triple: Triple) -> str:
    words = " ".join(term.n3() for term in triple) + " ."
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", words)


def _restored(kept: Kept) -> str:
    name, triples = kept.data["name"], kept.data["triples"]
    lines = triples if isinstance(triples, list) else []
    return _graph(str(name), lines) if name else "".join(f"{line}\n" for line in lines)


def _is_portable(kept: Kept) -> bool:
    """Whether a kept graph comes back as it is when it goes out as it came in.

    Graphs with blank nodes do not, as TriG numbers these over all graphs of a file.
    """
    name, triples = kept.data.get("name"), kept.data.get("triples")
    if kept.format != NAME or not isinstance(name, str) or not isinstance(triples, list):
        return False
    if not name or name.startswith(BASE) or any("_:" in str(line) for line in triples):
        return False
    try:
        graphs = load(Content("", _restored(kept).encode()))
    except ValueError:
        return False
    if list(nanopublications(graphs)):
        return False
    alone = list(graphs) == [name] and kept_graph(name, graphs) == kept.data
    return alone and comes_back(kept, NAME, "graph", name or None)
