"""The terms of the vocabularies that nanopublications are written in."""

from __future__ import annotations

from rdflib import Namespace
from rdflib.namespace import DCTERMS, FOAF, PROV, RDF, RDFS

from evidence.formats.iris import NAMESPACE

NAME = "nanopublication"

NP = Namespace("http://www.nanopub.org/nschema#")
NPX = Namespace("http://purl.org/nanopub/x/")
PAV = Namespace("http://purl.org/pav/")
AIDA = "http://purl.org/aida/"
"""What the IRIs of sentences begin with that are atomic, independent, declarative, absolute."""

TERMS = Namespace(NAMESPACE)
KIND = TERMS["record"]
"""Says which type of record a nanopublication stands for."""
REST = TERMS["rest"]
"""Carries the remainder of a record, as JSON."""

HEAD_PARTS = (NP.hasAssertion, NP.hasProvenance, NP.hasPublicationInfo)
"""What the head of a nanopublication names: its three other graphs."""

CREATORS = (DCTERMS.creator, PAV.createdBy, PAV.authoredBy)
SOURCES = (PROV.wasDerivedFrom, PROV.hadPrimarySource, PROV.wasQuotedFrom)

PREFIXES = {
    "np": str(NP),
    "npx": str(NPX),
    "prov": str(PROV),
    "dct": str(DCTERMS),
    "rdfs": str(RDFS),
    "rdf": str(RDF),
    "foaf": str(FOAF),
    "claimtrail": NAMESPACE,
}
