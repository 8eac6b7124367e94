"""Proper names in running English: where they are, their titles, and what they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from attribution.extract.actors.name_runs import NameRuns
from attribution.extract.actors.name_words import (
    KNOWN_NAMES,
    body_kind,
    is_based,
    is_common_noun,
    is_people,
    person_kind,
    state_in_compound,
    titles_of,
)
from attribution.extract.english.firstnames import FEMALE_NAMES, MALE_NAMES
from attribution.extract.english.morphology import STARTERS
from attribution.extract.english.nations import DEMONYMS, METONYMS, PLACES, STATE_NAMES
from attribution.extract.english.openers import CALENDAR, OPENERS, PARTY_WORDS
from attribution.extract.english.organisations import ARMED_WORDS, OUTLET_WORDS
from attribution.extract.english.titles import ADDRESS, SHORT_TITLES, TITLE_PARTS, TITLES
from attribution.extract.text.sentence_parts import (
    PLACE_PREPOSITIONS,
    Part,
    is_verb,
    part_of,
    plain,
)
from attribution.extract.text.tokens import Segment, Token, TokenizedText
from evidence.vocabulary import ActorKind

Form = Literal["name", "demonym", "place"]
"""A demonym is an adjective or people of a state; a place is where something is, not who acts."""

_DEPARTMENTS = frozenset(
    "state defense defence education labor energy commerce treasury interior homeland"
    " security agriculture transportation health house army navy".split()
)
_RANKS = frozenset("deputy assistant vice acting associate".split())
_FORMER = frozenset("former ex once then".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name and what its own words say about it.

    Attributes:
        first: Index of its first token, titles apart.
        stop: Index after its last token.
        start: First code point of the name.
        end: One past its last code point.
        text: The name with single spaces.
        form: Whether it names somebody, is an adjective of a state, or only says where.
        kind: What it names, as far as its words tell.
        titles: Titles before it, in lower case, in order.
        opening: Index of the first token of its titles; `first` where there are none.
    """

    first: int
    stop: int
    start: int
    end: int
    text: str
    form: Form
    kind: ActorKind | None
    titles: tuple[str, ...]
    opening: int


def find_names(tokenized: TokenizedText) -> list[Name]:
    """Find the proper names of a text, in order of position; no two overlap.

    Args:
        tokenized: The text.

    Returns:
        Names. Headings and texts in capitals only give names that a lexicon knows.
    """
    return sorted(_Finder(tokenized).names(), key=lambda name: name.first)


