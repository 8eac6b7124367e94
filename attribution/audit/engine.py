"""Running the rules over a case, in one process or in several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import networkx as nx

from attribution.audit.config import AuditConfig, chosen
from attribution.audit.context import Context
from attribution.audit.holding import Held, Holding, InMemory
from attribution.audit.outcome import Audit
from attribution.audit.passes import Checked, check_claims, check_sections, check_strays
from attribution.audit.rule import Rule
from attribution.audit.rules import all_rules
from attribution.audit.tally import merged
from attribution.audit.waivers import waive
from evidence.case import Case
from evidence.findings import Finding, Severity, finding_order
from graphs.collector import collector_held

_SLICES_PER_JOB = 4
"""So that a process that is done early finds more to do."""


def audit(
    case: Case, graph: nx.MultiDiGraph | None = None, config: AuditConfig | None = None
) -> list[Finding]:
    """Check a case by all rules that are asked for, and leave out what is waived.

    Args:
        case: The case.
        graph: Its graph, for rules that follow paths; None: it is made if one asks for it.
        config: What to look at, and how grave to take it; None: all, as the rules say.

    Returns:
        The findings, gravest first. Cost: linear in the case, but for sorting.

    Raises:
        ClaimtrailError: If the configuration names a code that no rule has.
    """
    return list(audited(InMemory(case), config, graph=graph).findings)


def audited(
    holding: Holding,
    config: AuditConfig | None = None,
    *,
    jobs: int = 1,
    graph: nx.MultiDiGraph | None = None,
) -> Audit:
    """Check a case wherever it is held; of a store, only a page is in memory at a time.

    Args:
        holding: Where the case is.
        config: What to look at, and how grave to take it; None: all, as the rules say.
        jobs: How many processes share the work; the findings do not depend on it.
        graph: The graph of the case, where it is there already.

    Raises:
        ClaimtrailError: If the configuration names a code that no rule has.
    """
    config = config or AuditConfig()
    rules = chosen(config, all_rules())
    with collector_held(), holding.opened() as held:
        context = _context(held, config, graph)
        checked = _in_turn(held, rules, context) if jobs == 1 else _shared(holding, config, jobs)
        context.tally = merged(part.tally for part in checked)
        findings = [finding for part in checked for finding in part.findings]
        findings += check_strays(rules, context)
        findings += [finding for rule in rules for finding in rule.of_case(context)]
        graded = sorted((_graded(f, config) for f in findings), key=finding_order)
        return _waived(graded, rules, context)


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity among findings; None where there are none."""
    return max((f.severity for f in findings), key=lambda s: s.rank, default=None)


def _context(held: Held, config: AuditConfig, graph: nx.MultiDiGraph | None = None) -> Context:
    codes = [rule.code for rule in all_rules()]
    return Context(
        held.case, config, graph=graph, attributions_of=held.attributions_of, codes=codes
    )


def _in_turn(held: Held, rules: Sequence[Rule], context: Context) -> list[Checked]:
    return [check_sections(rules, context), check_claims(held.dossiers(None), rules, context)]


def _shared(holding: Holding, config: AuditConfig, jobs: int) -> list[Checked]:
    """Check the sections and slices of the claims in several processes."""
    # It takes a while to load, and few audits need it
    from joblib import Parallel, delayed

    slices = jobs * _SLICES_PER_JOB
    tasks = [None, *((k, slices) for k in range(slices))]
    run = Parallel(n_jobs=jobs, batch_size=1)
    checked: list[Checked] = run(delayed(_check_part)(holding, config, task) for task in tasks)
    return checked


def _check_part(holding: Holding, config: AuditConfig, part: tuple[int, int] | None) -> Checked:
    """Check one slice of the claims or, for None, the sections."""
    rules = chosen(config, all_rules())
    with collector_held(), holding.opened() as held:
        context = _context(held, config)
        if part is None:
            return check_sections(rules, context)
        return check_claims(held.dossiers(part), rules, context)


def _waived(findings: list[Finding], rules: Sequence[Rule], context: Context) -> Audit:
    more = [f for rule in rules for f in rule.of_findings(findings, context)]
    if more:
        graded = (_graded(f, context.config) for f in more)
        findings = sorted([*findings, *graded], key=finding_order)
    standing, waived = waive(findings, context.case.waivers.values(), context.day)
    return Audit(standing, waived, context.tally.sole, context.tally.carried)


def _graded(finding: Finding, config: AuditConfig) -> Finding:
    severity = config.severity.get(finding.code, finding.severity)
    if severity is finding.severity:
        return finding
    return finding.model_copy(update={"severity": severity})
