"""What a format could not hold: measured by reading back what was written, never declared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from evidence.case import SECTIONS, Case
from evidence.difference import diff
from evidence.findings import Finding, Severity
from evidence.formats.format import Imported
from evidence.model import Record

LOST = "EXP001"

_NAMED = 5
_SECTION_OF = {kind: section for section, kind in SECTIONS.items()}


def losses(case: Case, again: Imported, title: str) -> tuple[Finding, ...]:
    """What sets a case apart from what comes back of it, counted by section and field.

    Args:
        case: What was written.
        again: What reading the written file gives.
        title: What the format is called.

    Returns:
        One finding a kind of loss; none where the case comes back equal.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for what, record_id in _differing(case, again):
        found[what].append(record_id)
    return tuple(_finding(what, ids, title) for what, ids in found.items())


def _differing(case: Case, again: Imported) -> Iterator[tuple[str, str]]:
    difference = diff(
        case, Case.of(again.records, title=again.title, description=again.description)
    )
    for name, _, _ in difference.heading:
        yield f"the case's {name} is not held as it is", ""
    for record in difference.removed:
        yield f"{_section(record)} are left out or get other ids", record.id
    for change in difference.changed:
        for field in change.fields:
            yield f"{_section(change.before)}: {field!r} is not held as it is", change.before.id


def _section(record: Record) -> str:
    return _SECTION_OF[type(record)]


def _finding(what: str, ids: list[str], title: str) -> Finding:
    times = f" ({len(ids):,} time{'s' if len(ids) > 1 else ''})" if any(ids) else ""
    return Finding(
        code=LOST,
        severity=Severity.INFO,
        message=f"{title}: {what}{times}",
        ids=tuple(record_id for record_id in ids[:_NAMED] if record_id),
        hint="keep the case file, which holds everything",
    )
