"""The named graphs of a TriG file, and which of them make up nanopublications."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from rdflib import RDF, BNode, Dataset, Literal, URIRef
from rdflib.exceptions import ParserError
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.parsers.notation3 import BadSyntax

from evidence.formats.content import Content
from evidence.formats.nanopublication.terms import HEAD_PARTS, NP

LARGEST = 64 * 1024 * 1024
"""The most bytes of TriG that are read, as rdflib holds all of it in memory."""

_BASE = "https://claimtrail.invalid/file/"

_NO_IRI = re.compile(r'[<>" {}|\\^`\x00-\x20]')

Triple = tuple[Any, Any, Any]
Graphs = dict[str, list[Triple]]


@dataclass(frozen=True)
class Nanopublication:
    """One nanopublication.

    Attributes:
        iri: What it is called.
        graphs: The IRIs of its head, assertion, provenance and publication info.
        assertion: The triples that it asserts.
        provenance: Where the assertion comes from.
        info: Where the nanopublication comes from.
    """

    iri: str
    graphs: tuple[str, ...]
    assertion: list[Triple] = field(repr=False)
    provenance: list[Triple] = field(repr=False)
    info: list[Triple] = field(repr=False)

    @property
    def about(self) -> URIRef:
        """The IRI of the assertion, of which the provenance speaks."""
        return URIRef(self.graphs[1])


def load(content: Content) -> Graphs:
    """The triples of each named graph in a stable order; the default graph is "".

    Nothing is fetched: TriG names no file that would be.

    Raises:
        ValueError: If the content is too large or is no TriG; the message continues "X ".
    """
    if len(content.data) > LARGEST:
        raise ValueError(f"is larger than {LARGEST:,} bytes")
    try:
        return _graphs(_parsed(content.text))
    except (BadSyntax, ParserError) as error:
        raise ValueError(f"is no TriG: {_brief(error)}") from None
    except (AssertionError, AttributeError, IndexError, KeyError, TypeError) as error:
        # What the parser of rdflib lets through unchecked, such as a graph within a graph.
        raise ValueError(f"is no TriG: unexpected {_brief(error)}") from None
    except RecursionError:
        raise ValueError("is nested too deeply") from None


def nanopublications(graphs: Graphs) -> Iterator[Nanopublication | str]:
    """Each nanopublication, or the name of one whose head does not name all of its graphs."""
    for name, triples in graphs.items():
        for subject, predicate, kind in triples:
            if (predicate, kind) == (RDF.type, NP.Nanopublication) and name:
                yield _whole(str(subject), name, triples, graphs) or str(subject)


def objects(triples: Iterable[Triple], subject: str | None, *predicates: URIRef) -> list[Any]:
    """What these predicates lead to from a subject, or from any; in order, each once."""
    found = (o for s, p, o in triples if p in predicates and (subject is None or str(s) == subject))
    return list(dict.fromkeys(found))


def _parsed(text: str) -> Dataset:
    dataset = Dataset(default_union=False)
    with warnings.catch_warnings():
        # rdflib 7 warns of its own use of names that it renames.
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset.parse(data=text, format="trig", publicID=_BASE)
    return dataset


def _whole(iri: str, head: str, triples: list[Triple], graphs: Graphs) -> Nanopublication | None:
    named = [objects(triples, iri, part) for part in HEAD_PARTS]
    if not all(len(each) == 1 and str(each[0]) in graphs for each in named):
        return None
    parts = [str(each[0]) for each in named]
    return Nanopublication(iri, (head, *parts), *(graphs[part] for part in parts))


def _graphs(dataset: Dataset) -> Graphs:
    """Triples by graph, sorted, with blank nodes numbered so that the same file gives the same."""
    numbers: dict[BNode, int] = {}
    found: Graphs = {}
    for graph in sorted(dataset.graphs(), key=lambda each: str(each.identifier)):
        default = graph.identifier == DATASET_DEFAULT_GRAPH_ID
        triples = sorted(graph, key=lambda triple: tuple(map(_sorting, triple)))
        if triples:
            name = "" if default else str(graph.identifier)
            found[name] = [tuple(_numbered(term, numbers) for term in t) for t in triples]
    return found


def _sorting(term: Any) -> tuple[int, str]:
    """Blank nodes last and alike, as their names change from reading to reading."""
    if isinstance(term, BNode):
        return 1, ""
    return 0, term.n3() if isinstance(term, Literal) else str(term)


def _numbered(term: Any, numbers: dict[BNode, int]) -> Any:
    if isinstance(term, BNode):
        return BNode(f"b{numbers.setdefault(term, len(numbers))}")
    if isinstance(term, URIRef) and _NO_IRI.search(term):
        raise ValueError(f"holds {str(term)[:100]!r}, which is no IRI")
    return term


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
