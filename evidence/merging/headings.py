"""Title and description of a case that is made of two."""

from __future__ import annotations

from evidence.case import Case
from evidence.difference import HEADING
from evidence.findings import Finding, Severity
from evidence.merging.wording import quoted


def settled_heading(
    ours: Case, theirs: Case, base: Case, names: tuple[str, str]
) -> tuple[dict[str, str], list[Finding]]:
    """Merge the headings of two cases; ours is kept where both sides changed the same."""
    heading: dict[str, str] = {}
    findings = []
    for name in HEADING:
        before, mine, others = (getattr(case, name) for case in (base, ours, theirs))
        heading[name] = others if mine == before else mine
        if mine != others and before not in (mine, others):
            findings.append(_differs(name, mine, others, names))
    return heading, findings


def _differs(name: str, mine: str, others: str, names: tuple[str, str]) -> Finding:
    return Finding(
        code="MRG003",
        severity=Severity.INFO,
        message=f"the {name} is {quoted(mine)} in {names[0]} and {quoted(others)} in {names[1]}",
        hint=f"that of {names[0]} was kept; change it in the merged case where it does not fit",
    )
