"""What every rule is: a code, a grade, the reason for it, and a check that yields findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from inspect import getdoc
from typing import TYPE_CHECKING, ClassVar

from evidence.case import Dossier
from evidence.findings import Finding, Severity
from evidence.model import Record

if TYPE_CHECKING:
    from attribution.audit.context import Context

_FIELDS = set(Finding.model_fields)


class Rule:
    """Base of all rules; the docstring of a rule says what it checks, and why.

    A rule overrides the narrowest check that is enough for it. `of_record` and `of_claim` are
    given one record or one dossier at a time, in any order and in several processes side by side;
    `of_case` comes when all of these are done, and `of_findings` last.

    Attributes:
        code: Three letters of the family and three digits.
        severity: How grave its findings are unless the configuration says otherwise.
        title: What it finds, in a few words.
        tradecraft: The standard or handbook that asks for it.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    title: ClassVar[str]
    tradecraft: ClassVar[str]

    def of_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Yield what is wrong with one record of any type."""
        return ()

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Yield what is wrong with one claim."""
        return ()

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Yield what is wrong with the case as a whole; `context.tally` is complete."""
        return ()

    def of_findings(self, findings: Sequence[Finding], context: Context) -> Iterable[Finding]:
        """Yield what is wrong with how the findings of the other checks are dealt with."""
        return ()

    def finding(self, message: str, *ids: str, hint: str = "") -> Finding:
        """A finding of this rule; the first id is that of the record to mend."""
        # An audit can find a million things: unlike Finding(...), this lets them share a set.
        return Finding.model_construct(
            _FIELDS,
            code=self.code,
            severity=self.severity,
            message=message,
            ids=ids,
            hint=hint,
        )

    def checks(self, name: str) -> bool:
        """Whether the rule has a check of its own under this name, such as "of_claim"."""
        return getattr(type(self), name) is not getattr(Rule, name)

    @property
    def why(self) -> str:
        """What the rule checks, and why: its docstring."""
        return getdoc(self) or ""
