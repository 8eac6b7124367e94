"""CNF: whether stated confidence says anything."""

from __future__ import annotations

from collections.abc import Iterable

from attribution.audit.context import Context
from attribution.audit.rule import Rule
from evidence.findings import Finding, Severity


class UniformConfidence(Rule):
    """The same confidence for every attribution of the case.

    A figure that never differs was not judged but filled in, and tells a reader nothing.
    """

    code = "CNF002"
    severity = Severity.WARNING
    title = "same confidence throughout"
    tradecraft = "ICD 203: express confidence case by case"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report a case whose judged attributions all have one confidence."""
        given = [a.confidence for a in context.case.attributions.values()]
        judged = [confidence for confidence in given if confidence is not None]
        if len(judged) >= context.thresholds.uniform_confidence_count and len(set(judged)) == 1:
            yield self.finding(
                f"all {len(judged)} attributions with a confidence have the same, {judged[0]:g}",
                hint="judge each by itself, or leave the confidence out",
            )
