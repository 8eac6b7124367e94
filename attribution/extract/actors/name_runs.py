"""Runs of capitalised words that may be names, with the small words inside them."""

from __future__ import annotations

import re

from attribution.extract.actors.name_words import (
    KNOWN_NAMES,
    body_kind,
    is_heading,
    is_qualifying,
    state_in_compound,
)
from attribution.extract.english.firstnames import FEMALE_NAMES, MALE_NAMES
from attribution.extract.english.morphology import STARTERS, is_adverb
from attribution.extract.english.openers import CALENDAR, OPENERS
from attribution.extract.english.organisations import BODIES, OF_HEADS, ORGANISATION_WORDS
from attribution.extract.english.titles import GENERATIONS, PARTICLES, TITLES
from attribution.extract.text.sentence_parts import is_verb, plain
from attribution.extract.text.tokens import Segment, TokenizedText

MAX_NAME_TOKENS = 12
"""A longer run of capitalised words is taken for a heading, not for a name."""

_MAX_JOINED = 5
"""So many words may follow the "and" in the name of a body."""

_ARTICLE_PREFIX = re.compile(r"(?:al|el|as|ash|an|ar|at|ad)[-‑’'][^\W\d_]", re.IGNORECASE)
_SEAT = re.compile(r"[RDI][-‑][A-Z]")
"""Party and state of a lawmaker: "R-Fla."."""

_MARKS = frozenset("“\"‘'«„:•*—–-(") | {"``", "''", "--", "..."}
_JOINERS = frozenset("of for".split())
_INSIDE_NAMES = frozenset("of for the and in on to against".split())
_FEWEST_INITIALS = 3
_BODIES_BY_OPENER: dict[str, tuple[str, ...]] = {
    opener: tuple(name for name in sorted(BODIES) if name.split()[0] == opener)
    for opener in {name.split()[0] for name in BODIES}
}


