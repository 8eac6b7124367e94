"""People and bodies named by what they are: "the spokesman", "its UN envoy", "US lawmakers"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from attribution.extract.actors.names import Name
from attribution.extract.english.morphology import (
    COORDINATORS,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)
from attribution.extract.english.roles import (
    BODY_NOUNS,
    FEMALE_ROLES,
    GROUP_NOUNS,
    MALE_ROLES,
    MODIFIERS,
    NOT_HEADS,
    PART_NOUNS,
    PEOPLES,
    PERSON_ROLES,
    full_role,
    singular,
)
from attribution.extract.text.sentence_parts import is_verb, plain
from attribution.extract.text.tokens import Segment, Token, TokenizedText

Gender = Literal["male", "female"]

_MODIFIER_ENDINGS = ("al", "ic", "ive", "ous", "ary", "ese", "ian", "ern", "ist", "ant", "ent")
_INDEFINITE = frozenset("a an some several many any few most more other another no".split())
_AFTER_HEAD = (
    PREPOSITIONS
    | COORDINATORS
    | SUBORDINATORS
    | RELATIVES
    | DETERMINERS
    | POSSESSIVES
    | SUBJECT_PRONOUNS
    | {"to", "not"}
)
_QUANTITY = frozenset(
    "two three four five six seven eight nine ten dozens hundreds thousands dozen hundred".split()
)


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase whose head is a noun for people or for a body.

    Attributes:
        first: Index of its first token, determiner or owner included.
        stop: Index after its head.
        start: First code point.
        end: One past its last code point.
        head: The head noun in lower case and singular.
        plural: Whether it is about several people.
        body: Whether the head is a noun for a body, not for a person.
        definite: Whether it points to somebody known: "the", "this", or an owner.
        owner: Index of the last token of whoever it belongs to ("Iran" in "Iran's envoy", "its").
        modifiers: The words between determiner and head, in lower case.
    """

    first: int
    stop: int
    start: int
    end: int
    head: str
    plural: bool
    body: bool
    definite: bool
    owner: int | None
    modifiers: tuple[str, ...]

    @property
    def role(self) -> str:
        """The role with its rank: "vice president", "lawyer" for "attorney"."""
        return full_role((*self.modifiers, self.head))

    @property
    def gender(self) -> Gender | None:
        """What the head says of the person's gender."""
        if self.head in FEMALE_ROLES:
            return "female"
        return "male" if self.head in MALE_ROLES else None


def find_nominals(tokenized: TokenizedText, names: Sequence[Name]) -> list[Nominal]:
    """Find the phrases for people and bodies, in order of position; no two share a head.

    Args:
        tokenized: The text.
        names: Its proper names; their words are never heads.
    """
    named = {i: name for name in names for i in range(name.first, name.stop)}
    finder = _Finder(tokenized, named)
    return [found for sentence in tokenized.sentences for found in finder.nominals_in(sentence)]


