"""Waivers: findings that somebody accepts, with a reason and for a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from evidence.dates import certainly_before
from evidence.findings import Finding
from evidence.model import Waiver

UNWAIVABLE = "WAV"
"""The family of findings about waivers, which nobody can waive."""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding, and the waiver that accepts it."""

    finding: Finding
    waiver: Waiver


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver is about a finding: by its code, and the record that it names first."""
    if not finding.code.startswith(waiver.rule) or finding.code.startswith(UNWAIVABLE):
        return False
    return waiver.record is None or waiver.record in finding.ids[:1]


def codes_by_record(findings: Iterable[Finding]) -> dict[str | None, set[str]]:
    """What waivers could be about: the codes found, by the record named first; None: all codes."""
    codes: dict[str | None, set[str]] = defaultdict(set)
    for finding in findings:
        if not finding.code.startswith(UNWAIVABLE):
            codes[None].add(finding.code)
            for record in finding.ids[:1]:
                codes[record].add(finding.code)
    return codes


def has_expired(waiver: Waiver, day: str) -> bool:
    """Whether a waiver's last day lies before `day`, for certain at the precision it has."""
    return certainly_before(waiver.expires, day)


def waive(
    findings: Iterable[Finding], waivers: Iterable[Waiver], day: str
) -> tuple[list[Finding], list[Waived]]:
    """Sort out the findings that somebody accepts.

    Args:
        findings: Of an audit.
        waivers: Of the case; of several about one finding the first counts, one for its record
            before one for the whole case.
        day: The day of the audit; waivers that ended before it do not count.

    Returns:
        The findings that stand, and those that are waived, both in their order. Cost: linear, but
        for the waivers of one record and of the whole case, which are tried one by one.
    """
    in_force = _in_force(waivers, day)
    standing: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        own = in_force.get(finding.ids[0], []) if finding.ids else []
        candidates = (w for w in (*own, *in_force.get(None, [])) if covers(w, finding))
        waiver = next(candidates, None)
        if waiver is None:
            standing.append(finding)
        else:
            waived.append(Waived(finding, waiver))
    return standing, waived


def _in_force(waivers: Iterable[Waiver], day: str) -> dict[str | None, list[Waiver]]:
    """The waivers that have not ended, by the record that they are for."""
    found: dict[str | None, list[Waiver]] = defaultdict(list)
    for waiver in waivers:
        if not has_expired(waiver, day):
            found[waiver.record].append(waiver)
    return dict(found)
