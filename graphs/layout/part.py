"""A graph, or a connected part of one, as arrays: boxes and the weighted edges among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graphs.layout.arrays import Edges, Indices, Numbers, Points

DEFAULT_SIZE = (140.0, 40.0)
"""Width and height of a node whose size is not given, in pixels."""

GAP = 18.0
"""Space that is kept free around each box, in pixels."""


@dataclass(frozen=True, slots=True)
class Part:
    """Nodes with their sizes and the weighted edges among them.

    Attributes:
        sizes: Width and height of each node with the gap around it, shape (n, 2).
        edges: Pairs of node indices, shape (m, 2).
        weights: How many edges of the graph each pair stands for, shape (m,).
    """

    sizes: Points
    edges: Edges
    weights: Numbers

    def cut(self, nodes: Indices, rows: Indices) -> Part:
        """The part of some nodes (sorted) and the edges in `rows` among them."""
        edges = np.searchsorted(nodes, self.edges[rows])
        return Part(self.sizes[nodes], edges, self.weights[rows])


def part_of(graph: nx.Graph, keys: Sequence[str], sizes: Mapping[str, tuple[float, float]]) -> Part:
    """The whole graph.

    Args:
        graph: Any NetworkX graph; directions are ignored and parallel edges add weight.
        keys: Its nodes, in the order of the rows.
        sizes: Width and height of each node in pixels.
    """
    index = {key: number for number, key in enumerate(keys)}
    pairs = [sorted((index[tail], index[head])) for tail, head in graph.edges() if tail != head]
    edges, counts = np.unique(
        np.asarray(pairs, dtype=np.int64).reshape(-1, 2), axis=0, return_counts=True
    )
    boxes = np.array([sizes.get(key, DEFAULT_SIZE) for key in keys], dtype=np.float64) + GAP
    # Ten parallel edges draw two nodes together more than one does, but not ten times as much.
    return Part(boxes, edges, np.sqrt(counts))


def quotient(part: Part, group_of: NDArray[np.int64], sizes: Points) -> Part:
    """Groups as nodes, with as heavy an edge between two as runs between their members.

    Args:
        part: The members.
        group_of: The group of each, shape (n,).
        sizes: Width and height of each group, shape (groups, 2).
    """
    ends = np.sort(group_of[part.edges], axis=1)
    crossing = ends[:, 0] != ends[:, 1]
    edges, which = np.unique(ends[crossing], axis=0, return_inverse=True)
    weights = np.bincount(which.ravel(), part.weights[crossing], len(edges)).astype(np.float64)
    return Part(sizes, edges.reshape(-1, 2), weights)
