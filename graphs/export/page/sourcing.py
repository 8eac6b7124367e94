"""What the claims of a case rest on, for the page to show and to try without one source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evidence.case import Case, dossiers
from graphs.origins import (
    Independence,
    Lineage,
    Network,
    independence,
    network,
    opposition,
    supports,
)


@dataclass(frozen=True)
class Sides:
    """The nodes of lineage that speak for a claim, and those that speak against it."""

    pro: tuple[str, ...]
    contra: tuple[str, ...]


@dataclass(frozen=True)
class Sourcing:
    """What the claims of a case rest on.

    Attributes:
        lineage: Of the case.
        sides: Those of each claim, by its id, in the order of the case.
        independence: The origins of each claim's support, by its id.
        whole: Everything that claims rest on and are carried by.
    """

    lineage: Lineage
    sides: Mapping[str, Sides]
    independence: Mapping[str, Independence]
    whole: Network


def sourcing_of(case: Case) -> Sourcing:
    """Trace every claim of a case; linear in the case but for what several claims rest on."""
    lineage = Lineage(case)
    sides = {d.claim.id: Sides(supports(d), opposition(d)) for d in dossiers(case)}
    return Sourcing(
        lineage,
        sides,
        {claim: independence(lineage, s.pro) for claim, s in sides.items()},
        network(lineage, {f"claim:{c}": (*s.pro, *s.contra) for c, s in sides.items()}),
    )


def lineage_columns(sourcing: Sourcing) -> dict[str, list[Any]]:
    """The lineage node by node, and the two sides of each claim.

    Returns:
        Columns of one length: `key`, `rests` and `carried` (rows of what a node rests on and is
        carried by), `known`; beside them `loops` (rows of the members of each loop that rests on
        nothing else) and, for each claim in the order of the case, `pro` and `contra` (rows).
    """
    rootless = sourcing.whole.members
    keys = [node for node in sourcing.whole.bases if node not in rootless and _is_traced(node)]
    row = {key: number for number, key in enumerate(keys)}
    bases = [sourcing.lineage.basis(key) for key in keys]
    return {
        "key": keys,
        "rests": [_rows(row, basis.rests_on) for basis in bases],
        "carried": [_rows(row, basis.carried_by) for basis in bases],
        "known": [int(basis.known) for basis in bases],
        "loops": [_rows(row, members) for members in rootless.values()],
        "pro": [_rows(row, sides.pro) for sides in sourcing.sides.values()],
        "contra": [_rows(row, sides.contra) for sides in sourcing.sides.values()],
    }


def _is_traced(node: str) -> bool:
    """Whether lineage has a basis for a node; claims only stand at its end."""
    return not node.startswith("claim:")


def _rows(row: Mapping[str, int], nodes: Sequence[str]) -> list[int]:
    return [row[node] for node in nodes]
