"""The passes of an audit over a case: claim by claim, section by section, and what is left over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attribution.audit.context import Context
from attribution.audit.recent import look_at_record
from attribution.audit.rule import Rule
from attribution.audit.tally import Tally
from evidence.case import Dossier
from evidence.findings import Finding
from evidence.model import Record

_SECTIONS = ("documents", "actors", "evidence", "bearings", "relations", "derivations", "waivers")
"""Sections that are gone through by themselves; claims and attributions come with dossiers."""


@dataclass(frozen=True)
class Checked:
    """What a pass found, and what it counted."""

    findings: list[Finding]
    tally: Tally


def check_claims(dossiers: Iterable[Dossier], rules: Sequence[Rule], context: Context) -> Checked:
    """Check claims one by one, each with its attributions."""
    of_claim = [rule for rule in rules if rule.checks("of_claim")]
    of_record = [rule for rule in rules if rule.checks("of_record")]
    tally = Tally()
    findings: list[Finding] = []
    for dossier in dossiers:
        tally.add_claim(dossier, context.lineage_of(dossier), context.independence(dossier))
        for rule in of_claim:
            findings.extend(rule.of_claim(dossier, context))
        for record in (dossier.claim, *dossier.attributions):
            findings.extend(_of_record(record, of_record, context))
    return Checked(findings, tally)


def check_sections(rules: Sequence[Rule], context: Context) -> Checked:
    """Check the records that do not come with a claim, one by one."""
    of_record = [rule for rule in rules if rule.checks("of_record")]
    tally = Tally()
    findings: list[Finding] = []
    for section in _SECTIONS:
        for record in getattr(context.case, section).values():
            look_at_record(context.case, section, record)
            tally.add_record(record, context.lineage)
            findings.extend(_of_record(record, of_record, context))
    return Checked(findings, tally)


def check_strays(rules: Sequence[Rule], context: Context) -> list[Finding]:
    """Check the attributions of claims that the case does not hold: no dossier has them.

    They are counted as well. That there are any shows in the tally, so that no other case is gone
    through again.
    """
    if context.tally.attributions == len(context.case.attributions):
        return []
    of_record = [rule for rule in rules if rule.checks("of_record")]
    findings: list[Finding] = []
    for attribution in context.case.attributions.values():
        if attribution.claim not in context.case.claims:
            context.tally.add_said((attribution,), context.lineage)
            findings.extend(_of_record(attribution, of_record, context))
    return findings


def _of_record(record: Record, rules: Iterable[Rule], context: Context) -> Iterable[Finding]:
    for rule in rules:
        yield from rule.of_record(record, context)
