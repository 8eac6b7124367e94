"""Renderers: findings, dossiers, trails and withdrawals as text for people, or for programs.

A rule checks, a renderer prints. Colours are for terminals only: whoever calls knows whether there
is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from attribution.account import account_of
from attribution.audit import Audit, audit
from attribution.reports.audit_github import audit_github
from attribution.reports.audit_html import audit_html
from attribution.reports.audit_json import audit_json
from attribution.reports.audit_junit import audit_junit
from attribution.reports.audit_markdown import audit_markdown
from attribution.reports.audit_sarif import audit_sarif
from attribution.reports.audit_text import audit_text
from attribution.reports.difference import difference_json, difference_text
from attribution.reports.dossier import dossier_json, dossier_text
from attribution.reports.log import log_json, log_text
from attribution.reports.record import record_json, record_text
from attribution.reports.search import search_json, search_text
from attribution.reports.trail import trail_json, trail_text
from attribution.reports.verification import verification_json, verification_text
from attribution.reports.what_if import what_if_json, what_if_text
from attribution.verification import Verification
from evidence.case import Case
from evidence.difference import Difference
from evidence.findings import Finding
from evidence.model import Attribution, Bearing, Claim, Record
from graphs.build import build
from graphs.origins import withdraw
from graphs.trace import Tracing

if TYPE_CHECKING:
    from evidence.store import Entry, Search

AUDIT_REPORTS: dict[str, Callable[[Case, Audit], str]] = {
    "text": audit_text,
    "json": audit_json,
    "sarif": audit_sarif,
    "junit": audit_junit,
    "github": audit_github,
    "markdown": audit_markdown,
    "html": audit_html,
}
"""How an audit can be reported: from a case and its audit to the report, by format name."""


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
    case: Case,
    without: Sequence[str],
    *,
    claims: int | None = None,
    as_json: bool = False,
    colour: bool = False,
) -> str:
    """Tell what falls if the sources with the ids `without` are withdrawn.

    Args:
        case: The case, or the part of it that rests on these sources.
        without: Ids of sources.
        claims: How many claims the whole case has; None: it is `case`.
        as_json: Whether programs are to read it.
        colour: Whether to put ANSI colours on the text.

    Raises:
        UnknownIdError: If the case has no source with one of these ids.
    """
    losses = withdraw(case, without)
    total = len(case.claims) if claims is None else claims
    if as_json:
        return what_if_json(without, losses, total)
    return what_if_text(case, without, losses, total, colour=colour)


def difference_report(
    before: Case,
    after: Case,
    difference: Difference,
    *,
    as_json: bool = False,
    colour: bool = False,
) -> str:
    """Tell what sets two cases apart."""
    if as_json:
        return difference_json(before, after, difference)
    return difference_text(before, after, difference, colour=colour)


def search_report(search: Search, *, as_json: bool = False, colour: bool = False) -> str:
    """Tell which records hold the words that were searched for."""
    return search_json(search) if as_json else search_text(search, colour=colour)


def log_report(entries: Iterable[Entry], *, as_json: bool = False) -> str:
    """Tell what was changed in a stored case, when and by whom."""
    return log_json(entries) if as_json else log_text(entries)


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
