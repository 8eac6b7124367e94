"""DOT, the language of Graphviz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import networkx as nx

from evidence.atomic import write_atomically
from graphs.export.plain import Value, plain, visible
from graphs.keys import EdgeType, NodeType

_SHAPES: dict[str, str] = {
    NodeType.DOCUMENT: "note",
    NodeType.ACTOR: "ellipse",
    NodeType.CLAIM: "box",
    NodeType.EVIDENCE: "hexagon",
}

_STYLES: dict[str, str] = {
    EdgeType.CONTRADICTS: "dashed",
    EdgeType.UNDERCUTS: "dotted",
    EdgeType.RELATION: "bold",
}


def write_dot(graph: nx.MultiDiGraph, out: Path) -> None:
    """Write a graph as a DOT digraph, in UTF-8, that Graphviz draws legibly as it is.

    Control characters, which Graphviz cannot hold, are replaced (see `plain.visible`).

    Raises:
        ClaimtrailError: If the file cannot be written.
    """
    write_atomically(out, "\n".join(_lines(plain(graph, visible))) + "\n")


def _lines(graph: nx.MultiDiGraph) -> Iterator[str]:
    yield "digraph claimtrail {"
    yield f"  graph {_listed({**graph.graph, 'charset': 'UTF-8'})};"
    for key, values in graph.nodes(data=True):
        shape = _SHAPES.get(str(values.get("type")), "box")
        yield f"  {quoted(key)} {_listed({**values, 'shape': shape})};"
    for tail, head, key, values in graph.edges(keys=True, data=True):
        shown = {"key": key, **values, "label": _edge_label(values)}
        style = _STYLES.get(str(values.get("type")))
        listed = _listed({**shown, "style": style} if style else shown)
        yield f"  {quoted(tail)} -> {quoted(head)} {listed};"
    yield "}"


def _edge_label(values: Mapping[str, Value]) -> Value:
    return values.get("stance") or values.get("predicate") or values.get("type", "")


def _listed(values: Mapping[str, Value]) -> str:
    pairs = ", ".join(f"{quoted(name)}={quoted(_written(value))}" for name, value in values.items())
    return f"[{pairs}]"


def _written(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def quoted(text: str) -> str:
    r"""Quote a text as a DOT string that is shown as it is.

    Backslashes are doubled: a last one would otherwise escape the closing quotation mark, and in
    labels `\N` or `\n` would stand for something else. Line breaks become `\n`.
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
