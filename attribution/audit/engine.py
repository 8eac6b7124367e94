"""Running the rules over a case."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from attribution.audit.config import AuditConfig, chosen
from attribution.audit.context import Context
from attribution.audit.rule import Rule
from attribution.audit.rules import all_rules
from evidence.case import Case, dossiers
from evidence.findings import Finding, Severity, finding_order

_DEFAULT = AuditConfig()


def audit(case: Case, graph: nx.MultiDiGraph, config: AuditConfig = _DEFAULT) -> list[Finding]:
    """Check a case by all rules that are asked for.

    Args:
        case: The case.
        graph: Its graph, for rules that follow paths.
        config: What to look at, and how grave to take it.

    Returns:
        The findings, gravest first. Cost: linear in the case, but for sorting.

    Raises:
        ClaimtrailError: If the configuration names a code that no rule has.
    """
    rules = chosen(config, all_rules())
    context = Context(case, graph, config.thresholds)
    findings = [finding for rule in rules for finding in rule.of_case(context)]
    claim_rules = [rule for rule in rules if type(rule).of_claim is not Rule.of_claim]
    if claim_rules:
        for dossier in dossiers(case):
            for rule in claim_rules:
                findings.extend(rule.of_claim(dossier, context))
    return sorted((_graded(f, config) for f in findings), key=finding_order)


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity among findings; None where there are none."""
    return max((f.severity for f in findings), key=lambda s: s.rank, default=None)


def _graded(finding: Finding, config: AuditConfig) -> Finding:
    severity = config.severity.get(finding.code, finding.severity)
    if severity is finding.severity:
        return finding
    return finding.model_copy(update={"severity": severity})
