"""A smallest set of sources whose loss cuts a claim off from all its origins."""

from __future__ import annotations

from collections.abc import Iterable

from graphs.origins.flow import FlowNetwork
from graphs.origins.lineage import Lineage
from graphs.origins.load import SOURCES
from graphs.origins.loops import Steps, loops_as_origins


def smallest_cut(lineage: Lineage, supports: Iterable[str]) -> tuple[str, ...]:
    """Find a smallest set of sources whose loss cuts every route from a claim to its origins.

    Its size is also the largest number of routes that share no source (Menger's theorem). Every
    source counts one, also an origin; attributions count nothing unless they are origins
    themselves. Of several smallest sets it is the one nearest the origins. What carries a route
    without being on it does not count here: see `load_bearing`.

    Returns:
        Keys of the sources, sorted; for a loop that is an origin, its first member. Cost: by
        augmenting paths in phases, at most the size of the lineage times that of the cut, in
        practice a few times the size of the lineage.
    """
    starts = tuple(supports)
    steps = _steps(lineage, starts)
    nodes = list(steps)
    network = _flow_network(steps, nodes, starts)
    near = network.reached_at_most()
    lost = (node for place, node in enumerate(nodes) if near[2 * place] and not near[2 * place + 1])
    return tuple(sorted(node.removeprefix("loop:") for node in lost))


def _flow_network(steps: Steps, nodes: list[str], starts: Iterable[str]) -> FlowNetwork:
    """The lineage with each node split in two, so that to lose it is to cut the edge between.

    Lineage flows from the origins through the side 2n of node n, out of its side 2n + 1, to the
    claim.
    """
    place = {node: number for number, node in enumerate(nodes)}
    origins, claim = 2 * len(nodes), 2 * len(nodes) + 1
    network = FlowNetwork(2 * len(nodes) + 2, origins, claim)
    for node, number in place.items():
        lasting = bool(steps[node]) and not node.startswith(SOURCES)
        network.connect(2 * number, 2 * number + 1, unbounded=lasting)
        for tail in [2 * place[base] + 1 for base in steps[node]] or [origins]:
            network.connect(tail, 2 * number, unbounded=True)
    for start in starts:
        network.connect(2 * place[start] + 1, claim, unbounded=True)
    return network


def _steps(lineage: Lineage, supports: tuple[str, ...]) -> Steps:
    steps: dict[str, tuple[str, ...]] = {}
    pending = list(supports)
    while pending:
        node = pending.pop()
        if node not in steps:
            steps[node] = lineage.basis(node).rests_on
            pending.extend(steps[node])
    return loops_as_origins(steps)[0]
