"""What every rule is: a code, a grade, the reason for it, and a check that yields findings."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import getdoc
from typing import TYPE_CHECKING, ClassVar

from evidence.case import Dossier
from evidence.findings import Finding, Severity

if TYPE_CHECKING:
    from attribution.audit.context import Context


class Rule:
    """Base of all rules; the docstring of a rule says what it checks, and why.

    A rule overrides `of_claim` where one dossier at a time is enough, so that claims can be
    checked one by one and side by side, and `of_case` where it needs the whole case.

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

    def of_claim(self, dossier: Dossier, context: Context) -> Iterable[Finding]:
        """Yield what is wrong with one claim."""
        return ()

    def of_case(self, context: Context) -> Iterable[Finding]:
        """Yield what is wrong with the case as a whole."""
        return ()

    def finding(self, message: str, *ids: str, hint: str = "") -> Finding:
        """A finding of this rule; the first id is that of the record to mend."""
        return Finding(code=self.code, severity=self.severity, message=message, ids=ids, hint=hint)

    @property
    def why(self) -> str:
        """What the rule checks, and why: its docstring."""
        return getdoc(self) or ""
