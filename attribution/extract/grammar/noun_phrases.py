"""Noun phrases: where one begins and ends, whom it names, and lists and examples of several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attribution.extract.english.morphology import TIME_WORDS
from attribution.extract.english.relation_words import BELONGINGS, EXAMPLE_OPENERS
from attribution.extract.english.roles import PERSON_ROLES, singular
from attribution.extract.grammar.sentence import MentionRange, Sentence
from attribution.extract.text.tagging import Tag

MAX_LIST = 12
"""More members than this are no list of actors."""

_TIME_OPENERS = frozenset({"last", "next", "early", "late"})
_INSIDE = frozenset({Tag.NAME, Tag.NOUN, Tag.NUMBER})
_PRONOUNS = frozenset({Tag.PRONOUN, Tag.OBJECT_PRONOUN})
_FINITE = frozenset({Tag.VERB, Tag.AUXILIARY})
_BELONGING = frozenset({"of", "from", "for"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase by tokens of its sentence: first index and the index after the last."""

    first: int
    stop: int


def phrase_from(sentence: Sentence, first: int) -> NounPhrase | None:
    """Return the noun phrase that begins at an index, or None."""
    if first < len(sentence.tags) and _is_pronoun(sentence, first):
        return NounPhrase(first, first + 1)
    index = first
    while index < len(sentence.tags) and _may_open(sentence, first, index):
        index += 1
    inside = index
    while index < len(sentence.tags):
        placed = sentence.mention_over(index)
        if placed is not None:
            index = placed.stop
            if _is_complete(sentence, placed):
                break
        elif _is_apart(sentence, inside, index):
            break
        elif sentence.tags[index] in _INSIDE or _is_genitive(sentence, index):
            index += 1
        else:
            break
    return NounPhrase(first, index) if index > inside else None


def _is_apart(sentence: Sentence, inside: int, index: int) -> bool:
    """Whether no part of the name before begins here: a time, or a verb that nobody listed.

    As in "struck Aden last night" and "sales to Kenya doubled".
    """
    if index == inside or sentence.mention_over(index - 1) is None:
        return False
    word = sentence.words[index]
    return word in TIME_WORDS or word in _TIME_OPENERS or word.endswith("ed")


def _may_open(sentence: Sentence, first: int, index: int) -> bool:
    """Whether a token stands before the nouns of a phrase: "its", and after it "first"."""
    return _is_opener(sentence, index) or (index > first and sentence.tags[index] is Tag.ADVERB)


def _is_complete(sentence: Sentence, placed: MentionRange) -> bool:
    """Whether a mention is a whole phrase, as "its proxies" is, and owns nothing that follows."""
    opens = sentence.tags[placed.first] in (Tag.DETERMINER, Tag.POSSESSIVE)
    owns = placed.stop < len(sentence.tags) and _is_genitive(sentence, placed.stop)
    return opens and placed.stop > placed.first + 1 and not owns


def phrase_ending(sentence: Sentence, stop: int) -> NounPhrase | None:
    """Return the noun phrase that ends before an index, or None."""
    if stop > 0 and _is_pronoun(sentence, stop - 1):
        return NounPhrase(stop - 1, stop)
    index = stop
    while index > 0:
        placed = sentence.mention_over(index - 1)
        if placed is not None:
            index = placed.first
        elif sentence.tags[index - 1] in _INSIDE or _is_genitive(sentence, index - 1):
            index -= 1
        else:
            break
    if index == stop:
        return None
    while index > 0 and _is_opener(sentence, index - 1):
        index -= 1
    return NounPhrase(index, stop)


def _is_pronoun(sentence: Sentence, index: int) -> bool:
    if sentence.tags[index] in _PRONOUNS:
        return True
    placed = sentence.mention_over(index)
    is_word = placed is not None and placed.mention.form == "pronoun"
    return is_word and sentence.tags[index] is not Tag.POSSESSIVE


def _is_genitive(sentence: Sentence, index: int) -> bool:
    if sentence.tags[index] is Tag.POSSESSIVE:
        return sentence.tokens[index].kind == "clitic"
    return sentence.words[index] == "'" and index > 0 and sentence.words[index - 1].endswith("s")


def _is_opener(sentence: Sentence, index: int) -> bool:
    """Whether an article or "its" stands here, which only begins a phrase."""
    if sentence.tags[index] is Tag.DETERMINER:
        return True
    return sentence.tags[index] is Tag.POSSESSIVE and not _is_genitive(sentence, index)


def actors_of(sentence: Sentence, phrase: NounPhrase) -> tuple[str, ...]:
    """Name whom a noun phrase stands for: its head, or whose troops, bases ... it speaks of.

    Returns:
        One actor's id, or nothing where the head is no actor.
    """
    placed = sentence.mention_over(phrase.stop - 1)
    if placed is not None:
        actor = placed.mention.actor
        return (actor,) if actor is not None and placed.first >= phrase.first else ()
    if sentence.words[phrase.stop - 1] in BELONGINGS:
        return owner_in(sentence, phrase.first, phrase.stop - 1)
    return ()


def owner_in(sentence: Sentence, first: int, stop: int) -> tuple[str, ...]:
    """Name the last actor mentioned from an index on: "US" before "military aid"."""
    for index in range(stop - 1, first - 1, -1):
        placed = sentence.mention_over(index)
        if placed is not None:
            actor = placed.mention.actor
            return (actor,) if actor is not None else ()
        partial = sentence.partial.get(index)
        if partial is not None and partial.actor is not None:
            return (partial.actor,)
    return ()


