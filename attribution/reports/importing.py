"""What became of imported files: objects read, mapped, kept and refused, file by file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from evidence.findings import Finding, finding_order
from evidence.formats import Counts
from evidence.formats.importing import Import

_COLUMNS = ("read", "mapped", "kept", "refused")


def import_report(imported: Import, *, as_json: bool = False) -> str:
    """Tell what became of each file and of all of them together, then every finding."""
    return _as_json(imported) if as_json else _as_text(imported)


def _as_json(imported: Import) -> str:
    accounts = [
        {"file": account.name, **asdict(account.counts), "findings": _dumped(account.findings)}
        for account in imported.accounts
    ]
    report = {
        "files": accounts,
        "total": asdict(imported.counts),
        "conflicts": _dumped(imported.conflicts),
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _dumped(findings: Iterable[Finding]) -> list[dict[str, object]]:
    return [finding.model_dump(mode="json", exclude_defaults=True) for finding in findings]


def _as_text(imported: Import) -> str:
    rows = [(account.name, account.counts) for account in imported.accounts]
    width = max((len(name) for name, _ in rows), default=0)
    lines = ["".join(f"{name:>9}" for name in _COLUMNS) + "  file"]
    lines += [_row(name, counts) for name, counts in (*rows, ("all files", imported.counts))]
    lines.insert(-1, "-" * (9 * len(_COLUMNS) + 2 + min(width, 40)))
    problems = problem_lines(imported.findings)
    return "\n".join(lines) + "\n" + (f"\n{problems}" if problems else "")


def _row(name: str, counts: Counts) -> str:
    return "".join(f"{getattr(counts, column):>9,}" for column in _COLUMNS) + f"  {name}"


def problem_lines(findings: Iterable[Finding]) -> str:
    """One line for each finding, gravest first."""
    return "".join(f"{_line(finding)}\n" for finding in sorted(findings, key=finding_order))


def _line(finding: Finding) -> str:
    named = finding.place and not finding.message.startswith(str(finding.place))
    place = f"{finding.place}: " if named else ""
    return f"{finding.severity:<7} {finding.code} {place}{finding.message}"
