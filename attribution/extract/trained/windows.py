"""A text cut into windows: the stretches that the encoder reads at once.

A window is a paragraph (a line). A line that ends in a colon is read together with the next one,
because what it announces stands there. A line too long for the encoder is cut at a sentence end,
or else between words. The cost is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from attribution.extract.text.stretches import stretches
from attribution.extract.trained.wordpiece import Pieces, WordPiece

# The encoder reads 256 pieces, of which one opens and one closes the window.
MAXIMUM_PIECES = 254
# Source, cue and content need a word (or mark) each.
_FEWEST_WORDS = 3

_COLON_AT_END = re.compile(r":[\s\"\u201d]*$")

# What the uncased vocabulary cannot see: the kind of a piece.
KINDS = 8
_INSIDE = 3  # added to a plain kind inside double quotation marks
_OPENING, _CLOSING = 6, 7
_ALWAYS_OPENING = "\u201c\u201e\u00ab"
_ALWAYS_CLOSING = "\u201d\u00bb"


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of text for the encoder.

    Args:
        pieces: Its word pieces.
        kinds: For each piece 0 lower case or other, 1 Capitalised, 2 UPPER CASE, 3 to 5 the same
            inside double quotation marks, 6 an opening and 7 a closing mark.
        starts: The index of the first piece of each word.
    """

    pieces: Pieces
    kinds: list[int]
    starts: list[int]

    def __len__(self) -> int:
        return len(self.kinds)

    def pieces_of(self, first: int, last: int) -> slice:
        """Return the pieces of the words ``first`` to ``last``, both included."""
        after = last + 1
        return slice(self.starts[first], self.starts[after] if after < len(self.starts) else None)

    def part(self, words: range) -> Window:
        """Return neighbouring words as a window of their own, numbered from 0 again."""
        if len(words) == len(self.starts):
            return self
        inside = range(len(self))[self.pieces_of(words[0], words[-1])]
        pieces = self.pieces.part(inside.start, inside.stop)
        kinds = self.kinds[inside.start : inside.stop]
        return Window(pieces, kinds, _word_starts(pieces.words))


def windows(text: str, wordpiece: WordPiece) -> Iterator[Window]:
    """Cut a text into windows, in text order; windows too short for an attribution are left out.

    Every piece of the text lies in at most one window.
    """
    for pieces, kinds in _paragraphs(text, wordpiece):
        for first, last in _cuts(text, pieces):
            part = pieces.part(first, last)
            if part.words[-1] + 1 >= _FEWEST_WORDS:
                yield Window(part, kinds[first:last], _word_starts(part.words))


def join(window: Window, following: Window) -> Window:
    """Read two windows as one; words of the second are numbered on."""
    pieces, kinds = _join(window.pieces, window.kinds, following.pieces, following.kinds)
    return Window(pieces, kinds, _word_starts(pieces.words))


def _word_starts(words: list[int]) -> list[int]:
    return [i for i, word in enumerate(words) if i == 0 or word != words[i - 1]]


def _paragraphs(text: str, wordpiece: WordPiece) -> Iterator[tuple[Pieces, list[int]]]:
    """Yield the pieces and kinds of each line, joined with the next one after a colon."""
    held: tuple[Pieces, list[int]] | None = None
    for start, end in stretches(text):
        pieces = wordpiece.split(text, start, end)
        if not pieces:
            continue
        line = pieces, _kinds(text, pieces)
        if held is not None and len(held[0]) + len(pieces) <= MAXIMUM_PIECES:
            yield _join(*held, *line)
            held = None
            continue
        if held is not None:
            yield held
        held = line if _COLON_AT_END.search(text, max(start, end - 20), end) else None
        if held is None:
            yield line
    if held is not None:
        yield held


def _join(
    pieces: Pieces, kinds: list[int], more: Pieces, more_kinds: list[int]
) -> tuple[Pieces, list[int]]:
    offset = pieces.words[-1] + 1
    joined = Pieces(
        pieces.ids + more.ids,
        pieces.starts + more.starts,
        pieces.ends + more.ends,
        pieces.words + [offset + word for word in more.words],
    )
    return joined, kinds + more_kinds


def _cuts(text: str, pieces: Pieces) -> Iterator[tuple[int, int]]:
    """Yield the piece ranges of the windows of one paragraph."""
    first = 0
    while len(pieces) - first > MAXIMUM_PIECES:
        last = _last_cut(text, pieces, first)
        yield first, last
        first = last
    yield first, len(pieces)


def _last_cut(text: str, pieces: Pieces, first: int) -> int:
    """Find the last sentence end in the second half of a window, or else the last word end."""
    limit = first + MAXIMUM_PIECES
    words = pieces.words
    for cut in range(limit, first + MAXIMUM_PIECES // 2, -1):
        if _ends_sentence(text, pieces, cut):
            return cut
    cut = limit
    while cut > first + 1 and words[cut] == words[cut - 1]:
        cut -= 1
    # A word longer than a window (hundreds of combining marks) is cut where the window ends.
    return cut if cut > first + 1 else limit


def _ends_sentence(text: str, pieces: Pieces, cut: int) -> bool:
    """Say whether a sentence ends before piece ``cut``: a full stop, perhaps quoted, then space."""
    before, after = pieces.ends[cut - 1], pieces.starts[cut]
    if before == after:
        return False
    return text[max(0, before - 2) : before].rstrip("\"'\u201d\u2019)")[-1:] in {".", "!", "?"}


def _kinds(text: str, pieces: Pieces) -> list[int]:
    kinds: list[int] = []
    inside = False
    for start, end, word, row in zip(
        pieces.starts, pieces.ends, pieces.words, range(len(pieces)), strict=True
    ):
        mark = _quotation_mark(text, start, end, inside)
        if mark is not None:
            inside = mark == _OPENING
            kinds.append(mark)
        elif row and word == pieces.words[row - 1]:
            kinds.append(kinds[-1])
        else:
            kinds.append(_case(text, start, end) + _INSIDE * inside)
    return kinds


def _case(text: str, start: int, end: int) -> int:
    if not text[start].isupper():
        return 0
    following = text[start + 1 : end + 1]
    return 2 if following[:1].isupper() else 1


def _quotation_mark(text: str, start: int, end: int, inside: bool) -> int | None:
    """Return the kind of a double quotation mark, None for anything else.

    A straight mark opens before a word and closes after one; between two words, or between two
    spaces, it is taken for the opposite of the last one.
    """
    if end - start != 1:
        return None
    character = text[start]
    if character in _ALWAYS_OPENING:
        return _OPENING
    if character in _ALWAYS_CLOSING:
        return _CLOSING
    if character != '"':
        return None
    after_word = start > 0 and not text[start - 1].isspace()
    before_word = end < len(text) and not text[end].isspace()
    opens = not inside if after_word == before_word else before_word
    return _OPENING if opens else _CLOSING
