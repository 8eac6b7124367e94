"""Plain text: the words as they are, every space and line end kept."""

from __future__ import annotations

from evidence.readers.reader import Reader, Reading


def _read(text: str) -> Reading:
    return Reading(text, {})


PLAIN = Reader("plain text", "text/plain", (".txt", ".text", ""), _read)
