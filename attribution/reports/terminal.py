"""Text for terminals: nothing in it can steer one, and colours are put on only where wanted."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable

import click

from evidence.findings import Severity

Paint = Callable[[str, str], str]
"""Puts a style ("red", "bold", "dim" ...) on a text, or leaves the text as it is."""

SEVERITY_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
"""The style for each severity."""

WIDTH = 96
"""Columns that a line of a report takes at most, where words allow it."""

_HARMFUL = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}


def plain(text: str, style: str) -> str:
    """Leave a text without style."""
    return text


def coloured(text: str, style: str) -> str:
    """Put ANSI codes around a text."""
    return click.style(text, **({style: True} if style in ("bold", "dim") else {"fg": style}))


def printable(text: str) -> str:
    """Make words from a document safe to print, on one line.

    White space becomes single spaces; control characters, and those that change the direction of
    what follows, are shown as their code points, so that they cannot steer a terminal or reorder
    what a reader sees. The zero-width joiners that some scripts need are kept.
    """
    joined = " ".join(text.split())
    if joined.isascii() and joined.isprintable():
        return joined
    return "".join(_escaped(character) for character in joined)


def wrapped(text: str, indent: str) -> list[str]:
    """Break a text, made printable, into lines of at most `WIDTH`; later ones stand further in."""
    return textwrap.wrap(
        printable(text),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def headed(head: str, text: str, indent: str, paint: Paint, style: str) -> list[str]:
    """Like `wrapped`, with a painted `head` in front of the text."""
    first, *rest = wrapped(f"{head} {text}", indent)
    return [first.replace(head, paint(head, style), 1), *rest]


def _escaped(character: str) -> str:
    harmful = unicodedata.category(character) in _HARMFUL or _is_none(character)
    if character in "\u200c\u200d\u00ad" or not harmful:
        return character
    return f"<U+{ord(character):04X}>"


def _is_none(character: str) -> bool:
    """Whether Unicode says that a code point is no character; XML cannot hold most of them."""
    return ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"