class _Finder:
    def __init__(self, tokenized: TokenizedText, named: Mapping[int, Name]) -> None:
        self._text = tokenized.text
        self._tokens = tokenized.tokens
        self._named = named

    def nominals_in(self, sentence: Segment) -> Iterator[Nominal]:
        for index in range(sentence.first, sentence.stop):
            if self._is_head(sentence, index):
                yield self._nominal(sentence, index)

    def _is_head(self, sentence: Segment, index: int) -> bool:
        token = self._tokens[index]
        if token.kind != "word" or index in self._named or not _is_noun(plain(token.text)):
            return False
        if index + 1 < sentence.stop and self._is_part_of_longer(index):
            return False
        return index == sentence.first or not self._is_verb_slot(index)

    def _is_part_of_longer(self, index: int) -> bool:
        """Whether the next word is the real head: "campaign officials", "military responses"."""
        if self._is_noun_at(index + 1):
            return True
        word, following = plain(self._tokens[index].text), self._tokens[index + 1]
        people = singular(word) in PERSON_ROLES and singular(word) not in PEOPLES
        if singular(word) != word or people:
            return False
        after = plain(following.text)
        return (
            following.kind == "word"
            and after[0].islower()
            and following.text[0].islower()
            and not (is_verb(after) or after in _AFTER_HEAD or is_adverb(after))
            and not after.endswith("ing")
        )

    def _is_noun_at(self, index: int) -> bool:
        token = self._tokens[index]
        return (
            token.kind == "word"
            and index not in self._named
            and _is_noun(plain(token.text))
            and token.start - self._tokens[index - 1].end == 1
        )

    def _is_verb_slot(self, index: int) -> bool:
        """Whether the word before asks for a verb: "to host", "will guard", "they sponsor"."""
        return plain(self._tokens[index - 1].text) in NOT_HEADS

    def _nominal(self, sentence: Segment, index: int) -> Nominal:
        first = self._first_modifier(sentence, index)
        modifiers = tuple(plain(t.text) for t in self._tokens[first:index])
        start, owner = self._opening(sentence, first)
        head = plain(self._tokens[index].text)
        determiner = plain(self._tokens[start].text) if start < first else ""
        return Nominal(
            first=start,
            stop=index + 1,
            start=self._tokens[start].start,
            end=self._tokens[index].end,
            head=singular(head),
            plural=_is_plural(head),
            body=_is_body(head),
            definite=owner is not None or determiner in ("the", "this", "that", "these", "those"),
            owner=owner,
            modifiers=modifiers,
        )

    def _first_modifier(self, sentence: Segment, index: int) -> int:
        first = index
        while first > sentence.first and self._modifies(first - 1, first):
            first -= 1
        if singular(plain(self._tokens[index].text)) in PART_NOUNS:
            return self._first_named(sentence, first)
        return self._first_of_pair(sentence, first)

    def _first_named(self, sentence: Segment, first: int) -> int:
        """Take in the body before what its committee sees to: "Senate banking committee"."""
        for skipped in range(first - 1, max(sentence.first, first - 3), -1):
            if plain(self._tokens[skipped].text) in _AFTER_HEAD:
                return first
            if skipped - 1 in self._named and self._tokens[skipped].kind == "word":
                return self._named[skipped - 1].first
        return first

    def _first_of_pair(self, sentence: Segment, first: int) -> int:
        """Take in the other role of "the businessman and reality star"."""
        other = first - 2
        if other <= sentence.first or plain(self._tokens[first - 1].text) != "and":
            return first
        word = plain(self._tokens[other].text)
        if other in self._named or word not in PERSON_ROLES | {"lady"}:
            return first
        start = other
        while start > sentence.first and self._modifies(start - 1, start):
            start -= 1
        opened = start > sentence.first and plain(self._tokens[start - 1].text) in ("the", "a")
        return start if opened else first

    def _modifies(self, index: int, following: int) -> bool:
        token = self._tokens[index]
        gap = self._text[token.end : self._tokens[following].start]
        if token.kind not in ("word", "number") or not gap.isspace() or "\n" in gap:
            return False
        word = plain(token.text)
        if word in DETERMINERS or word in POSSESSIVES or word in PREPOSITIONS:
            return word in ("several", "many", "few", "other", "more", "some", "most")
        if token.kind == "number" or index in self._named or word in MODIFIERS:
            return True
        if word.endswith("ly") and plain(self._tokens[following].text) in MODIFIERS:
            return True
        return "-" in word or _is_noun(word) or (len(word) > 4 and word.endswith(_MODIFIER_ENDINGS))

    def _opening(self, sentence: Segment, first: int) -> tuple[int, int | None]:
        """Take in the determiner or the owner before the modifiers."""
        if first == sentence.first:
            return first, None
        before = self._tokens[first - 1]
        word = plain(before.text)
        if word in POSSESSIVES:
            return first - 1, first - 1
        if word in DETERMINERS:
            return first - 1, None
        if before.text in ("’s", "'s", "’", "'") and first - 2 >= sentence.first:
            return self._owner_start(sentence, first - 2), first - 2
        return first, None

    def _owner_start(self, sentence: Segment, last: int) -> int:
        if last in self._named:
            return self._named[last].opening
        if last > sentence.first and plain(self._tokens[last - 1].text) in DETERMINERS:
            return last - 1
        return last


def _is_noun(word: str) -> bool:
    one = singular(word)
    return (
        word in GROUP_NOUNS
        or one in PERSON_ROLES
        or one in BODY_NOUNS
        or word in PERSON_ROLES
        or (one in PEOPLES and one != word)
        or word.endswith("-americans")
    ) and word not in DETERMINERS


def _is_body(word: str) -> bool:
    return singular(word) in BODY_NOUNS and singular(word) not in PERSON_ROLES


def _is_plural(word: str) -> bool:
    return word in GROUP_NOUNS or singular(word) != word


def is_group(nominal: Nominal, tokens: Sequence[Token]) -> bool:
    """Whether a phrase stands for a group that can act without being named."""
    opening = plain(tokens[nominal.first].text)
    return nominal.plural or opening in _QUANTITY or opening in _INDEFINITE - {"a", "an", "no"}


def owner_of(nominal: Nominal, tokens: Sequence[Token], named: Mapping[int, Name]) -> int | None:
    """The token that names whose envoy, spokesman or army it is.

    Args:
        nominal: The phrase.
        tokens: All tokens of the text.
        named: The name that each token is part of.

    Returns:
        The owner ("Iran" in "Iran's envoy"), a name among the modifiers ("Pentagon spokesman") or
        one after "of" or "for" ("spokesman for the Pentagon"); None where there is none.
    """
    if nominal.owner is not None:
        return nominal.owner
    for index in range(nominal.stop - 2, nominal.first - 1, -1):
        if index in named and named[index].end == tokens[named[index].stop - 1].end:
            return index
    if nominal.stop < len(tokens) and plain(tokens[nominal.stop].text) in ("of", "for"):
        index = nominal.stop + 1
        if index < len(tokens) and plain(tokens[index].text) == "the":
            index += 1
        return index if index in named else None
    return None
