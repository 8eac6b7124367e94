"""GEXF 1.2, the format of Gephi.

NetworkX can write it too, but puts the day of writing into the file, takes an attribute `id` for
the key of a node and `type` for the direction of an edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import networkx as nx

from evidence.atomic import write_atomically
from graphs.export.plain import NOTE, Value, plain, visible

_NAMESPACE = "http://www.gexf.net/1.2draft"
_TYPES: dict[type, str] = {str: "string", int: "integer", float: "double", bool: "boolean"}


def write_gexf(graph: nx.MultiDiGraph, out: Path) -> None:
    """Write a graph as GEXF, in UTF-8, without the time stamp that others put into it.

    Characters that XML cannot hold are replaced (see `plain.visible`), which the file notes.

    Raises:
        ClaimtrailError: If the file cannot be written.
    """
    root = _document(plain(graph, visible))
    ElementTree.indent(root)
    write_atomically(
        out, ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    )


def _document(graph: nx.MultiDiGraph) -> Element:
    root = Element("gexf", xmlns=_NAMESPACE, version="1.2")
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = "claimtrail"
    SubElement(meta, "description").text = _description(graph)
    body = SubElement(root, "graph", mode="static", defaultedgetype="directed")
    nodes, edges = _nodes(graph), _edges(graph)
    body.extend([_columns("node", nodes), _columns("edge", edges)])
    body.extend([_elements("nodes", nodes), _elements("edges", edges)])
    return root


def _description(graph: nx.MultiDiGraph) -> str:
    title = str(graph.graph.get("title", ""))
    count = graph.graph.get(NOTE)
    return f"{title} ({NOTE}: {count})" if count else title


class _Item:
    """A node or an edge: its own XML attributes, and the values of its columns."""

    def __init__(self, tag: str, native: dict[str, str], values: Mapping[str, Value]) -> None:
        self.tag = tag
        self.native = native
        self.values = values


def _nodes(graph: nx.MultiDiGraph) -> list[_Item]:
    return [
        _Item("node", {"id": key, "label": str(values.get("label", key))}, _without_label(values))
        for key, values in graph.nodes(data=True)
    ]


def _edges(graph: nx.MultiDiGraph) -> list[_Item]:
    return [
        _Item(
            "edge",
            # Ids must be unique in the file; keys are so between two nodes only.
            {
                "id": str(number),
                "source": tail,
                "target": head,
                "label": str(values.get("type", "")),
            },
            {**values, "networkx_key": key},
        )
        for number, (tail, head, key, values) in enumerate(graph.edges(keys=True, data=True))
    ]


def _without_label(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if name != "label"}


def _column_types(items: Iterable[_Item]) -> dict[str, str]:
    """The GEXF type of each column, in the order in which columns turn up."""
    types: dict[str, str] = {}
    for item in items:
        for name, value in item.values.items():
            kind = _TYPES[type(value)]
            types[name] = kind if types.setdefault(name, kind) == kind else "string"
    return types


def _columns(kind: str, items: Iterable[_Item]) -> Element:
    columns = Element("attributes", {"class": kind, "mode": "static"})
    for name, value_type in _column_types(items).items():
        SubElement(columns, "attribute", id=name, title=name, type=value_type)
    return columns


def _elements(tag: str, items: Iterable[_Item]) -> Element:
    parent = Element(tag)
    for item in items:
        values = SubElement(SubElement(parent, item.tag, item.native), "attvalues")
        for name, value in item.values.items():
            SubElement(values, "attvalue", {"for": name, "value": _written(value)})
    return parent


def _written(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
