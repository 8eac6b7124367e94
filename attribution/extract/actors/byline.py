"""Whose words a text is: the author named in its record, below a letter, or in a closing note."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from attribution.extract.actors.cast import Cast, Mention
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.tokens import Segment, TokenizedText
from evidence.vocabulary import ActorKind

_NOTE_VERBS = frozenset("is was are serves teaches directs covers writes leads hosts".split())
_NOTE_REACH = 8
"""A closing note says what somebody is within so many tokens after the name."""

_MARKS = frozenset(".,—–-")


class Byline:
    """The authors of one text, found by where they sign.

    A letter is signed by a paragraph that holds nothing but a name; an essay by a last paragraph
    that begins with a name found nowhere else ("X is a professor of law").
    """

    def __init__(self, tokenized: TokenizedText, cast: Cast) -> None:
        self._tokens = tokenized.tokens
        self._cast = cast
        signed = list(self._signatures(tokenized))
        self._positions = [position for position, _ in signed]
        self._authors = [actor for _, actor in signed]
        self._closing = cast.author or self._closing_note(tokenized)

    def author_at(self, position: int) -> str | None:
        """Id of the actor who says "I" at a code point outside quotation marks."""
        at = bisect_left(self._positions, position)
        return self._authors[at] if at < len(self._authors) else self._closing

    def _signatures(self, tokenized: TokenizedText) -> Iterator[tuple[int, str]]:
        for paragraph in tokenized.paragraphs:
            words = [i for i in range(paragraph.first, paragraph.stop) if self._counts(i)]
            if not 2 <= len(words) <= 5:
                continue
            mention = self._opening_name(paragraph)
            if mention is None or mention.end != self._tokens[words[-1]].end:
                continue
            if mention.actor is not None and self._is_person(mention.actor):
                yield paragraph.start, mention.actor

    def _counts(self, index: int) -> bool:
        return self._tokens[index].text not in _MARKS

    def _opening_name(self, paragraph: Segment) -> Mention | None:
        """The name that a paragraph begins with, titles apart."""
        for mention in self._cast.mentions_in(paragraph.start, paragraph.end):
            if mention.form == "name":
                before = [
                    t
                    for t in self._tokens[paragraph.first : paragraph.first + 4]
                    if t.end <= mention.start
                ]
                titled = all(t.text[0].isupper() or t.text in _MARKS for t in before)
                return mention if titled else None
        return None

    def _is_person(self, actor: str) -> bool:
        return self._cast.actors[actor].kind in (ActorKind.PERSON, None)

    def _closing_note(self, tokenized: TokenizedText) -> str | None:
        if len(tokenized.paragraphs) < 2:
            return None
        last = tokenized.paragraphs[-1]
        mention = self._opening_name(last)
        if mention is None or mention.actor is None or not self._is_person(mention.actor):
            return None
        first = next(m for m in self._cast.mentions if m.actor == mention.actor)
        after = [t for t in self._tokens[last.first : last.stop] if t.start >= mention.end]
        told = any(plain(t.text) in _NOTE_VERBS for t in after[:_NOTE_REACH])
        return mention.actor if told and first.start >= last.start else None
