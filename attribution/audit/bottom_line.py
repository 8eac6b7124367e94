"""The bottom line of an audit: what is circular, what all hangs on, what to look for next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attribution.audit.outcome import Audit
from evidence.case import Case
from evidence.findings import Finding
from graphs.origins import Dependence, carriers, circular

CARRIERS = 3
"""How many sources are named on which most claims hang."""

LEADS = 5
"""How many things to look for next are named."""

_TELLING = tuple("COR003 LIF001 SRC001 COR004 BAL001 BAL002 COR002 SRC007 COR001".split())
"""Codes whose hints say what to look for, those that promise most first."""


@dataclass(frozen=True, slots=True)
class BottomLine:
    """What a reader should know first.

    Attributes:
        circular: Loops of sources that claims rest on and on nothing else.
        carriers: Sources without which several claims have no support, most claims first.
        leads: Findings whose hints say what to look for next, one of each rule.
    """

    circular: tuple[Dependence, ...]
    carriers: tuple[Dependence, ...]
    leads: tuple[Finding, ...]


def bottom_line(case: Case, audit: Audit) -> BottomLine:
    """Draw the bottom line of an audit; linear, but for sorting the sources."""
    return BottomLine(
        circular(audit.sole_origins),
        carriers(audit.carried)[:CARRIERS],
        leads(case, audit.findings),
    )


def leads(case: Case, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings whose hints say what to look for next: of each telling rule the first.

    Those about claims come before those about other records.
    """
    first: dict[str, Finding] = {}
    telling = [finding for finding in findings if finding.code in _TELLING]
    for finding in sorted(telling, key=lambda f: f.ids[:1] == () or f.ids[0] not in case.claims):
        first.setdefault(finding.code, finding)
    return tuple(first[code] for code in _TELLING if code in first)[:LEADS]
