"""Nanopublications in TriG: who asserts what, and on what it rests; and cases back."""

from __future__ import annotations

from evidence.case import Case
from evidence.errors import needing
from evidence.formats.content import Content
from evidence.formats.format import Exported, Format, Imported

__all__ = ["NANOPUBLICATION"]

_NAMESPACE = "http://www.nanopub.org/nschema#"


def _recognises(content: Content) -> bool:
    return content.is_text and _NAMESPACE in content.text and "{" in content.text


def _read(content: Content) -> Imported:
    with needing("formats", "reading nanopublications"):
        from evidence.formats.nanopublication.reading import read
    return read(content)


def _write(case: Case) -> Exported:
    with needing("formats", "writing nanopublications"):
        from evidence.formats.nanopublication.writing import write
    return write(case)


NANOPUBLICATION = Format(
    name="nanopublication",
    title="nanopublications (TriG)",
    suffixes=(".trig",),
    recognises=_recognises,
    read=_read,
    write=_write,
)
"""Nanopublications as of the guidelines of 2015, in TriG."""
