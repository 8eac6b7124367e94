"""A smallest set of sources whose loss cuts a claim off from all its origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from graphs.origins.lineage import Lineage
from graphs.origins.load import SOURCES
from graphs.origins.loops import Steps, loops_as_origins

_Side = tuple[str, str]
"""A node's side where lineage comes in from its origins, or where it goes out to the claim."""

_ORIGINS, _CLAIM = ("origins", "out"), ("claim", "in")

Residual = dict[_Side, dict[_Side, float]]
"""How much more can flow from one side of a node to another."""


def smallest_cut(lineage: Lineage, supports: Iterable[str]) -> tuple[str, ...]:
    """Find a smallest set of sources whose loss cuts every route from a claim to its origins.

    Its size is also the largest number of routes that share no source (Menger's theorem). Every
    source counts one, also an origin; attributions count nothing unless they are origins
    themselves. Of several smallest sets it is the one nearest the origins. What carries a route
    without being on it does not count here: see `load_bearing`.

    Returns:
        Keys of the sources, sorted; for a loop that is an origin, its first member. Cost: by
        augmenting paths in phases (L. Ford and D. Fulkerson; E. Dinic), at most the size of the
        lineage times that of the cut, in practice a few times the size of the lineage.
    """
    residual = _flow_network(lineage, tuple(supports))
    while _augment(residual):
        pass
    near = _reachable(residual)
    lost = (node for node, side in near if side == "in" and (node, "out") not in near)
    return tuple(sorted(node.removeprefix("loop:") for node in lost))


def _flow_network(lineage: Lineage, supports: tuple[str, ...]) -> Residual:
    """The lineage with each node split in two, so that to lose it is to cut the edge between."""
    residual: Residual = {_ORIGINS: {}, _CLAIM: {}}

    def connect(tail: _Side, head: _Side, capacity: float) -> None:
        residual.setdefault(tail, {})[head] = capacity
        residual.setdefault(head, {}).setdefault(tail, 0)

    for node, bases in _steps(lineage, supports).items():
        lasting = bool(bases) and not node.startswith(SOURCES)
        connect((node, "in"), (node, "out"), float("inf") if lasting else 1)
        for tail in [(base, "out") for base in bases] or [_ORIGINS]:
            connect(tail, (node, "in"), float("inf"))
    for support in supports:
        connect((support, "out"), _CLAIM, float("inf"))
    return residual


def _steps(lineage: Lineage, supports: tuple[str, ...]) -> Steps:
    steps: dict[str, tuple[str, ...]] = {}
    pending = list(supports)
    while pending:
        node = pending.pop()
        if node not in steps:
            steps[node] = lineage.basis(node).rests_on
            pending.extend(steps[node])
    return loops_as_origins(steps)[0]


def _augment(residual: Residual) -> bool:
    """Send flow along routes, each side of a node being tried once; whether there was any."""
    untried: dict[_Side, Iterator[_Side]] = {}
    any_sent = False
    way = [_ORIGINS]
    while way:
        here = way[-1]
        if here == _CLAIM:
            _send(residual, way)
            any_sent, way = True, [_ORIGINS]
            continue
        ahead = untried.setdefault(here, iter([*residual[here]]))
        step = next((s for s in ahead if residual[here][s] and _is_open(s, untried)), None)
        if step is None:
            way.pop()
        else:
            way.append(step)
    return any_sent


def _is_open(side: _Side, untried: dict[_Side, Iterator[_Side]]) -> bool:
    return side == _CLAIM or side not in untried


def _send(residual: Residual, way: list[_Side]) -> None:
    for tail, head in pairwise(way):
        residual[tail][head] -= 1
        residual[head][tail] += 1


def _reachable(residual: Residual) -> set[_Side]:
    found = {_ORIGINS}
    pending = [_ORIGINS]
    while pending:
        here = pending.pop()
        for step, room in residual[here].items():
            if room and step not in found:
                found.add(step)
                pending.append(step)
    return found
