"""Two cases made one: what agrees fuses, what does not is kept and reported.

With the case that both began from, a merge is the three-way merge of version control: a change that
only one side made is taken. Without it, nothing that either side has is lost: a field that only one
side fills in is taken from there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence.case import SECTIONS, Case
from evidence.findings import Finding
from evidence.merging.fusing import fused
from evidence.merging.headings import settled_heading
from evidence.merging.settling import Sides, settled
from evidence.model import Record

__all__ = ["Merged", "merge"]


@dataclass(frozen=True, slots=True)
class Merged:
    """A case made of two, and what they did not agree on."""

    case: Case
    findings: tuple[Finding, ...]


def merge(
    ours: Case,
    theirs: Case,
    *,
    base: Case | None = None,
    names: tuple[str, str] = ("the first case", "the second case"),
) -> Merged:
    """Merge two cases, record by record and field by field.

    Args:
        ours: One case; where both sides changed the same, its version is kept.
        theirs: The other case.
        base: The case that both were made from; None where there is none.
        names: What findings call the two cases, such as their file names.

    Returns:
        The merged case, ours in its order and then what only theirs holds; and the findings, of
        which `MRG001` and `MRG002` are conflicts to be settled by a person. `merge(a, a)` is `a`;
        without conflicts `merge(a, b)` equals `merge(b, a)`. Cost: linear in the records.
    """
    beginning = base if base is not None else Case()
    ours, theirs, findings = fused(ours, theirs, beginning)
    heading, heading_findings = settled_heading(ours, theirs, beginning, names)
    findings += heading_findings
    records: list[Record] = []
    for section in SECTIONS:
        old, mine, others = (getattr(c, section) for c in (beginning, ours, theirs))
        for record_id in _in_order(mine, others):
            sides = Sides(old.get(record_id), mine.get(record_id), others.get(record_id), names)
            record, conflicts = settled(sides)
            records += [record] if record is not None else []
            findings += conflicts
    return Merged(Case.of(records, **heading), tuple(findings))


def _in_order(ours: Iterable[str], theirs: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys([*ours, *theirs])
