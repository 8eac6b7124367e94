"""Why something was not taken in, or not as it claims to be: as findings."""

from __future__ import annotations

from evidence.findings import Finding, Place, Severity

UNREADABLE, NOT_TEXT, TOO_LARGE, MISNAMED, LEFT_OUT = (
    "INT001",
    "INT002",
    "INT003",
    "INT004",
    "INT005",
)
"""Codes of the findings of intake; `claimtrail rules CODE` explains each."""

_LONGEST = 300


class Refused(ValueError):  # noqa: N818 - what is refused is no error of the program
    """Raised by a reader that cannot or will not read something; becomes a finding.

    Args:
        why: What is wrong, to follow the name of the file in a sentence.
        hint: How to mend it.
        code: The code of the finding.
    """

    def __init__(self, why: str, hint: str, code: str = UNREADABLE) -> None:
        super().__init__(why)
        self.why = why
        self.hint = hint
        self.code = code


def refusal(
    name: str, why: str, hint: str, code: str = UNREADABLE, severity: Severity = Severity.ERROR
) -> Finding:
    """The finding that something called `name` was not taken in, or only with a reserve."""
    shown = escaped(name)
    return Finding(
        code=code,
        severity=severity,
        message=f"{shortened(shown)} {shortened(escaped(why))}",
        place=Place(file=shown),
        hint=hint,
    )


def escaped(words: str) -> str:
    """Words that can be shown on a terminal: control characters and lone surrogates escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in words)


def shortened(words: str) -> str:
    """Words cut to what fits in a message, with a mark where something is left out."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
