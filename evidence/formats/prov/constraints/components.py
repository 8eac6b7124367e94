"""Strongly connected components of a directed graph, in linear time and without recursion."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


def strong_components(after: Mapping[Node, Sequence[Node]]) -> dict[Node, int]:
    """Number the strongly connected components of a graph.

    Args:
        after: The successors of each node; nodes without any may be left out.

    Returns:
        The number of its component for each node.

    Notes:
        The algorithm of Tarjan (Depth-first search and linear graph algorithms, SIAM Journal on
        Computing 1, 1972), with a stack of its own in place of recursion.
    """
    search = _Search(after)
    for node in after:
        if node not in search.found:
            search.start(node)
    return search.component


class _Search(Generic[Node]):
    def __init__(self, after: Mapping[Node, Sequence[Node]]) -> None:
        self.component: dict[Node, int] = {}
        self.found: dict[Node, int] = {}
        self._after = after
        self._lowest: dict[Node, int] = {}
        self._open: list[Node] = []
        self._path: list[tuple[Node, Iterator[Node]]] = []
        self._count = 0

    def start(self, root: Node) -> None:
        self._enter(root)
        while self._path:
            node, successors = self._path[-1]
            for successor in successors:
                if successor not in self.found:
                    self._enter(successor)
                    break
                if successor not in self.component:
                    self._lowest[node] = min(self._lowest[node], self.found[successor])
            else:
                self._leave(node)

    def _enter(self, node: Node) -> None:
        self.found[node] = self._lowest[node] = len(self.found)
        self._open.append(node)
        self._path.append((node, iter(self._after.get(node, ()))))

    def _leave(self, node: Node) -> None:
        self._path.pop()
        if self._path:
            parent = self._path[-1][0]
            self._lowest[parent] = min(self._lowest[parent], self._lowest[node])
        if self._lowest[node] == self.found[node]:
            while node not in self.component:
                self.component[self._open.pop()] = self._count
            self._count += 1
