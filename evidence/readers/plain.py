"""Plain text: the words as they are, every space and line end kept."""

from __future__ import annotations

from collections.abc import Iterator

from evidence.readers.capture import Capture
from evidence.readers.decoding import text_of
from evidence.readers.reader import Reader, Reading


def _read(capture: Capture) -> Iterator[Reading]:
    yield Reading(text_of(capture))


PLAIN = Reader("plain text", "text/plain", (".txt", ".text", ""), _read, isolated=False)
