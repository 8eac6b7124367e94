"""The audit as SARIF 2.1.0, which code-scanning services show beside the lines concerned.

After OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from attribution import __version__
from attribution.audit import Audit, Waived
from attribution.audit.catalogue import Entry, entries
from attribution.audit.fingerprints import fingerprint
from evidence.case import Case
from evidence.findings import Finding, Place, Severity

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def audit_sarif(case: Case, audit: Audit) -> str:
    """Render an audit as one SARIF log with one run.

    Findings point to the line and column of the case file where that is known, and to their
    records by id. Fingerprints stay the same as long as code and records do. What is waived is a
    result that is suppressed, with its reason.
    """
    rules = entries()
    index = {entry.code: place for place, entry in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "claimtrail",
                "semanticVersion": __version__,
                "rules": [_rule(entry) for entry in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "properties": {"title": case.title},
        "results": [
            *(_result(finding, index) for finding in audit.findings),
            *(_suppressed(waived, index) for waived in audit.waived),
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rule(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.code,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.why},
        "help": {"text": f"{entry.why}\n\n{entry.tradecraft}"},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _result(finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": "; ".join(filter(None, (finding.message, finding.hint)))},
        "partialFingerprints": {"claimtrail/v1": fingerprint(finding)},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    location = _location(finding)
    if location:
        result["locations"] = [location]
    return result


def _suppressed(waived: Waived, index: dict[str, int]) -> dict[str, Any]:
    accepted = {
        "kind": "inSource",
        "status": "accepted",
        "justification": f"{waived.waiver.reason} ({waived.waiver.author})",
    }
    return {**_result(waived.finding, index), "suppressions": [accepted]}


def _location(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if finding.place is not None:
        location["physicalLocation"] = _physical(finding.place)
    if finding.ids:
        location["logicalLocations"] = [{"name": record_id} for record_id in finding.ids]
    return location


def _physical(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line, "startColumn": place.column}
    known = {name: value for name, value in region.items() if value is not None}
    uri = quote(place.file.replace("\\", "/"), errors="surrogateescape")
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    return physical | ({"region": known} if place.line is not None else {})
