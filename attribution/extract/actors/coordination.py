"""Several names in one source: "X and Y", "X, Y of Ohio and Z", "both X’s and Y’s"."""

from __future__ import annotations

from collections.abc import Sequence

from attribution.extract.actors.cast import Mention
from attribution.extract.english.openers import PARTY_WORDS
from attribution.extract.english.titles import ADDRESS, SHORT_TITLES, TITLES
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.tokens import Token

BEFORE_NAMES = frozenset("the both former house senate".split()) | PARTY_WORDS
"""Small words that may stand before each name of a list."""

_COORDINATORS = frozenset(("and", "&", ","))


class Coordination:
    """Reads a list of names from left to right, and stops where it is none."""

    def __init__(self, tokens: Sequence[Token], mentions: Sequence[Mention], stop: int) -> None:
        """Take what is needed to read.

        Args:
            tokens: All tokens of the text.
            mentions: Mentions in the source, the wider first where two begin together.
            stop: Index after the last token of the source.
        """
        self._tokens = tokens
        self._stop = stop
        self._at: dict[int, Mention] = {}
        for mention in mentions:
            self._at.setdefault(mention.start, mention)
        self._found: dict[str, None] = {}
        self._joined = False
        self._expected = True
        self._group = False
        self._end = 0

    def actors_from(self, index: int) -> tuple[str, ...]:
        """Ids of the actors of the list that begins at a token; none where there is no "and"."""
        self._found, self._joined, self._expected = {}, False, True
        self._group = False
        following: int | None = index
        while following is not None and following < self._stop:
            self._end, following = following, self._step(following)
        self._end = self._end if following is None else following
        return tuple(self._found) if self._joined and not self._expected else ()

    def end_from(self, index: int) -> int:
        """Index after the list that begins at a token; the same index where there is none."""
        return self._end if index < self._stop and self.actors_from(index) else index

    def _step(self, index: int) -> int | None:
        """Index of what comes after the word at `index`; None where the list has ended."""
        mention = self._mention_at(index)
        if mention is None or mention.form in ("place", "demonym"):
            return self._pass_word(index, mention)
        after = self._index_after(mention, index)
        following = self._mention_at(after) if after < self._stop else None
        if mention.form == "nominal" and following is not None and following.form == "name":
            return after  # a role right before a name: "candidates X and Y"
        if not self._expected or mention.actor is None:
            return None
        self._found.setdefault(mention.actor)
        self._group = mention.form == "nominal"
        self._expected = False
        return after

    def _pass_word(self, index: int, mention: Mention | None) -> int | None:
        word = plain(self._tokens[index].text)
        if self._tokens[index].kind == "clitic":
            return index + 1
        if word in _COORDINATORS:
            return self._join(word, index)
        if word == "of" and self._found and not self._group:
            return self._skip_place(index)
        if self._expected and (mention is not None or word in BEFORE_NAMES or _is_title(word)):
            return index + 1
        return None

    def _join(self, word: str, index: int) -> int | None:
        if self._expected or (word == "," and self._joined):
            return None
        self._joined = self._joined or word != ","
        self._expected = True
        return index + 1

    def _skip_place(self, index: int) -> int | None:
        """Index after "of Illinois"; None where what follows is no name."""
        mention = self._mention_at(index + 1) if index + 1 < self._stop else None
        return None if mention is None else self._index_after(mention, index + 1)

    def _mention_at(self, index: int) -> Mention | None:
        return self._at.get(self._tokens[index].start)

    def _index_after(self, mention: Mention, index: int) -> int:
        while index < self._stop and self._tokens[index].start < mention.end:
            index += 1
        return index


def _is_title(word: str) -> bool:
    return word in ADDRESS or word in TITLES or word.rstrip(".") in SHORT_TITLES
