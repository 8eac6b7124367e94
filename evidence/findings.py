"""Findings: problems in data, as values with a code, a severity and a mend."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Severity(StrEnum):
    """How grave a finding is; `rank` orders them."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}[self]


class Place(BaseModel):
    """Where in a file a finding points: 1-based line and column, or None where unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Render as `file:line:column`, leaving out what is unknown."""
        known = [part for part in (self.line, self.column) if part is not None]
        return ":".join([self.file, *map(str, known)])


class Finding(BaseModel):
    """One thing that a check found.

    Attributes:
        code: The rule that found it, such as "SRC001".
        severity: How grave it is.
        message: What is wrong, in one sentence that names the record.
        ids: The records concerned, the first being the one to mend.
        hint: How to mend it.
        place: The file and line concerned, where there is one.
        truncated: Whether a bound cut the search, so that more may be wrong than is said.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    severity: Severity
    message: str
    ids: tuple[str, ...] = ()
    hint: str = ""
    place: Place | None = None
    truncated: bool = False


def finding_order(finding: Finding) -> tuple[int, str, tuple[str, ...], str]:
    """Sort key: gravest first, then by code, record and message."""
    return (-finding.severity.rank, finding.code, finding.ids, finding.message)
