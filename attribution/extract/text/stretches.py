"""A text cut into paragraphs, and paragraphs without end into stretches, to bound memory."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attribution.extract.text.sentences import BULLETS, is_wrapped

LONGEST = 20_000
"""Code points of the longest stretch."""

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a text, long ones cut at white space where there is some.

    A paragraph is a line or, where lines are wrapped by hand, what stands between blank lines.

    Args:
        text: Of any length; the cost is linear in it.

    Yields:
        Start and end in code points, in order; what is not a line end lies in exactly one.
    """
    for start, end in _blocks(text) if is_wrapped(text) else _lines(text):
        first = start
        while end - first > LONGEST:
            cut = text.rfind(" ", first + LONGEST // 2, first + LONGEST) + 1
            cut = cut or first + LONGEST
            yield first, cut
            first = cut
        yield first, end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    return (line.span() for line in _LINE.finditer(text))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs of lines without a blank one between; a bullet begins another."""
    block: tuple[int, int] | None = None
    for start, end in _lines(text):
        if block is not None and _goes_on(text, block[1], start, end):
            block = block[0], end
            continue
        if block is not None:
            yield block
        block = start, end
    if block is not None:
        yield block


def _goes_on(text: str, before: int, start: int, end: int) -> bool:
    """Whether the line from `start` to `end` goes on with one that ended at `before`."""
    one_break = _LINE_END.fullmatch(text, before, start) is not None
    line = text[start:end].lstrip()
    blank_before = text[max(0, before - 1) : before].isspace()
    return one_break and bool(line) and line[0] not in BULLETS and not blank_before
