"""Origins, intervals, load-bearing sources, cuts and what-if against brute force."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator

import pytest
from random_lineages import random_case

from evidence.case import Case, dossiers
from graphs.origins import (
    Lineage,
    depth,
    independence,
    load_bearing,
    network,
    opposition,
    routes,
    smallest_cut,
    standing,
    supports,
    withdraw,
)

SOURCES = ("document:", "actor:", "evidence:")


class BruteForce:
    """Everything by enumeration, from the bases alone."""

    def __init__(self, lineage: Lineage, starts: Collection[str]) -> None:
        self.lineage = lineage
        self.starts = starts
        self.nodes = self._closure(starts, lambda n: (*self.up(n), *self.carriers(n)))
        self.reach = {n: self._closure(self.up(n), self.up) for n in self.nodes}

    def up(self, node: str) -> tuple[str, ...]:
        return self.lineage.basis(node).rests_on

    def carriers(self, node: str) -> tuple[str, ...]:
        return self.lineage.basis(node).carried_by

    @staticmethod
    def _closure(starts: Collection[str], step: Callable[[str], Collection[str]]) -> set[str]:
        found: set[str] = set()
        fresh = set(starts)
        while fresh:
            found |= fresh
            fresh = {n for f in fresh for n in step(f)} - found
        return found

    def loop_of(self, node: str) -> frozenset[str]:
        """The closed class of a node: itself at a root, a loop, or nothing in between."""
        if not self.up(node):
            return frozenset({node})
        closed = all(node in self.reach[n] for n in self.reach[node])
        return frozenset(self.reach[node]) if closed else frozenset()

    def origins(self) -> dict[frozenset[str], bool]:
        """The origins, and whether they are known."""
        lineage = self._closure(self.starts, self.up)
        ends = {self.loop_of(n) for n in lineage} - {frozenset()}
        met = {n for s in self.starts for way in self.ways(s) if self.all_known(way) for n in way}
        return {end: not met.isdisjoint(end) for end in ends}

    def all_known(self, way: tuple[str, ...]) -> bool:
        return all(self.lineage.basis(n).known for n in way)

    def ways(self, node: str, behind: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
        """Every simple way from a node, of every length."""
        way = (*behind, node)
        yield way
        for base in self.up(node):
            if base not in way:
                yield from self.ways(base, way)

    def stands(self, node: str, gone: Collection[str], behind: tuple[str, ...] = ()) -> bool:
        """Whether there is a finite proof that a node stands."""
        if node in gone or node in behind:
            return False
        way = (*behind, node)
        loop = self.loop_of(node)
        if loop and self.up(node):
            outside = {c for n in loop for c in self.carriers(n)} - loop
            mark = f"loop:{min(loop)}"
            return (
                mark not in behind
                and loop.isdisjoint(gone)
                and all(self.stands(c, gone, (*way, mark)) for c in outside)
            )
        return all(self.stands(c, gone, way) for c in self.carriers(node)) and (
            not self.up(node) or any(self.stands(b, gone, way) for b in self.up(node))
        )

    def full_routes(self) -> set[frozenset[str]]:
        """What each route to an origin passes that can be lost."""
        return {
            frozenset(n for n in way if n.startswith(SOURCES)) | self.loop_of(way[-1])
            for start in self.starts
            for way in self.ways(start)
            if self.loop_of(way[-1])
        }


def interval(known: int, unknown: int) -> tuple[int, int]:
    """The least and greatest number of independent origins over all ways to join unknown ones."""
    counts = {len(groups) for groups in _groupings([True] * known + [False] * unknown)}
    return (min(counts), max(counts)) if counts else (0, 0)


def _groupings(origins: list[bool]) -> Iterator[list[list[bool]]]:
    if not origins:
        yield []
        return
    for groups in _groupings(origins[1:]):
        yield [[origins[0]], *groups]
        for place, group in enumerate(groups):
            if not (origins[0] and any(group)):
                yield [*groups[:place], [*group, origins[0]], *groups[place + 1 :]]


BATCHES = range(10)
SEEDS_PER_BATCH = 1000


def claims_of(batch: int) -> Iterator[tuple[Case, Lineage, str, tuple[str, ...]]]:
    for seed in range(batch * SEEDS_PER_BATCH, (batch + 1) * SEEDS_PER_BATCH):
        case = random_case(seed)
        lineage = Lineage(case)
        for dossier in dossiers(case):
            yield case, lineage, f"claim:{dossier.claim.id}", supports(dossier)


@pytest.mark.parametrize("batch", BATCHES)
def test_origins_and_interval(batch: int) -> None:
    for _, lineage, _, starts in claims_of(batch):
        found = independence(lineage, starts)
        brute = BruteForce(lineage, starts)
        expected = brute.origins()
        assert {frozenset(o.nodes): o.known for o in found.origins} == expected
        known = sum(expected.values())
        assert (found.low, found.high) == interval(known, len(expected) - known)
        assert shortest(routes(lineage, starts), expected) == {
            end: min(len(w) for s in starts for w in brute.ways(s) if w[-1] in end)
            for end in expected
        }


@pytest.mark.parametrize("batch", BATCHES)
def test_depth_is_that_of_the_farthest_end_by_its_route(batch: int) -> None:
    for _, lineage, _, starts in claims_of(batch):
        ways = routes(lineage, starts)
        assert depth(lineage, starts) == max(map(relays, ways), default=0)


def relays(way: tuple[str, ...]) -> int:
    """The hands on a route, without actors, and without what its end published itself."""
    between = [node for node in way[1:-1] if not node.startswith("actor:")]
    published = way[-1].startswith("actor:") and between[-1:] and "document:" in between[-1]
    return len(between) - bool(published)


def shortest(
    ways: Iterator[tuple[str, ...]], ends: Collection[frozenset[str]]
) -> dict[frozenset[str], int]:
    """The length of the only route to each end."""
    lengths = [(next(end for end in ends if way[-1] in end), len(way)) for way in ways]
    assert len(dict(lengths)) == len(lengths)
    return dict(lengths)


@pytest.mark.parametrize("batch", BATCHES)
def test_what_stands_and_what_everything_hangs_on(batch: int) -> None:
    rng = random.Random(batch)  # noqa: S311  # no secrets here
    for _, lineage, claim, starts in claims_of(batch):
        whole = network(lineage, {claim: starts})
        brute = BruteForce(lineage, starts)
        gone = set(rng.sample(sorted(brute.nodes), min(len(brute.nodes), 2)))
        stands = standing(whole, gone)
        assert (claim in stands) == any(brute.stands(s, gone) for s in starts)
        assert {n for n in brute.nodes if n in stands} == {
            n for n in brute.nodes if brute.stands(n, gone)
        }
        expected = {
            n
            for n in brute.nodes
            if n.startswith(SOURCES)
            and any(brute.stands(s, ()) for s in starts)
            and not any(brute.stands(s, {n}) for s in starts)
        }
        assert set(load_bearing(whole, claim)) == expected


@pytest.mark.parametrize("batch", BATCHES)
def test_smallest_cut_is_the_number_of_disjoint_routes(batch: int) -> None:
    for _, lineage, _, starts in claims_of(batch):
        ways = sorted(BruteForce(lineage, starts).full_routes(), key=sorted)
        cut = smallest_cut(lineage, starts)
        assert all(not way.isdisjoint(cut) for way in ways)
        assert len(cut) == most_disjoint(ways)


def most_disjoint(ways: list[frozenset[str]]) -> int:
    """The largest number of routes of which no two share anything."""
    if not ways:
        return 0
    first, rest = ways[0], ways[1:]
    return max(most_disjoint(rest), 1 + most_disjoint([w for w in rest if w.isdisjoint(first)]))


@pytest.mark.parametrize("batch", BATCHES)
def test_what_if(batch: int) -> None:
    rng = random.Random(batch)  # noqa: S311  # no secrets here
    for seed in range(batch * SEEDS_PER_BATCH, (batch + 1) * SEEDS_PER_BATCH):
        case = random_case(seed)
        lost = rng.choice([*case.actors, *case.documents])
        gone = {f"actor:{lost}", f"document:{lost}"}
        expected = {}
        for dossier in dossiers(case):
            nodes = (*supports(dossier), *opposition(dossier))
            brute = BruteForce(Lineage(case), nodes)
            fallen = {n for n in nodes if brute.stands(n, ()) and not brute.stands(n, gone)}
            if fallen:
                expected[dossier.claim.id] = fallen
        found = withdraw(case, [lost])
        assert {loss.claim: set(loss.fallen) for loss in found} == expected
