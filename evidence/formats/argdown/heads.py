"""How a statement or an argument begins: its title, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from evidence.ids import content_id

# A line that begins with "<+", "<-" or "<_" and a space is a relation.
_HEADS = re.compile(
    r"\[(?P<statement>[^\]\n]+)\](?!\()(?P<given>:)?(?=\s|$)"
    r"|<(?![-+_]\s)(?P<argument>[^<>\n]+)>(?P<number>\(\d{1,9}\))?(?P<described>:)?(?=\s|$)"
)
_LONGEST_ID = 200


@dataclass(frozen=True)
class Head:
    """The title that a statement or an argument begins with.

    Attributes:
        id: The id of its record: the title of a statement, that of an argument in angle brackets.
        title: The title; for the n-th statement of an argument what names it, as in "<A>(2)".
        argues: Whether it is an argument.
        rest: What follows.
    """

    id: str
    title: str
    argues: bool
    rest: str


def head_of(text: str) -> Head | None:
    """The title that a text begins with; None where it begins with other words."""
    found = _HEADS.match(text)
    if found is None:
        return None
    rest = text[found.end() :].strip()
    if found["statement"]:
        title = " ".join(found["statement"].split())
        return Head(_as_id(title), title, False, rest) if title else None
    title = f"<{' '.join(found['argument'].split())}>{found['number'] or ''}"
    return Head(_as_id(title), title, not found["number"], rest)


def numbered(argument_id: str, number: str) -> str:
    """The id of an untitled statement: the argument that it stands in, and its number."""
    return _as_id(f"{argument_id}({int(number)})")


def names_argument(record_id: str) -> bool:
    """Whether an id is that of an argument."""
    head = head_of(record_id)
    return head is not None and head.argues and head.id == record_id and not head.rest


def _as_id(title: str) -> str:
    return title if len(title) <= _LONGEST_ID else content_id("c", title)
