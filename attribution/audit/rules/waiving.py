"""WAV: whether waivers still hold, and are still needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attribution.audit.context import Context
from attribution.audit.rule import Rule
from attribution.audit.waivers import codes_by_record, has_expired
from evidence.findings import Finding, Severity
from evidence.model import Record, Waiver


class ExpiredWaiver(Rule):
    """A waiver whose last day has passed; what it waived is reported again.

    Whoever accepted the finding set a day to look at it again. Mend the record, or renew the
    waiver with a reason that still holds.
    """

    code = "WAV001"
    severity = Severity.WARNING
    title = "waiver expired"
    tradecraft = "Accepted risks are limited in time and reviewed: NIST SP 800-37"

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report a waiver that ended before the day of the audit."""
        if isinstance(record, Waiver) and has_expired(record, context.day):
            yield self.finding(
                f"{_named(record)} by {record.author} ended on {record.expires}",
                record.id,
                hint="mend what it waived, or give it a later `expires` and a reason that holds",
            )


class UnusedWaiver(Rule):
    """A waiver for something that is not found, or not any more.

    It hides what may come up later under the same code. Where an audit runs some of the rules
    only, waivers of the others are not judged.
    """

    code = "WAV002"
    severity = Severity.WARNING
    title = "waiver not needed"
    tradecraft = "Accepted risks are limited in time and reviewed: NIST SP 800-37"

    def of_findings(self, findings: Sequence[Finding], context: Context) -> Iterable[Finding]:
        """Report waivers in force that no finding answers to."""
        if not context.case.waivers:
            return
        found = codes_by_record(findings)
        for waiver in context.case.waivers.values():
            if has_expired(waiver, context.day) or not context.runs_all_of(waiver.rule):
                continue
            codes = found.get(waiver.record, ())
            if not any(code.startswith(waiver.rule) for code in codes):
                yield self.finding(
                    f"{_named(waiver)} by {waiver.author}: nothing is found that it waives",
                    waiver.id,
                    hint="delete it, or correct its `rule` and `record`",
                )


class UnknownWaivedRule(Rule):
    """A waiver for a rule that there is not.

    A slip of the pen, or a code of another version: what was to be waived is reported, and the
    reason for it stands nowhere.
    """

    code = "WAV003"
    severity = Severity.ERROR
    title = "waiver of an unknown rule"
    tradecraft = "Verifiability of the audit itself"

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Report a waiver whose code no rule begins with."""
        if isinstance(record, Waiver) and not context.knows(record.rule):
            yield self.finding(
                f"{_named(record)}: no rule has a code that begins with {record.rule!r}",
                record.id,
                hint="`claimtrail rules` lists the codes",
            )


def _named(waiver: Waiver) -> str:
    whom = f" for {waiver.record}" if waiver.record is not None else ""
    return f"waiver {waiver.id} of {waiver.rule}{whom}"
