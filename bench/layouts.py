"""How good layouts are: crossings and overlaps of ours and networkx's on five graphs, and its time.

`python -m bench.layouts` prints two tables. Positions of the others are stretched until the area of
their picture is that of ours, so that boxes of the same size are compared.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

import click
import networkx as nx
import numpy as np
from numpy.typing import NDArray

from attribution.example import example_case
from bench.generated import generated_case
from evidence.casefile import read_case
from graphs.build import build
from graphs.layout import DEFAULT_SIZE, positions

Places = Mapping[str, tuple[float, float]]


def _example() -> nx.Graph:
    with example_case() as path:
        return build(read_case(path))


GRAPHS: dict[str, Callable[[], nx.Graph]] = {
    "bundled example": _example,
    "generated, 2 topics": lambda: build(generated_case(500)),
    "karate club": nx.karate_club_graph,
    "les misérables": nx.les_miserables_graph,
    "communities": lambda: nx.connected_caveman_graph(12, 12),
}

CANVAS = 1.2
"""Width to height of the canvas that the page draws small graphs on."""

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000)
"""Nodes for which the time of ours is taken."""

LAYOUTS: dict[str, Callable[[nx.Graph], Places]] = {
    "ours": positions,
    "ours, fitted to a canvas": lambda graph: positions(graph, canvas=CANVAS),
    "networkx spring": lambda graph: nx.spring_layout(graph, seed=0),
    "networkx ForceAtlas2": lambda graph: nx.forceatlas2_layout(graph, seed=0),
}


def plain(graph: nx.Graph) -> nx.Graph:
    """The graph with string keys, each edge once and no node tied to itself."""
    bare = nx.Graph()
    bare.add_nodes_from(str(node) for node in graph)
    bare.add_edges_from((str(tail), str(head)) for tail, head in graph.edges() if tail != head)
    return bare


def crossings(graph: nx.Graph, places: Places) -> int:
    """How many pairs of edges without a common end cross; every pair is looked at."""
    ends = np.array([[places[tail], places[head]] for tail, head in graph.edges()])
    names = list(graph.edges())
    count = 0
    for number, edge in enumerate(names[:-1]):
        others = ends[number + 1 :]
        free = [not set(edge) & set(other) for other in names[number + 1 :]]
        count += int((_cross(ends[number], others) & free).sum())
    return count


def _cross(edge: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.bool_]:
    apart = _side(edge[0], edge[1], others[:, 0]) != _side(edge[0], edge[1], others[:, 1])
    across = _side(others[:, 0], others[:, 1], edge[0]) != _side(
        others[:, 0], others[:, 1], edge[1]
    )
    return np.asarray(apart & across)


def _side(
    a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """On which side of the line from `a` to `b` the points `c` lie."""
    (ax, ay), (bx, by), (cx, cy) = (np.moveaxis(point, -1, 0) for point in (a, b, c))
    return np.asarray((bx - ax) * (cy - ay) > (by - ay) * (cx - ax))


def overlaps(places: Places) -> int:
    """How many pairs of boxes of the usual size overlap."""
    width, height = DEFAULT_SIZE
    return sum(
        abs(x - u) < width and abs(y - v) < height
        for (x, y), (u, v) in combinations(places.values(), 2)
    )


def scaled_like(places: Places, model: Places) -> Places:
    """Stretch a picture evenly until its area is that of another."""
    factor = float(np.sqrt(_area(model) / _area(places)))
    return {key: (x * factor, y * factor) for key, (x, y) in places.items()}


def _area(places: Places) -> float:
    points = np.array(list(places.values()))
    return float(np.ptp(points, axis=0).prod())


def growth(sizes: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    """Nodes, edges and CPU seconds of our layout on generated cases, the smallest first."""
    # Loading and the first use of libraries is not part of any layout.
    positions(nx.path_graph(8, create_using=nx.Graph))
    for size in sizes:
        graph = _of_size(size)
        start = time.process_time()
        positions(graph)
        yield len(graph), graph.number_of_edges(), time.process_time() - start


def _of_size(size: int) -> nx.Graph:
    """A generated case of about so many nodes."""
    per_claim = len(build(generated_case(1_000))) / 1_000
    return build(generated_case(round(size / per_claim)))


@click.command()
def main() -> None:
    """Print crossings, overlaps and seconds of each layout on each graph, and how ours grows."""
    _print_quality()
    click.echo("\n| nodes | edges | CPU s | µs per node and log2 of nodes |")
    click.echo("|---|---|---|---|")
    for nodes, edges, spent in growth(SIZES):
        share = 1e6 * spent / (nodes * np.log2(nodes))
        click.echo(f"| {nodes:,} | {edges:,} | {spent:.2f} | {share:.1f} |")


def _print_quality() -> None:
    click.echo("| graph | nodes | edges | layout | crossings | overlaps | CPU s |")
    click.echo("|---|---|---|---|---|---|---|")
    for name, make in GRAPHS.items():
        graph = plain(make())
        ours = positions(graph)
        for layout, place in LAYOUTS.items():
            start = time.process_time()
            places = scaled_like(place(graph), ours)
            spent = time.process_time() - start
            click.echo(
                f"| {name} | {len(graph)} | {graph.number_of_edges()} | {layout} |"
                f" {crossings(graph, places)} | {overlaps(places)} | {spent:.2f} |"
            )


if __name__ == "__main__":
    main()
