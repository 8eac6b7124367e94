"""The log of a stored case, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attribution.reports.terminal import printable

if TYPE_CHECKING:
    from evidence.store import Entry


def log_text(entries: Iterable[Entry]) -> str:
    """Render the entries, a line each, from the first."""
    return "".join(f"{_line(entry)}\n" for entry in entries)


def log_json(entries: Iterable[Entry]) -> str:
    """Render the entries as JSON Lines, with the fields of `Entry`."""
    told = (entry.model_dump(mode="json") for entry in entries)
    return "".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in told)


def _line(entry: Entry) -> str:
    who = [entry.person, entry.command]
    by = ", ".join(printable(name) for name in who if name) or "nobody named"
    done = [
        _counted(word, counts)
        for word, counts in (
            ("removed", entry.removed),
            ("added", entry.added),
            ("changed", entry.changed),
        )
        if counts
    ]
    what = "; ".join(done) or "title or description changed"
    return f"{entry.number:>4}  {entry.when}  {by}: {what}"


def _counted(word: str, counts: Mapping[str, int]) -> str:
    return f"{word} " + ", ".join(f"{number:,} {section}" for section, number in counts.items())
