"""The audit for programs, as JSON.

The keys of the object are `version` (1; it changes when a key is renamed or removed), `title` of
the case, `summary` (findings by severity, and how many claims, attributions and documents were
audited) and `findings`, each with all fields of `evidence.findings.Finding`; `place` is null where
the finding points to no file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from evidence.case import Case
from evidence.findings import Finding, Severity

VERSION = 1


def audit_json(case: Case, findings: Sequence[Finding]) -> str:
    """Render findings as one JSON object, in the order given."""
    counts = Counter(finding.severity for finding in findings)
    report = {
        "version": VERSION,
        "title": case.title,
        "summary": {
            **{severity.value: counts[severity] for severity in Severity},
            "claims": len(case.claims),
            "attributions": len(case.attributions),
            "documents": len(case.documents),
        },
        "findings": [finding.model_dump(mode="json") for finding in findings],
    }
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"
