"""Labellings and extensions against formal-argumentation and against brute force."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from argumentation.core.dung import (
    ArgumentationFramework,
    grounded_extension,
    preferred_extensions,
    stable_extensions,
)
from random_disputes import random_dispute

from graphs.acceptance import Framework, Label, Links, dispute, grounded, preferred, stable
from graphs.origins import Lineage

Attacks = frozenset[tuple[int, int]]
BATCHES = range(4)
SEEDS_PER_BATCH = 250


def random_attacks(seed: int) -> tuple[int, Attacks]:
    """Up to 9 arguments, with attacks on themselves, each other and back."""
    rng = random.Random(seed)  # noqa: S311  # no secrets here
    size = rng.randint(0, 9)
    count = rng.randint(0, 3 * size)
    return size, frozenset((rng.randrange(size), rng.randrange(size)) for _ in range(count))


def subsets(size: int) -> list[frozenset[int]]:
    return [frozenset(s) for n in range(size + 1) for s in combinations(range(size), n)]


def conflict_free(chosen: frozenset[int], attacks: Attacks) -> bool:
    return not any(a in chosen and b in chosen for a, b in attacks)


def defends(chosen: frozenset[int], argument: int, attacks: Attacks) -> bool:
    attackers = [a for a, b in attacks if b == argument]
    return all(any((c, a) in attacks for c in chosen) for a in attackers)


def brute_grounded(size: int, attacks: Attacks) -> frozenset[int]:
    """The least fixed point of what is defended."""
    chosen: frozenset[int] = frozenset()
    while True:
        more = frozenset(a for a in range(size) if defends(chosen, a, attacks))
        if more == chosen:
            return chosen
        chosen = more


def brute_preferred(size: int, attacks: Attacks) -> set[frozenset[int]]:
    admissible = [
        s
        for s in subsets(size)
        if conflict_free(s, attacks) and all(defends(s, a, attacks) for a in s)
    ]
    return {s for s in admissible if not any(s < larger for larger in admissible)}


def brute_stable(size: int, attacks: Attacks) -> set[frozenset[int]]:
    return {
        s
        for s in subsets(size)
        if conflict_free(s, attacks)
        and all(any((a, b) in attacks for a in s) for b in range(size) if b not in s)
    }


def accepted(labels: bytes | bytearray) -> frozenset[int]:
    return frozenset(a for a, label in enumerate(labels) if label == Label.ACCEPTED)


def as_library(size: int, attacks: Attacks) -> ArgumentationFramework:
    return ArgumentationFramework(
        arguments=frozenset(map(str, range(size))),
        defeats=frozenset((str(a), str(b)) for a, b in attacks),
    )


def numbers(names: frozenset[str]) -> frozenset[int]:
    return frozenset(map(int, names))


def check_grounded(framework: Framework, size: int, attacks: Attacks) -> None:
    labels = grounded(framework)
    found = accepted(labels)
    assert found == brute_grounded(size, attacks)
    assert found == numbers(grounded_extension(as_library(size, attacks)))
    attacked = {b for a, b in attacks if a in found}
    assert {a for a, label in enumerate(labels) if label == Label.REJECTED} == attacked


def check_extensions(framework: Framework, size: int, attacks: Attacks) -> None:
    found = preferred(framework)
    assert not found.truncated
    assert len(list(found)) == len(set(found))
    assert set(found) == brute_preferred(size, attacks)
    assert set(found) == set(map(numbers, preferred_extensions(as_library(size, attacks))))
    firm = set(stable(framework, found))
    assert firm == brute_stable(size, attacks)
    assert firm == set(map(numbers, stable_extensions(as_library(size, attacks))))


@pytest.mark.parametrize("batch", BATCHES)
def test_random_frameworks(batch: int) -> None:
    for seed in range(batch * SEEDS_PER_BATCH, (batch + 1) * SEEDS_PER_BATCH):
        size, attacks = random_attacks(seed)
        framework = Framework.of(size, sorted(attacks))
        check_grounded(framework, size, attacks)
        check_extensions(framework, size, attacks)


def test_disputes_of_cases() -> None:
    for seed in range(300):
        case = random_dispute(seed)
        found = dispute(Links(case), case.claims, Lineage(case))
        size = found.framework.size
        attacks = frozenset((a, b) for a in range(size) for b in found.framework.attacked[a])
        check_grounded(found.framework, size, attacks)


def test_a_cut_search_says_so_and_gives_only_what_is_preferred() -> None:
    """Twelve pairs that attack each other, all attacked from one argument so that they are one."""
    pairs = [(2 * n, 2 * n + 1) for n in range(12)]
    attacks = frozenset(
        [(a, b) for a, b in pairs]
        + [(b, a) for a, b in pairs]
        + [(24, 24)]
        + [(a, 24) for a, _ in pairs]
    )
    framework = Framework.of(25, sorted(attacks))
    whole = preferred(framework, most_extensions=2**12)
    assert (len(list(whole)), whole.truncated) == (2**12, False)
    some = preferred(framework, most_extensions=10)
    assert (len(list(some)), some.truncated) == (10, True)
    assert set(some) <= set(whole)
    few = preferred(framework, most_steps=30)
    assert few.truncated
    assert set(few) <= set(whole)


def test_parts_that_do_not_touch_are_not_multiplied() -> None:
    pairs = [(2 * n, 2 * n + 1) for n in range(500)]
    framework = Framework.of(1000, [*pairs, *((b, a) for a, b in pairs)])
    found = preferred(framework)
    assert [len(part.extensions) for part in found.parts] == [2] * 500
    assert not found.truncated


def test_attacks_outside_the_framework_are_refused() -> None:
    with pytest.raises(ValueError, match="outside 0 to 1"):
        Framework.of(2, [(0, 2)])
    with pytest.raises(ValueError, match="outside 0 to 1"):
        Framework.of(2, [(-1, 0)])


def test_long_chains_need_no_recursion() -> None:
    size = 100_000
    labels = grounded(Framework.of(size, [(n, n + 1) for n in range(size - 1)]))
    assert labels == bytes([Label.ACCEPTED, Label.REJECTED] * (size // 2))
    ring = Framework.of(1001, [(n, (n + 1) % 1001) for n in range(1001)])
    assert list(preferred(ring)) == [frozenset()]