def list_from(sentence: Sentence, first: int, *, inside: bool = False) -> list[NounPhrase]:
    """Return the noun phrases of a list that begins at an index: "X, Y and Z", or just "X".

    Args:
        sentence: The sentence.
        first: Where it begins.
        inside: Whether the list is inside another phrase ("groups such as X and Y"), so that a verb
            after it has another subject than its last member.
    """
    phrase = phrase_from(sentence, first)
    if phrase is None:
        return []
    found, bound = [phrase], 1
    for joined, member in _members_after(sentence, phrase.stop, inside=inside):
        found.append(member)
        bound = len(found) if joined else bound
    return found[:bound]


def _members_after(
    sentence: Sentence, index: int, *, inside: bool
) -> Iterator[tuple[bool, NounPhrase]]:
    """Yield phrases after commas and "and", and whether "and" stood before; up to a new clause."""
    for _ in range(MAX_LIST):
        comma = sentence.has(index, ",")
        index += comma
        joined = index < len(sentence.words) and sentence.words[index] in ("and", "or", "nor")
        index += joined
        phrase = phrase_from(sentence, index) if comma or joined else None
        parted = comma or not inside
        if phrase is None or (parted and _begins_clause(sentence, phrase.stop)):
            return
        yield joined, phrase
        if joined and not sentence.has(phrase.stop, "and"):
            return
        index = phrase.stop


def _begins_clause(sentence: Sentence, index: int) -> bool:
    return index < len(sentence.tags) and sentence.tags[index] in _FINITE


def list_ending(sentence: Sentence, stop: int) -> list[NounPhrase]:
    """Return the noun phrases of a list that ends before an index, the last one first."""
    phrase = phrase_ending(sentence, stop)
    found: list[NounPhrase] = []
    while phrase is not None and len(found) < MAX_LIST:
        found.append(phrase)
        before = phrase.first - 1
        if before < 1 or not _joins(sentence, before, len(found)):
            break
        if sentence.words[before] != "," and sentence.words[before - 1] == ",":
            before -= 1
        phrase = _free_phrase_ending(sentence, before)
    return found


def _joins(sentence: Sentence, index: int, count: int) -> bool:
    return sentence.words[index] in ("and", "or", "nor") or (
        count > 1 and sentence.words[index] == ","
    )


def _free_phrase_ending(sentence: Sentence, stop: int) -> NounPhrase | None:
    """A phrase that is no object of a verb or preposition before it."""
    phrase = phrase_ending(sentence, stop)
    if phrase is None or phrase.first == 0:
        return phrase
    before = sentence.tags[phrase.first - 1]
    taken = before in (Tag.VERB, Tag.ING, Tag.PARTICIPLE, Tag.PREPOSITION, Tag.TO)
    return None if taken and not _is_of_several(sentence, phrase.first) else phrase


def _is_of_several(sentence: Sentence, first: int) -> bool:
    """Whether a phrase begins the list in "leaders of X and Y": of those whose people they are."""
    head = sentence.words[first - 2] if first > 1 else ""
    several = singular(head) != head and singular(head) in PERSON_ROLES
    return several and sentence.words[first - 1] in _BELONGING


def actors_from(sentence: Sentence, first: int, *, inside: bool = False) -> tuple[str, ...]:
    """Name the actors of the list that begins at an index, with the examples that follow it.

    The arguments are those of `list_from`.
    """
    phrases = list_from(sentence, first, inside=inside)
    if not phrases:
        return ()
    if len(phrases) == 2 and sentence.words[phrases[0].stop] == ",":
        phrases = phrases[:1]  # "by X, and the Y, which ...": two have no comma between them
    named = [actor for phrase in phrases for actor in actors_of(sentence, phrase)]
    stop = phrases[-1].stop
    named.extend(examples_after(sentence, stop))
    if not named and sentence.words[stop - 1] in BELONGINGS and sentence.has(stop, "of"):
        named.extend(actors_from(sentence, stop + 1))
    return tuple(dict.fromkeys(named))


def examples_after(sentence: Sentence, index: int) -> tuple[str, ...]:
    """Name the actors after "such as", "including" or "like" at an index."""
    index += sentence.has(index, ",")
    for opener in EXAMPLE_OPENERS:
        if sentence.has(index, *opener):
            phrases = list_from(sentence, index + len(opener), inside=True)
            return tuple(actor for phrase in phrases for actor in actors_of(sentence, phrase))
    return ()


def words_of(sentence: Sentence, phrase: NounPhrase) -> str:
    """The words of a phrase without the article or "its" in front, as in the text."""
    first = phrase.first
    while first < phrase.stop - 1 and _is_opener(sentence, first):
        first += 1
    return text_between(sentence, first, phrase.stop)


def text_between(sentence: Sentence, first: int, stop: int) -> str:
    """The text of some tokens, with single spaces where the text has space."""
    parts: list[str] = []
    for index in range(first, stop):
        token = sentence.tokens[index]
        spaced = index > first and sentence.tokens[index - 1].end < token.start
        parts.append(f" {token.text}" if spaced else token.text)
    return "".join(parts)
