"""Groups of nodes that hang together more than they hang on others."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graphs.layout.arrays import Edges, Indices, Numbers


def components(count: int, edges: Edges) -> list[Indices]:
    """The connected parts, each sorted, the one with the smallest index first."""
    return _sorted_groups(nx.connected_components(_graph(count, edges)))


def communities(count: int, edges: Edges, weights: Numbers, seed: int) -> list[Indices]:
    """The communities after Louvain (Blondel et al. 2008), each sorted, smallest index first.

    Args:
        count: How many nodes there are.
        edges: Pairs of nodes, shape (m, 2).
        weights: How strongly the pairs hang together, shape (m,).
        seed: Of the order in which nodes are moved.
    """
    graph = _graph(count, edges)
    nx.set_edge_attributes(
        graph, dict(zip(map(tuple, edges.tolist()), weights.tolist(), strict=True)), "weight"
    )
    return _sorted_groups(nx.community.louvain_communities(graph, seed=seed))


def within(
    groups: list[Indices], edges: Edges, count: int
) -> tuple[list[Indices], NDArray[np.int64]]:
    """Sort edges into the groups that hold both ends.

    Returns:
        For each group the rows of `edges` that it holds, and for each node its group.
    """
    group_of = np.empty(count, dtype=np.int64)
    for number, group in enumerate(groups):
        group_of[group] = number
    tail, head = group_of[edges[:, 0]], group_of[edges[:, 1]]
    inside = np.flatnonzero(tail == head)
    order = inside[np.argsort(tail[inside], kind="stable")]
    stops = np.searchsorted(tail[order], np.arange(len(groups) + 1))
    return [order[a:b] for a, b in pairwise(stops)], group_of


def _graph(count: int, edges: Edges) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(edges.tolist())
    return graph


def _sorted_groups(groups: object) -> list[Indices]:
    return [
        np.asarray(group, dtype=np.int64)
        for group in sorted(sorted(group) for group in groups)  # type: ignore[attr-defined]
    ]
