"""Who does what a verb says: its subject, also across relative clauses, infinitives and lists."""

from __future__ import annotations

from dataclasses import dataclass

from attribution.extract.english.morphology import RELATIVES
from attribution.extract.english.relation_words import (
    DOINGS,
    ENDING_VERBS,
    OBJECT_CONTROL,
    UNREAL_VERBS,
)
from attribution.extract.grammar.noun_phrases import (
    NounPhrase,
    actors_of,
    examples_after,
    list_ending,
    owner_in,
    phrase_ending,
)
from attribution.extract.grammar.sentence import Sentence
from attribution.extract.grammar.verb_groups import VerbGroup, verb_group, verbs_before
from attribution.extract.text.tagging import Tag

_MAX_DEPTH = 5
"""How many verbs may govern one another: "is said to have refused to stop arming"."""

_MAX_ASIDE = 40
"""Tokens; a longer aside between commas is none."""

_NONE = frozenset({"no", "neither", "none"})
_NOBODY = frozenset({"nobody", "none", "nothing"})
_CLAUSE_OPENERS = frozenset(
    {Tag.COMMA, Tag.MARK, Tag.COORDINATOR, Tag.SUBORDINATOR, Tag.ADVERB, Tag.RELATIVE, Tag.VERB}
)
_ASIDE_OPENERS = frozenset({Tag.RELATIVE, Tag.PARTICIPLE, Tag.DETERMINER, Tag.PREPOSITION})


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does what a verb says.

    Attributes:
        actors: Ids; empty where nobody of the cast does it.
        group: The verb group, with the negation and hedging of what governs it.
        gap: Whom the clause says it of, where it lacks its object: "rebels that Iran arms".
    """

    actors: tuple[str, ...]
    group: VerbGroup
    gap: tuple[str, ...] = ()


def subject_of(sentence: Sentence, group: VerbGroup, depth: int = 0) -> Subject:
    """Find the grammatical subject of a verb group.

    Args:
        sentence: The sentence.
        group: One of its verb groups; in the passive the subject is acted on.
        depth: How many verbs have been passed through to get here.

    Returns:
        The subject; without actors where none of the cast can be told to be it.
    """
    before = group.first - 1
    if before < 0 or depth > _MAX_DEPTH:
        return Subject((), group)
    if group.to:
        return _of_infinitive(sentence, group, before, depth)
    if group.ing:
        return _of_ing(sentence, group, before, depth)
    if sentence.words[before] in ("and", "or", "but", "nor", "then"):
        return _shared(sentence, group, before, depth)
    if sentence.tags[before] is Tag.RELATIVE or _is_relative_that(sentence, before):
        return Subject(_antecedent(sentence, before), group)
    if sentence.words[before] == ",":
        return Subject(_before_aside(sentence, before), group)
    return _of_finite(sentence, group)


def _is_relative_that(sentence: Sentence, index: int) -> bool:
    return sentence.words[index] == "that" and index > 0 and not sentence.is_verb(index - 1)


def _antecedent(sentence: Sentence, relative: int) -> tuple[str, ...]:
    stop = relative - (relative > 0 and sentence.words[relative - 1] == ",")
    phrase = phrase_ending(sentence, stop)
    return actors_of(sentence, phrase) if phrase is not None else ()


def _before_aside(sentence: Sentence, comma: int) -> tuple[str, ...]:
    """The subject before an aside between commas: "Fatah, led by its founder, joined"."""
    for index in range(comma - 1, max(0, comma - _MAX_ASIDE), -1):
        if sentence.words[index] != "," or sentence.tags[index + 1] not in _ASIDE_OPENERS:
            continue
        phrases = list_ending(sentence, index)
        if phrases:
            return _top_actors(sentence, phrases)
    return _name_before_comma(sentence, comma)


def _name_before_comma(sentence: Sentence, comma: int) -> tuple[str, ...]:
    """The subject with a name in apposition: "The group's leader, Hassan Nasrallah, vowed"."""
    phrase = phrase_ending(sentence, comma)
    if phrase is None or phrase.first == 0 or sentence.words[phrase.first - 1] != ",":
        return ()
    return actors_of(sentence, phrase)


def _of_finite(sentence: Sentence, group: VerbGroup) -> Subject:
    phrases = list_ending(sentence, group.first)
    if not phrases:
        return Subject((), group)
    first = phrases[-1].first
    before = first - 1
    words = sentence.words
    negated = words[first] in _NONE or (before >= 0 and words[before] in _NONE)
    negated = negated != _is_untrue_that(sentence, before)
    governed = group.governed(negated=negated, hedged=False)
    actors = _top_actors(sentence, phrases)
    return Subject(actors, governed, _gap_before(sentence, before))


def _is_untrue_that(sentence: Sentence, index: int) -> bool:
    """Whether "not true that" or "false that" opens the clause before an index."""
    if index < 1 or sentence.words[index] != "that":
        return False
    if sentence.words[index - 1] in ("false", "untrue"):
        return True
    return sentence.has(index - 2, "not", "true")


def _gap_before(sentence: Sentence, index: int) -> tuple[str, ...]:
    if index < 1:
        return ()
    if sentence.words[index] in RELATIVES or _is_relative_that(sentence, index):
        return _antecedent(sentence, index)
    return ()


def _top_actors(sentence: Sentence, phrases: list[NounPhrase]) -> tuple[str, ...]:
    """Actors of a list, or of the phrase that it only describes: "hackers working for Iran"."""
    top = described_by(sentence, phrases[-1])
    if top is phrases[-1]:
        found = [actor for phrase in reversed(phrases) for actor in _doers(sentence, phrase)]
        return tuple(dict.fromkeys(found))
    if top is None:
        return ()
    return (*actors_of(sentence, top), *examples_after(sentence, top.stop))


def described_by(sentence: Sentence, phrase: NounPhrase) -> NounPhrase | None:
    """The phrase that one describes in the end: "tanks" for "Poland" in "tanks made in Poland".

    Returns:
        The phrase itself where it describes nothing; None where what it describes is no phrase.
    """
    top: NounPhrase | None = phrase
    while top is not None and _is_described_by(sentence, top):
        stop = top.first - 1
        if stop > 0 and _is_bare_verb(sentence, stop - 1):
            stop -= 1
        top = phrase_ending(sentence, stop)
    return top


def _is_described_by(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Whether a phrase belongs to what describes the one before it, by preposition or -ing."""
    before = phrase.first - 1
    if before < 1:
        return False
    if sentence.tags[before] is Tag.ING:
        return phrase_ending(sentence, before) is not None
    if sentence.tags[before] not in (Tag.PREPOSITION, Tag.TO):
        return False
    left = sentence.words[before - 1]
    if left in _NOBODY or _is_bare_verb(sentence, before - 1):
        return True
    return sentence.tags[before - 1] not in _CLAUSE_OPENERS and left != "that"


