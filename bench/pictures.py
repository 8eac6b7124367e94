"""Layout and page: what a picture costs in Python, and how good a layout is beside others."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from bench.generated import generated_case
from bench.job import CASE_SIZES, Job, Prepared
from graphs.build import build

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
    from graphs.export.page.network import PageNetwork

    case = generated_case(size)
    graph = build(case)
    places = {node["id"]: (node["x"], node["y"]) for node in PageNetwork(case, graph, []).nodes}
    return Prepared(lambda: PageNetwork(case, graph, [], places).generate_html(), size)


def _pyvis_lists(size: int) -> Prepared:
    """The same nodes and edges put into pyvis's lists, without its search, and rendered."""
    from pyvis.network import Network

    graph = build(generated_case(size))

    def render() -> str:
        network: Any = Network(directed=True, cdn_resources="in_line")
        for key, data in graph.nodes(data=True):
            node = {"id": key, "label": data["label"], "shape": "dot", "x": 0, "y": 0}
            network.nodes.append(node)
            network.node_ids.append(key)
            network.node_map[key] = node
        for tail, head in graph.edges():
            network.edges.append({"from": tail, "to": head, "arrows": "to"})
        return str(network.generate_html())

    return Prepared(render, size)


def _pyvis_with_record(size: int) -> Prepared:
    """The same page of pyvis with the record in it, written and packed as ours is."""
    from evidence.casefile import dump_case
    from graphs.export.page.blocks import json_lines_block

    case = generated_case(size)
    lists = _pyvis_lists(size).work
    return Prepared(lambda: (lists(), json_lines_block(dump_case(case, "jsonl"))), size)


PICTURE_STEPS = (
    Job("layout", "attributions", _layout, "networkx ForceAtlas2", CASE_SIZES),
    Job("page", "attributions", _page, "pyvis from_nx", CASE_SIZES),
    Job(
        "page, laid out",
        "attributions",
        _laid_out,
        "pyvis lists",
        PAGE_SIZES,
        also="pyvis lists with record",
    ),
)

PICTURE_BASELINES = (
    Job("pyvis lists", "attributions", _pyvis_lists, None, PAGE_SIZES),
    Job("pyvis lists with record", "attributions", _pyvis_with_record, None, PAGE_SIZES),
)
"""What every page has to do, without and with the case inside."""
