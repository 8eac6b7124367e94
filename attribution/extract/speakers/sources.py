"""How a source names somebody: which of its words are the head, and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from attribution.extract.actors.cast import Cast, Mention
from attribution.extract.actors.coordination import BEFORE_NAMES, Coordination
from attribution.extract.english.morphology import PREPOSITIONS, RELATIVES
from attribution.extract.english.roles import TEXT_NOUNS, singular
from attribution.extract.english.titles import TITLES
from attribution.extract.text.sentence_parts import plain
from attribution.extract.text.tokens import Token
from evidence.vocabulary import ActorKind

FIRST_PERSON = frozenset("i me my mine myself we us our ours".split())
NOBODY = frozenset("you your yours nobody none".split())
_BOUNDARIES = frozenset(',(—–-:;["“”‘«') | {"--", "``", "''"}
_OPENERS = frozenset("\"'“‘«—–-*•(") | {"--", "``", "''"}
_NOT_APPOSED = (ActorKind.STATE, ActorKind.PRODUCT)
_APPOSING = frozenset((",", "—", "–", "--"))
_COMPLEMENTS = frozenset("to of for from at in with on".split())
_ISSUED = frozenset(
    """briefing statement memo memorandum letter email e-mail tweet post release communique
    announcement editorial column brief""".split()
)
"""Texts that are always by whoever stands before them: "Pentagon briefings"."""

_FROM = frozenset("from by of for".split())
_MADE = frozenset(
    "issued written prepared drafted signed sent posted compiled released published made given"
    " submitted commissioned produced".split()
)
_PASSED_ON = frozenset(
    "seen obtained reviewed viewed shared leaked circulated cited quoted read examined verified"
    " dated addressed delivered".split()
)
"""Done to a text by those whose it is, and by others: "a report seen by Reuters"."""


Reading = Literal["actors", "words", "first person", "relative", "nobody"]
"""What the words of a source call for: actors they name, or another look elsewhere."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source, read.

    Attributes:
        reading: What its words call for.
        actors: Ids of the actors that its head names, where `reading` is "actors".
        first: Index of its first token of substance.
        stop: Index after what it is called by.
        core: Index after its head.
        principals: Ids of those whose people or statement it is ("a spokesman for X").
    """

    reading: Reading
    first: int
    stop: int
    core: int = 0
    actors: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()


def read_source(tokens: Sequence[Token], first: int, stop: int, cast: Cast) -> Source | None:
    """Read a stretch of tokens as the name of a source.

    Args:
        tokens: All tokens of the text.
        first: Index of the first token of the source.
        stop: Index after its last.
        cast: Who is mentioned in the text.

    Returns:
        The reading; None where the source holds no word.
    """
    while first < stop and _is_before_source(tokens[first]):
        first += 1
    if first >= stop:
        return None
    lead = plain(tokens[first].text)
    possessive = lead in ("my", "our") and stop - first > 1
    if lead in FIRST_PERSON and not (possessive and not _is_text(tokens[stop - 1])):
        return Source("first person", first, first + 1)
    if lead in RELATIVES or lead in ("that", "whose"):
        return Source("relative", first, first + 1)
    if lead in NOBODY:
        return Source("nobody", first, first + 1)
    return _Phrase(tokens, first, stop, cast).read()


def _is_before_source(token: Token) -> bool:
    """Whether a token at the start of a source is no part of the name: a mark, "from"."""
    if token.text in _OPENERS or token.kind == "clitic":
        return True
    return plain(token.text) in ("from", "by", "to", "in", "among")


def _is_text(token: Token) -> bool:
    return singular(plain(token.text)) in TEXT_NOUNS


class _Phrase:
    """A noun phrase with what may follow it: appositions, clauses, further names."""

    def __init__(self, tokens: Sequence[Token], first: int, stop: int, cast: Cast) -> None:
        self._tokens = tokens
        self._first = first
        self._stop = stop
        self._cast = cast
        self._mentions = list(cast.mentions_in(tokens[first].start, tokens[stop - 1].end))
        self._list = Coordination(tokens, self._mentions, stop)

    def read(self) -> Source:
        core = self._core_end()
        names = self._list.actors_from(self._first)
        if len(names) > 1:
            return Source("actors", self._first, self._stop, actors=names)
        head = self._head(core)
        apposed = self._apposed(core) if head is None or head.form == "nominal" else ()
        if apposed:
            return Source("actors", self._first, core, actors=apposed)
        if head is None:
            return self._by_words(core)
        if head.actor is None or self._is_some_of_many(head.actor, core):
            return self._by_words(core)
        return Source("actors", self._first, core, actors=(head.actor,))

    def _is_some_of_many(self, actor: str, core: int) -> bool:
        """Whether what follows tells a group from others called the same: "aides to X"."""
        unnamed = self._cast.actors[actor].kind is ActorKind.UNNAMED
        return unnamed and core < self._stop and plain(self._tokens[core].text) in _COMPLEMENTS

    def _core_end(self) -> int:
        """Index after the head: before the first comma, bracket, relative or preposition."""
        inside = self._bracketed()
        for index in range(self._first + 1, self._stop):
            word = plain(self._tokens[index].text)
            if index in inside:
                continue
            if word in _BOUNDARIES or word in RELATIVES or word in ("that", "whose"):
                return index
            within = self._is_inside(index) or self._is_in_title(index)
            if (word in PREPOSITIONS or word == "to") and not within:
                return index
            if word in _MADE | _PASSED_ON and _is_text(self._tokens[index - 1]):
                return index
        return self._stop

    def _bracketed(self) -> range:
        """Tokens of a bracket amid titles and name: "County (Ariz.) Sheriff X"."""
        words = [t.text for t in self._tokens[self._first : self._stop]]
        if "(" not in words or ")" not in words:
            return range(0)
        first, last = words.index("("), words.index(")")
        follows = last + 1 < len(words) and words[last + 1][0].isupper()
        return range(self._first + first, self._first + last + 1) if follows else range(0)

    def _is_inside(self, index: int) -> bool:
        """Whether a token lies in a name ("Department of Justice")."""
        token = self._tokens[index]
        return any(m.start < token.start and token.end < m.end for m in self._mentions)

    def _is_in_title(self, index: int) -> bool:
        """Whether "of" lies in a title before a name: "Secretary of State X"."""
        if plain(self._tokens[index - 1].text) not in TITLES:
            return False
        following = index + 1
        while following < self._stop and self._tokens[following].text[0].isupper():
            start = self._tokens[following].start
            if any(m.start == start and m.form == "name" for m in self._mentions):
                return following > index + 1
            following += 1
        return False

    def _head(self, core: int) -> Mention | None:
        """The outermost mention that ends where the core ends, but for a possessive."""
        last = core - 1
        if self._tokens[last].kind == "clitic" or self._tokens[last].text in ("’", "'"):
            last -= 1
        if last < self._first:
            return None
        end = self._tokens[last].end
        found = next((m for m in self._mentions if m.end == end), None)
        return found if found is None or found.form != "demonym" else None

    def _apposed(self, core: int) -> tuple[str, ...]:
        """The names in "the F.B.I. director, James B. Comey," and "two analysts, X and Y,"."""
        if core < self._stop and plain(self._tokens[core].text) in (*RELATIVES, "that"):
            core = self._clause_end(core)
        if core + 1 >= self._stop or self._tokens[core].text not in _APPOSING:
            return ()
        several = self._list.actors_from(core + 1)
        if several:
            return several
        after = self._tokens[core].end
        for mention in self._mentions:
            if mention.start > after and mention.form == "name" and mention.actor is not None:
                thing = self._cast.actors[mention.actor].kind in _NOT_APPOSED
                return () if thing or not self._is_close(core, mention) else (mention.actor,)
        return ()

    def _clause_end(self, relative: int) -> int:
        """Index of the comma after "who was there"; the end of the source where there is none."""
        after = range(relative, self._stop)
        return next((i for i in after if self._tokens[i].text == ","), self._stop)

    def _is_close(self, core: int, mention: Mention) -> bool:
        """Whether only titles lie between the comma and a name, and nothing but a mark after it."""
        between = [t for t in self._tokens[core + 1 : self._stop] if t.end <= mention.start]
        after = next((t for t in self._tokens[core : self._stop] if t.start >= mention.end), None)
        titled = all(
            t.kind == "word" and (t.text[0].isupper() or plain(t.text) in BEFORE_NAMES)
            for t in between
        )
        ends = after is None or after.text in _BOUNDARIES or after.text == ")"
        return titled and (ends or self._is_person_of(mention, after))

    def _is_person_of(self, mention: Mention, after: Token | None) -> bool:
        """Whether a person's name goes on with where they belong: "X of the Y party"."""
        actor = self._cast.actors.get(mention.actor or "")
        person = actor is not None and actor.kind in (ActorKind.PERSON, None)
        return person and after is not None and plain(after.text) in ("of", "from")

    def _by_words(self, core: int) -> Source:
        """An unnamed source; a statement by somebody named counts as theirs."""
        head = singular(plain(self._tokens[core - 1].text))
        principals = tuple(self._principals(core))
        if head in TEXT_NOUNS and len(principals) == 1:
            several = self._several_after(core)
            return Source("actors", self._first, core, actors=several or principals)
        return Source("words", self._first, self._words_end(core), core, principals=principals)

    def _several_after(self, core: int) -> tuple[str, ...]:
        """Who made a text together: "a report by X, Y and their partners"."""
        first = self._maker(core)
        if first < self._stop and plain(self._tokens[first].text) == "the":
            first += 1
        return self._list.actors_from(first) if first < self._stop else ()

    def _maker(self, core: int) -> int:
        """Index after the "by" or "published by" that follows the head."""
        if core < self._stop and plain(self._tokens[core].text) in _MADE:
            core += 1
        return core + 1

    def _words_end(self, core: int) -> int:
        """Index after what tells an unnamed source from others: before a comma or a clause.

        The commas of "ministers of X, Y and Z" are passed over.
        """
        whose = core + 1
        if whose < self._stop and plain(self._tokens[whose].text) == "the":
            whose += 1
        for index in range(max(core, self._list.end_from(whose)), self._stop):
            word = plain(self._tokens[index].text)
            if word in _BOUNDARIES or word in RELATIVES or word == "that":
                return index
        return self._stop

    def _principals(self, core: int) -> Iterator[str]:
        """Whoever stands before the head as owner, or after it with "for", "from" or "by"."""
        seen: set[str] = set()
        limit = self._tokens[core - 1].start
        for mention in self._mentions:
            close = mention.end < limit <= mention.end + len("’s ") and self._owns(mention, core)
            before = close or self._opens_as_owner(mention, core)
            if mention.actor is None or mention.actor in seen:
                continue
            if before or (self._follows_from(core, mention) and mention.form == "name"):
                actor = self._people_of(mention)
                seen |= {mention.actor, actor}
                yield actor

    def _people_of(self, mention: Mention) -> str:
        """Whoever is named through a name that opens their own: "United Nations experts"."""
        wider = [
            m.actor for m in self._mentions if m.start == mention.start and m.end > mention.end
        ]
        return next((actor for actor in wider if actor is not None), mention.actor or "")

    def _owns(self, mention: Mention, core: int) -> bool:
        """Whether a possessive or a clitic ends the mention right before the head."""
        before = self._tokens[core - 2] if core >= 2 else None
        if mention.form == "pronoun":
            return True
        head = self._tokens[core - 1]
        if mention.end + 1 == head.start and mention.form == "name":
            return singular(plain(head.text)) in _ISSUED
        return before is not None and before.start == mention.end and before.text[:1] in "’'"

    def _opens_as_owner(self, mention: Mention, core: int) -> bool:
        """Whether a phrase begins with its owner, as in "its latest report"."""
        if mention.start != self._tokens[self._first].start or core - self._first < 2:
            return False
        if mention.form == "pronoun":
            return True
        following = next(t for t in self._tokens[self._first :] if t.start >= mention.end)
        return following.start == mention.end and following.text[0] in "’'"

    def _follows_from(self, core: int, mention: Mention) -> bool:
        maker = self._maker(core)
        if maker > self._stop or plain(self._tokens[maker - 1].text) not in _FROM:
            return False
        between = [t for t in self._tokens[maker : self._stop] if t.end <= mention.start]
        return all(plain(t.text) == "the" or t.text[0].isupper() for t in between)
