"""Media types as servers give them, and the endings of the files that they stand for."""

from __future__ import annotations

import re

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_LONGEST = 80


def type_in(content_type: str) -> str:
    """The media type of a Content-Type header, in lower case and without parameters."""
    return content_type.partition(";")[0].strip().lower()[:_LONGEST]


def charset_in(content_type: str) -> str | None:
    """The character set that a Content-Type header names."""
    match = _CHARSET.search(content_type)
    return match[1] if match else None


def ending_of(media_type: str) -> str | None:
    """The ending of files of a type that may be documents; None for other types."""
    return _ENDINGS.get(media_type)
