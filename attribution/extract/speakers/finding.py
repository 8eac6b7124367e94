"""Who speaks: the actors behind the source of each attribution."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from attribution.extract.actors.byline import Byline
from attribution.extract.actors.cast import Cast, Mention
from attribution.extract.actors.naming import fold
from attribution.extract.actors.places import Places
from attribution.extract.detection import Detection, Span
from attribution.extract.english.morphology import (
    DETERMINERS,
    MEDIA,
    POSSESSIVES,
    PREPOSITIONS,
)
from attribution.extract.english.roles import TEXT_NOUNS, singular
from attribution.extract.speakers.nesting import nesting
from attribution.extract.speakers.sources import Source, read_source
from attribution.extract.text.directions import without_directions
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.tokens import Token, TokenizedText
from evidence.ids import free_slug
from evidence.model import Actor
from evidence.vocabulary import ActorKind

MAX_WORDS = 12
"""An unnamed source is called by at most so many of its words."""

_STATEMENT_REACH = 3
"""A statement was issued by whoever speaks in one of so many attributions before."""

_MEDIUM_REACH = 40
"""What carries the words ("in a statement") comes within so many code points of the cue."""

_LONGEST_TITLE = 5
"""Tokens of "its latest daily report", at most."""

_RELATIVE_REACH = 8
"""A relative pronoun belongs to somebody named at most so many tokens before."""


@dataclass(frozen=True)
class Speakers:
    """Who speaks in each attribution.

    Attributes:
        cast: The cast with actors for unnamed sources ("several reports") added.
        by: For each detection, in the order given, the ids of those who speak; several for "X and
            Y said", none where nobody could be told.
    """

    cast: Cast
    by: tuple[tuple[str, ...], ...]


def find_speakers(
    tokenized: TokenizedText, cast: Cast, detections: Sequence[Detection]
) -> Speakers:
    """Say who speaks in each attribution.

    Args:
        tokenized: The text.
        cast: Who is mentioned in it.
        detections: Attributions found in it, in any order.

    Returns:
        The speakers. A doubtful one is left out rather than guessed.
    """
    finder = _Finder(tokenized, cast, detections)
    by = tuple(finder.speakers_of(index) for index in range(len(detections)))
    actors = {**cast.actors, **finder.unnamed}
    return Speakers(Cast(actors, cast.mentions, cast.author), by)


class _Finder:
    def __init__(
        self, tokenized: TokenizedText, cast: Cast, detections: Sequence[Detection]
    ) -> None:
        self._text = tokenized.text
        self._tokens = tokenized.tokens
        self._starts = [t.start for t in tokenized.tokens]
        self._cast = cast
        self._detections = detections
        self._outer = nesting(detections, tokenized)
        self._places = Places(tokenized)
        self._byline = Byline(tokenized, cast)
        self._cue_ends = sorted((d.cue[-1][1], i) for i, d in enumerate(detections))
        self._known: dict[int, tuple[str, ...]] = {}
        self._by_words: dict[str, str] = {}
        self._by_name = _names_of(cast)
        self.unnamed: dict[str, Actor] = {}

    def speakers_of(self, index: int) -> tuple[str, ...]:
        """Ids of those who speak in the detection at `index`."""
        if index not in self._known:
            self._known[index] = ()
            self._known[index] = self._find(index)
        return self._known[index]

    def _find(self, index: int) -> tuple[str, ...]:
        spans = self._detections[index].source
        source = self._read(spans[0]) if spans else None
        if source is None or source.reading == "nobody":
            return ()
        if source.reading == "actors":
            return source.actors
        if source.reading == "relative":
            text = self._text_before(source.first)
            if text is not None:
                return text.actors or self._unnamed(text)
            actor = self._antecedent(source.first)
            return (actor,) if actor is not None else ()
        if source.reading == "first person":
            return self._first_person(index, source)
        return self._of_statement(index, source) or self._unnamed(source)

    def _first_person(self, index: int, source: Source) -> tuple[str, ...]:
        """Who says "I": the speaker of the quotation around it, else the author."""
        outer = self._outer[index]
        if outer is not None:
            return self.speakers_of(outer)
        token = self._tokens[source.first]
        if self._places.is_quoted(source.first) or plain(token.text) not in ("i", "my", "me"):
            return ()
        author = self._byline.author_at(token.start)
        return (author,) if author is not None else ()

    def _of_statement(self, index: int, source: Source) -> tuple[str, ...]:
        """Who speaks in "the statement": whoever is said just before to have issued one."""
        lead, head = (plain(self._tokens[i].text) for i in (source.first, source.core - 1))
        if lead not in ("the", "this", "that") or head not in MEDIA:
            return ()
        position = self._tokens[source.first].start
        for other in self._before(position):
            cue = self._detections[other].cue
            text = self._text[cue[0][0] : cue[-1][1] + _MEDIUM_REACH]
            if head in plain(text).split() and other != index:
                return self.speakers_of(other)
        return ()

    def _before(self, position: int) -> list[int]:
        """The detections whose cue ends shortly before a code point, the nearest first."""
        at = bisect_left(self._cue_ends, (position, -1))
        return [index for _, index in reversed(self._cue_ends[max(0, at - _STATEMENT_REACH) : at])]

    def _read(self, span: Span) -> Source | None:
        first, stop = self._index(span[0]), self._index(span[1])
        return read_source(self._tokens, first, stop, self._cast) if first < stop else None

    def _text_before(self, index: int) -> Source | None:
        """The text that "which" means: "its daily report, which", whose source is its maker."""
        stop = index - (index > 0 and self._tokens[index - 1].text == ",")
        if stop < 1 or singular(plain(self._tokens[stop - 1].text)) not in TEXT_NOUNS:
            return None
        first = stop - 1
        while first > max(0, stop - _LONGEST_TITLE) and not _opens(self._tokens[first]):
            first -= 1
        return read_source(self._tokens, first, stop, self._cast)

    def _antecedent(self, index: int) -> str | None:
        """Whoever stands before "who" or "which"."""
        position = self._tokens[index].start
        floor = self._tokens[max(0, index - _RELATIVE_REACH)].start
        personal = plain(self._tokens[index].text) in ("who", "whom")
        found = [m for m in self._cast.mentions_in(floor, position) if self._may_be(m, personal)]
        last = max(found, key=lambda m: (m.end, m.end - m.start), default=None)
        if last is None:
            return None
        head = self._head_of(last, found)
        return head.actor if personal and head is not None else last.actor

    def _head_of(self, mention: Mention, found: Sequence[Mention]) -> Mention | None:
        """The role that a name hangs on: "the chief" in "the chief of X who"."""
        index = self._index(mention.start)
        if index < 2 or plain(self._tokens[index - 1].text) not in ("of", "for", "at"):
            return None
        end = self._tokens[index - 2].end
        return next((m for m in found if m.end == end and m.actor is not None), None)

    def _may_be(self, mention: Mention, personal: bool) -> bool:
        if mention.form in ("pronoun", "demonym", "place"):
            return False
        if mention.actor is None and " " not in mention.name:
            return False  # "for president" names no one
        if not personal or mention.actor is None:
            return True
        kind = self._cast.actors[mention.actor].kind
        if kind is None:  # "X, 24, from Manchester, who": perhaps a place
            return plain(self._tokens[self._index(mention.start) - 1].text) not in PREPOSITIONS
        return kind in (ActorKind.PERSON, ActorKind.UNNAMED)

    def _index(self, position: int) -> int:
        return bisect_left(self._starts, position)

    def _unnamed(self, source: Source) -> tuple[str, ...]:
        """An actor for words that name nobody: "several reports", "a spokesman for X"."""
        words = [t.text for t in self._tokens[source.first : source.stop]]
        if words and plain(words[0]) in ("he", "she", "it", "they", "his", "her", "him", "their"):
            return ()
        start = self._tokens[source.first].start
        stop = min(source.stop, source.first + MAX_WORDS)
        phrase = without_directions(self._text[start : self._tokens[stop - 1].end])
        name = " ".join(phrase.split())
        key = plain(name)
        named = self._by_name.get(fold(name))
        if named is not None:
            return (named,)
        if key not in self._by_words:
            actor = self._new_actor(name, source)
            self._by_words[key] = actor.id
            self.unnamed[actor.id] = actor
        return (self._by_words[key],)

    def _new_actor(self, name: str, source: Source) -> Actor:
        head = singular(plain(self._tokens[source.core - 1].text))
        taken = {*self._cast.actors, *self.unnamed}
        speaks_for = source.principals if head not in TEXT_NOUNS else ()
        return Actor(
            id=free_slug(name, taken),
            name=name,
            kind=ActorKind.UNNAMED,
            speaks_for=speaks_for,
        )


def _opens(token: Token) -> bool:
    word = plain(token.text)
    return word in DETERMINERS or word in POSSESSIVES


def _names_of(cast: Cast) -> dict[str, str]:
    """Every folded name and alias to the one actor that bears it."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for actor in cast.actors.values():
        for name in dict.fromkeys(fold(name) for name in (actor.name, *actor.aliases)):
            bearers[name].append(actor.id)
    return {name: ids[0] for name, ids in bearers.items() if len(ids) == 1}
