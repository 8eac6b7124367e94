"""Layout and page: what a picture costs in Python, and how good a layout is beside others."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from bench.generated import generated_case
from bench.job import CASE_SIZES, Job, Prepared
from graphs.build import build

if TYPE_CHECKING:
    from graphs.export.page.blocks import Block

PAGE_SIZES = (2_000, 20_000)
"""Attributions of cases with 1,000 and 10,000 nodes: what one picture shows."""


def _layout(size: int) -> Prepared:
    from graphs.layout import positions

    graph = build(generated_case(size))
    return Prepared(lambda: positions(graph), size)


def _page(size: int) -> Prepared:
    from graphs.export.page import write_page

    case = generated_case(size)
    graph = build(case)
    out = Path(tempfile.mkdtemp()) / "graph.html"
    return Prepared(lambda: write_page(case, graph, [], out), size)


def _laid_out(size: int) -> Prepared:
    """The page of a case whose nodes have their places already."""
    from graphs.export.page import page_html
    from graphs.export.page.network import PageNetwork

    case = generated_case(size)
    graph = build(case)
    places = {node["id"]: (node["x"], node["y"]) for node in PageNetwork(case, graph, []).nodes}
    return Prepared(lambda: page_html(case, graph, [], previous=places), size)


def _pyvis_lists(size: int) -> Prepared:
    """The same nodes and edges put into pyvis's lists, without its search, and rendered.

    Bare: nodes with their names, edges with their ends.
    """
    graph = build(generated_case(size))

    def render() -> str:
        nodes = ({"id": key, "label": data["label"]} for key, data in graph.nodes(data=True))
        edges = ({"from": tail, "to": head, "arrows": "to"} for tail, head in graph.edges())
        return _rendered(nodes, edges)

    return Prepared(render, size)


def _pyvis_picture(size: int) -> Prepared:
    """The same picture put into pyvis's lists, and rendered.

    Nodes with their words, shapes, colours and full text on hover; edges with their words, colours,
    widths and dashes.
    """
    graph = build(generated_case(size))
    return Prepared(lambda: _picture(graph), size)


def _pyvis_picture_with_record(size: int) -> Prepared:
    """The same picture of pyvis, and beside it the record as our page holds it."""
    from evidence.casefile import dump_pieces
    from graphs.export.page.blocks import json_lines_block

    case = generated_case(size)
    graph = build(case)

    def render() -> tuple[str, Block]:
        return _picture(graph), json_lines_block(dump_pieces(case, "jsonl"))

    return Prepared(render, size)


def _picture(graph: nx.MultiDiGraph) -> str:
    nodes = (_node(key, data) for key, data in graph.nodes(data=True))
    edges = (_edge(tail, head, data) for tail, head, data in graph.edges(data=True))
    return _rendered(nodes, edges)


def _rendered(nodes: Iterable[dict[str, Any]], edges: Iterable[dict[str, Any]]) -> str:
    from pyvis.network import Network

    network: Any = Network(directed=True, cdn_resources="in_line")
    for node in nodes:
        drawn = {"shape": "dot", "x": 0, "y": 0, **node}
        network.nodes.append(drawn)
        network.node_ids.append(node["id"])
        network.node_map[node["id"]] = drawn
    network.edges.extend(edges)
    return str(network.generate_html())


_SHAPES = {"claim": "box", "actor": "ellipse", "document": "square", "evidence": "diamond"}


def _node(key: str, data: Mapping[str, Any]) -> dict[str, Any]:
    label = data["label"]
    return {
        "id": key,
        "label": label,
        "title": data.get("text") or label,
        "shape": _SHAPES[data["type"]],
        "color": {"background": "#ffffff", "border": "#444444"},
        "font": {"color": "#111111", "size": 13},
    }


def _edge(tail: str, head: str, data: Mapping[str, Any]) -> dict[str, Any]:
    words = data.get("stance") or data.get("predicate") or data.get("kind") or data["type"]
    return {
        "from": tail,
        "to": head,
        "arrows": "to",
        "title": words,
        "color": "#1f6f8b",
        "width": 1.6,
        "dashes": [7, 4],
    }


PICTURE_STEPS = (
    Job("layout", "attributions", _layout, "networkx ForceAtlas2", CASE_SIZES),
    Job("page", "attributions", _page, "pyvis from_nx", CASE_SIZES),
    Job(
        "page, laid out",
        "attributions",
        _laid_out,
        "pyvis lists",
        PAGE_SIZES,
        also=("pyvis picture", "pyvis picture with record"),
    ),
)

PICTURE_BASELINES = (
    Job("pyvis lists", "attributions", _pyvis_lists, None, PAGE_SIZES),
    Job("pyvis picture", "attributions", _pyvis_picture, None, PAGE_SIZES),
    Job("pyvis picture with record", "attributions", _pyvis_picture_with_record, None, PAGE_SIZES),
)
"""A bare page, one that draws as much, and one that draws as much and holds the record too."""