class _Finder:
    """Cuts runs of capitalised words into names, sentence by sentence."""

    def __init__(self, tokenized: TokenizedText) -> None:
        self._text = tokenized.text
        self._tokens = tokenized.tokens
        self._sentences = tokenized.sentences
        self._runs = NameRuns(tokenized)
        self._known: set[str] = set()

    def names(self) -> list[Name]:
        """All names, those of headings last."""
        headings = [s for s in self._sentences if self._runs.is_heading(s)]
        apart = set(headings)
        told = [s for s in self._sentences if s not in apart]
        names = [name for sentence in told for name in self.names_in(sentence)]
        self.learn(names)
        return names + [n for sentence in headings for n in self.names_in_heading(sentence)]

    def learn(self, names: Iterable[Name]) -> None:
        """Remember names, and surnames of people, for headings that write all words large."""
        for name in names:
            self._known.add(name.text)
            if name.kind is ActorKind.PERSON:
                self._known.add(self._tokens[name.stop - 1].text)

    def names_in_heading(self, sentence: Segment) -> Iterator[Name]:
        """Yield the names of a heading that are known, or begin with a given name."""
        index = sentence.first
        while index < sentence.stop:
            stop = self._known_until(sentence, index)
            if stop > index:
                tokens = self._tokens[index:stop]
                text = " ".join(t.text for t in tokens)
                form, kind = self._form_and_kind(index, tokens, text)
                yield self._name(index, stop, form, kind, (), index)
            index = max(stop, index + 1)

    def _known_until(self, sentence: Segment, first: int) -> int:
        """Index after the longest known name at `first`; `first` where there is none."""
        body = self._runs.body_end(first)
        if body > first:
            return body
        reach = self._runs.large_end(sentence, first)
        for stop in range(reach, first, -1):
            text = " ".join(t.text for t in self._tokens[first:stop])
            if text in self._known or text in KNOWN_NAMES:
                return stop
        return first + 2 if reach >= first + 2 and self._is_full_name(first) else first

    def _is_full_name(self, first: int) -> bool:
        given, family = (plain(t.text) for t in self._tokens[first : first + 2])
        person = given in MALE_NAMES or given in FEMALE_NAMES
        return person and not (is_verb(family) or family in OPENERS or is_common_noun(family))

    def names_in(self, sentence: Segment) -> Iterator[Name]:
        index = sentence.first
        while index < sentence.stop:
            stop = self._runs.run_end(sentence, index)
            if stop > index and self._says_where(stop):
                pass  # the first half of a place
            elif stop > index:
                yield from self._split(index, stop)
            else:
                yield from self._compound(index)
            index = max(stop, index + 1)

    def _says_where(self, stop: int) -> bool:
        """Whether a run goes on with "York-based" or "Angeles-born"."""
        return stop < len(self._tokens) and is_based(self._tokens[stop].text)

    def _compound(self, index: int) -> Iterator[Name]:
        """The state in "Iranian-backed", "U.S.-led" or "pro-Russian"."""
        token = self._tokens[index]
        found = state_in_compound(token.text) if token.kind == "word" else None
        if found is not None:
            start, end = token.start + found[0], token.start + found[1]
            text = self._text[start:end]
            form: Form = "demonym" if text in DEMONYMS else "name"
            yield Name(index, index + 1, start, end, text, form, ActorKind.STATE, (), index)

    def _split(self, first: int, stop: int) -> Iterator[Name]:
        """Cut a run into what stands before a title, and the name after it."""
        words = [plain(t.text) for t in self._tokens[first:stop]]
        title_start, core = first + titles_of(words)[0], first + titles_of(words)[1]
        reach = self._without_department(core, stop)
        if core == first < reach:  # the title ended a run of its own: "Secretary of State X"
            opening = self._title_before(first)
            yield from self._titled(reach, stop, (plain(self._tokens[opening].text),), opening)
            return
        core = reach
        if core == title_start == first:
            yield from self._plain_run(first, stop)
            return
        while first < title_start and plain(self._tokens[first].text) in _RANKS:
            first += 1  # "Deputy Treasury Secretary X"
        yield from self._plain_run(first, title_start)
        if core < stop and title_start < core:
            titles = tuple(words[title_start - first : core - first])
            yield from self._titled(core, stop, titles, title_start)

    def _without_department(self, core: int, stop: int) -> int:
        """Skip "State" in "Secretary of State John Kerry"."""
        if self._title_before(core) >= 0:
            while core < stop - 1 and plain(self._tokens[core].text) in _DEPARTMENTS:
                core += 1
        return core

    def _title_before(self, core: int) -> int:
        """Index of the title in "secretary of" or "secretary of the" before a place, else -1."""
        of = core - 2 if plain(self._tokens[core - 1].text) == "the" else core - 1
        if of < 1 or plain(self._tokens[of].text) != "of":
            return -1
        return of - 1 if _is_title_word(plain(self._tokens[of - 1].text)) else -1

    def _titled(
        self, first: int, stop: int, titles: tuple[str, ...], opening: int
    ) -> Iterator[Name]:
        words = self._tokens[first:stop]
        text = " ".join(t.text for t in words)
        before = plain(self._tokens[opening - 1].text) if opening else ""
        titles = ("former", *titles) if before in _FORMER else titles
        known = STATE_NAMES.get(text) or DEMONYMS.get(text)
        kind = ActorKind.STATE if known else ActorKind.PERSON
        if titles[-1] not in ADDRESS and body_kind(words) is not None:
            kind = body_kind(words) or kind
            titles, opening = (), first
        yield self._name(first, stop, "name", kind, titles, opening)

    def _plain_run(self, first: int, stop: int) -> Iterator[Name]:
        if first >= stop:
            return
        first, stop = self._trimmed(first, stop)
        lead = self._leading_adjective(first, stop)
        if first < lead < stop:
            yield from self._classified(first, lead)
        yield from self._classified(lead, stop)

    def _trimmed(self, first: int, stop: int) -> tuple[int, int]:
        """Leave out days and months at the ends, and articles at the start."""
        while first < stop and self._is_trimmed(self._tokens[first].text):
            first += 1
        while stop > first and plain(self._tokens[stop - 1].text) in CALENDAR:
            stop -= 1
        return first, stop

    def _is_trimmed(self, word: str) -> bool:
        everyday = plain(word) in CALENDAR | STARTERS
        return everyday and not (word.isupper() and word in KNOWN_NAMES)

    def _leading_adjective(self, first: int, stop: int) -> int:
        """Index after "Republican" or "French" before what reads as the name of a person."""
        if stop - first < 2:
            return first
        word, rest = self._tokens[first].text, self._tokens[first + 1 : stop]
        adjective = plain(word) in PARTY_WORDS or word in DEMONYMS or word in PLACES
        outlet = len(rest) == 1 and plain(rest[0].text) in OUTLET_WORDS
        if (
            adjective
            and not outlet
            and body_kind(rest) is None
            and f"{word} {rest[0].text}" not in KNOWN_NAMES
        ):
            return first + 1
        return first

    def _classified(self, first: int, stop: int) -> Iterator[Name]:
        tokens = self._tokens[first:stop]
        text = " ".join(t.text for t in tokens)
        if not tokens or self._is_role(first, tokens):
            return
        form, kind = self._form_and_kind(first, tokens, text)
        yield self._name(first, stop, form, kind, (), first)

    def _is_role(self, first: int, tokens: Sequence[Token]) -> bool:
        """Whether the words are a role or a common noun with a capital, not a name."""
        if " ".join(t.text for t in tokens) in KNOWN_NAMES:
            return False
        words = [plain(t.text) for t in tokens]
        if all(_is_title_word(word) for word in words):
            return True
        if all(is_people(w) for w in words):
            return True
        after_article = first > 0 and plain(self._tokens[first - 1].text) == "the"
        if len(words) == 1 and after_article and words[0] in OUTLET_WORDS:
            return False  # "the Post": a heading would not have come here
        return len(words) == 1 and is_common_noun(words[0]) and words[0] not in ARMED_WORDS

    def _form_and_kind(
        self, first: int, tokens: Sequence[Token], text: str
    ) -> tuple[Form, ActorKind | None]:
        if text in STATE_NAMES:
            return "name", ActorKind.STATE
        if text in DEMONYMS:
            return "demonym", ActorKind.STATE
        if text in METONYMS:
            return (
                "place" if self._is_where(first, first + len(tokens)) else "name"
            ), ActorKind.STATE
        if text in PLACES:
            return "place", None
        return "name", body_kind(tokens) or person_kind(tokens)

    def _is_where(self, first: int, stop: int) -> bool:
        """Whether a capital only says where: "in Vienna", "the Vienna talks"."""
        before = plain(self._tokens[first - 1].text) if first else ""
        if before in PLACE_PREPOSITIONS:
            return True
        owns = stop < len(self._tokens) and self._tokens[stop].kind == "clitic"
        return part_of(self._tokens, first, stop) is Part.ATTRIBUTIVE and not owns

    def _name(
        self,
        first: int,
        stop: int,
        form: Form,
        kind: ActorKind | None,
        titles: tuple[str, ...],
        opening: int,
    ) -> Name:
        tokens = self._tokens[first:stop]
        text = " ".join(t.text for t in tokens)
        return Name(first, stop, tokens[0].start, tokens[-1].end, text, form, kind, titles, opening)


def _is_title_word(word: str) -> bool:
    known = word in TITLES or word in TITLE_PARTS or word in ADDRESS
    return known or word.rstrip(".") in SHORT_TITLES
