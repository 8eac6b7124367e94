"""The fields of records that can be read from the triples of nanopublications."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, RDFS

from evidence.formats.iris import id_of, is_web_address
from evidence.formats.nanopublication.graphs import Nanopublication, Triple, objects
from evidence.formats.nanopublication.terms import AIDA


def sentence(publication: Nanopublication) -> str:
    """What a nanopublication asserts, in words: its sentence, or its triples."""
    return _aida(publication.assertion) or "; ".join(map(_stated, publication.assertion))


def label(triples: list[Triple], subject: str) -> str | None:
    """What a thing is called; None where nothing says so."""
    found = objects(triples, subject, RDFS.label, FOAF.name, DCTERMS.title)
    return next((str(each) for each in found if isinstance(each, Literal) and str(each)), None)


def last_name(iri: str) -> str:
    """The last part of an IRI, in words."""
    return unquote(iri.rstrip("/#").replace("#", "/").rpartition("/")[2]) or iri


def own_fields(kind: str, thing: str, publication: Nanopublication) -> dict[str, Any]:
    """What a nanopublication that was written here says of its record in common words."""
    named = {"claim": "text", "evidence": "text", "actor": "name", "document": "title"}
    said: dict[str, Any] = {"id": id_of(thing)}
    words = label(publication.assertion, thing)
    if kind in named and words is not None:
        said[named[kind]] = words
    if kind == "document":
        addresses = objects(publication.assertion, thing, DCTERMS.identifier)
        if addresses and is_web_address(str(addresses[0])):
            said["url"] = str(addresses[0])
    return said


def _aida(triples: list[Triple]) -> str:
    """The sentences that the assertion names by IRIs that hold their words."""
    terms = dict.fromkeys(str(term) for triple in triples for term in triple)
    found = (unquote(term.removeprefix(AIDA).replace("+", " "))
             for term in terms if term.startswith(AIDA))  # fmt: skip
    return " ".join(filter(None, found))


def _stated(triple: Triple) -> str:
    return " ".join(_word(term) for term in triple)


def _word(term: Any) -> str:
    if isinstance(term, URIRef):
        return "is a" if term == RDF.type else last_name(str(term))
    return str(term)
