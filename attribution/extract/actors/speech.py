"""Which tokens are sources, and which are what those sources say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attribution.extract.detection import Detection
from attribution.extract.english.morphology import PREPOSITIONS, RELATIVES
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.tokens import Token

_ASKING = frozenset("asked asks asking pressed questioned quizzed".split())
_ADDRESSEE_REACH = 3
"""Whoever is spoken to is named within so many tokens after the cue."""


class Speech:
    """Answers for one text whether a mention is a source, and what its source says."""

    def __init__(self, tokens: Sequence[Token], detections: Sequence[Detection]) -> None:
        self._tokens = tokens
        self._starts = [t.start for t in tokens]
        self._sources: dict[int, int] = {}
        self._stops: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        self._contents: dict[int, tuple[int, int]] = {}
        self._addressees: dict[int, range] = {}
        self._asked: set[int] = set()
        self._told: set[int] = set()
        self._shared: set[int] = set()
        for detection in detections:
            if detection.source:
                self._take(detection)

    def _take(self, detection: Detection) -> None:
        start, end = detection.source[0]
        first = self._index(start)
        stop = _core_end(self._tokens, first, self._index(end))
        self._sources.update(dict.fromkeys(range(first, stop), first))
        self._stops[first] = stop
        before = [span for span in detection.content if span[1] <= start]
        if before:
            self._contents[first] = self._index(before[-1][0]), self._index(before[-1][1])
        self._ends[first] = max([first, *(self._index(e) - 1 for _, e in detection.content)])
        self._take_addressee(detection, first)
        self._take_told(detection)
        if any(plain(t.text) == "and" for t in self._tokens[first:stop]):
            for start, end in detection.content:
                self._shared.update(range(self._index(start), self._index(end)))

    def _take_told(self, detection: Detection) -> None:
        """An "it" in a cue, or that is all that is said, is a matter and nobody who acts."""
        self._told.update(
            index for s, e in detection.cue for index in range(self._index(s), self._index(e))
        )
        if len(detection.content) == 1:
            start, end = (self._index(place) for place in detection.content[0])
            words = [i for i in range(start, end) if self._tokens[i].kind == "word"]
            self._told.update(words if len(words) == 1 else ())

    def _take_addressee(self, detection: Detection, first: int) -> None:
        """Whoever is named right after the cue is spoken to: "he told X", "she asked X"."""
        after = self._index(detection.cue[-1][1])
        self._addressees[first] = range(after, after + _ADDRESSEE_REACH)
        words = plain(self._tokens[after - 1].text) if after else ""
        if words in _ASKING and after > first:
            self._asked.update(self._addressees[first])

    def _index(self, position: int) -> int:
        return bisect_left(self._starts, position)

    def is_asked(self, first: int) -> bool:
        """Whether the mention at `first` is asked something, so that an answer is to come."""
        return first in self._asked

    def is_told(self, index: int) -> bool:
        """Whether a pronoun stands for what is said: "He denied it", "questioned it"."""
        return index in self._told

    def is_shared(self, index: int) -> bool:
        """Whether several speak together at a token, so that their "they" is no single actor."""
        return index in self._shared

    def addressees_of(self, index: int) -> range:
        """Tokens right after the cue of the source at `index`: not who speaks there."""
        return self._addressees.get(index, range(0))

    def speaks(self, first: int, stop: int) -> bool:
        """Whether the tokens from `first` up to `stop` are a source, or its end after titles."""
        begin = self._sources.get(first)
        return begin is not None and self._stops[begin] == stop

    def speaks_at(self, index: int) -> bool:
        """Whether a token is of a source."""
        return index in self._sources

    def last_said(self, first: int) -> int:
        """Index of the last token that the source at `first` says; `first` where it is none."""
        return self._ends.get(self._sources.get(first, first), first)

    def content_before(self, index: int) -> tuple[int, int]:
        """Tokens of the content before the source at `index`, which a pronoun there cannot mean.

        Returns:
            First index and index after the last; an empty stretch where there is none.
        """
        return self._contents.get(index, (0, 0))


def _core_end(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Index after the source's head: before its first comma or preposition."""
    for index in range(first, stop):
        word = plain(tokens[index].text)
        if word in (",", "(") or word in PREPOSITIONS or word in RELATIVES:
            return index
        if word == "to" and index > first and tokens[index - 1].text.islower():
            return index  # "Iran's mission to the UN", unlike "Ambassador to the UN X"
    return stop
