"""The sources that everything hangs on: those whose withdrawal alone sinks a claim.

A node dominates another where no way of standing up the other does without it. With carriers this
is a dataflow problem on and/or nodes rather than a dominator tree: what dominates a node is itself,
what dominates any of its carriers, and what dominates all of the things it rests on; the greatest
solution is exact (F. Allen and J. Cocke, A program data flow analysis procedure, 1976, with the
carriers added).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import reduce

from graphs.origins.network import Network, standing

SOURCES = ("actor:", "document:", "evidence:")
"""Prefixes of the nodes that are sources."""


def load_bearing(whole: Network, claim: str) -> tuple[str, ...]:
    """Find the sources without which a claim does not stand, those nearest its origins first.

    Args:
        whole: A network that holds the claim.
        claim: The node of the claim.

    Returns:
        Keys of documents, actors and evidence; none where the claim does not stand anyway. Cost:
        the size of the network, times the length of one route in bits.
    """
    stands = standing(whole)
    if claim not in stands:
        return ()
    route = _one_way(whole, stands, claim)
    bits = {node: 1 << place for place, node in enumerate(route)}
    sinking = _dominators(whole, stands, bits)[claim]
    return tuple(n for n in route if n.startswith(SOURCES) and sinking & bits[n])


def _one_way(whole: Network, stands: Mapping[str, str | None], claim: str) -> list[str]:
    """The nodes of one way to stand up a claim, in the order in which they come to stand."""
    pending, needed = [claim], {claim}
    while pending:
        node = pending.pop()
        base = stands[node]
        needs = {*whole.bases[node].carried_by, *whole.members.get(node, ())}
        needs.update((base,) if base else ())
        pending.extend(needs - needed)
        needed |= needs
    return [node for node in stands if node in needed]


def _dominators(whole: Network, stands: Collection[str], bits: Mapping[str, int]) -> dict[str, int]:
    """For each standing node, the bits of the nodes without which it falls."""
    found = dict.fromkeys(stands, (1 << len(bits)) - 1)
    changed = True
    while changed:
        changed = False
        for node in stands:
            now = _dominating(whole, node, bits, found)
            changed |= now != found[node]
            found[node] = now
    return found


def _dominating(
    whole: Network, node: str, bits: Mapping[str, int], found: Mapping[str, int]
) -> int:
    basis = whole.bases[node]
    now = bits.get(node, 0)
    for carrier in basis.carried_by:
        now |= found[carrier]
    for member in whole.members.get(node, ()):
        now |= bits.get(member, 0)
    alternatives = [found[base] for base in basis.rests_on if base in found]
    return now | reduce(int.__and__, alternatives) if alternatives else now
