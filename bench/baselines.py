"""What the steps are held against: the bare minimum of the same work, done by libraries alone."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import networkx as nx

from bench.generated import generated_case
from bench.job import CASE_SIZES, DOCUMENT_SIZES, Job, Prepared
from bench.texts import composed_document
from graphs.build import build

WORDS = re.compile(r"\w+|[^\w\s]")


def _networkx(size: int) -> Prepared:
    """Nodes and edges of the same graph, added one by one with their attributes."""
    graph = build(generated_case(size))
    nodes = list(graph.nodes(data=True))
    edges = list(graph.edges(keys=True, data=True))

    def add() -> nx.MultiDiGraph:
        bare = nx.MultiDiGraph()
        for key, attributes in nodes:
            bare.add_node(key, **attributes)
        for tail, head, key, attributes in edges:
            bare.add_edge(tail, head, key, **attributes)
        return bare

    return Prepared(add, size)


def _traversal(size: int) -> Prepared:
    """Every edge of the same graph looked at from both its ends."""
    graph = build(generated_case(size))

    def traverse() -> int:
        seen = 0
        for node in graph:
            seen += sum(1 for _ in graph.out_edges(node, data=True))
            seen += sum(1 for _ in graph.in_edges(node, data=True))
        return seen

    return Prepared(traverse, size)


def _pyvis(size: int) -> Prepared:
    """The same graph handed to pyvis as its manual says, and written."""
    from pyvis.network import Network

    graph = build(generated_case(size))
    bare = nx.MultiDiGraph(graph.edges())
    out = Path(tempfile.mkdtemp()) / "graph.html"

    def write() -> None:
        network: Any = Network(directed=True, cdn_resources="in_line")
        network.from_nx(bare)
        out.write_text(network.generate_html(), encoding="utf-8")

    return Prepared(write, size)


def _regex(size: int) -> Prepared:
    """The same articles cut into words by one regular expression."""
    texts = [composed_document(number).text or "" for number in range(size)]
    length = sum(len(text.encode()) for text in texts)
    return Prepared(lambda: [WORDS.findall(text) for text in texts], size, length)


def _forceatlas(size: int) -> Prepared:
    """The same graph laid out by NetworkX as its manual says."""
    graph = nx.Graph(build(generated_case(size)).edges())
    return Prepared(lambda: nx.forceatlas2_layout(graph, seed=0), size)


BASELINES = (
    Job("bare networkx", "attributions", _networkx, None, CASE_SIZES),
    Job("bare traversal", "attributions", _traversal, None, CASE_SIZES),
    # These two grow with the square of the size: larger ones would take hours.
    Job("networkx ForceAtlas2", "attributions", _forceatlas, None, CASE_SIZES[:1]),
    Job("pyvis from_nx", "attributions", _pyvis, None, CASE_SIZES[:1]),
    Job("regular expression", "documents", _regex, None, DOCUMENT_SIZES),
)
"""What the steps are compared with, at the sizes at which that is possible."""
