"""A smallest set of sources whose loss cuts a claim off from all its origins."""

from __future__ import annotations

from collections.abc import Iterable

from graphs.origins.flow import DisjointRoutes
from graphs.origins.lineage import Lineage
from graphs.origins.load import SOURCES
from graphs.origins.loops import loops_as_origins


def smallest_cut(lineage: Lineage, supports: Iterable[str]) -> tuple[str, ...]:
    """Find a smallest set of sources whose loss cuts every route from a claim to its origins.

    Its size is also the largest number of routes that share no source (Menger's theorem). Every
    source counts one, also an origin; attributions count nothing unless they are origins
    themselves. Of several smallest sets it is the one nearest the origins. What carries a route
    without being on it does not count here: see `load_bearing`.

    Returns:
        Keys of the sources, sorted; for a loop that is an origin, its first member. Cost: by
        augmenting paths, at most the size of the lineage times that of the cut, in practice a few
        times the size of the lineage.
    """
    starts = tuple(supports)
    reach = lineage.reach(starts)
    steps, _ = loops_as_origins(reach.steps, reach.rootless)
    nodes = list(steps)
    place = {node: number for number, node in enumerate(nodes)}
    origins = {place[node] for node in nodes if not steps[node]}
    lasting = {place[n] for n in nodes if steps[n] and not n.startswith(SOURCES)}
    rests_on = [[place[base] for base in bases] for bases in steps.values()]
    found = DisjointRoutes(rests_on, origins, lasting)
    for start in starts:
        while found.add(place[start]):
            pass
    return tuple(sorted(nodes[number].removeprefix("loop:") for number in found.cut()))
