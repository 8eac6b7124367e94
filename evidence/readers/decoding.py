"""Bytes to text, strictly: a wrong guess would move every quote."""

from __future__ import annotations

import codecs

from evidence.errors import ClaimtrailError
from evidence.readers.capture import Capture
from evidence.readers.refusals import NOT_TEXT, Refused

_BYTE_ORDER_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]


def text_of(capture: Capture) -> str:
    """The text of a file that is nothing but text.

    Raises:
        Refused: If it is not text in its encoding.
    """
    data = capture.data()
    if not data.strip():
        raise Refused("is empty", "leave it out")
    if looks_binary(data):
        raise Refused("is not text", "convert it to text, Markdown or HTML", NOT_TEXT)
    try:
        return decode(data, capture.encoding or capture.charset)
    except UnicodeDecodeError as error:
        raise Refused(
            f"is not {error.encoding}: {error.reason} at byte {error.start:,}",
            "name its encoding with --encoding",
            NOT_TEXT,
        ) from None


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


def check_encoding(name: str | None) -> None:
    """Make sure that the encoding a user names exists.

    Raises:
        ClaimtrailError: If there is none of that name.
    """
    try:
        if name is not None:
            "".encode(name)
    except LookupError as error:
        raise ClaimtrailError(str(error), hint="name one such as utf-8 or cp1252") from None


def is_marked(data: bytes) -> bool:
    """Whether the bytes begin with a byte order mark, as text in Unicode may."""
    return any(data.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)


def looks_binary(data: bytes) -> bool:
    """Whether the first kilobytes hold a NUL byte and no byte order mark, as text never does."""
    return not is_marked(data) and b"\0" in data[:8192]
