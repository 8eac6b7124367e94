"""Sentences and paragraphs as stretches of tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from attribution.extract.english.abbreviations import TITLES
from attribution.extract.english.morphology import STARTERS
from attribution.extract.text.scanner import Token

MAX_SENTENCE_TOKENS = 250
"""A longer sentence is cut, so that text without full stops costs no more than other text."""

WRAPPED_WIDTH = 100
"""A text with a longer line is not wrapped by hand."""

_FILLED = 2 / 3
"""A wrapped line has at least this share of the longest one's width."""

_CLOSERS = frozenset("\"'”’»›)]}") | {"''"}
_CLOSERS_BEFORE_SPACE = frozenset("“‘«‹")
"""These open, but close in „...“ and »...«."""
_OPENERS = frozenset("\"'“‘«‹„([{") | {"``"}
_CLOSERS_AFTER_SPACE = frozenset("»›")
"""French sets « ... » off by spaces."""

_LINE_ENDS = frozenset(".!?:…\"'”’")
_SPACED_STOPS = frozenset("!?؟۔।")
_STOPS = frozenset("。！？")
"""Chinese and Japanese set no space after them."""
BULLETS = frozenset("•‣▪*")
"""What opens a paragraph of its own, also where lines are wrapped."""

_LONGEST_NUMBER = 4
"""Code points of "viii", in "viii) ..."."""

_ITEM = re.compile(r"(?:[•‣▪*–-]|[0-9]{1,3}[.)])\s")
"""How an item of a list begins: the line before it is not broken amid a sentence."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or a paragraph, by characters and by tokens.

    Attributes:
        start: First code point.
        end: Last code point, exclusive.
        first: Index of its first token.
        stop: Index after its last token.
    """

    start: int
    end: int
    first: int
    stop: int


def split_paragraphs(text: str, tokens: Sequence[Token]) -> list[Segment]:
    """Find the paragraphs of a text: lines, or where lines are wrapped by hand, blank-line blocks.

    Args:
        text: The text that the tokens were cut from.
        tokens: All its tokens.

    Returns:
        Paragraphs in order; every token is in exactly one.
    """
    wrapped = is_wrapped(text)
    bounds = [0]
    for index, (left, right) in enumerate(pairwise(tokens), start=1):
        gap = text[left.end : right.start]
        if gap and gap != " " and _parts(gap, right, wrapped):
            bounds.append(index)
    return _segments(tokens, bounds)


def split_sentences(
    text: str, tokens: Sequence[Token], paragraphs: Iterable[Segment]
) -> list[Segment]:
    """Find the sentences of each paragraph; what stands in a cell of a table has its own.

    Args:
        text: The text that the tokens were cut from.
        tokens: All tokens of the text.
        paragraphs: Its paragraphs, by index into the tokens.

    Returns:
        Sentences in order; every token is in exactly one.
    """
    bounds = [bound for paragraph in paragraphs for bound in _bounds(text, tokens, paragraph)]
    return _segments(tokens, bounds)


def _segments(tokens: Sequence[Token], bounds: Sequence[int]) -> list[Segment]:
    if not tokens:
        return []
    return [
        Segment(tokens[first].start, tokens[stop - 1].end, first, stop)
        for first, stop in pairwise([*bounds, len(tokens)])
    ]


def is_wrapped(text: str) -> bool:
    """Whether a text is wrapped by hand: its lines end amid sentences.

    Its lines are short and filled, and most line breaks come amid a sentence.
    """
    lines = [line.strip() for line in text.splitlines()]
    width = max(map(len, lines), default=0)
    broken = [left for left, right in pairwise(lines) if left and right and not _ITEM.match(right)]
    if not broken or width > WRAPPED_WIDTH:
        return False
    amid = sum(line[-1] not in _LINE_ENDS for line in broken)
    filled = all(len(line) >= _FILLED * width for line in broken)
    return 2 * amid > len(broken) and ("" in lines or filled)


