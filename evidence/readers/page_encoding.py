"""What a web page is encoded in, as browsers tell it: mark, transport, the page's own word."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from evidence.findings import Finding, Severity
from evidence.readers.capture import Capture
from evidence.readers.decoding import is_marked, text_of
from evidence.readers.refusals import NOT_TEXT, refusal

_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,400}?\bcharset\s*=\s*|\?xml\b[^>]{0,100}?\bencoding\s*=\s*)"
    rb"[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
_AS_BROWSERS_READ_IT = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}
"""Encodings that browsers take for a larger one (WHATWG Encoding Standard, 4.2)."""


def page_text(capture: Capture) -> tuple[str, int]:
    """The text of a web page, and how many characters of it could not be decoded.

    The byte order mark decides, then what the server said, what the page says of itself, what the
    user says, and last UTF-8. Where the page or its server names an encoding, bytes that do not
    belong to it are shown as U+FFFD, as browsers do; otherwise the page is refused.

    Raises:
        Refused: If it is not text in its encoding.
    """
    declared = charset_named(capture.charset) or _declared(capture.head)
    data = capture.data()
    if declared is None or is_marked(data):
        return text_of(capture), 0
    return _decoded(data, declared)


def decoded_as(data: bytes, charset: str | None) -> tuple[str, int]:
    """The text of bytes of which their sender says what they are encoded in, if anything.

    Returns:
        The text, with U+FFFD for what could not be decoded, and how many of these there are.
    """
    return _decoded(data, charset_named(charset) or "utf-8")


def _decoded(data: bytes, charset: str) -> tuple[str, int]:
    try:
        return data.decode(charset), 0
    except UnicodeError:
        text = data.decode(charset, "replace")
        return text, text.count("\ufffd")


def undecodable(capture: Capture, count: int) -> Iterator[Finding]:
    """Yield a finding where characters of a text could not be decoded."""
    if count:
        yield refusal(
            capture.name,
            f"holds {count:,} characters that are not in its encoding; they are shown as U+FFFD",
            "do not quote across them, or take the text from elsewhere",
            NOT_TEXT,
            Severity.WARNING,
        )


def charset_named(name: str | None) -> str | None:
    """The name under which Python knows a character set; None where it knows none of that name."""
    try:
        known = codecs.lookup(name or "").name
        "".encode(known)
    except (LookupError, ValueError):
        return None
    return _AS_BROWSERS_READ_IT.get(known, known)


def _declared(head: bytes) -> str | None:
    match = _DECLARED.search(head)
    named = charset_named(match[1].decode("ascii", "replace")) if match else None
    # a page whose declaration could be read as ASCII is not encoded in UTF-16, whatever it says
    return "utf-8" if named and named.startswith("utf-16") else named
