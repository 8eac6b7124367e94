"""The audit as workflow commands of GitHub Actions, which become annotations of a pull request."""

from __future__ import annotations

from attribution.audit import Audit
from attribution.audit.catalogue import titles
from attribution.reports.terminal import printable
from attribution.reports.waivers import reason_of
from evidence.case import Case
from evidence.findings import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def audit_github(case: Case, audit: Audit) -> str:
    """Render findings as one command a line; nothing where there are none.

    What is waived becomes a notice that names the reason.
    """
    named = titles()
    commands = [
        _command(f, _COMMANDS[f.severity], named.get(f.code, ""), f.hint) for f in audit.findings
    ]
    commands += [
        _command(w.finding, "notice", f"waived: {named.get(w.finding.code, '')}", reason_of(w))
        for w in audit.waived
    ]
    return "".join(commands)


def _command(finding: Finding, command: str, title: str, hint: str) -> str:
    place = finding.place
    fields = {
        "file": place.file if place else None,
        "line": place.line if place else None,
        "col": place.column if place else None,
        "title": f"{finding.code} {title}",
    }
    given = ",".join(f"{k}={_property(str(v))}" for k, v in fields.items() if v is not None)
    message = "\n".join(printable(part) for part in (finding.message, hint) if part)
    return f"::{command} {given}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")
