"""Errors of misuse: something the caller must mend before the work can go on.

Problems found *in data* are findings (see `evidence.findings`), not exceptions.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ClaimtrailError(Exception):
    """Base of every error that claimtrail raises on purpose.

    The message says what is wrong and where; `hint` says how to mend it.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class CaseFileError(ClaimtrailError):
    """A case file that cannot be read as a case.

    Args:
        path: The file, as the user named it.
        problems: One line each, with the place inside the file where it is known.
        hint: How to mend it.
    """

    def __init__(self, path: Path | str, problems: list[str], *, hint: str = "") -> None:
        listing = problems[0] if len(problems) == 1 else "".join(f"\n  {p}" for p in problems)
        super().__init__(f"{path}: {listing}", hint=hint)
        self.path = path
        self.problems = problems


class MissingExtraError(ClaimtrailError):
    """An optional dependency is needed; the message gives the line that installs it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs packages that are not installed",
            hint=f"run: pip install 'claimtrail[{extra}]'",
        )


@contextmanager
def needing(extra: str, what: str) -> Iterator[None]:
    """Import optional packages in this context.

    Args:
        extra: The extra that installs them.
        what: What they are needed for, such as "reading PDF".

    Raises:
        MissingExtraError: If one of them is not installed.
    """
    try:
        yield
    except ImportError as error:
        raise MissingExtraError(what, extra) from error


class UnknownIdError(ClaimtrailError):
    """No record of the case has the id that was asked for."""
