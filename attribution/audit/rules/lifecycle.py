"""LIF: whether what the case rests on still holds."""

from __future__ import annotations

from collections.abc import Iterable

from attribution.audit.context import Context
from attribution.audit.rule import Rule
from evidence.findings import Finding, Severity


class OldEvidence(Rule):
    """Evidence from a document much older than the rest of the case.

    It may still hold, or describe a state of affairs that has passed. Age is counted in years up
    to the newest document of the case, not to today, so that an audit says the same next year.
    """

    code = "LIF002"
    severity = Severity.INFO
    title = "old evidence"
    tradecraft = "Currency of information: ICD 203; GRADE indirectness"

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Report evidence whose document is older than the threshold."""
        published = [d.published for d in context.case.documents.values() if d.published]
        newest = max((int(date[:4]) for date in published), default=0)
        for evidence in context.case.evidence.values():
            document = context.document(evidence.document)
            if document is None or document.published is None:
                continue
            age = newest - int(document.published[:4])
            if age > context.thresholds.evidence_age_years:
                yield self.finding(
                    f"evidence {evidence.id}: its document {document.id} of {document.published} "
                    f"is {age} years older than the newest of the case",
                    evidence.id,
                    document.id,
                    hint="say whether it still holds, or find something newer",
                )
