"""Cytoscape JSON (.cyjs), read by Cytoscape, Cytoscape.js and NetworkX."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx

from evidence.atomic import write_atomically
from graphs.export.plain import plain


def write_cytoscape(graph: nx.MultiDiGraph, out: Path) -> None:
    """Write a graph as Cytoscape JSON, in UTF-8.

    Raises:
        ClaimtrailError: If the file cannot be written.
    """
    data: dict[str, Any] = nx.cytoscape_data(plain(graph), name="label")
    # NetworkX lists the graph's attributes as pairs; Cytoscape wants an object, with a name.
    data["data"] = {"name": graph.graph.get("title", ""), **dict(data["data"])}
    for number, edge in enumerate(data["elements"]["edges"]):
        edge["data"]["id"] = f"edge {number}"
    for node in data["elements"]["nodes"]:
        node["data"].setdefault("name", node["data"]["label"])
    write_atomically(out, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