def _is_bare_verb(sentence: Sentence, index: int) -> bool:
    """Whether a participle stands right after the noun that it describes: "tanks made in"."""
    if not sentence.is_verb(index) or phrase_ending(sentence, index) is None:
        return False
    return sentence.tags[index] is Tag.ING or sentence.words[index].endswith(
        ("ed", "en", "de", "ld", "found", "built", "sent", "bought", "own", "held")
    )


def _doers(sentence: Sentence, phrase: NounPhrase) -> tuple[str, ...]:
    """The actor that a phrase names, or whose missiles, strikes ... it names."""
    if sentence.words[phrase.stop - 1] in DOINGS and sentence.widest_at[phrase.stop - 1] < 0:
        return owner_in(sentence, phrase.first, phrase.stop - 1)
    return actors_of(sentence, phrase)


def _of_infinitive(sentence: Sentence, group: VerbGroup, before: int, depth: int) -> Subject:
    """The subject of "to arm": of the verb that governs it, its object, or whose plan it is."""
    if sentence.is_verb(before) and sentence.widest_at[before] < 0:
        return _governed_by(sentence, group, before, depth)
    phrase = phrase_ending(sentence, before + 1)
    if phrase is None:
        return _of_predicate(sentence, group, before, depth)
    verb = next(iter(verbs_before(sentence, phrase.first)), None)
    if verb is not None and verb == phrase.first - 1:
        governing = verb_group(sentence, verb)
        if governing.lemmas & OBJECT_CONTROL:
            hedged = group.governed(negated=False, hedged=True)
            return Subject(actors_of(sentence, phrase), hedged)
    owner = owner_in(sentence, phrase.first, phrase.stop - 1)
    if owner:
        return Subject(owner, group.governed(negated=False, hedged=True))
    if verb is None:
        return Subject((), group)
    found = subject_of(sentence, verb_group(sentence, verb), depth + 1)
    return Subject(found.actors, group.governed(negated=False, hedged=True))


