"""Values of records as findings show them: on one line, bounded, and harmless to print."""

from __future__ import annotations

import json

from pydantic_core import to_jsonable_python

from evidence.model import Record

_LENGTH = 60
"""Code points of a value that are shown."""


def quoted(value: object) -> str:
    """A value in quotation marks, cut to a length that a finding can bear; nothing: "not given"."""
    if value is None or value in ("", ()):
        return "not given"
    words = value if isinstance(value, str) else _as_json(value)
    line = on_one_line(words)
    return f"“{line}”" if len(line) <= _LENGTH else f"“{line[: _LENGTH - 1]}…”"


def on_one_line(words: str) -> str:
    """Words with single spaces; characters that could steer a terminal as their code points."""
    joined = " ".join(words.split())
    if joined.isprintable():
        return joined
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in joined)


def named(record: Record) -> str:
    """A record by its type and id."""
    return f"{type(record).__name__.lower()} {on_one_line(record.id)}"


def _as_json(value: object) -> str:
    told = to_jsonable_python(value, exclude_none=True)
    return json.dumps(told, ensure_ascii=False)
