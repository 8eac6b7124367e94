"""The words of records, folded so that the same word is found however it is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from evidence.model import Attribution, Bearing, Claim, Evidence, Record

LONGEST_WORD = 64
"""Code points after which a word counts as two; PostgreSQL keeps no word of more than 2 kB."""

WORD = re.compile(rf"[^\W_]{{1,{LONGEST_WORD}}}")

KNOWN_WORDS = 2**16
"""Words whose folded form is remembered."""

MOST_WORDS = 3_000
"""Words of one record that are searched: far more than a passage has, fewer than PostgreSQL takes
(1 MB)."""


@lru_cache(maxsize=KNOWN_WORDS)
def folded(word: str) -> str:
    """A word without letter case and accents: "Téhéran" becomes "teheran"."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in letters if c.isalnum())[:LONGEST_WORD]


@dataclass(frozen=True, slots=True)
class Spot:
    """A folded word, and where it stands: code points, from and to."""

    word: str
    start: int
    end: int


def spots_of(text: str) -> list[Spot]:
    """The folded words of a text (see `composed`) and where they stand, in order."""
    found = (Spot(folded(m.group()), *m.span()) for m in WORD.finditer(text))
    return [spot for spot in found if spot.word]


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    if text.isascii():
        return WORD.findall(text.lower())
    found = (folded(word) for word in WORD.findall(composed(text)))
    return [word for word in found if word]


def composed(text: str) -> str:
    """The text with accents joined to their letters (NFC), so that they do not part words."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def texts_of(record: Record) -> Iterator[str]:
    """What a search looks at: the text of a claim or of evidence, and the words of passages."""
    match record:
        case Claim():
            yield record.text
        case Evidence():
            yield record.text
            yield from (passage.exact for passage in record.content)
        case Attribution() | Bearing():
            yield from (passage.exact for passage in record.content)


def body_of(record: Record) -> str:
    """The folded words of a record, parted by spaces; empty where there is nothing to search."""
    words = [word for text in texts_of(record) for word in words_of(text)]
    return " ".join(words[:MOST_WORDS])
