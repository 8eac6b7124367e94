"""The lines of a PDF page, with where on the page they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_SOFT_HYPHENS = "\x02\ufffe\u00ad"
"""What PDFium gives for a hyphen that only parts a word at the end of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; lengths are in points, from the lower left corner of the page.

    Attributes:
        text: Its words, without white space at either end.
        left: Where it begins.
        right: Where it ends.
        bottom: Its lower edge, that of the font rather than of the letters.
        height: The height of its font.
        parted: Whether its last word goes on in the next line.
    """

    text: str
    left: float
    right: float
    bottom: float
    height: float
    parted: bool = False


def lines_of(page: PdfTextPage) -> Iterator[Line]:
    """Yield the lines of a page, in the order in which the file gives them."""
    first, codes = 0, _codes(page)
    for index, code in enumerate([*codes, 10]):
        if code in (10, 13):
            if line := _line(page, first, codes[first:index]):
                yield line
            first = index + 1


def _codes(page: PdfTextPage) -> list[int]:
    from pypdfium2 import raw

    return [raw.FPDFText_GetUnicode(page.raw, index) for index in range(page.count_chars())]


def _line(page: PdfTextPage, first: int, codes: list[int]) -> Line | None:
    shown = [index for index, code in enumerate(codes) if code > 32]
    if not shown:
        return None
    words = _text(codes)
    left, bottom, _, top = page.get_charbox(first + shown[0], loose=True)
    right = page.get_charbox(first + shown[-1], loose=True)[2]
    parted = words[-1] in _SOFT_HYPHENS
    for hyphen in _SOFT_HYPHENS:
        words = words.replace(hyphen, "")
    return Line(words, left, right, bottom, top - bottom, parted)


def _text(codes: list[int]) -> str:
    """Words from code points, or from the halves of those beyond the basic plane."""
    text = "".join(map(chr, codes)).replace("\0", "").strip()
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