class NameRuns:
    """The runs of one text, found in the light of which words it also writes small."""

    def __init__(self, tokenized: TokenizedText) -> None:
        self._text = tokenized.text
        self._tokens = tokenized.tokens
        self._small = {t.text for t in tokenized.tokens if t.text[0].islower()}
        self._inside = self._words_inside_sentences(tokenized)

    def _words_inside_sentences(self, tokenized: TokenizedText) -> set[str]:
        words: set[str] = set()
        for sentence in tokenized.sentences:
            if not self.is_heading(sentence):
                words.update(
                    self._tokens[i].text
                    for i in range(sentence.first, sentence.stop)
                    if not self._opens(sentence, i)
                )
        return words

    def is_heading(self, sentence: Segment) -> bool:
        """Whether a sentence writes everyday words large, so that capitals tell nothing."""
        tokens = self._tokens[sentence.first : sentence.stop]
        large = (t.text for t in tokens[1:] if t.kind == "word" and t.text[0].isupper())
        words = [plain(word) for word in large if word not in KNOWN_NAMES]
        function = any(word in STARTERS for word in words)
        plain_words = sum(self._is_plain_word(word) for word in words)
        return is_heading(tokens) and (function or plain_words > 1)

    def _is_plain_word(self, word: str) -> bool:
        return word in self._small or word in OPENERS or word in STARTERS or is_verb(word)

    def run_end(self, sentence: Segment, first: int) -> int:
        """Index after the run of name words at `first`; `first` where there is none."""
        if not self._is_word(sentence, first):
            return first
        stop = max(first + 1, self.body_end(first), self._spelled_end(sentence, first))
        while stop < sentence.stop and stop - first < MAX_NAME_TOKENS:
            reach = self._reach(sentence, stop)
            if reach == stop:
                break
            stop = reach
        return stop

    def _spelled_end(self, sentence: Segment, first: int) -> int:
        """Index before the bracket that spells a name: "Commission for Missing Persons (CMP)"."""
        initials = ""
        for index in range(first, min(sentence.stop - 1, first + MAX_NAME_TOKENS)):
            token = self._tokens[index]
            if token.text == "(" and len(initials) >= _FEWEST_INITIALS:
                return index if self._tokens[index + 1].text == initials else first
            if token.kind != "word":
                return first
            if token.text[0].isupper():
                initials += token.text[0]
            elif plain(token.text) not in _INSIDE_NAMES:
                return first
        return first

    def large_end(self, sentence: Segment, first: int) -> int:
        """Index after the words with a capital at `first`, whatever they are."""
        stop = first
        while stop < min(sentence.stop, first + MAX_NAME_TOKENS):
            token = self._tokens[stop]
            large = token.kind == "word" and token.text[0].isupper()
            if not large or not (stop == first or self._follows(stop)):
                break
            stop += 1
        return stop

    def _opens(self, sentence: Segment, index: int) -> bool:
        """Whether a token would have a capital whatever it is: after a start, mark or colon."""
        return index == sentence.first or self._tokens[index - 1].text in _MARKS

    def _is_word(self, sentence: Segment, index: int) -> bool:
        """Whether the token at `index` can be part of a name."""
        token = self._tokens[index]
        if token.kind != "word":
            return False
        if not (token.text[0].isupper() or _ARTICLE_PREFIX.match(token.text)):
            return False
        if state_in_compound(token.text) is not None or _SEAT.match(token.text):
            return False
        if is_qualifying(token.text):
            return False
        lower = plain(token.text)
        if lower in CALENDAR and lower not in self._small:
            return lower in MALE_NAMES | FEMALE_NAMES and index + 1 < sentence.stop
        if not self._opens(sentence, index) or self.body_end(index) > index:
            return True
        return not self._is_everyday(lower, token.text)

    def body_end(self, index: int) -> int:
        """Index after the known name of a body that begins here: "Human Rights Watch"."""
        start = self._tokens[index].start
        for name in _BODIES_BY_OPENER.get(self._tokens[index].text, ()):
            if self._text.startswith(name, start):
                return index + len(name.split())
        return index

    def _is_everyday(self, lower: str, word: str) -> bool:
        if word.isupper() and word in KNOWN_NAMES:
            return False  # "US" is not "us"
        if lower in STARTERS:
            return True
        if word in self._inside and lower not in self._small:
            return False
        if is_adverb(lower) and word not in self._inside:
            return True
        return lower in OPENERS or (lower in self._small and word not in self._inside)

    def _reach(self, sentence: Segment, index: int) -> int:
        """Index after the next word of a run, with its joiner; `index` where the run ends."""
        adjoining = self._tokens[index].text == "," or self._follows(index)
        if not adjoining:
            return index
        if self._is_word(sentence, index):
            return index + 1
        joiner, following = plain(self._tokens[index].text), index + 1
        if joiner == "," and following < sentence.stop:
            return following + 1 if self._is_generation(following) else index
        if following < sentence.stop and self._tokens[following].text == "the":
            following += 1
        if following >= sentence.stop or not self._joins(index, joiner, following):
            return index
        return following + 1 if self._is_word(sentence, following) else index

    def _is_generation(self, index: int) -> bool:
        """Whether a token is the "Jr." of "Brent Bozell, Jr."."""
        word = self._tokens[index].text
        return word[0].isupper() and plain(word) in GENERATIONS

    def _joins(self, index: int, joiner: str, following: int) -> bool:
        if not all(self._follows(i) for i in range(index + 1, following + 1)):
            return False
        head = plain(self._tokens[index - 1].text)
        if joiner in _JOINERS:
            return head in OF_HEADS
        if joiner == "and":
            return self._joins_body(index, following)
        if following != index + 1:
            return False
        return joiner == "&" or (joiner in PARTICLES and head not in TITLES)

    def _joins_body(self, index: int, following: int) -> bool:
        """Whether "and" lies within one name: "the Securities and Exchange Commission"."""
        opening = plain(self._tokens[index - 2].text) if index >= 2 else ""
        left = self._tokens[index - 1]
        right = self._tokens[following : following + _MAX_JOINED]
        end = following + next(
            (i for i, t in enumerate(right) if not t.text[0].isupper()), len(right)
        )
        if opening not in ("the", "house", "senate") or end - following < 2:
            return False
        if body_kind([left]) is not None or left.text in KNOWN_NAMES:
            return False
        return plain(self._tokens[end - 1].text) in ORGANISATION_WORDS

    def _follows(self, index: int) -> bool:
        """Whether only a space lies between a token and the one before it."""
        gap = self._text[self._tokens[index - 1].end : self._tokens[index].start]
        return len(gap) <= 2 and gap.isspace() and "\n" not in gap
