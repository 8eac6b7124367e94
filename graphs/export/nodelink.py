"""Node-link JSON, read by NetworkX, D3 and anything that reads JSON."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx

from evidence.atomic import write_atomically
from graphs.export.plain import plain


def write_nodelink(graph: nx.MultiDiGraph, out: Path) -> None:
    """Write a graph as node-link JSON with the keys "nodes" and "edges", in UTF-8.

    It is read back by `networkx.node_link_graph(data, edges="edges")`.

    Raises:
        ClaimtrailError: If the file cannot be written.
    """
    data = nx.node_link_data(plain(graph), edges="edges")
    write_atomically(out, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
