"""The greatest flow through a network whose edges hold one unit, or any number."""

from __future__ import annotations


class FlowNetwork:
    """Edges of capacity one or without bound, from a source to a sink.

    Nodes are numbers from 0. Flow is sent along augmenting paths in phases, in each of which every
    node is tried once (A. Pothen and C.-J. Fan, Computing the block triangular form of a sparse
    matrix, 1990, after L. Ford and D. Fulkerson).
    """

    def __init__(self, size: int, source: int, sink: int) -> None:
        self._source = source
        self._sink = sink
        self._edges: list[list[int]] = [[] for _ in range(size)]
        self._heads: list[int] = []
        self._room: list[int] = []

    def connect(self, tail: int, head: int, *, unbounded: bool) -> None:
        """Add an edge; its opposite, over which flow can be taken back, has the next number."""
        self._edges[tail].append(len(self._heads))
        self._edges[head].append(len(self._heads) + 1)
        self._heads += (head, tail)
        # More than all flow together, as every edge that is not unbounded holds one unit.
        self._room += (len(self._edges) if unbounded else 1, 0)

    def reached_at_most(self) -> bytearray:
        """Send all the flow there is, and mark the nodes that the source can still reach then.

        The edges that lead out of what is marked are the smallest cut that is nearest the source.
        """
        while self._augment():
            pass
        reached = bytearray(len(self._edges))
        reached[self._source] = 1
        pending = [self._source]
        while pending:
            for edge in self._edges[pending.pop()]:
                head = self._heads[edge]
                if self._room[edge] and not reached[head]:
                    reached[head] = 1
                    pending.append(head)
        return reached

    def _augment(self) -> bool:
        """Send flow along paths that share no node but the ends; whether there was any."""
        heads, room, edges = self._heads, self._room, self._edges
        tried = bytearray(len(edges))
        next_edge = [len(near) for near in edges]
        any_sent = False
        way: list[int] = []
        here = self._source
        while True:
            near, place = edges[here], next_edge[here]
            while place:
                place -= 1
                edge = near[place]
                if room[edge] and not tried[heads[edge]]:
                    break
            else:
                next_edge[here] = 0
                if not way:
                    return any_sent
                here = heads[way.pop() ^ 1]
                continue
            next_edge[here] = place
            way.append(edge)
            here = heads[edge]
            if here == self._sink:
                self._send(way)
                any_sent, way, here = True, [], self._source
            else:
                tried[here] = 1

    def _send(self, way: list[int]) -> None:
        for edge in way:
            self._room[edge] -= 1
            self._room[edge ^ 1] += 1
