"""Addresses on the web: which words are one, and what the page there may be called."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_LONGEST_NAME = 80


def is_url(words: str) -> bool:
    """Whether words are the address of a page, rather than the name of a file."""
    return words.lower().startswith(("http://", "https://"))


def name_in_url(url: str) -> str:
    """A name for a page: the last part of its path without an ending, or else its host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "page"
    last = PurePosixPath(unquote(parts.path)).stem
    return (last or parts.hostname or "page")[:_LONGEST_NAME]