def _of_predicate(sentence: Sentence, group: VerbGroup, before: int, depth: int) -> Subject:
    """The subject of "is ready to arm": of the verb "is"."""
    governing = verb_group(sentence, before + 1)
    if governing.first > before:
        return Subject((), group)
    found = subject_of(sentence, governing, depth + 1)
    return Subject(found.actors, group.governed(negated=governing.negated, hedged=True))


def _governed_by(sentence: Sentence, group: VerbGroup, verb: int, depth: int) -> Subject:
    """The subject of what another verb governs: "refused to arm", "stopped arming"."""
    governing = verb_group(sentence, verb)
    found = subject_of(sentence, governing, depth + 1)
    ending = bool(governing.lemmas & ENDING_VERBS)
    hedged = bool(governing.lemmas & UNREAL_VERBS) and not ending
    governed = group.governed(
        negated=found.group.negated != ending,
        hedged=hedged or found.group.hedged,
        ended=ending,
    )
    return Subject(found.actors, governed)


def _of_ing(sentence: Sentence, group: VerbGroup, before: int, depth: int) -> Subject:
    """The subject of an -ing form: of what governs it, or the noun phrase that it describes."""
    if sentence.tags[before] in (Tag.PREPOSITION, Tag.TO):
        return _after_preposition(sentence, group, before, depth)
    if sentence.is_verb(before):
        return _governed_by(sentence, group, before, depth)
    phrase = phrase_ending(sentence, before + 1)
    if phrase is not None:
        return Subject(actors_of(sentence, phrase), group)
    verb = next(iter(verbs_before(sentence, before)), None)
    if verb is None:
        return Subject((), group)
    found = subject_of(sentence, verb_group(sentence, verb), depth + 1)
    return Subject(found.actors, group)


def _after_preposition(
    sentence: Sentence, group: VerbGroup, preposition: int, depth: int
) -> Subject:
    """The subject of "of arming": whom it is said of, or the subject of the verb before."""
    verb = next(iter(verbs_before(sentence, preposition)), None)
    if verb is None:
        return Subject((), group)
    governing = verb_group(sentence, verb)
    unreal = bool(governing.lemmas & UNREAL_VERBS)
    negated = sentence.words[preposition] == "without"
    governed = group.governed(negated=negated, hedged=unreal)
    if verb + 1 == preposition:
        if governing.voice == "active" and governing.lemmas & OBJECT_CONTROL:
            return Subject((), governed)
        found = subject_of(sentence, governing, depth + 1)
        return Subject(found.actors, governed)
    if governing.lemmas & OBJECT_CONTROL and governing.voice == "active":
        phrase = phrase_ending(sentence, preposition)
        return Subject(actors_of(sentence, phrase) if phrase else (), governed)
    found = subject_of(sentence, governing, depth + 1)
    return Subject(found.actors, governed)


def _shared(sentence: Sentence, group: VerbGroup, coordinator: int, depth: int) -> Subject:
    """The subject of the second of two verbs that share it: "trained and equipped"."""
    verb = next(iter(verbs_before(sentence, coordinator)), None)
    if verb is None:
        return Subject((), group)
    first = verb_group(sentence, verb)
    found = subject_of(sentence, first, depth + 1)
    bare = group.first == group.head
    passes = bare and first.negated and sentence.words[coordinator] in ("or", "nor", "and")
    negated = passes and not group.negated
    hedged = bare and first.hedged
    return Subject(found.actors, group.governed(negated=negated, hedged=hedged), found.gap)
