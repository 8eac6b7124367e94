"""What a person asks a search for: words, phrases in quotation marks, beginnings of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.errors import ClaimtrailError
from evidence.store.words import words_of

_PART = re.compile(r'"([^"]*)"?(\*?)|(\S+)')


@dataclass(frozen=True)
class Term:
    """Words that must stand one after the other.

    Attributes:
        words: The words, folded.
        begins: Whether the last one may go on ("suppl*").
    """

    words: tuple[str, ...]
    begins: bool = False

    def places(self, words: Sequence[str]) -> Iterator[int]:
        """Where the term begins among these folded words."""
        *before, last = self.words
        for at in range(len(words) - len(before)):
            word = words[at + len(before)]
            if (word == last or (self.begins and word.startswith(last))) and (
                list(words[at : at + len(before)]) == before
            ):
                yield at


def terms_of(asked: str) -> tuple[Term, ...]:
    """The terms that a person asks for; a record is found where it holds all of them.

    Args:
        asked: Words; several in quotation marks must stand together; "suppl*" is any word that
            begins so.

    Raises:
        ClaimtrailError: If there is no word in it.
    """
    terms = [_term(*match.groups()) for match in _PART.finditer(asked)]
    found = tuple(dict.fromkeys(term for term in terms if term.words))
    if not found:
        raise ClaimtrailError(
            f"{asked!r} holds no word to search for", hint="give words, as in 'drone attacks'"
        )
    return found


def _term(phrase: str | None, star: str | None, word: str | None) -> Term:
    if phrase is not None:
        return Term(tuple(words_of(phrase)), begins=bool(star) or phrase.endswith("*"))
    return Term(tuple(words_of(word or "")), begins=(word or "").endswith("*"))
