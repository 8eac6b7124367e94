"""Where findings point: the file, line and column of the record to mend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from evidence.findings import Finding, Place


def placed(findings: Iterable[Finding], places: Mapping[str, Place]) -> list[Finding]:
    """Give each finding the place of the first of its records that has one.

    Args:
        findings: Of an audit; those that have a place keep it.
        places: Where records stand in a case file, by id, see `evidence.casefile.record_places`.
    """
    return [_placed(finding, places) for finding in findings]


def _placed(finding: Finding, places: Mapping[str, Place]) -> Finding:
    place = next((places[i] for i in finding.ids if i in places), None)
    if finding.place is not None or place is None:
        return finding
    return finding.model_copy(update={"place": place})
