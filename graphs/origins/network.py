"""What stands and what falls: the network of everything that claims rest on and are carried by.

A node *stands* where it is not withdrawn, all that carries it stands, and it is an origin or one of
the things it rests on stands (the least set that satisfies this, so that nothing stands on itself
alone). A loop that rests on nothing outside itself is one origin: it falls with any of its members.

These are Horn clauses; finding what stands is forward chaining, linear in the network (W. Dowling
and J. Gallier, Linear-time algorithms for testing the satisfiability of propositional Horn
formulae, 1984).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from graphs.origins.lineage import Basis, Lineage
from graphs.origins.loops import loops_as_origins, rootless_loops


@dataclass(frozen=True, slots=True)
class Network:
    """What claims rest on, and what carries that.

    Attributes:
        bases: Each node with its basis; claims rest on their support.
        members: The records of each rootless loop, by the node that stands for the loop; all that
            they rest on is that node.
    """

    bases: Mapping[str, Basis]
    members: Mapping[str, tuple[str, ...]]


def network(lineage: Lineage, supports: Mapping[str, Iterable[str]]) -> Network:
    """Gather everything that claims rest on or are carried by, the claims included.

    Args:
        lineage: Of the case.
        supports: For each claim's node, the nodes that its support starts from; a claim without
            any is left out, as it does not stand.
    """
    bases = {claim: Basis(tuple(nodes)) for claim, nodes in supports.items() if nodes}
    starts = [node for basis in bases.values() for node in basis.rests_on]
    return _with_loops_as_origins({**bases, **gathered(lineage, starts)})


def gathered(lineage: Lineage, starts: Iterable[str]) -> dict[str, Basis]:
    """The bases of some nodes and of everything that these rest on or are carried by.

    Nodes come in the order in which they are reached, breadth first.
    """
    bases: dict[str, Basis] = {}
    pending = list(starts)
    for node in pending:  # which grows meanwhile
        if node not in bases:
            basis = bases[node] = lineage.basis(node)
            pending += basis.rests_on
            pending += basis.carried_by
    return bases


def _with_loops_as_origins(bases: Mapping[str, Basis]) -> Network:
    steps = {node: basis.rests_on for node, basis in bases.items()}
    rootless = rootless_loops(steps)
    if not rootless:
        return Network(bases, {})
    steps, members = loops_as_origins(steps, rootless)
    carriers = {node: basis.carried_by for node, basis in bases.items()}
    for loop, nodes in members.items():
        inside = set(nodes)
        outside = (c for node in nodes for c in carriers[node] if c not in inside)
        carriers[loop] = tuple(dict.fromkeys(outside))
        carriers.update(dict.fromkeys(nodes, ()))
    return Network({n: Basis(rests_on, carriers[n]) for n, rests_on in steps.items()}, members)


def standing(whole: Network, without: Collection[str] = ()) -> dict[str, str | None]:
    """Find what stands once the nodes `without` are withdrawn.

    Returns:
        Each standing node, in an order in which what it needs comes before it, with the first
        thing it was found to rest on (None at an origin).
    """
    broken = (loop for loop, m in whole.members.items() if not set(without).isdisjoint(m))
    gone = {*without, *broken}
    resting, carrying = _dependents(whole.bases)
    missing = {node: len(basis.carried_by) for node, basis in whole.bases.items()}
    rests: dict[str, str | None] = dict.fromkeys(
        n for n, b in whole.bases.items() if not b.rests_on
    )
    pending = deque(node for node in rests if not missing[node])
    stands: dict[str, str | None] = {}
    while pending:
        node = pending.popleft()
        if node in gone or node in stands:
            continue
        stands[node] = rests[node]
        for dependent in resting[node]:
            rests.setdefault(dependent, node)
        for dependent in carrying[node]:
            missing[dependent] -= 1
        touched = (*resting[node], *carrying[node])
        pending.extend(d for d in touched if d in rests and not missing[d])
    return stands


def _dependents(
    bases: Mapping[str, Basis],
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """For each node, those that rest on it, and those that it carries."""
    resting: dict[str, list[str]] = defaultdict(list)
    carrying: dict[str, list[str]] = defaultdict(list)
    for node, basis in bases.items():
        for base in basis.rests_on:
            resting[base].append(node)
        for carrier in basis.carried_by:
            carrying[carrier].append(node)
    return resting, carrying
