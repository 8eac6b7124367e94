"""Renderers: findings, dossiers, trails and withdrawals as text for people, or for programs.

A rule checks, a renderer prints. Colours are for terminals only: whoever calls knows whether there
is one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attribution.account import account_of
from attribution.audit import audit
from attribution.reports.audit_github import audit_github
from attribution.reports.audit_html import audit_html
from attribution.reports.audit_json import audit_json
from attribution.reports.audit_junit import audit_junit
from attribution.reports.audit_markdown import audit_markdown
from attribution.reports.audit_sarif import audit_sarif
from attribution.reports.audit_text import audit_text
from attribution.reports.dossier import dossier_json, dossier_text
from attribution.reports.record import record_json, record_text
from attribution.reports.trail import trail_json, trail_text
from attribution.reports.verification import verification_json, verification_text
from attribution.reports.what_if import what_if_json, what_if_text
from attribution.verification import Verification
from evidence.case import Case
from evidence.findings import Finding
from evidence.model import Attribution, Bearing, Claim, Record
from graphs.build import build
from graphs.origins import withdraw
from graphs.trace import Tracing

AUDIT_REPORTS: dict[str, Callable[[Case, Sequence[Finding]], str]] = {
    "text": audit_text,
    "json": audit_json,
    "sarif": audit_sarif,
    "junit": audit_junit,
    "github": audit_github,
    "markdown": audit_markdown,
    "html": audit_html,
}
"""How an audit can be reported: from a case and its findings to the report, by format name."""


def trail_report(tracing: Tracing, *, as_json: bool = False, colour: bool = False) -> str:
    """Tell how one actor is tied to another."""
    return trail_json(tracing) if as_json else trail_text(tracing, colour=colour)


def record_report(
    case: Case,
    record: Record,
    *,
    findings: Sequence[Finding] | None = None,
    as_json: bool = False,
    colour: bool = False,
) -> str:
    """Show a record: a claim, or what an attribution or bearing is about, by its dossier.

    Args:
        case: The case.
        record: A record of the case.
        findings: Of an audit of the case; None: the case is audited first.
        as_json: Whether programs are to read it.
        colour: Whether to put ANSI colours on the text.
    """
    claim = _claim_of(case, record)
    if claim is None:
        return record_json(record) if as_json else record_text(case, record, colour=colour)
    found = audit(case, build(case)) if findings is None else findings
    account = account_of(case, claim, found)
    return dossier_json(account) if as_json else dossier_text(account, colour=colour)


def what_if_report(
    case: Case, without: Sequence[str], *, as_json: bool = False, colour: bool = False
) -> str:
    """Tell what falls if the sources with the ids `without` are withdrawn.

    Raises:
        UnknownIdError: If the case has no source with one of these ids.
    """
    losses = withdraw(case, without)
    if as_json:
        return what_if_json(case, without, losses)
    return what_if_text(case, without, losses, colour=colour)


def verification_report(
    verification: Verification, *, as_json: bool = False, colour: bool = False
) -> str:
    """Tell whether every quote still stands in its hashed document."""
    if as_json:
        return verification_json(verification)
    return verification_text(verification, colour=colour)


def _claim_of(case: Case, record: Record) -> str | None:
    """The id of the claim that a record is, or is about; None where it is not about one."""
    if isinstance(record, Claim):
        return record.id
    if isinstance(record, Attribution):
        return record.claim if record.claim in case.claims else None
    return record.target if isinstance(record, Bearing) and record.target in case.claims else None
