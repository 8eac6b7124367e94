"""What the claims of a case rest on, for the page to show and to try without one source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evidence.case import Case, dossiers
from graphs.export.page.origins_counted import Interval, Origins
from graphs.origins import Basis, Lineage, Network, network, opposition, supports


@dataclass(frozen=True)
class Sides:
    """The nodes of lineage that speak for a claim, and those that speak against it."""

    pro: tuple[str, ...]
    contra: tuple[str, ...]


@dataclass(frozen=True)
class Sourcing:
    """What the claims of a case rest on.

    Attributes:
        sides: Those of each claim, by its id, in the order of the case.
        bases: The basis of everything that claims rest on and are carried by, claims left out.
        loops: The members of each loop that rests on nothing else, by the key of the loop.
        independence: How many independent origins each claim's support has, by its id.
    """

    sides: Mapping[str, Sides]
    bases: Mapping[str, Basis]
    loops: Mapping[str, tuple[str, ...]]
    independence: Mapping[str, Interval]


def sourcing_of(case: Case) -> Sourcing:
    """Trace every claim of a case; linear in the case but for what several claims rest on."""
    lineage = Lineage(case)
    sides = {d.claim.id: Sides(supports(d), opposition(d)) for d in dossiers(case)}
    whole = network(lineage, {f"claim:{c}": (*s.pro, *s.contra) for c, s in sides.items()})
    bases = {node: lineage.basis(node) for node in whole.bases if _is_traced(node, whole)}
    origins = Origins(bases, {n: loop for loop, nodes in whole.members.items() for n in nodes})
    independence = {claim: origins.counted(s.pro) for claim, s in sides.items()}
    return Sourcing(sides, bases, whole.members, independence)


def lineage_columns(sourcing: Sourcing) -> dict[str, list[Any]]:
    """The lineage node by node, and the two sides of each claim.

    Returns:
        Columns of one length: `key`, `rests` and `carried` (rows of what a node rests on and is
        carried by), `known`; beside them `loops` (rows of the members of each loop that rests on
        nothing else) and, for each claim in the order of the case, `pro` and `contra` (rows).
    """
    row = {key: number for number, key in enumerate(sourcing.bases)}
    return {
        "key": list(row),
        "rests": [_rows(row, basis.rests_on) for basis in sourcing.bases.values()],
        "carried": [_rows(row, basis.carried_by) for basis in sourcing.bases.values()],
        "known": [int(basis.known) for basis in sourcing.bases.values()],
        "loops": [_rows(row, members) for members in sourcing.loops.values()],
        "pro": [_rows(row, sides.pro) for sides in sourcing.sides.values()],
        "contra": [_rows(row, sides.contra) for sides in sourcing.sides.values()],
    }


def _is_traced(node: str, whole: Network) -> bool:
    """Whether lineage has a basis for a node: claims only stand at its end, loops for members."""
    return node not in whole.members and not node.startswith("claim:")


def _rows(row: Mapping[str, int], nodes: Sequence[str]) -> list[int]:
    return [row[node] for node in nodes]
