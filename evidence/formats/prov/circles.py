"""Derivations in a circle, which PROV-CONSTRAINTS forbids and contested reporting holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from evidence.formats.prov.constraints.components import strong_components


def on_circles(derivations: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Choose the derivations that lie on a circle of derivations.

    In PROV what is derived is generated strictly later than what it is derived from (constraint
    42), so a document can neither rest on itself nor on one that rests on it.

    Args:
        derivations: Pairs of IRIs: what rests on another, and that other.
    """
    pairs = set(derivations)
    after = defaultdict(list)
    for what, rests_on in sorted(pairs):
        after[what].append(rests_on)
    part_of = strong_components(after)
    return {pair for pair in pairs if part_of[pair[0]] == part_of[pair[1]]}
