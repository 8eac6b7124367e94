"""GraphML, read by Gephi, yEd, Cytoscape, igraph and NetworkX."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import networkx as nx

from evidence.atomic import write_atomically
from graphs.export.plain import plain, visible

_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"


def write_graphml(graph: nx.MultiDiGraph, out: Path) -> None:
    """Write a graph as GraphML, in UTF-8.

    Characters that XML cannot hold are replaced (see `plain.visible`), which the file notes.

    Raises:
        ClaimtrailError: If the file cannot be written.
    """
    writer = nx.readwrite.graphml.GraphMLWriter(graph=plain(graph, visible), encoding="utf-8")
    ElementTree.indent(writer.xml)
    text = ElementTree.tostring(writer.xml, encoding="unicode")
    write_atomically(out, f"{_DECLARATION}{text}\n")
