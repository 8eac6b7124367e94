"""Strengths against formal-argumentation, against a recursion, and against equilibria."""

from __future__ import annotations

import random
from math import prod

import pytest
from argumentation.gradual.dfquad import dfquad_strengths
from argumentation.gradual.gradual import WeightedBipolarGraph, quadratic_energy_strengths
from hypothesis import given
from hypothesis import strategies as st

from graphs.acceptance import Weighted, strengths

Edges = frozenset[tuple[int, int]]


def random_edges(rng: random.Random, size: int, *, acyclic: bool) -> tuple[Edges, Edges]:
    """Supports and attacks, never both between the same two."""
    edges: dict[tuple[int, int], bool] = {}
    for _ in range(rng.randint(0, 3 * size)):
        one, other = rng.randrange(size), rng.randrange(size)
        if not acyclic or one < other:
            edges[one, other] = rng.random() < 0.5
    supports = frozenset(edge for edge, is_support in edges.items() if is_support)
    return supports, frozenset(edges) - supports


def singles(edges: Edges, size: int) -> list[list[list[int]]]:
    return [[[a] for a, b in sorted(edges) if b == argument] for argument in range(size)]


def library_graph(weights: list[float], supports: Edges, attacks: Edges) -> WeightedBipolarGraph:
    return WeightedBipolarGraph(
        arguments=frozenset(str(n) for n in range(len(weights))),
        initial_weights={str(n): weight for n, weight in enumerate(weights)},
        supports=frozenset((str(a), str(b)) for a, b in supports),
        attacks=frozenset((str(a), str(b)) for a, b in attacks),
    )


def test_df_quad_agrees_with_formal_argumentation_where_there_are_no_loops() -> None:
    for seed in range(1000):
        rng = random.Random(seed)  # noqa: S311  # no secrets here
        weights = [rng.random() for _ in range(rng.randint(1, 12))]
        supports, attacks = random_edges(rng, len(weights), acyclic=True)
        found = strengths(
            Weighted(weights, singles(supports, len(weights)), singles(attacks, len(weights)))
        )
        expected = dfquad_strengths(library_graph(weights, supports, attacks)).strengths
        assert found.values == pytest.approx([expected[str(n)] for n in range(len(weights))])
        assert not found.in_loops


def test_quadratic_energy_agrees_with_formal_argumentation_in_one_loop() -> None:
    """A ring of all arguments, so that no part of it is outside the loop."""
    for seed in range(60):
        rng = random.Random(seed)  # noqa: S311  # no secrets here
        size = rng.randint(1, 6)
        weights = [rng.random() for _ in range(size)]
        supports, attacks = random_edges(rng, size, acyclic=False)
        ring = {(n, (n + 1) % size) for n in range(size)}
        attacks = attacks | (ring - supports)
        found = strengths(Weighted(weights, singles(supports, size), singles(attacks, size)))
        assert found.in_loops == set(range(size))
        result = quadratic_energy_strengths(library_graph(weights, supports, attacks))
        if result.converged and not found.restless:
            expected = [result.strengths[str(n)] for n in range(size)]
            assert found.values == pytest.approx(expected, abs=1e-5)


@given(st.integers(0, 10**9))
def test_groups_count_their_strongest_only(seed: int) -> None:
    """Against the definition, written as a recursion."""
    rng = random.Random(seed)  # noqa: S311  # no secrets here
    size = rng.randint(1, 8)
    weights = [rng.random() for _ in range(size)]

    def groups(argument: int) -> list[list[int]]:
        members = [n for n in range(argument) if rng.random() < 0.5]
        cut = rng.randint(0, len(members))
        return [part for part in (members[:cut], members[cut:]) if part]

    weighted = Weighted(weights, [groups(n) for n in range(size)], [groups(n) for n in range(size)])

    def together(parts: list[list[int]]) -> float:
        return 1 - prod(1 - max(strength(member) for member in part) for part in parts)

    def strength(argument: int) -> float:
        pro = together(list(map(list, weighted.supporters[argument])))
        contra = together(list(map(list, weighted.attackers[argument])))
        weight = weights[argument]
        return weight + (pro - contra) * (1 - weight if pro > contra else weight)

    assert strengths(weighted).values == pytest.approx([strength(n) for n in range(size)])


def test_what_df_quad_swings_on_comes_to_rest() -> None:
    """Strong mutual attack, the case on which DF-QuAD does not converge."""
    found = strengths(Weighted([1.0, 1.0], [[], []], [[[1]], [[0]]]))
    assert found.restless == set()
    assert found.values[0] == pytest.approx(found.values[1])
    # At rest s = 1 - s²/(1 + s²), that is s + s³ = 1.
    assert found.values[0] + found.values[0] ** 3 == pytest.approx(1)


def test_what_is_left_restless_is_reported_with_what_rests_on_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("graphs.acceptance.strength.MOST_ROUNDS", 3)
    found = strengths(Weighted([1.0, 1.0, 0.5], [[], [], [[1]]], [[[1]], [[0]], []]))
    assert found.restless == {0, 1, 2}
    assert found.in_loops == {0, 1}


@given(st.integers(0, 10**9))
def test_strengths_stay_between_0_and_1(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311  # no secrets here
    weights = [rng.choice([0.0, 0.5, 1.0, rng.random()]) for _ in range(rng.randint(1, 8))]
    supports, attacks = random_edges(rng, len(weights), acyclic=False)
    size = len(weights)
    found = strengths(Weighted(weights, singles(supports, size), singles(attacks, size)))
    assert all(-1e-9 <= value <= 1 + 1e-9 for value in found.values)
