"""As many routes through a graph as there are that share no node, and what stops any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

_UNSEEN = -1


class DisjointRoutes:
    """Routes through a graph, no two of which share a node that lets one route pass only.

    Routes are added one by one, by paths that may push aside those that are there (L. Ford and
    D. Fulkerson, Maximal flow through a network, 1956). What a search in vain has seen can never be
    part of a route any more, and is not looked at again. A search prefers nodes without a route,
    and among these the nodes with fewest ways in: after R. Karp and M. Sipser, Maximum matching in
    sparse random graphs, 1981.

    Nodes are numbers from 0. Each has two sides, number n where routes arrive and `size` + n where
    they leave, so that a new route may also run back from the one to the other.

    Args:
        onward: For each node, those that a route may go on to.
        ends: The nodes where a route may end.
        lasting: The nodes that let any number of routes pass.
    """

    def __init__(
        self, onward: Sequence[Sequence[int]], ends: Collection[int], lasting: Collection[int]
    ) -> None:
        self._size = len(onward)
        self._inward = turned(onward)
        self._onward = [
            sorted(ways, key=lambda way: len(self._inward[way]), reverse=True) for ways in onward
        ]
        self._ends = ends
        self._lasting = lasting
        self._passing = [0] * self._size
        self._arriving: list[dict[int, int]] = [{} for _ in onward]
        self._came = [_UNSEEN] * (2 * self._size)

    def add(self, start: int) -> bool:
        """Add a route from a node; whether there was room for one."""
        last, seen = self._search(start)
        if last is None:
            return False
        while last != start:
            before = self._came[last]
            self._step(before, last)
            last = before
        for side in seen:
            self._came[side] = _UNSEEN
        return True

    def cut(self) -> list[int]:
        """The fewest nodes that stop any more routes, those nearest the ends.

        Meaningful once `add` was asked for as many routes from each start as there are.
        """
        arriving_at = turned(self._arriving)
        seen = bytearray(2 * self._size)
        pending = [end + self._size for end in self._ends]
        while pending:
            side = pending.pop()
            if not seen[side]:
                seen[side] = 1
                pending += self._before(side, arriving_at)
        return [node for node in range(self._size) if seen[node + self._size] > seen[node]]

    def _search(self, start: int) -> tuple[int | None, list[int]]:
        """The side where a new route may end, if any, and the sides seen for the first time."""
        came, size = self._came, self._size
        if came[start] != _UNSEEN:
            return None, []
        came[start] = start
        seen, pending = [start], [start]
        while pending:
            side = pending.pop()
            if side - size in self._ends:
                return side, seen
            ways = self._past(side) if side < size else self._away(side - size)
            fresh = [way for way in ways if came[way] == _UNSEEN]
            for way in fresh:
                came[way] = side
            seen += fresh
            pending += fresh
        return None, seen

    def _past(self, node: int) -> list[int]:
        """Where a route that arrives may go: through, or back along another that arrives."""
        back = [before + self._size for before in self._arriving[node]]
        return [*back, node + self._size] if self._lets_pass(node) else back

    def _away(self, node: int) -> list[int]:
        """Where a route that leaves may go: back through the node, or onward; the best way last."""
        passing = self._passing
        ways = [node] if passing[node] else []
        ways += [way for way in self._onward[node] if passing[way]]
        ways += [way for way in self._onward[node] if not passing[way]]
        return ways

    def _before(self, side: int, arriving_at: Sequence[Sequence[int]]) -> list[int]:
        """The sides from which one more route could go to a side: the converse of the two above."""
        if side < self._size:
            ways = [way + self._size for way in self._inward[side]]
            return [*ways, side + self._size] if self._passing[side] else ways
        node = side - self._size
        return [*arriving_at[node], node] if self._lets_pass(node) else [*arriving_at[node]]

    def _lets_pass(self, node: int) -> bool:
        return not self._passing[node] or node in self._lasting

    def _step(self, side: int, to: int) -> None:
        """Lead a route from a side to the next, or take one away where that is a way back."""
        leaves, arrives = side >= self._size, to < self._size
        node, other = side % self._size, to % self._size
        if node == other:
            self._passing[node] += -1 if leaves else 1
        elif leaves and arrives:
            self._arriving[other][node] = self._arriving[other].get(node, 0) + 1
        else:
            self._arriving[node][other] -= 1
            if not self._arriving[node][other]:
                del self._arriving[node][other]


def turned(ways: Sequence[Iterable[int]]) -> list[list[int]]:
    """The same graph with its ways turned round, in order of the nodes they lead to."""
    back: list[list[int]] = [[] for _ in ways]
    for node, onward in enumerate(ways):
        for way in onward:
            back[way].append(node)
    return back
