"""Seeded, deterministic coordinates for every node of a graph."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy as np

from graphs.layout.arrangement import ASPECT, arranged, centred, extent
from graphs.layout.arrays import Points
from graphs.layout.communities import components, within
from graphs.layout.compaction import MOST, compacted
from graphs.layout.keeping import kept
from graphs.layout.packing import packed
from graphs.layout.part import Part, part_of

Place = tuple[float, float]

_PART_GAP = 50.0


def positions(
    graph: nx.Graph,
    sizes: Mapping[str, tuple[float, float]] | None = None,
    *,
    seed: int = 0,
    previous: Mapping[str, Place] | None = None,
    canvas: float | None = None,
) -> dict[str, Place]:
    """Place the nodes of a graph for a picture.

    Connected parts are arranged one by one (see `arrangement`) and packed in rows, single nodes
    last, into about 16:10. No two nodes overlap.

    Args:
        graph: Any NetworkX graph; directions and parallel edges only add weight.
        sizes: Width and height of the box that each node needs with its label, in pixels.
        seed: Another seed gives another picture.
        previous: Places from an earlier picture. Nodes in it keep them, whatever else has changed;
            others are put near their neighbours where there is room.
        canvas: Width to height of what the picture has to fit. Graphs that are small enough to be
            read whole are then drawn close together in that shape; None for a picture of its own.

    Returns:
        The centre of each node in pixels, x to the right and y down, rounded to a tenth; sorted by
        node. The same graph, sizes and seed always give the same places. Cost: about n log n.
    """
    keys = sorted(graph)
    if not keys:
        return {}
    part = part_of(graph, keys, sizes or {})
    if previous and any(key in previous for key in keys):
        places = kept(part, [previous.get(key) for key in keys])
    else:
        places = _laid_out(part, seed)
        if canvas is not None and len(keys) <= MOST:
            places = compacted(part, places, canvas)
    return {
        key: (float(x), float(y)) for key, (x, y) in zip(keys, places.round(1) + 0.0, strict=True)
    }


def _laid_out(part: Part, seed: int) -> Points:
    count = len(part.sizes)
    groups = components(count, part.edges)
    rows, _ = within(groups, part.edges, count)
    inner = [
        arranged(part.cut(group, row), seed) if len(group) > 1 else np.zeros((1, 2))
        for group, row in zip(groups, rows, strict=True)
    ]
    gaps = [_PART_GAP if len(group) > 1 else 0.0 for group in groups]
    blocks = [
        extent(local, part.sizes[group]) + gap
        for local, group, gap in zip(inner, groups, gaps, strict=True)
    ]
    places = np.empty_like(part.sizes)
    for group, local, centre in zip(groups, inner, packed(np.array(blocks), ASPECT), strict=True):
        places[group] = local + centre
    return centred(places, part.sizes)
