"""The boxes that nodes are drawn as: their lines of text and their size, before any browser.

Widths are estimates, since the reader's fonts are not known here; the page squeezes a line that
turns out wider than its box.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from graphs.keys import NodeType

ELLIPSIS = "…"

TAG_HEIGHT = 14
"""Height of the tag that says how a claim stands, in pixels at scale 1."""

_SPACE = 0.31
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Form:
    """How a type of node is set.

    Attributes:
        font: Height of the letters in pixels at scale 1.
        leading: From one line to the next in pixels.
        measure: The widest line in pixels.
        lines: The most lines; what is left over is cut with an ellipsis.
        padding: Left plus right, and top plus bottom, in pixels.
    """

    font: float
    leading: float
    measure: float
    lines: int
    padding: tuple[float, float]


FORMS: Mapping[str, Form] = {
    NodeType.CLAIM: Form(font=13, leading=16, measure=152, lines=4, padding=(22, 12)),
    NodeType.ACTOR: Form(font=14.5, leading=16, measure=132, lines=2, padding=(22, 10)),
    NodeType.DOCUMENT: Form(font=13, leading=15, measure=122, lines=3, padding=(22, 11)),
    NodeType.EVIDENCE: Form(font=13, leading=15, measure=120, lines=3, padding=(34, 12)),
}


class Box(NamedTuple):
    """The lines of a node's text and the size of the box around them in pixels."""

    lines: tuple[str, ...]
    width: int
    height: int


def box_of(node_type: str, words: str, *, tagged: bool = False, scale: float = 1.0) -> Box:
    """Set the words of a node of this type; no line is wider than its form's measure.

    Args:
        node_type: The type of the node, or its value.
        words: Its text.
        tagged: Whether to leave room for a tag above the words.
        scale: By how much letters and box are larger than usual.
    """
    form = FORMS[node_type]
    lines = _cut(wrapped(words, form.measure / form.font), form)
    widest = max(map(text_width, lines), default=1) * form.font
    across, down = form.padding
    height = (len(lines) or 1) * form.leading + down + TAG_HEIGHT * tagged
    return Box(
        tuple(lines),
        # Even sizes put the middle of a box on a whole pixel.
        width=2 * round((widest + across) * scale / 2),
        height=2 * round(height * scale / 2),
    )


def wrapped(words: str, measure: float) -> list[str]:
    """Break words into lines of at most `measure` ems, inside a word only where it is longer."""
    lines: list[str] = []
    line: list[str] = []
    taken = 0.0
    for word in words.split():
        width = text_width(word)
        if line and taken + _SPACE + width <= measure - _ROUNDING:
            line.append(word)
            taken += _SPACE + width
            continue
        if line:
            lines.append(" ".join(line))
        if width > measure:
            *whole, word = _pieces(word, measure)
            lines += whole
            width = text_width(word)
        line, taken = [word], width
    return [*lines, " ".join(line)] if line else lines


@lru_cache(maxsize=1 << 16)
def text_width(text: str) -> float:
    """Estimate the width of a text in ems, for a common sans-serif."""
    return sum(map(_character_width, text))


def _pieces(word: str, measure: float) -> list[str]:
    """A word that does not fit as pieces that do."""
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character) > measure:
            pieces.append("")
        pieces[-1] += character
    return pieces


@lru_cache(maxsize=1 << 12)
def _character_width(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in "iljItfr.,:;'’‘|!()[] ":
        return 0.31
    if character in "mwMW@%—":
        return 0.84
    return 0.67 if character.isupper() else 0.55


def _cut(lines: list[str], form: Form) -> list[str]:
    if len(lines) <= form.lines:
        return lines
    kept = lines[: form.lines]
    return [*kept[:-1], _with_ellipsis(kept[-1], form.measure / form.font)]


def _with_ellipsis(line: str, measure: float) -> str:
    room = measure - text_width(ELLIPSIS)
    widths = accumulate(map(_character_width, line))
    fitting = sum(1 for width in widths if width <= room)
    return line[:fitting].rstrip() + ELLIPSIS
