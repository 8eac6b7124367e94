"""Tokens with their exact places: every visible character of a text is in one token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from attribution.extract.english.abbreviations import ABBREVIATIONS, AMBIGUOUS

Kind = Literal["word", "number", "clitic", "link", "punctuation", "symbol"]
"""A clitic is 's, 'd, 'll, 're, 've or 'm, cut from the word before it."""

# Each branch consumes what it has seen and never gives it back, so the cost is linear.
_TOKEN = re.compile(
    r"""
      (?i:https?)://[^\s<>"“”«»]++                       # link
    | (?:[^\W\d_]\.){2,}+(?:[-‑]\w++)*+                  # U.S., a.m., U.S.-led
    | [@\#]\w++                                          # handle, hashtag
    | \d++(?:[.,:]\d++)*+(?:[-‑]\w++)*+                  # 1,500.5 and 12:30 and 5-year-old
    | (?:\w[\u0300-\u036f\u064b-\u065f]*+)++             # a word, also with combining marks,
      (?:(?:[-‑'’]|\.(?=[a-z0-9])|&(?=[A-Z]))            # Kata’ib, Iranian-backed, AT&T, a.com
         (?:\w[\u0300-\u036f\u064b-\u065f]*+)++)*+
      \.?                                                # its stop: cut off unless it abbreviates
    | \.{2,}+ | [-–—]{2,}+ | `` | ''
    | [^\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]  # marks of direction are space to a reader
    """,
    re.VERBOSE,
)
_LINKS = ("http://", "https://")
_LINK_TAIL = ".,;:!?)]'’"
_CLITICS = frozenset({"s", "d", "ll", "re", "ve", "m"})
_PUNCTUATION = frozenset(".,;:!?…'’‘‚‛`\"“”„‟«»‹›()[]{}-‐‑–—―/¿¡、。！？،؛؟۔।")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, mark or symbol and its place.

    Attributes:
        text: The characters of the token, unchanged.
        start: Where it begins, in code points.
        kind: What it is.
    """

    text: str
    start: int
    kind: Kind

    @property
    def end(self) -> int:
        """Where it ends, exclusive; not kept, as a number takes as much memory as a word."""
        return self.start + len(self.text)


def scan(text: str) -> Iterator[Token]:
    """Yield the tokens of a text in order, at a cost linear in its length.

    Args:
        text: Any text.

    Yields:
        Tokens that cover every character but white space and marks of direction once.
    """
    once: dict[str, str] = {}  # each word is kept once, however often it occurs
    for match in _TOKEN.finditer(text):
        start = match.start()
        piece = once.setdefault(match[0], match[0])
        if piece.isalpha():  # most tokens: nothing to cut
            yield Token(piece, start, "word")
        elif len(piece) == 1:
            yield Token(piece, start, _kind(piece))
        else:
            yield from _cut(piece, start)


def _cut(piece: str, start: int) -> Iterator[Token]:
    """Cut from a piece what is written against it but is no part of it: clitic and stop."""
    body = _body(piece)
    stem = len(body) - _clitic_length(body)
    yield Token(body[:stem], start, _kind(body))
    if stem < len(body):
        yield Token(body[stem:], start + stem, "clitic")
    for place in range(len(body), len(piece)):
        yield Token(piece[place], start + place, "punctuation")


def _body(piece: str) -> str:
    """The piece without the full stop that ends a sentence or the marks that follow a link."""
    if _is_link(piece):
        return piece.rstrip(_LINK_TAIL)
    if piece[-1] == "." and piece[0].isalnum() and not _abbreviates(piece):
        return piece[:-1]
    return piece


def _is_link(piece: str) -> bool:
    return piece[:8].lower().startswith(_LINKS)


def _abbreviates(piece: str) -> bool:
    """Whether the stop at the end of a piece belongs to it: "U.S.", "Mr.", an initial."""
    stem = piece[:-1]
    if stem[-2:-1] == ".":
        return True
    if len(stem) == 1:
        return stem.isupper() and stem != "I"
    lower = stem.lower()
    return lower in ABBREVIATIONS and (stem[0].isupper() or lower not in AMBIGUOUS)


def _clitic_length(word: str) -> int:
    """Code points of the clitic at the end of a word, with its apostrophe; 0 for none."""
    at = max(word.rfind("'"), word.rfind("’"))
    if at > 0 and word[at + 1 :].lower() in _CLITICS:
        return len(word) - at
    return 0


def _kind(piece: str) -> Kind:
    first = piece[0]
    if first in _PUNCTUATION:
        return "punctuation"
    if first.isdigit():
        return "number"
    if _is_link(piece):
        return "link"
    if first.isalnum() or first == "_" or (first in "@#" and len(piece) > 1):
        return "word"
    return "symbol"