def _parts(gap: str, right: Token, wrapped: bool) -> bool:
    """Whether the white space before a token parts two paragraphs."""
    breaks = len(gap.splitlines()) - (0 if gap[-1] in "\n\r\u2028\u2029\x0b\x0c\x85" else 1)
    return breaks > 1 or (breaks == 1 and (not wrapped or right.text in BULLETS))


def _bounds(text: str, tokens: Sequence[Token], paragraph: Segment) -> Iterator[int]:
    """Yield the index of the first token of each sentence in a paragraph."""
    first = paragraph.first
    item = _item_start(tokens, paragraph)
    yield first
    for index in range(paragraph.first + 1, paragraph.stop):
        full = index - first >= MAX_SENTENCE_TOKENS
        ended = _may_end(tokens[index - 1]) and _begins(tokens, paragraph.first, index)
        if full or ended or _is_next_cell(text, tokens[index - 1]) or index == item:
            first = index
            yield first


def _item_start(tokens: Sequence[Token], paragraph: Segment) -> int:
    """Index after the "2)" or "(b)" that numbers a paragraph; its first token where none does."""
    first = paragraph.first
    number = first + (tokens[first].text == "(")
    closing = number + 1
    if closing >= paragraph.stop or tokens[closing].text != ")":
        return first
    return closing + 1 if len(tokens[number].text) <= _LONGEST_NUMBER else first


def _is_next_cell(text: str, before: Token) -> bool:
    """Whether a cell of a table ends at a token: by a bar or a tab, but not in "HOST:<tab>Yes"."""
    return before.text == "|" or (text[before.end] == "\t" and before.text != ":")


def _may_end(token: Token) -> bool:
    """Whether a token may be the last of a sentence; a quick no for most."""
    return token.kind == "punctuation" or token.text[-1] == "."


def _begins(tokens: Sequence[Token], floor: int, index: int) -> bool:
    """Whether a sentence begins at a token, judged by the marks before it and its first letter."""
    if _is_closer(tokens, index):
        return False
    last = index - 1
    while last > floor and _is_closer(tokens, last):
        last -= 1
    return _ends(tokens, last, index)


def _is_closer(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a closing mark: written against what is before it, or a « » of French."""
    mark = tokens[index]
    if mark.text in _CLOSERS and tokens[index - 1].end == mark.start:
        return True
    if index + 1 < len(tokens) and tokens[index + 1].start == mark.end:
        return False
    glued = tokens[index - 1].end == mark.start
    return mark.text in (_CLOSERS_BEFORE_SPACE if glued else _CLOSERS_AFTER_SPACE)


def _ends(tokens: Sequence[Token], last: int, index: int) -> bool:
    """Whether the token at `last` ends a sentence, given the first token of what follows."""
    mark, following = tokens[last].text, tokens[index]
    spaced = following.start > tokens[index - 1].end
    quoted = index - last > 1
    if mark in _STOPS:
        return True
    if mark in _SPACED_STOPS:
        return spaced and not _is_lower(following)
    if mark == "…" or mark.startswith(".."):
        return spaced and _is_capital(following)
    if mark == ".":
        return (spaced and not (quoted and _is_lower(following))) or _is_glued(tokens, last, index)
    if mark.endswith(".") and len(mark) > 1:
        return spaced and mark[:-1].lower() not in TITLES and len(mark) > 2 and _starts(following)
    return False


def _is_glued(tokens: Sequence[Token], last: int, index: int) -> bool:
    """Whether the space after a full stop was lost: "in the region.The government"."""
    before, following = tokens[last - 1].text, tokens[index].text
    return (
        len(following) > 1
        and following[0].isupper()
        and (before[-1:].islower() or index - last > 1)
    )


def _is_lower(token: Token) -> bool:
    return token.text[0].islower()


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() or token.text in _OPENERS or token.kind == "number"


def _starts(token: Token) -> bool:
    """Whether a word with a capital is one that would have none inside a sentence."""
    return token.text in _OPENERS or (token.text[0].isupper() and token.text.lower() in STARTERS)
