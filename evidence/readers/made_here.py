"""Files that were made here, cases and pages, told by how they begin."""

from __future__ import annotations

import re
from pathlib import Path

_BEGINNING = 4096
# The version is a number; other formats that use the word say something else of it.
_CASE = re.compile(
    rb"""^\s*\{?\s*(?:claimtrail|"claimtrail"|'claimtrail')\s*:\s*\d+\s*(?:[,}#\r\n]|$)""",
    re.MULTILINE,
)
_PAGE = b'<meta name="generator" content="claimtrail">'


def begins_as_case(path: Path) -> bool:
    """Whether the file `path` begins like a case file.

    Raises:
        OSError: If it cannot be opened.
    """
    return _CASE.search(_beginning(path)) is not None


def begins_as_page(path: Path) -> bool:
    """Whether the file `path` begins like a page or a map that was drawn of a case.

    Raises:
        OSError: If it cannot be opened.
    """
    return _PAGE in _beginning(path)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_BEGINNING)
