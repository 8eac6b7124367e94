"""The rows of an evidence map: claims, or topics with all claims about one actor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evidence.case import Case, Dossier, dossiers
from evidence.findings import Finding
from graphs.export.map.cells import Cell, cells
from graphs.export.map.kinds import Kind
from graphs.naming import actor_name, node_name, origin_name
from graphs.origins import (
    Dependence,
    Independence,
    Lineage,
    Origin,
    carriers,
    circular,
    independence,
    load_bearing,
    network,
    supports,
)


class RowsOf(StrEnum):
    """What a row of the map is."""

    CLAIMS = "claims"
    TOPICS = "topics"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the map.

    Attributes:
        title: The claim, or the name of the actor that the claims are about.
        claims: The claims with their words, by id.
        independence: The origins of their support.
        circular: The names of sources that have it from each other, where nothing else supports it.
        hangs_on: The names of the sources without any one of which nothing of it has support.
        codes: The codes of the findings about its claims.
        cells: Those that are not empty, by kind of source.
    """

    title: str
    claims: Mapping[str, str]
    independence: Independence
    circular: str
    hangs_on: tuple[str, ...]
    codes: tuple[str, ...]
    cells: Mapping[Kind, Cell]

    @property
    def takes_sides(self) -> bool:
        """Whether it is a question of truth: demands, plans and warnings alone are not.

        That nobody speaks of it at all is one, too: who says so?
        """
        sides = [side for cell in self.cells.values() for side in cell]
        return not sides or any(side != "neither" for side in sides)


@dataclass(frozen=True, slots=True)
class EvidenceMap:
    """What a map shows.

    Attributes:
        rows: Weakest first: those with the fewest origins; those that take no side come last.
        circular: Loops of sources that claims rest on and on nothing else.
        carriers: Sources without which several claims have no support, most claims first.
    """

    rows: tuple[Row, ...]
    circular: tuple[Dependence, ...]
    carriers: tuple[Dependence, ...]


def evidence_map(
    case: Case, findings: Sequence[Finding], rows_of: RowsOf = RowsOf.CLAIMS
) -> EvidenceMap:
    """Lay out the evidence of a case.

    Args:
        case: The case.
        findings: Of an audit; their codes are shown with the claims concerned.
        rows_of: Whether each claim has a row, or each actor that claims are about.

    Returns:
        The map. Cost: linear in the case and its lineage, but for sorting.
    """
    lineage = Lineage(case)
    codes = _codes(findings)
    groups = _groups(case, rows_of)
    rows = [_row(case, lineage, title, group, codes) for title, group in groups.items()]
    rows.sort(key=_weakness)
    return EvidenceMap(tuple(rows), *_dependences(case, lineage))


def _weakness(row: Row) -> tuple[bool, int, int]:
    return (not row.takes_sides, row.independence.high, row.independence.low)


def _groups(case: Case, rows_of: RowsOf) -> dict[str, list[Dossier]]:
    """The dossiers of each row by a title that no other row has, in the order of the case."""
    groups: dict[str, list[Dossier]] = {}
    for dossier in dossiers(case):
        subject = dossier.claim.subject
        if rows_of is RowsOf.CLAIMS:
            key = dossier.claim.id
        else:
            key = actor_name(case, subject) if subject is not None else "about no actor"
        groups.setdefault(key, []).append(dossier)
    return groups


def _row(
    case: Case,
    lineage: Lineage,
    key: str,
    group: Sequence[Dossier],
    codes: Mapping[str, Mapping[str, None]],
) -> Row:
    nodes = tuple(dict.fromkeys(node for dossier in group for node in supports(dossier)))
    found = independence(lineage, nodes)
    claims = {dossier.claim.id: dossier.claim.text for dossier in group}
    return Row(
        title=claims.get(key, key),
        claims=claims,
        independence=found,
        circular=_circular(case, found.origins),
        hangs_on=_hangs_on(case, lineage, nodes),
        codes=tuple(dict.fromkeys(code for claim in claims for code in codes.get(claim, ()))),
        cells=cells(case, lineage, group),
    )


def _circular(case: Case, origins: Sequence[Origin]) -> str:
    is_circular = bool(origins) and all(origin.is_loop for origin in origins)
    return "; ".join(origin_name(case, origin) for origin in origins) if is_circular else ""


def _hangs_on(case: Case, lineage: Lineage, nodes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(node_name(case, node) for node in _load_bearing(lineage, nodes))


def _load_bearing(lineage: Lineage, nodes: tuple[str, ...]) -> tuple[str, ...]:
    row = "claim:"
    return load_bearing(network(lineage, {row: nodes}), row)


def _dependences(
    case: Case, lineage: Lineage
) -> tuple[tuple[Dependence, ...], tuple[Dependence, ...]]:
    """The loops, and the sources, that claims depend on alone."""
    sole: dict[Origin, list[str]] = {}
    carried: dict[str, list[str]] = {}
    for dossier in dossiers(case):
        nodes = supports(dossier)
        origins = independence(lineage, nodes).origins
        if len(origins) == 1:
            sole.setdefault(origins[0], []).append(dossier.claim.id)
        for node in _load_bearing(lineage, nodes):
            carried.setdefault(node, []).append(dossier.claim.id)
    return circular(sole), carriers(carried)


def _codes(findings: Sequence[Finding]) -> dict[str, dict[str, None]]:
    """The codes of findings by record, without repetition and in order."""
    codes: dict[str, dict[str, None]] = {}
    for finding in findings:
        for record_id in finding.ids:
            codes.setdefault(record_id, {})[finding.code] = None
    return codes
