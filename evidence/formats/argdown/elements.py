"""The lines of an Argdown text put together to its elements: headings, statements, relations.

After the syntax of Argdown 1 (argdown.org). Elements are told by how their first line begins; the
lines below belong to it until an empty line or the next element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Mark(StrEnum):
    """What an element is."""

    HEADING = "heading"
    LIST = "list"
    PREMISE = "premise"
    INFERENCE = "inference"
    RELATION = "relation"
    TOP = "statement"


@dataclass
class Element:
    """One element.

    Attributes:
        mark: What it is.
        line: The number of its first line.
        indent: How far that is indented.
        sign: The sign of a relation, the number of a premise or the hashes of a heading.
        lines: Its words, line by line.
        apart: Whether an empty line, or nothing, stands before it.
        closed: Whether an inference that opens with "--" is closed.
    """

    mark: Mark
    line: int
    indent: int
    sign: str = ""
    lines: list[str] = field(default_factory=list)
    apart: bool = True
    closed: bool = True

    @property
    def text(self) -> str:
        """Its words in one line."""
        return " ".join(self.lines)


_RELATION = re.compile(r"(\+>|->|_>|<\+|<-|<_|><|\+|-|_)(?:\s+(.*))?$")
_HEADING = re.compile(r"(#{1,6})\s+(.*)$")
_PREMISE = re.compile(r"\((\d{1,9})\)(?:\s+(.*))?$")
_LIST = re.compile(r"(\*|\d{1,9}\.)\s+(.*)$")
_DEFINITION = re.compile(r"(\[[^\]]+\]|<[^<>]+>(\(\d{1,9}\))?):(\s|$)")
_RULE = re.compile(r"-{3,}$")
_NAMED_RULE = re.compile(r"--(?!-)\s*(.*?)\s*(-{2,})?$")

_ARGUING = (Mark.PREMISE, Mark.INFERENCE, Mark.RELATION)


def elements_in(lines: Iterable[tuple[int, str]]) -> Iterator[Element]:
    """The elements of a text; linear in its length.

    Args:
        lines: Its lines with their numbers, without comments and frontmatter.
    """
    current: Element | None = None
    at_start = True
    for number, line in lines:
        words = line.strip()
        if not words:
            at_start = True
            continue
        if current is not None and not current.closed:
            _go_on_inference(current, words)
            continue
        begun = _begun(words, current, at_start)
        if begun is not None:
            if current is not None:
                yield current
            begun.line, begun.indent = number, len(line) - len(line.lstrip())
            begun.apart = at_start
            current = begun
        elif current is not None:
            current.lines.append(words)
        at_start = False
    if current is not None:
        yield current


def _begun(words: str, current: Element | None, at_start: bool) -> Element | None:
    """The element that a line begins; None where it goes on with the current one."""
    arguing = current is not None and current.mark in _ARGUING
    mark = current.mark if current else None
    if arguing and (inference := _inference(words)):
        return inference
    if found := _RELATION.match(words):
        return _element(Mark.RELATION, found[1], found[2])
    if (at_start or arguing or _names_argument(current)) and (found := _PREMISE.match(words)):
        return _element(Mark.PREMISE, found[1], found[2])
    if (at_start or mark is Mark.LIST) and (found := _LIST.match(words)):
        return _element(Mark.LIST, found[1], words)
    if mark is Mark.TOP and _DEFINITION.match(words):
        return _element(Mark.TOP, "", words)
    if not at_start:
        return None
    if found := _HEADING.match(words):
        return _element(Mark.HEADING, found[1], found[2])
    return _element(Mark.TOP, "", words)


def _names_argument(current: Element | None) -> bool:
    return current is not None and current.mark is Mark.TOP and current.lines[0].startswith("<")


def _element(mark: Mark, sign: str, words: str | None) -> Element:
    return Element(mark, 0, 0, sign, [words] if words else [])


def _inference(words: str) -> Element | None:
    if _RULE.match(words):
        return Element(Mark.INFERENCE, 0, 0)
    found = _NAMED_RULE.match(words)
    if found is None:
        return None
    rule = [found[1]] if found[1] else []
    return Element(Mark.INFERENCE, 0, 0, "", rule, closed=bool(found[2]))


def _go_on_inference(current: Element, words: str) -> None:
    """Take one more line of an inference that "--" opened: its rule, or the "--" that closes it."""
    if re.fullmatch("-{2,}", words):
        current.closed = True
    else:
        current.lines.append(words)
