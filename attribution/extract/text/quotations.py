"""Quotation marks of every kind, paired: nested, unbalanced, and carried over paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from attribution.extract.text.tokens import Segment, Token, TokenizedText

MAX_DEPTH = 8
"""Marks nested more deeply are taken for noise, which keeps the cost linear."""

_CLOSERS = {
    "“": '”"“',
    "”": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    '"': '"”',
    "``": ("''", '"'),
    "''": ("''", '"'),
    "‘": "’'",
    "'": "'’",
    "‚": "‘’",
}
_MARKS = frozenset(_CLOSERS) | {"’"}
_DIRECTED = frozenset("“”«»‹›")
_SINGLE = frozenset("‘'‚’")
_ALWAYS_OPEN = frozenset("„‟‚") | {"``"}
_BEFORE_OPENER = frozenset("([{—–-/:“‘\"'«‹„…") | {"--", "``", "..."}
_ELISIONS = frozenset("em tis twas cause til till n bout round cuz".split())

Side = Literal["opens", "closes", "either", "neither"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of text in quotation marks; all places in code points, ends exclusive.

    Attributes:
        start: First code point inside the marks.
        end: End of the text inside the marks.
        outer_start: Where the opening mark begins.
        outer_end: Where the closing mark ends; the same as `end` where none was found.
        depth: 1 for a quotation in running text, 2 for one inside another, and so on.
        closed: Whether a closing mark was found. One without it reaches to the end of its
            paragraph, or to the next opening mark of its kind.
        continues: Whether it carries on the one that the paragraph before left open.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 1
    closed: bool = True
    continues: bool = False


@dataclass(slots=True)
class _Open:
    """An opening mark that still waits for its closing one."""

    mark: Token
    continues: bool = False
    start: int | None = None  # of the first of two marks written for one
    maybe: Token | None = None  # an apostrophe that would do as closing mark


def quotations(tokenized: TokenizedText) -> list[Quotation]:
    """Find what stands in quotation marks.

    Apostrophes are not taken for marks: a single mark opens only before a word and after
    space, and counts only if it is closed in its paragraph or carried over.

    Args:
        tokenized: The text, cut into tokens and paragraphs.

    Returns:
        Quotations in order of position; any two are apart or one is inside the other.
    """
    found: list[Quotation] = []
    carried = ""
    for paragraph in tokenized.paragraphs:
        reader = _ParagraphReader(tokenized.tokens, paragraph, carried)
        found.extend(reader.read())
        carried = reader.left_open
    return list(_with_depth(sorted(found, key=lambda q: (q.outer_start, -q.outer_end))))


class _ParagraphReader:
    """Pairs the marks of one paragraph, from left to right, with a short stack."""

    def __init__(self, tokens: Sequence[Token], paragraph: Segment, carried: str) -> None:
        self._tokens = tokens
        self._paragraph = paragraph
        self._carried = carried
        self._stack: list[_Open] = []
        self._found: list[Quotation] = []
        self._nesting = _balanced(tokens[paragraph.first : paragraph.stop])
        self.left_open = ""

    def read(self) -> list[Quotation]:
        """Return the quotations of the paragraph, in the order in which they end."""
        for index in range(self._paragraph.first, self._paragraph.stop):
            if self._tokens[index].text in _MARKS:
                self._take(index)
        if self._stack:
            self.left_open = self._stack[0].mark.text
            self._drop_to(0, self._paragraph.end)
        return self._found

    def _take(self, index: int) -> None:
        if self._is_repeated(index) and (self._opens_twice(index) or self._closes_twice(index)):
            return
        mark, side = self._tokens[index], self._side(index)
        level = self._level_closed_by(mark.text)
        if level is not None and side in ("closes", "either"):
            self._close(level, index)
        elif side in ("opens", "either") and mark.text in _CLOSERS:
            self._open(index)

    def _is_repeated(self, index: int) -> bool:
        """Whether a mark is the second of two written for one: `““We left,””`."""
        before, mark = self._tokens[index - 1], self._tokens[index]
        return (
            index > self._paragraph.first and before.text == mark.text and before.end == mark.start
        )

    def _opens_twice(self, index: int) -> bool:
        """Take a mark and the one before it for one that opens, where a word follows."""
        before = self._tokens[index - 1]
        if not self._stack or self._stack[-1].mark is not before or self._space_after(index):
            return False
        self._stack[-1] = replace(self._stack[-1], mark=self._tokens[index], start=before.start)
        return True

    def _closes_twice(self, index: int) -> bool:
        """Take a mark and the one before it for one that closes what two opened."""
        if not self._found or self._found[-1].outer_end != self._tokens[index].start:
            return False
        last = self._found[-1]
        if last.start - last.outer_start != 2 * len(self._tokens[index].text):
            return False
        self._found[-1] = replace(last, outer_end=self._tokens[index].end)
        return True

    def _side(self, index: int) -> Side:
        """Which way a mark looks, by its shape and by the space on its two sides."""
        text = self._tokens[index].text
        before, after = self._space_before(index), self._space_after(index)
        if text in _SINGLE:
            return self._single_side(index, before, after)
        if text in _ALWAYS_OPEN or (text == "“" and not (after and not before)):
            return "closes" if text == "“" and self._top() == "„" else "opens"
        if text == '"' or text == "''" or text in "«»‹›":
            return "either" if before == after else "opens" if before else "closes"
        return "closes" if self._stack or not before else "opens"

    def _single_side(self, index: int, before: bool, after: bool) -> Side:
        if before and not after:
            return "neither" if self._is_elision(index) else "opens"
        return "neither" if before else "closes"

    def _is_elision(self, index: int) -> bool:
        """Whether a mark before a word stands for letters left out: 'em, ’90s."""
        if index + 1 >= self._paragraph.stop:
            return True
        following = self._tokens[index + 1].text
        return following[0].isdigit() or following.lower() in _ELISIONS

    def _space_before(self, index: int) -> bool:
        """Whether a mark has space, the start, or an opening mark before it."""
        if index == self._paragraph.first:
            return True
        left = self._tokens[index - 1]
        return left.end < self._tokens[index].start or left.text in _BEFORE_OPENER

    def _space_after(self, index: int) -> bool:
        """Whether a mark has space, the end, or other punctuation after it."""
        if index + 1 == self._paragraph.stop:
            return True
        right = self._tokens[index + 1]
        if right.start > self._tokens[index].end:
            return True
        return right.kind == "punctuation" and right.text not in _ALWAYS_OPEN | {"“", "‘", "«", "…"}

    def _top(self) -> str:
        return self._stack[-1].mark.text if self._stack else ""

    def _level_closed_by(self, text: str) -> int | None:
        for level in range(len(self._stack) - 1, -1, -1):
            if text in _CLOSERS[self._stack[level].mark.text]:
                return level
        return None

    def _open(self, index: int) -> None:
        mark = self._tokens[index]
        if self._top() == mark.text and mark.text not in self._nesting:
            self._drop_to(len(self._stack) - 1, self._tokens[index - 1].end)
        if len(self._stack) < MAX_DEPTH:
            first = index == self._paragraph.first
            self._stack.append(_Open(mark, continues=first and mark.text == self._carried))

    def _close(self, level: int, index: int) -> None:
        mark, entry = self._tokens[index], self._stack[level]
        if mark.text in _SINGLE and self._is_possessive(index):
            entry.maybe = mark
            return
        self._drop_to(level + 1, mark.start)
        self._emit(self._stack.pop(), mark)

    def _is_possessive(self, index: int) -> bool:
        """Whether a mark may be the apostrophe of a plural: "the officials’ plan"."""
        left = self._tokens[index - 1].text
        return (
            left[-1:] in "sS"
            and index + 1 < self._paragraph.stop
            and self._tokens[index + 1].kind == "word"
        )

    def _drop_to(self, level: int, end: int) -> None:
        """Give up on the marks from a level of the stack upwards, which nothing closed."""
        while len(self._stack) > level:
            entry = self._stack.pop()
            if entry.maybe is not None:
                self._emit(entry, entry.maybe)
            elif level == 0 and not self._stack and entry.mark.text not in _SINGLE:
                self._emit(entry, None, end)

    def _emit(self, entry: _Open, close: Token | None, end: int = 0) -> None:
        mark = entry.mark
        inner_end, outer_end = (close.start, close.end) if close else (end, end)
        if inner_end > mark.end:
            self._found.append(
                Quotation(
                    start=mark.end,
                    end=inner_end,
                    outer_start=mark.start if entry.start is None else entry.start,
                    outer_end=outer_end,
                    closed=close is not None,
                    continues=entry.continues,
                )
            )


def _balanced(tokens: Sequence[Token]) -> frozenset[str]:
    """The opening marks of a paragraph that may stand inside each other: each has its closing one.

    Where one is missing, an opening mark inside a quotation begins another instead.
    """
    counts = Counter(token.text for token in tokens if token.text in _DIRECTED)
    return frozenset(mark for mark, closer in ("“”", "«»", "‹›") if counts[mark] == counts[closer])


def _with_depth(found: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield quotations, sorted by start, with the number of those around each."""
    ends: list[int] = []
    for quotation in found:
        while ends and ends[-1] <= quotation.outer_start:
            ends.pop()
        ends.append(quotation.outer_end)
        yield replace(quotation, depth=len(ends))
