"""Uncased WordPiece that knows, for every piece, the exact characters it stands for.

The algorithm is the greedy longest match of BERT (Devlin et al. 2019, arXiv:1810.04805; Schuster
and Nakajima 2012). Case and accents are removed for the look-up only: offsets always count code
points of the original text, although ``NFD`` lengthens and ``lower`` may lengthen a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

UNKNOWN = "[UNK]"
START = "[CLS]"
END = "[SEP]"
PADDING = "[PAD]"

# A word is at most 64 letters: longer runs (base64, a text without spaces) are cut, which keeps
# the greedy match linear. Combining marks stay with their letter.
_WORD = re.compile(r"(?:\w[\u0300-\u036f]*){1,64}|[^\w\s]")
_CACHED_WORDS = 50_000
_LONGEST_CACHED = 64  # letters; combining marks can make a word of any length


@dataclass(slots=True)
class Pieces:
    """Word pieces of a text, as parallel lists in text order.

    ``ids`` are vocabulary rows; ``starts`` and ``ends`` are code points, end exclusive; ``words``
    numbers the word (or punctuation mark) that each piece belongs to, from 0 without gaps.
    """

    ids: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, first: int, last: int) -> Pieces:
        """Return the pieces ``first`` to ``last`` (exclusive), words numbered from 0 again."""
        offset = self.words[first] if first < last else 0
        return Pieces(
            self.ids[first:last],
            self.starts[first:last],
            self.ends[first:last],
            [word - offset for word in self.words[first:last]],
        )


# One piece inside its word: vocabulary row, start, end (code points from the word's start).
_Piece = tuple[int, int, int]


class WordPiece:
    """Split text into word pieces of a fixed vocabulary.

    Args:
        vocabulary: The pieces in row order; a piece inside a word begins with ``##``.

    Raises:
        ValueError: If one of the four special pieces is missing.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.rows = {piece: row for row, piece in enumerate(vocabulary)}
        missing = [p for p in (UNKNOWN, START, END, PADDING) if p not in self.rows]
        if missing:
            raise ValueError(f"the vocabulary lacks {', '.join(missing)}")
        self._unknown = self.rows[UNKNOWN]
        self._longest = max(map(len, self.rows))
        self._cache: dict[str, list[_Piece]] = {}

    def split(self, text: str, start: int = 0, end: int | None = None) -> Pieces:
        """Return the pieces of ``text[start:end]``, with offsets counted from the text's start.

        Every character that is not white space lies in exactly one piece.
        """
        pieces = Pieces()
        stop = len(text) if end is None else end
        for number, match in enumerate(_WORD.finditer(text, start, stop)):
            begin = match.start()
            for row, first, last in self._pieces(match.group()):
                pieces.ids.append(row)
                pieces.starts.append(begin + first)
                pieces.ends.append(begin + last)
                pieces.words.append(number)
        return pieces

    def _pieces(self, word: str) -> list[_Piece]:
        found = self._cache.get(word)
        if found is None:
            found = self._match(word)
            # A full cache is dropped as a whole: memory stays bounded, and words repeat.
            if len(self._cache) >= _CACHED_WORDS:
                self._cache.clear()
            if len(word) <= _LONGEST_CACHED:
                self._cache[word] = found
        return found

    def _match(self, word: str) -> list[_Piece]:
        plain, origins = _plain(word)
        rows = self._greedy(plain)
        if not rows:
            return [(self._unknown, 0, len(word))]
        # A piece reaches up to the next one, so that stripped accents stay covered.
        starts = [0] + [origins[begin] for _, begin in rows[1:]]
        ends = [*starts[1:], len(word)]
        found = [(row, a, b) for (row, _), a, b in zip(rows, starts, ends, strict=True)]
        # Two pieces may share one character (a Hangul syllable is two or three letters in NFD).
        return found if all(a < b for _, a, b in found) else [(self._unknown, 0, len(word))]

    def _greedy(self, plain: str) -> list[tuple[int, int]]:
        """Match the longest piece again and again: (row, start) pairs, empty if nothing fits."""
        rows: list[tuple[int, int]] = []
        begin = 0
        while begin < len(plain):
            prefix = "##" if begin else ""
            for stop in range(min(len(plain), begin + self._longest), begin, -1):
                row = self.rows.get(prefix + plain[begin:stop])
                if row is not None:
                    rows.append((row, begin))
                    begin = stop
                    break
            else:
                return []
        return rows


def _plain(word: str) -> tuple[str, list[int]]:
    """Strip case and accents; the list gives each remaining character its place in ``word``."""
    if word.isascii():
        return word.lower(), list(range(len(word)))
    letters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(word):
        for letter in unicodedata.normalize("NFD", character.lower()):
            if unicodedata.category(letter) != "Mn":
                letters.append(letter)
                origins.append(place)
    return "".join(letters), origins
