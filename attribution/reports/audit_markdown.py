"""The audit as Markdown, for the summary of a build or a comment on a pull request."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from attribution.audit import Audit
from attribution.audit.catalogue import titles
from attribution.reports.terminal import printable
from attribution.reports.waivers import reason_of
from evidence.case import Case
from evidence.findings import Finding, Severity

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&@:-])")


def audit_markdown(case: Case, audit: Audit) -> str:
    """Render an audit as a summary and one list for each rule, gravest first."""
    named = titles()
    groups = groupby(audit.findings, key=lambda f: (f.severity, f.code))
    blocks = [f"# Audit: {escaped(case.title or 'case')}", _summary(case, audit)]
    for (severity, code), group in groups:
        blocks.append(f"## {code} {named.get(code, '')} ({severity})")
        blocks.append("\n".join(_items((finding, finding.hint) for finding in group)))
    if audit.waived:
        blocks.append("## Waived")
        blocks.append("\n".join(_items((w.finding, reason_of(w)) for w in audit.waived)))
    return "\n\n".join(blocks) + "\n"


def _summary(case: Case, audit: Audit) -> str:
    counts = Counter(finding.severity for finding in audit.findings)
    rows = "".join(f"| {severity} | {counts[severity]} |\n" for severity in Severity)
    rows += f"| waived | {len(audit.waived)} |\n" if audit.waived else ""
    return (
        f"{len(case.claims)} claims, {len(case.attributions)} attributions, "
        f"{len(case.documents)} documents.\n\n| severity | findings |\n|---|---|\n{rows}"
    ).rstrip()


def _items(findings: Iterable[tuple[Finding, str]]) -> Iterable[str]:
    """A list of findings, each with what is to be said of it below."""
    for finding, below in findings:
        place = f"{escaped(str(finding.place))}: " if finding.place else ""
        yield f"- {place}{escaped(finding.message)}\n  *{escaped(below)}*"


def escaped(text: str) -> str:
    """Take the meaning from every character that Markdown or HTML gives one, mentions included."""
    return _SPECIAL.sub(r"\\\1", printable(text))
