"""A case as a graph: a projection that can be drawn, searched and exported, never the store."""

from __future__ import annotations

import networkx as nx

from evidence.case import Case
from graphs.collector import collector_held
from graphs.edges import add_edges
from graphs.keys import EdgeType, NodeType, node_key, record_of, split_key
from graphs.nodes import add_nodes

__all__ = ["EdgeType", "NodeType", "build", "node_key", "record_of", "split_key"]


def build(case: Case) -> nx.MultiDiGraph:
    """Project a case onto a directed graph with typed nodes and typed, parallel edges.

    Nodes are documents, actors, claims and evidence, with keys such as "claim:role-in-attacks" and
    the attributes `type`, `id` and `label`; `missing` marks what is referred to but not there.
    Edges have a `type` (see `EdgeType`) and the id of their record as key. Attributes are plain
    strings, numbers and booleans, and absent where nothing is known. A "same as" relation is an
    edge like any other: a merge is a view of the graph, not a change to it.

    Attributions are edges, not nodes: what bears on one, or on another bearing, ends at the claim
    that it is about and names it in `on`; an attribution that derives from something is stood for
    by its document. An attribution with neither speaker nor document has no edge.

    Args:
        case: The case; it is not changed.

    Returns:
        The graph, with the case's title in `graph.graph["title"]`. The order of nodes and edges
        depends on ids alone. Cost: linear, but for sorting ids.
    """
    graph = nx.MultiDiGraph(title=case.title)
    with collector_held():
        add_nodes(graph, case)
        add_edges(graph, case)
    return graph
