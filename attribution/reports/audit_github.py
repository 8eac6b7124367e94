"""The audit as workflow commands of GitHub Actions, which become annotations of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.audit.catalogue import titles
from attribution.reports.terminal import printable
from evidence.case import Case
from evidence.findings import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def audit_github(case: Case, findings: Sequence[Finding]) -> str:
    """Render findings as one command a line; nothing where there are none."""
    named = titles()
    return "".join(_command(finding, named.get(finding.code, "")) for finding in findings)


def _command(finding: Finding, title: str) -> str:
    place = finding.place
    fields = {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "col": place.column if place else None,
        "title": f"{finding.code} {title}",
    }
    given = ",".join(f"{k}={_property(str(v))}" for k, v in fields.items() if v is not None)
    message = "\n".join(printable(part) for part in (finding.message, finding.hint) if part)
    return f"::{_COMMANDS[finding.severity]} {given}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
