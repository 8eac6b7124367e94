"""A text as English newspapers would print it, character for character."""

from __future__ import annotations

import re

from attribution.extract.text.directions import DIRECTION
from attribution.extract.text.quotations import Quotation, quotations
from attribution.extract.text.tokens import tokenize

_FOREIGN = re.compile("[„‟‚«»‹›]")
_SINGLE = "‚‹›"
_WIDE = str.maketrans("。！？：，", ".!?:,")
_CELL_END = re.compile(r"(?<=[^:\s])\t| ?\|++ ?")


def in_english_print(text: str) -> str:
    """Write marks and the cells of tables as a reader of English expects them.

    A detector that learned from English newspapers knows “...”, but neither «...» nor „...“; a
    line of its own, but no cell of a table; no mark of direction, and no wide stop of Chinese.

    Args:
        text: Of any length; the cost is linear in it.

    Returns:
        A text of the same length, so that every place in it is the same place in the other.
    """
    plain = DIRECTION.sub(" ", _CELL_END.sub(_line_ends, text)).translate(_WIDE)
    if not _FOREIGN.search(plain):
        return plain
    characters = list(plain)
    for quotation in quotations(tokenize(plain)):
        if _FOREIGN.match(plain, quotation.outer_start):
            _requote(characters, quotation)
    return "".join(characters)


def _line_ends(place: re.Match[str]) -> str:
    return "\n" * len(place.group())


def _requote(characters: list[str], quotation: Quotation) -> None:
    """Put English marks around a quotation, also where each is written twice."""
    single = characters[quotation.outer_start] in _SINGLE
    for place in range(quotation.outer_start, quotation.start):
        characters[place] = "‘" if single else "“"
    for place in range(quotation.end, quotation.outer_end):
        characters[place] = "’" if single else "”"
