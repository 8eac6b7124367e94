"""Several files of other formats to one case, with an account of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evidence.case import Case
from evidence.findings import Finding
from evidence.formats import import_content
from evidence.formats.content import Content
from evidence.formats.format import Counts
from evidence.merging import merge


@dataclass(frozen=True)
class FileAccount:
    """What became of one file.

    Attributes:
        name: The file.
        counts: Of its objects.
        findings: What was refused, lost or mended, and what leads nowhere.
    """

    name: str
    counts: Counts
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Import:
    """What came of importing files.

    Attributes:
        case: The records of all files.
        accounts: What became of each file, in their order.
        conflicts: What the files do not agree on.
    """

    case: Case
    accounts: tuple[FileAccount, ...]
    conflicts: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of the files, then the conflicts."""
        return (*(f for account in self.accounts for f in account.findings), *self.conflicts)

    @property
    def counts(self) -> Counts:
        """Of all files together."""
        return sum((account.counts for account in self.accounts), Counts())


def import_files(contents: Iterable[Content], format_name: str | None = None) -> Import:
    """Read files into one case; records with the same id in several files are merged.

    Args:
        contents: The files.
        format_name: Their format; None: each as its content says.

    Raises:
        ClaimtrailError: If there is no such format.
    """
    accounts: list[FileAccount] = []
    parts: list[_Part] = []
    for content in contents:
        imported = import_content(content, format_name)
        accounts.append(FileAccount(content.name, imported.counts, imported.findings))
        heading = {"title": imported.title, "description": imported.description}
        parts.append(_Part((content.name,), Case.of(imported.records, **heading), ()))
    whole = _merged(parts)
    return Import(whole.case, tuple(accounts), whole.conflicts)


@dataclass(frozen=True)
class _Part:
    """The case of some of the files, and what these do not agree on."""

    names: tuple[str, ...]
    case: Case
    conflicts: tuple[Finding, ...]

    def __str__(self) -> str:
        more = f" and {len(self.names) - 1} more" if len(self.names) > 1 else ""
        return self.names[0] + more


def _merged(parts: list[_Part]) -> _Part:
    """Merge halves, so that each record is merged a logarithmic number of times."""
    if not parts:
        return _Part((), Case(), ())
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    one, other = _merged(parts[:middle]), _merged(parts[middle:])
    merged = merge(one.case, other.case, names=(str(one), str(other)))
    conflicts = one.conflicts + other.conflicts + merged.findings
    return _Part(one.names + other.names, merged.case, conflicts)
