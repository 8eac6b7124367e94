"""Relations inside and beside noun phrases: "Iranian-backed", "an ally of", "also known as"."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extract.english.morphology import BE
from attribution.extract.english.relation_words import (
    ALIAS_PHRASES,
    PASSIVE_ALLIES,
    ROLE_FORMS,
    SUFFIXES,
)
from attribution.extract.grammar.noun_phrases import (
    NounPhrase,
    actors_from,
    actors_of,
    examples_after,
    phrase_ending,
    phrase_from,
)
from attribution.extract.grammar.sentence import Sentence
from attribution.extract.grammar.subjects import subject_of
from attribution.extract.grammar.verb_groups import verb_group
from attribution.extract.relations.stated import Stated
from attribution.extract.text.tagging import Tag

_ALIAS_OPENERS = frozenset(phrase[0] for phrase in ALIAS_PHRASES)
_TELLING_ROLES = frozenset({"commands", "speaks for"})


def stated_by_compounds(sentence: Sentence) -> Iterator[Stated]:
    """Yield the relations of hyphened words, roles and aliases of a sentence, in order."""
    for index, word in enumerate(sentence.words):
        if "-" in word:
            yield from _at_hyphen(sentence, index)
        if word in ROLE_FORMS or sentence.has(index, "part", "of"):
            yield from _at_role(sentence, index)
        if word in _ALIAS_OPENERS:
            yield from _at_alias(sentence, index)


def _at_hyphen(sentence: Sentence, index: int) -> Iterator[Stated]:
    """Read "Iranian-backed proxies such as X and Y"."""
    predicate = SUFFIXES.get(sentence.words[index].rpartition("-")[2])
    agent = _agent_in_word(sentence, index)
    phrase = _phrase_after_word(sentence, index)
    if predicate is None or agent is None or phrase is None:
        return
    others = (*actors_of(sentence, phrase), *examples_after(sentence, phrase.stop))
    others = tuple(dict.fromkeys(others))
    if predicate in PASSIVE_ALLIES:
        yield Stated(others, predicate, (agent,), None, index, presupposed=True)
    else:
        yield Stated((agent,), predicate, others, None, index, presupposed=True)


def _agent_in_word(sentence: Sentence, index: int) -> str | None:
    """Who is named before the hyphen."""
    partial = sentence.partial.get(index)
    if partial is not None:
        return partial.actor
    return None


def _phrase_after_word(sentence: Sentence, index: int) -> NounPhrase | None:
    """The phrase that the hyphened word describes, with the word where it is part of a name."""
    placed = sentence.mention_over(index)
    if placed is not None and placed.stop > index + 1:
        return phrase_from(sentence, placed.first)
    return phrase_from(sentence, index + 1)


def _at_role(sentence: Sentence, index: int) -> Iterator[Stated]:
    """Read "Hamas, an ally of Iran", "X is a member of Y" and "the commander of Y"."""
    predicate = ROLE_FORMS.get(sentence.words[index], "part of")
    of = sentence.has(index + 1, "of") and not sentence.has(index + 2, "staff")
    if not (of or (predicate == "speaks for" and sentence.has(index + 1, "for"))):
        return
    others = _others(sentence, index + 2)
    holders, negated = _holders(sentence, index, predicate)
    if holders and others:
        yield Stated(holders, predicate, others, None, index, negated)


def _others(sentence: Sentence, first: int) -> tuple[str, ...]:
    """Of whom somebody is the ally, leader ...: named from an index on, or inside a mention."""
    placed = sentence.mention_over(first) if first < len(sentence.words) else None
    if placed is None or placed.first >= first:
        return actors_from(sentence, first)
    inner = [
        m for m in sentence.mentions if m.first in (first, first + 1) and m.stop <= placed.stop
    ]
    actors = [m.mention.actor for m in inner[:1] if m.mention.actor is not None]
    return tuple(actors)


def _holders(sentence: Sentence, index: int, predicate: str) -> tuple[tuple[str, ...], bool]:
    """Who has the role named at an index, and whether it is said that they have not.

    Somebody known by the role alone ("members of the club") is told of only where one speaks or
    commands.
    """
    placed = sentence.mention_over(index)
    phrase = phrase_ending(sentence, index + 1) if placed is None else None
    first = placed.first if placed is not None else phrase.first if phrase is not None else index
    found = _told_of(sentence, first - 1)
    if found[0] or placed is None:
        return found
    actor = placed.mention.actor
    counts = predicate in _TELLING_ROLES and placed.mention.form != "name"
    return ((actor,) if actor is not None and counts else (), False)


def _told_of(sentence: Sentence, before: int) -> tuple[tuple[str, ...], bool]:
    """Of whom a role is told that follows an index: "Hamas, an ally", "Hamas is not an ally"."""
    if before < 0:
        return (), False
    if sentence.words[before] == ",":
        left = phrase_ending(sentence, before)
        return (actors_of(sentence, left) if left is not None else (), False)
    if sentence.words[before] in BE or sentence.tags[before] is Tag.ADVERB:
        subject = subject_of(sentence, verb_group(sentence, before + 1))
        return subject.actors, subject.group.negated
    return (), False


def _at_alias(sentence: Sentence, index: int) -> Iterator[Stated]:
    """Read "the Tigers, also known as the LTTE"."""
    for words in ALIAS_PHRASES:
        if not sentence.has(index, *words):
            continue
        stop = index - (index > 0 and sentence.words[index - 1] in (",", "("))
        left = phrase_ending(sentence, stop)
        right = phrase_from(sentence, index + len(words))
        if left is not None and right is not None:
            one, other = actors_of(sentence, left), actors_of(sentence, right)
            yield Stated(one, "same as", other, None, index)
        return
