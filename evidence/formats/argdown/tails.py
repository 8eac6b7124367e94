"""What may follow the words of a statement: tags and blocks of data; and the escaping of words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from evidence.formats.content import parsed

OWN = "claimtrail"
"""The key of a block of data that carries what Argdown has no words for."""

_TAG = re.compile(r"#(?:\([^()#{}]+\)|[\w-]+)")
_ESCAPED = re.compile(r"\\([^\w\s])")
_OPENERS = re.compile(r"\\|<!--|/(?=[/*])|(?<![^ ])#|\}$")
"""What would be read as something else than words within a statement."""

_CONTROL = re.compile("[\x00-\x1f\x7f]")
_JSON_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_SPECIAL = re.compile("[<>/{}#\x7f-\x9f\ufeff\ufffe\uffff]|[^\\S ]|(?<= ) ")
"""What Argdown or YAML would read as something else, or not give back as it is."""


@dataclass(frozen=True)
class Tailed:
    """The words of a statement and what follows them.

    Attributes:
        words: The words, white space joined and escapes resolved.
        note: Tags and blocks of data as Argdown writes them; None where there are none.
        carried: What a block of ours carries; None where there is none.
    """

    words: str
    note: str | None = None
    carried: dict[str, Any] | None = None


def tailed(text: str) -> Tailed:
    """Take the tags and the blocks of data off the end of a text; linear in its length.

    Raises:
        ValueError: If a block of ours is damaged; the message continues "X ".
    """
    line = " ".join(text.split())
    end = len(line)
    tags: list[str] = []
    blocks: list[str] = []
    while True:
        while end and line[end - 1] == " ":
            end -= 1
        start = _tail_start(line, end)
        if start is None:
            break
        (blocks if line[start] == "{" else tags).append(line[start:end])
        end = start
    tags.reverse()
    blocks.reverse()
    ours = [block for block in blocks if block.startswith(f'{{"{OWN}":')]
    others = [block for block in blocks if block not in ours]
    note = " ".join([*tags, *others]) or None
    return Tailed(unescaped(line[:end]), note, _carried(ours))


def _tail_start(line: str, end: int) -> int | None:
    """Where the tag or the block that ends a line begins; None where it ends with words."""
    if line[end - 1 : end] == "}" and not _is_escaped(line, end - 1):
        start = _opening_brace(line, end)
    else:
        start = line.rfind("#", 0, end)
        if start < 0 or not _TAG.fullmatch(line, start, end):
            return None
    if start < 0 or (start > 0 and line[start - 1] != " "):
        return None
    return start


def _opening_brace(line: str, end: int) -> int:
    """The brace that the one before `end` closes; -1 where there is none."""
    depth = 0
    for place in range(end - 1, -1, -1):
        if line[place] == "}":
            depth += 1
        elif line[place] == "{":
            depth -= 1
            if depth == 0:
                return place
    return -1


def _is_escaped(line: str, place: int) -> bool:
    before = place
    while before and line[before - 1] == "\\":
        before -= 1
    return (place - before) % 2 == 1


def _carried(blocks: list[str]) -> dict[str, Any] | None:
    if not blocks:
        return None
    value = parsed(blocks[-1])
    carried = value.get(OWN) if isinstance(value, dict) else None
    if not isinstance(carried, dict) or len(blocks) > 1:
        raise ValueError("carries a damaged remainder")
    return carried


def carrying(carried: dict[str, Any]) -> str:
    """A block of data that carries these values; it holds no character that Argdown looks for."""
    return quoted({OWN: carried})


def quoted(value: Any) -> str:
    """A value as JSON that is YAML too, its texts without a character that Argdown looks for."""
    text = json.dumps(value, ensure_ascii=False)
    return _JSON_TEXT.sub(lambda found: _SPECIAL.sub(_as_escape, found[0]), text)


def _as_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def unescaped(text: str) -> str:
    """Words without the backslashes that escape punctuation."""
    return _ESCAPED.sub(r"\1", text)


def escaped(words: str) -> str:
    """Words as they are written within a statement, white space and control characters joined."""
    return _OPENERS.sub(r"\\\g<0>", " ".join(_CONTROL.sub(" ", words).split()))
