"""Where the other actor of a verb stands: after it, after a preposition, in what was done."""

from __future__ import annotations

from attribution.extract.english.relation_words import NOUN_FORMS, Frame, VerbEntry
from attribution.extract.grammar.noun_phrases import (
    NounPhrase,
    actors_from,
    actors_of,
    owner_in,
    phrase_from,
)
from attribution.extract.grammar.sentence import Sentence
from attribution.extract.text.tagging import Tag

_REACH = 24
"""How many tokens after a verb its phrases are looked for."""

_CLAUSE_ENDS = frozenset({Tag.VERB, Tag.ING, Tag.RELATIVE, Tag.AUXILIARY, Tag.MARK})


def objects_after(sentence: Sentence, entry: VerbEntry, after: int) -> tuple[str, ...]:
    """Name on whom a verb in the active voice acts.

    Args:
        sentence: The sentence.
        entry: How the verb relates; no frame of giving or taking.
        after: Index of what follows the verb.
    """
    match entry.frame:
        case Frame.OBJECT:
            return _direct(sentence, entry, after)
        case Frame.OBJECT_TOLD:
            return _told(sentence, entry, after)
        case Frame.OBJECT_WARNED:
            return _warned(sentence, entry, after)
        case Frame.DOINGS:
            return _doers(sentence, after)
        case Frame.WEAPON_AT:
            return after_preposition(sentence, entry, _thing_end(sentence, after))
        case _:
            return _after_own_preposition(sentence, entry, after)


def _direct(sentence: Sentence, entry: VerbEntry, after: int) -> tuple[str, ...]:
    phrase = phrase_from(sentence, after)
    if phrase is None or (entry.lemma == "join" and _does_in(sentence, phrase.stop)):
        return ()
    makes_so = entry.lemma == "make" and _has_complement(sentence, phrase.stop)
    return () if makes_so else actors_from(sentence, after)


def _after_own_preposition(sentence: Sentence, entry: VerbEntry, after: int) -> tuple[str, ...]:
    """Read "negotiated with Hamas" and "demanded an answer from Hamas"."""
    found = after_preposition(sentence, entry, after)
    if found or "from" not in entry.prepositions:
        return found
    source = preposition_after(sentence, after, ("from",))
    return actors_from(sentence, source + 1) if source is not None else ()


def _does_in(sentence: Sentence, index: int) -> bool:
    """Whether "in condemning" and the like begins at an index."""
    follows = index + 1 < len(sentence.words)
    return follows and sentence.has(index, "in") and sentence.is_verb(index + 1)


def _has_complement(sentence: Sentence, index: int) -> bool:
    """Whether "made it" goes on with what it was made to be or do."""
    if index >= len(sentence.tags):
        return False
    return sentence.tags[index] in (Tag.NOUN, Tag.VERB, Tag.ADVERB, Tag.DETERMINER, Tag.ING)


def _told(sentence: Sentence, entry: VerbEntry, after: int) -> tuple[str, ...]:
    phrase = phrase_from(sentence, after)
    if phrase is None or not sentence.words[phrase.stop : phrase.stop + 1]:
        return ()
    if sentence.words[phrase.stop] not in entry.prepositions:
        return ()
    return actors_of(sentence, phrase)


def _warned(sentence: Sentence, entry: VerbEntry, after: int) -> tuple[str, ...]:
    """Read "warned Iran of attacks", which threatens, unlike "warned Iran of floods"."""
    told = _told(sentence, entry, after)
    phrase = phrase_from(sentence, after)
    danger = phrase_from(sentence, phrase.stop + 1) if told and phrase is not None else None
    if danger is None:
        return ()
    act = NOUN_FORMS.get(sentence.words[danger.stop - 1])
    return told if act is not None and act.predicate in ("attacks", "threatens") else ()


def _doers(sentence: Sentence, after: int) -> tuple[str, ...]:
    """Whom one condemns: the object, whose doing it is, or who is said to have done it."""
    actors = actors_from(sentence, after)
    phrase = phrase_from(sentence, after)
    if actors or phrase is None:
        return actors
    owner = _genitive_owner(sentence, phrase)
    if owner or sentence.words[phrase.stop - 1] not in NOUN_FORMS:
        return owner
    return agent_after(sentence, phrase.stop)


def _genitive_owner(sentence: Sentence, phrase: NounPhrase) -> tuple[str, ...]:
    """Whose it is: "Iran's raid", "the US strikes"; of nothing else does a name stand before."""
    acts = sentence.words[phrase.stop - 1] in NOUN_FORMS
    for index in range(phrase.stop - 1, phrase.first, -1):
        if sentence.words[index] == "'s":
            return owner_in(sentence, phrase.first, index)
    return owner_in(sentence, phrase.first, phrase.stop - 1) if acts else ()


def _thing_end(sentence: Sentence, after: int) -> int:
    phrase = phrase_from(sentence, after)
    return phrase.stop if phrase is not None else after


def after_preposition(sentence: Sentence, entry: VerbEntry, index: int) -> tuple[str, ...]:
    """Name the actors after one of the entry's prepositions, which stands at an index."""
    if index >= len(sentence.words) or sentence.words[index] not in entry.prepositions:
        return ()
    return actors_from(sentence, index + 1)


def preposition_after(sentence: Sentence, index: int, words: tuple[str, ...]) -> int | None:
    """Find the first of some prepositions after an index, within the same clause."""
    for at in range(index, min(index + _REACH, len(sentence.words))):
        if sentence.words[at] in words and sentence.tags[at] in (Tag.PREPOSITION, Tag.TO):
            return at
        if sentence.tags[at] in _CLAUSE_ENDS or sentence.words[at] == "that":
            return None
    return None


def agent_after(sentence: Sentence, index: int) -> tuple[str, ...]:
    """Name the actors after the "by" that follows an index."""
    by = preposition_after(sentence, index, ("by",))
    return actors_from(sentence, by + 1) if by is not None else ()
