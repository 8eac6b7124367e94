"""The audit for people: findings by rule, gravest first, with the words concerned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from attribution.audit import Audit, Waived
from attribution.audit.catalogue import titles
from attribution.audit.naming import voice_of
from attribution.reports.audit_in_short import in_short
from attribution.reports.excerpts import excerpt
from attribution.reports.terminal import (
    SEVERITY_STYLES,
    Paint,
    coloured,
    headed,
    plain,
    printable,
    wrapped,
)
from attribution.reports.waivers import reason_of
from evidence.case import Case
from evidence.findings import Finding, Severity
from evidence.model import Attribution, Claim, Evidence

_INDENT = "    "
_EXCERPTS = 3


_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}


def audit_text(case: Case, audit: Audit, *, colour: bool = False) -> str:
    """Render an audit for a terminal or a text file; the bottom line comes last.

    Args:
        case: The case that was audited.
        audit: What was found.
        colour: Whether to put ANSI colours on it.
    """
    paint = coloured if colour else plain
    named = titles()
    groups = groupby(audit.findings, key=lambda f: (f.severity, f.code))
    blocks = [
        "\n".join(_group(case, severity, code, named.get(code, ""), list(group), paint))
        for (severity, code), group in groups
    ]
    blocks += ["\n".join(_waived(audit.waived, paint))] if audit.waived else []
    short = "\n".join(in_short(case, audit, paint))
    blocks += [short] if short else []
    return "\n\n".join([*blocks, _summary(case, audit, paint)]) + "\n"


def _group(
    case: Case,
    severity: Severity,
    code: str,
    title: str,
    findings: Sequence[Finding],
    paint: Paint,
) -> Iterable[str]:
    style = SEVERITY_STYLES[severity]
    many = f" ({len(findings)})" if len(findings) > 1 else ""
    yield f"{paint(f'{severity}[{code}]', style)} {paint(title, 'bold')}{many}"
    for finding, following in zip(findings, [*findings[1:], None], strict=True):
        yield from _item(case, finding, style, paint)
        if following is None or following.hint != finding.hint:
            yield from headed("help:", finding.hint, "  ", paint, "green")


def _item(case: Case, finding: Finding, style: str, paint: Paint) -> Iterable[str]:
    more = " (and perhaps more: the search was cut short)" if finding.truncated else ""
    place = f"{finding.place}: " if finding.place else ""
    yield from wrapped(place + finding.message + more, "  ")
    shown = [record for i in finding.ids if (record := _worth_showing(case, i)) is not None]
    shown = [r for r in shown if not (isinstance(r, Claim) and f"“{r.text}”" in finding.message)]
    for record in shown[:_EXCERPTS]:
        yield from _context(case, record, style, paint)
    if len(shown) > _EXCERPTS:
        yield f"{_INDENT}... and {len(shown) - _EXCERPTS} more"


def _waived(waived: Sequence[Waived], paint: Paint) -> Iterable[str]:
    yield f"{paint('waived', 'blue')} ({len(waived)})"
    for each in waived:
        place = f"{each.finding.place}: " if each.finding.place else ""
        yield from wrapped(f"{place}{each.finding.code} {each.finding.message}", "  ")
        yield from headed("reason:", reason_of(each), "  ", paint, "green")


def _worth_showing(case: Case, record_id: str) -> Claim | Attribution | Evidence | None:
    return (
        case.claims.get(record_id)
        or case.attributions.get(record_id)
        or case.evidence.get(record_id)
    )


def _context(
    case: Case, record: Claim | Attribution | Evidence, style: str, paint: Paint
) -> Iterable[str]:
    if isinstance(record, Claim) or (isinstance(record, Evidence) and not record.content):
        yield f"{_INDENT}{paint('=', 'blue')} {printable(record.text)}"
        return
    who = f", {voice_of(case, record)} {record.stance}" if isinstance(record, Attribution) else ""
    if not record.content:
        place = record.document or "no document"
        yield f"{_INDENT}{paint('-->', 'blue')} {printable(place + who)}"
        return
    document = case.documents.get(record.document or "")
    shown = excerpt(document, record.document, record.content[0])
    yield f"{_INDENT}{paint('-->', 'blue')} {shown.place}{printable(who)}"
    yield from shown.lines(paint, indent=_INDENT, style=style)


def _summary(case: Case, audit: Audit, paint: Paint) -> str:
    scope = f"{_count(len(case.claims), 'claim')} and {_count(len(case.documents), 'document')}"
    scope += f", with {len(audit.waived):,} waived" if audit.waived else ""
    if not audit.findings:
        return f"{paint('nothing found', 'green')} in {scope}"
    counts = Counter(finding.severity for finding in audit.findings)
    parts = [
        paint(_count(counts[severity], _NOUNS[severity]), SEVERITY_STYLES[severity])
        for severity in Severity
        if counts[severity]
    ]
    return f"found {', '.join(parts)} in {scope}; `claimtrail rules CODE` explains a rule"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
