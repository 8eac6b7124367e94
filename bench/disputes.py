"""Disputes and lineages of a chosen size, to label and to trace: the same size gives the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from random import Random

import networkx as nx
import numpy as np

from bench.job import Job, Prepared
from evidence.case import Case, dossiers
from evidence.model import Attribution, Claim, Derivation, Document
from evidence.vocabulary import Form, Stance
from graphs.acceptance import Framework, grounded
from graphs.acceptance.framework import Numbers

ARGUMENT_SIZES = (10_000, 100_000, 1_000_000)
"""Numbers of arguments, with three attacks each."""

ANCESTOR_SIZES = (1_000, 10_000)
"""Numbers of documents behind one claim."""

_WIDTH = 100
"""Documents of a layer, and routes that may share nothing."""


def _attacks(size: int) -> tuple[Numbers, Numbers]:
    """Three times as many attacks as arguments, nine in ten of them on later arguments.

    That way nearly all arguments get a label, and there are loops too.
    """
    random = np.random.default_rng(0)
    ends = random.integers(0, size, (2, 3 * size), dtype=np.int32)
    forward = random.random(3 * size) < 0.9
    ends[:, forward] = np.sort(ends[:, forward], axis=0)
    return ends[0], ends[1]


def _grounded(size: int) -> Prepared:
    """From the pairs of attacks to the labels: the compact arrays are made in the time measured."""
    attackers, attacked = _attacks(size)
    return Prepared(lambda: grounded(Framework.of_arrays(size, attackers, attacked)), size)


def _attack_traversal(size: int) -> Prepared:
    """Every attack of the same graph looked at once, in NetworkX."""
    attackers, attacked = _attacks(size)
    graph = nx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(zip(attackers.tolist(), attacked.tolist(), strict=True))
    return Prepared(lambda: sum(1 for node in graph for _ in graph.successors(node)), size)


def _in_layers(number: int, size: int, random: Random) -> Iterable[int]:
    """Each rests on three of the layer behind: many routes, and a cut that none of them shows."""
    behind = (number // _WIDTH + 1) * _WIDTH
    return (behind + place for place in random.sample(range(_WIDTH), 3)) if behind < size else ()


def _anywhere(number: int, size: int, random: Random) -> Iterable[int]:
    """Each but the last rests on three others, later or earlier: loops everywhere."""
    return {random.randrange(size) for _ in range(3)} if number < size - 5 * _WIDTH else ()


def _in_line(number: int, size: int, random: Random) -> Iterable[int]:
    """Each rests on the next."""
    return (number + 1,) if number + 1 < size else ()


def _in_ring(number: int, size: int, random: Random) -> Iterable[int]:
    """Each rests on the next, and the last on the first."""
    return ((number + 1) % size,)


def _in_lines(number: int, size: int, random: Random) -> Iterable[int]:
    """As many lines as there are supports."""
    return (number + _WIDTH,) if number + _WIDTH < size else ()


def _as_star(number: int, size: int, random: Random) -> Iterable[int]:
    """The first rests on all others."""
    return range(1, size) if number == 0 else ()


_Bases = Callable[[int, int, Random], Iterable[int]]

SHAPES: dict[str, tuple[_Bases, int]] = {
    "layers": (_in_layers, _WIDTH),
    "any way": (_anywhere, _WIDTH),
    "one line": (_in_line, 1),
    "one ring": (_in_ring, 1),
    "many lines": (_in_lines, _WIDTH),
    "star": (_as_star, 1),
}
"""What documents rest on, by number, and how many of them support the claim, by shape."""


def relayed_claim(size: int, shape: str = "layers") -> Case:
    """A claim in the own voice of documents that rest on others, `size` documents in all."""
    random = Random(0)  # noqa: S311  # data for measuring, no secret
    bases, supporting = SHAPES[shape]
    documents = [Document(id=f"d{n}", original=True) for n in range(size)]
    derivations = [
        Derivation(id=f"v{n}-{k}", what=f"d{n}", rests_on=f"d{base}")
        for n in range(size)
        for k, base in enumerate(bases(n, size, random))
    ]
    said = [
        Attribution(
            id=f"a{n}",
            claim="c",
            stance=Stance.ASSERTS,
            document=f"d{n}",
            form=Form.OWN_VOICE,
        )
        for n in range(supporting)
    ]
    return Case.of([*documents, Claim(id="c", text="a claim"), *said, *derivations])


def _lineage(shape: str, size: int) -> Prepared:
    """Origins, depth, what everything hangs on and the smallest cut of one claim."""
    from graphs.origins import (
        Lineage,
        depth,
        independence,
        load_bearing,
        network,
        smallest_cut,
        supports,
    )

    case = relayed_claim(size, shape)
    (dossier,) = dossiers(case)
    nodes = supports(dossier)

    def trace() -> None:
        lineage = Lineage(case)
        independence(lineage, nodes)
        depth(lineage, nodes)
        load_bearing(network(lineage, {"claim:c": nodes}), "claim:c")
        smallest_cut(lineage, nodes)

    return Prepared(trace, size)


DISPUTE_STEPS = (
    *(
        Job(f"lineage, {shape}", "ancestors", partial(_lineage, shape), None, ANCESTOR_SIZES)
        for shape in SHAPES
    ),
    Job("grounded labelling", "arguments", _grounded, "attack traversal", ARGUMENT_SIZES),
)
"""The steps that are measured here."""

DISPUTE_BASELINES = (Job("attack traversal", "arguments", _attack_traversal, None, ARGUMENT_SIZES),)
"""What they are compared with."""
