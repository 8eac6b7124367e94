"""The audit for programs, as JSON.

The keys of the object are `version` (1; it changes when a key is renamed or removed), `title` of
the case, `summary` (findings by severity, how many were waived, and how many claims, attributions
and documents were audited), `in_short` (the bottom line), `findings`, each with all fields of
`evidence.findings.Finding` (`place` is null where the finding points to no file), and `waived`,
each with a finding and its waiver.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from attribution.audit import Audit
from attribution.audit.bottom_line import bottom_line
from evidence.case import Case
from evidence.findings import Severity
from graphs.origins import Dependence

VERSION = 1


def audit_json(case: Case, audit: Audit) -> str:
    """Render an audit as one JSON object, the findings in the order given."""
    counts = Counter(finding.severity for finding in audit.findings)
    report = {
        "version": VERSION,
        "title": case.title,
        "summary": {
            **{severity.value: counts[severity] for severity in Severity},
            "waived": len(audit.waived),
            "claims": len(case.claims),
            "attributions": len(case.attributions),
            "documents": len(case.documents),
        },
        "in_short": _in_short(case, audit),
        "findings": [finding.model_dump(mode="json") for finding in audit.findings],
        "waived": [
            {
                "finding": waived.finding.model_dump(mode="json"),
                "waiver": waived.waiver.model_dump(mode="json", exclude_none=True),
            }
            for waived in audit.waived
        ],
    }
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"


def _in_short(case: Case, audit: Audit) -> dict[str, Any]:
    line = bottom_line(case, audit)
    return {
        "circular": [_dependence(each) for each in line.circular],
        "hangs_on": [_dependence(each) for each in line.carriers],
        "look_next": [{"code": lead.code, "hint": lead.hint} for lead in line.leads],
    }


def _dependence(each: Dependence) -> dict[str, Any]:
    return {"sources": list(each.nodes), "claims": list(each.claims)}
