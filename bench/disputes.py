"""Disputes and lineages of a chosen size, to label and to trace: the same size gives the same."""

from __future__ import annotations

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
"""Numbers of documents behind one claim, most resting on three others."""

_WIDTH = 100
"""Documents that may have the same number of relays behind them."""


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


def relayed_claim(size: int) -> Case:
    """A claim in the own voice of documents behind which there are `size` documents in layers."""
    random = Random(0)  # noqa: S311  # data for measuring, no secret
    documents = [Document(id=f"d{n}", original=True) for n in range(size)]
    derivations = [
        Derivation(id=f"v{n}-{k}", what=f"d{n}", rests_on=f"d{(n // _WIDTH + 1) * _WIDTH + place}")
        for n in range(size - _WIDTH)
        for k, place in enumerate(random.sample(range(_WIDTH), 3))
    ]
    said = [
        Attribution(
            id=f"a{n}",
            claim="c",
            stance=Stance.ASSERTS,
            document=f"d{n}",
            form=Form.OWN_VOICE,
        )
        for n in range(_WIDTH)
    ]
    return Case.of([*documents, Claim(id="c", text="a claim"), *said, *derivations])


def _lineage(size: int) -> Prepared:
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

    case = relayed_claim(size)
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
    Job("lineage of one claim", "ancestors", _lineage, None, ANCESTOR_SIZES),
    Job("grounded labelling", "arguments", _grounded, "attack traversal", ARGUMENT_SIZES),
)
"""The steps that are measured here."""

DISPUTE_BASELINES = (Job("attack traversal", "arguments", _attack_traversal, None, ARGUMENT_SIZES),)
"""What they are compared with."""
