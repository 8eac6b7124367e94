"""Lines of a page put together to paragraphs, so that quotes and sentences do not end with a line.

A page says where its lines stand, not which of them belong together. A paragraph ends where the
next line stands further off than lines of the page do, is set in another size, is indented, or
where a line that ends a sentence stops well before the right edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from evidence.readers.pdf.lines import Line

_FURTHER = 1.3
"""A gap of so many times the usual distance between lines parts paragraphs."""

_OTHER_SIZE = 0.15
_SHORT = 0.12
"""By this share of the width of the page's text a line is shorter than a full one."""

_ENDS = tuple(".!?:…\"'”’»)]")
_BULLETS = tuple("•‣▪◦–*")


def paragraphs_of(lines: Iterable[Line]) -> str:
    """The text of a page: lines joined by a space, paragraphs parted by a blank line.

    Words that are parted at the end of a line are joined.
    """
    given = list(lines)
    if not given:
        return ""
    usual = _usual_distance(given)
    edge = max(line.right for line in given)
    width = edge - min(line.left for line in given)
    text = [given[0].text]
    for line, following in pairwise(given):
        if _parts(line, following, usual, edge - _SHORT * width):
            text.append("\n\n")
        elif not line.parted:
            text.append(" ")
        text.append(following.text)
    return "".join(text)


def _usual_distance(lines: Sequence[Line]) -> float:
    down = [a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom - b.bottom > a.height / 2]
    return median(down) if down else 0.0


def _parts(line: Line, following: Line, usual: float, full: float) -> bool:
    """Whether a paragraph ends between two lines."""
    if line.parted:
        return False
    size = abs(line.height - following.height) > _OTHER_SIZE * max(line.height, following.height)
    if size or following.text.startswith(_BULLETS):
        return True
    down = line.bottom - following.bottom
    ended = line.text.endswith(_ENDS)
    if down <= line.height / 2:  # beside or above: another column, or a piece of the same line
        return down < -line.height / 2 and ended
    indented = ended and following.left - line.left > line.height
    return down > _FURTHER * usual or indented or (ended and line.right < full)
