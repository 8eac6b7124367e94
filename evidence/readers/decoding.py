"""Bytes to text, strictly: a wrong guess would move every quote."""

from __future__ import annotations

import codecs

_BYTE_ORDER_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]


def decode(data: bytes, encoding: str | None = None) -> str:
    """Decode UTF-8, UTF-16 with a byte order mark, or the `encoding` that is named.

    The byte order mark is dropped; line ends stay as they are.

    Raises:
        UnicodeDecodeError: If the bytes are not text in that encoding.
        LookupError: If there is no such encoding.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name)
    return data.decode(encoding or "utf-8")


def looks_binary(data: bytes) -> bool:
    """Whether the first kilobytes hold a NUL byte and no byte order mark, as text never does."""
    marked = any(data.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)
    return not marked and b"\0" in data[:8192]
