"""Comments of Argdown: taken out before anything else is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"\\.|<!--|/\*|(?<![^\s])//", re.DOTALL)
"""What may open a comment; a slash pair inside a word belongs to an address. Escaped characters are
matched so that they open none."""

_SLASHES = re.compile("//")
"""What opens a comment right after another."""

_CLOSING = {"<!--": "-->", "/*": "*/", "//": "\n"}


@dataclass(frozen=True)
class Uncommented:
    """A text without its comments.

    Attributes:
        lines: Its lines with their numbers from 1; lines of nothing but comments are left out.
        comments: How many comments there were.
        unclosed: The line in which a comment opens that is not closed; None where there is none.
    """

    lines: tuple[tuple[int, str], ...]
    comments: int
    unclosed: int | None


def uncommented(text: str) -> Uncommented:
    """Take the comments out of a text; linear in its length.

    An unclosed comment reaches to the end.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    parts: list[str] = []
    place, count, unclosed = 0, 0, None
    for opening, end in _comments_in(plain):
        if end < 0:
            unclosed = plain.count("\n", 0, opening.start()) + 1
            end = len(plain)
        # A mark stands for each line of the comment, so that line numbers stay right.
        parts += [plain[place : opening.start()], "\0" + "\n\0" * _breaks(plain, opening, end)]
        place, count = end, count + 1
    parts.append(plain[place:])
    return Uncommented(tuple(_lines("".join(parts))), count, unclosed)


def _comments_in(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """What opens each comment and where it ends (-1: nowhere), none inside another."""
    opening = _OPENING.search(text)
    while opening is not None:
        if opening[0].startswith("\\"):
            opening = _OPENING.search(text, opening.end())
            continue
        end = _end(text, opening)
        yield opening, end
        if end < 0:
            return
        opening = _SLASHES.match(text, end) or _OPENING.search(text, end)


def _end(text: str, opening: re.Match[str]) -> int:
    """The end of a comment; that of a line comment lies before the line break."""
    closing = _CLOSING[opening[0]]
    end = text.find(closing, opening.end())
    if opening[0] == "//":
        return end if end >= 0 else len(text)
    return end + len(closing) if end >= 0 else -1


def _breaks(text: str, opening: re.Match[str], end: int) -> int:
    return text.count("\n", opening.start(), end)


def _lines(text: str) -> list[tuple[int, str]]:
    lines = enumerate(text.split("\n"), start=1)
    cleaned = ((number, line, _closed_up(line)) for number, line in lines)
    return [(number, rest) for number, line, rest in cleaned if rest.strip() or "\0" not in line]


def _closed_up(line: str) -> str:
    """A line without its marks; what would open a comment without them is kept apart."""
    joined = line.replace("\0", "")
    return joined if _opens_none(joined) else line.replace("\0", " ")


def _opens_none(line: str) -> bool:
    return next(_comments_in(line), None) is None
