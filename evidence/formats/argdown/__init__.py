"""Argument maps in Argdown to records, and cases back."""

from __future__ import annotations

import re

from evidence.formats.argdown import frontmatter
from evidence.formats.argdown.reading import read
from evidence.formats.argdown.writing import write
from evidence.formats.content import Content
from evidence.formats.format import Format

__all__ = ["ARGDOWN"]

_SUFFIXES = (".argdown", ".ad")
_BEGINNING = 8192
_STATEMENT = re.compile(r"^(\[[^\]\n]+\]|<[^<>\n]+>):?\s", re.MULTILINE)
_RELATION = re.compile(r"^[ \t]+(\+>|->|_>|<\+|<-|<_|><|\+|-|_)[ \t]+[\[<]", re.MULTILINE)


def _is_argdown(content: Content) -> bool:
    """Whether a content is text with titled statements and relations, or is called Argdown."""
    if not content.is_text or content.json_or_none is not None:
        return False
    beginning = content.text[:_BEGINNING]
    if content.suffix in _SUFFIXES:
        return True
    stated = _STATEMENT.search(beginning) is not None
    return stated and (frontmatter.begins(beginning) or _RELATION.search(beginning) is not None)


ARGDOWN = Format(
    name="argdown",
    title="Argdown",
    suffixes=_SUFFIXES,
    recognises=_is_argdown,
    read=read,
    write=write,
)
"""The format."""
