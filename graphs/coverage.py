"""How well a case is covered: claims by sources, weakest first, and what carries most alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidence.case import Case, Dossier, dossiers
from evidence.findings import Finding
from evidence.vocabulary import OPPOSING, BearingKind
from graphs.naming import node_name
from graphs.origins import (
    TRACED,
    Independence,
    Lineage,
    independence,
    load_bearing,
    network,
    opposition,
    supports,
)


@dataclass(frozen=True, slots=True)
class ClaimCoverage:
    """How well one claim is covered.

    Attributes:
        claim: Its id.
        text: What it says.
        independence: The origins of its support.
        supporting: How many attributions and pieces of evidence support it.
        opposing: How many speak against it.
        load_bearing: Keys of the sources without any one of which it has no support.
        by_source: For each source that has to do with it, "for", "against" and "neither", in that
            order, as far as they occur.
        codes: The codes of the findings about it.
    """

    claim: str
    text: str
    independence: Independence
    supporting: int
    opposing: int
    load_bearing: tuple[str, ...]
    by_source: Mapping[str, tuple[str, ...]]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """What one source has to do with.

    Attributes:
        node: Its key.
        name: In words.
        claims: How many claims it takes a side on, speaks of or shows something about.
        carries: How many claims have no support without it.
    """

    node: str
    name: str
    claims: int
    carries: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How well a case is covered.

    Attributes:
        claims: Weakest first: by origins at most, then at least, then by id.
        sources: Those that most claims have to do with first, then by name.
        load_bearing: Sources that carry claims alone, those that carry most first.
    """

    claims: tuple[ClaimCoverage, ...]
    sources: tuple[SourceCoverage, ...]
    load_bearing: tuple[SourceCoverage, ...]


def coverage(case: Case, findings: Iterable[Finding] = ()) -> Coverage:
    """Work out how well the claims of a case are covered.

    Args:
        case: The case.
        findings: Of an audit; their codes are listed with the claims concerned.

    Returns:
        The coverage. Cost: linear in the case, but for sorting and for what `load_bearing` takes.
    """
    lineage = Lineage(case)
    codes = _codes(findings)
    claims = [_claim(lineage, dossier, codes) for dossier in dossiers(case)]
    spoken = Counter(node for claim in claims for node in claim.by_source)
    carried = Counter(node for claim in claims for node in claim.load_bearing)
    sources = [
        SourceCoverage(node, node_name(case, node), spoken[node], carried[node])
        for node in {**spoken, **carried}
    ]
    return Coverage(
        tuple(sorted(claims, key=_weakness)),
        tuple(sorted((s for s in sources if s.claims), key=lambda s: (-s.claims, s.name, s.node))),
        tuple(
            sorted((s for s in sources if s.carries), key=lambda s: (-s.carries, s.name, s.node))
        ),
    )


def _weakness(claim: ClaimCoverage) -> tuple[int, int, str]:
    return (claim.independence.high, claim.independence.low, claim.claim)


def _codes(findings: Iterable[Finding]) -> dict[str, dict[str, None]]:
    """The codes of findings by record, without repetition and in order."""
    codes: dict[str, dict[str, None]] = {}
    for finding in findings:
        for record_id in finding.ids:
            codes.setdefault(record_id, {})[finding.code] = None
    return codes


def _claim(
    lineage: Lineage, dossier: Dossier, codes: Mapping[str, Mapping[str, None]]
) -> ClaimCoverage:
    claim, nodes = dossier.claim, supports(dossier)
    node = f"claim:{claim.id}"
    return ClaimCoverage(
        claim=claim.id,
        text=claim.text,
        independence=independence(lineage, nodes),
        supporting=len(nodes),
        opposing=len(opposition(dossier)),
        load_bearing=load_bearing(network(lineage, {node: nodes}), node),
        by_source=_by_source(dossier),
        codes=tuple(codes.get(claim.id, ())),
    )


_SIDES = ("for", "against", "neither")


def _by_source(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for a in dossier.attributions:
        node = f"actor:{a.by}" if a.by is not None else f"document:{a.document}"
        side = "for" if a.stance in TRACED else "against" if a.stance in OPPOSING else "neither"
        found.setdefault(node, set()).add(side)
    for b in dossier.shown:
        if b.target == dossier.claim.id and b.source in dossier.evidence:
            found.setdefault(f"evidence:{b.source}", set()).add(_BEARING_SIDES[b.kind])
    return {node: tuple(side for side in _SIDES if side in sides) for node, sides in found.items()}


_BEARING_SIDES = {
    BearingKind.SUPPORTS: "for",
    BearingKind.CONTRADICTS: "against",
    BearingKind.UNDERCUTS: "against",
}
