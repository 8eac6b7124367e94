"""The audit as Markdown, for the summary of a build or a comment on a pull request."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from attribution.audit.catalogue import titles
from attribution.reports.terminal import printable
from evidence.case import Case
from evidence.findings import Finding, Severity

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&@:-])")


def audit_markdown(case: Case, findings: Sequence[Finding]) -> str:
    """Render findings as a summary and one list for each rule, gravest first."""
    named = titles()
    groups = groupby(findings, key=lambda f: (f.severity, f.code))
    blocks = [f"# Audit: {escaped(case.title or 'case')}", _summary(case, findings)]
    for (severity, code), group in groups:
        blocks.append(f"## {code} {named.get(code, '')} ({severity})")
        blocks.append("\n".join(_items(group)))
    return "\n\n".join(blocks) + "\n"


def _summary(case: Case, findings: Sequence[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    rows = "".join(f"| {severity} | {counts[severity]} |\n" for severity in Severity)
    return (
        f"{len(case.claims)} claims, {len(case.attributions)} attributions, "
        f"{len(case.documents)} documents.\n\n| severity | findings |\n|---|---|\n{rows}"
    ).rstrip()


def _items(findings: Iterable[Finding]) -> Iterable[str]:
    for finding in findings:
        place = f"{escaped(str(finding.place))}: " if finding.place else ""
        yield f"- {place}{escaped(finding.message)}\n  *{escaped(finding.hint)}*"


def escaped(text: str) -> str:
    """Take the meaning from every character that Markdown or HTML gives one, mentions included."""
    return _SPECIAL.sub(r"\\\1", printable(text))
