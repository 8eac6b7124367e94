"""What the claims of a case rest on, for the page to show and to try without one source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evidence.case import Case
from graphs.export.page.origins_counted import Interval, Origins
from graphs.origins import (
    Basis,
    Lineage,
    Sides,
    SourceLineage,
    gathered,
    rootless_loops,
    sides,
)


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
    both = sides(case)
    starts = [node for each in both.values() for side in each for node in side]
    bases = gathered(Lineage(case, sources=SourceLineage(case, whole=True)), starts)
    loops = {
        f"loop:{members[0]}": members
        for members in rootless_loops({node: basis.rests_on for node, basis in bases.items()})
    }
    origins = Origins(bases, {node: loop for loop, nodes in loops.items() for node in nodes})
    independence = {claim: origins.counted(each.pro) for claim, each in both.items()}
    return Sourcing(both, bases, loops, independence)


def lineage_columns(sourcing: Sourcing) -> dict[str, list[Any]]:
    """The lineage node by node, and the two sides of each claim.

    Returns:
        Columns of one length: `key`, `rests` and `carried` (rows of what a node rests on and is
        carried by), `known`; beside them `loops` (rows of the members of each loop that rests on
        nothing else) and, for each claim in the order of the case, `pro` and `contra` (rows).
    """
    row = {key: number for number, key in enumerate(sourcing.bases)}
    bases, both = sourcing.bases.values(), sourcing.sides.values()
    return {
        "key": list(row),
        "rests": [[row[node] for node in basis.rests_on] for basis in bases],
        "carried": [[row[node] for node in basis.carried_by] for basis in bases],
        "known": [int(basis.known) for basis in bases],
        "loops": [[row[node] for node in members] for members in sourcing.loops.values()],
        "pro": [[row[node] for node in each.pro] for each in both],
        "contra": [[row[node] for node in each.contra] for each in both],
    }
