"""The frontmatter of an Argdown text: what it says of the whole, in YAML between lines of "="."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from evidence.formats.argdown.tails import quoted
from evidence.trees import Problems
from evidence.yaml_reading import parse

TITLE, DESCRIPTION = "title", "subTitle"

OURS = "claimtrail"
"""The key that says that statements were made by whoever wrote the file, not by an import."""

EMPTY = "===\n===\n\n"
"""Frontmatter that says nothing, before a text that begins like frontmatter."""

_FENCE = re.compile(r"={3,}\s*")

Lines = tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Frontmatter:
    """What a text says of the whole.

    Attributes:
        rest: The lines below.
        there: Whether there is frontmatter.
        title: Its title.
        description: Its subtitle.
        others: What else it says.
        ours: Whether it was written here from a case that was not imported.
        damaged: Why it could not be read; empty where it could.
    """

    rest: Lines
    there: bool = True
    title: str = ""
    description: str = ""
    others: dict[str, Any] = field(default_factory=dict)
    ours: bool = False
    damaged: str = ""


def begins(text: str) -> bool:
    """Whether a text begins with frontmatter."""
    return _FENCE.match(text.lstrip()) is not None


def split(lines: Lines) -> Frontmatter:
    """Read the frontmatter of a text, if it has any."""
    filled = [place for place, (_, line) in enumerate(lines) if line.strip()]
    if not filled or not _FENCE.fullmatch(lines[filled[0]][1].strip()):
        return Frontmatter(lines, there=False)
    start = filled[0] + 1
    for end in range(start, len(lines)):
        if _FENCE.fullmatch(lines[end][1]):
            return _read("\n".join(line for _, line in lines[start:end]), lines[end + 1 :])
    return Frontmatter((), damaged="is not closed")


def _read(text: str, rest: Lines) -> Frontmatter:
    try:
        tree, _ = parse(text)
    except Problems as problems:
        return Frontmatter(rest, damaged=f"is damaged: {problems.problems[0][1]}")
    if not isinstance(tree, dict | None):
        return Frontmatter(rest, damaged="is no mapping")
    said = dict(tree or {})
    ours = said.pop(OURS, None) is not None
    heading = {
        name: said.pop(key)
        for name, key in (("title", TITLE), ("description", DESCRIPTION))
        if isinstance(said.get(key), str)
    }
    return Frontmatter(rest, others=said, ours=ours, **heading)


def written(title: str, description: str, others: dict[str, Any], *, ours: bool) -> str:
    """Frontmatter that says this; empty where there is nothing to say."""
    said = {
        **({TITLE: title} if title else {}),
        **({DESCRIPTION: description} if description else {}),
        **others,
        **({OURS: "1"} if ours else {}),
    }
    if not said:
        return ""
    lines = (f"{quoted(key)}: {quoted(value)}" for key, value in said.items())
    return "\n".join(["===", *lines, "===", "", ""])
