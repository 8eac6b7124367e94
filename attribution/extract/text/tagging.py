"""A light guess at word classes: closed classes by list, verbs by form and neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import cache

from attribution.extract.english.common_verbs import COMMON_VERBS, NOUN_LIKE
from attribution.extract.english.cues import cue_lexicon
from attribution.extract.english.morphology import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    NEGATIONS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)
from attribution.extract.english.verbs import Form, inflections
from attribution.extract.text.ornaments import is_ornament, is_picture
from attribution.extract.text.tokens import Segment, Token


class Tag(Enum):
    """What a token is in its sentence."""

    DETERMINER = auto()
    POSSESSIVE = auto()
    PRONOUN = auto()
    OBJECT_PRONOUN = auto()
    PREPOSITION = auto()
    TO = auto()
    COORDINATOR = auto()
    SUBORDINATOR = auto()
    RELATIVE = auto()
    AUXILIARY = auto()
    ADVERB = auto()
    NUMBER = auto()
    NAME = auto()
    NOUN = auto()
    VERB = auto()
    ING = auto()
    PARTICIPLE = auto()
    COMMA = auto()
    MARK = auto()


NOMINAL = frozenset({Tag.NAME, Tag.NOUN, Tag.NUMBER})
BEFORE_NOUN = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION})
CLAUSE_OPENERS = frozenset({Tag.SUBORDINATOR, Tag.RELATIVE})

_CLOSED: dict[str, Tag] = {
    **dict.fromkeys(PREPOSITIONS, Tag.PREPOSITION),
    **dict.fromkeys(SUBORDINATORS, Tag.SUBORDINATOR),
    **dict.fromkeys(COORDINATORS, Tag.COORDINATOR),
    **dict.fromkeys(RELATIVES, Tag.RELATIVE),
    **dict.fromkeys(DETERMINERS, Tag.DETERMINER),
    **dict.fromkeys(SUBJECT_PRONOUNS, Tag.PRONOUN),
    **dict.fromkeys(OBJECT_PRONOUNS, Tag.OBJECT_PRONOUN),
    **dict.fromkeys(AUXILIARIES, Tag.AUXILIARY),
    **dict.fromkeys(POSSESSIVES, Tag.POSSESSIVE),
    **dict.fromkeys(NEGATIONS - COORDINATORS - DETERMINERS, Tag.ADVERB),
    "to": Tag.TO,
    "that": Tag.SUBORDINATOR,
}
_FINITE_LEFT = frozenset({Tag.PRONOUN, Tag.RELATIVE, Tag.TO, Tag.AUXILIARY})
_OBJECT_RIGHT = frozenset(
    {
        Tag.DETERMINER,
        Tag.POSSESSIVE,
        Tag.PRONOUN,
        Tag.OBJECT_PRONOUN,
        Tag.NAME,
    }
)
_COMPLEMENTIZERS = frozenset("that how why what whether if".split())
_TITLE_CASE_SHARE = 0.7


@cache
def verb_forms() -> dict[str, frozenset[tuple[str, Form]]]:
    """Return each known verb form with the lemmas and forms that it may be."""
    heads = {cue.phrase.split()[0] for cue in cue_lexicon().cues if cue.kind == "verb"}
    table: dict[str, set[tuple[str, Form]]] = {}
    for lemma in heads | COMMON_VERBS:
        for word, form in inflections(lemma):
            table.setdefault(word, set()).add((lemma, form))
    return {word: frozenset(forms) for word, forms in table.items()}


def tag(tokens: Sequence[Token], words: Sequence[str], sentences: Sequence[Segment]) -> list[Tag]:
    """Guess the class of every token.

    Args:
        tokens: All tokens of a text.
        words: Their texts in lower case with straight apostrophes.
        sentences: The sentences, by index into the tokens.

    Returns:
        One tag a token.
    """
    tags = [Tag.MARK] * len(tokens)
    for sentence in sentences:
        cased = _is_cased(tokens, sentence)
        opening = _opening(tokens, sentence)  # what is before it stays a mark
        for index in range(opening, sentence.stop):
            inside = index > opening
            tags[index] = _simple_tag(tokens[index], words[index], cased and inside)
        for index in range(sentence.first, sentence.stop):
            if tags[index] is Tag.NOUN and words[index] in verb_forms():
                tags[index] = _verb_or_noun(words, tags, sentence, index)
    return tags


def _opening(tokens: Sequence[Token], sentence: Segment) -> int:
    """Index of the first token after the bullets and pictures that open a sentence."""
    index = sentence.first
    while index < sentence.stop and is_ornament(tokens[index]):
        index += 1
    return index


def _is_cased(tokens: Sequence[Token], sentence: Segment) -> bool:
    """Whether capitals tell names from other words, unlike in a headline."""
    long = [t.text for t in tokens[sentence.first : sentence.stop] if len(t.text) > 3]
    capital = sum(text[0].isupper() for text in long)
    return capital < _TITLE_CASE_SHARE * len(long) or len(long) < 4


def _simple_tag(token: Token, word: str, cased: bool) -> Tag:
    """The class of a token by itself; open classes are nouns until shown to be verbs."""
    if token.kind == "punctuation" or is_picture(token) or word == "|":
        return Tag.COMMA if word == "," else Tag.MARK
    if token.kind == "clitic":
        return Tag.POSSESSIVE if word == "'s" else Tag.AUXILIARY
    if token.kind in ("symbol", "number"):
        return Tag.NUMBER
    closed = _CLOSED.get(word)
    if closed is not None and not (cased and _is_lookalike(token.text, word)):
        return closed
    if cased and token.text[0].isupper():
        return Tag.NAME
    return Tag.ADVERB if is_adverb(word) else Tag.NOUN


def _is_lookalike(text: str, word: str) -> bool:
    """Whether a closed-class word with capitals inside a sentence is something else: US, May."""
    return text[0].isupper() and text != "It" and word in ("us", "will", "may", "it")


def _verb_or_noun(words: Sequence[str], tags: Sequence[Tag], sentence: Segment, index: int) -> Tag:
    """Decide between noun and verb for a word that can be either, by its neighbours."""
    forms = {form for _, form in verb_forms()[words[index]]}
    left = _left_of(tags, sentence.first, index)
    last = index + 1 == sentence.stop
    if "ing" in forms:
        return Tag.NOUN if left in (Tag.DETERMINER, Tag.POSSESSIVE) else Tag.ING
    if forms & {"past", "participle"}:
        return _past(forms, left, "" if last else words[index + 1])
    if left in _FINITE_LEFT:
        return Tag.VERB
    if left in BEFORE_NOUN:
        return Tag.NOUN
    if not any(lemma in NOUN_LIKE for lemma, _ in verb_forms()[words[index]]):
        return Tag.VERB
    return Tag.VERB if left in NOMINAL and not last and _governs(words, tags, index) else Tag.NOUN


def _left_of(tags: Sequence[Tag], first: int, index: int) -> Tag:
    """The tag of the nearest token to the left that is no adverb."""
    at = index - 1
    while at >= first and tags[at] is Tag.ADVERB:
        at -= 1
    return tags[at] if at >= first else Tag.MARK


def _past(forms: set[Form], left: Tag, following: str) -> Tag:
    if left is Tag.AUXILIARY:
        return Tag.VERB
    if left in BEFORE_NOUN:
        return Tag.NOUN
    if "past" not in forms or following == "by":
        return Tag.PARTICIPLE
    return Tag.VERB


def _governs(words: Sequence[str], tags: Sequence[Tag], index: int) -> bool:
    """Whether what follows a word is more likely its object or clause than a new phrase."""
    word, after = words[index], index + 1
    if tags[after] is Tag.SUBORDINATOR:
        return words[after] in _COMPLEMENTIZERS
    if tags[after] is Tag.TO:
        return any(lemma in _infinitive_takers() for lemma, _ in verb_forms()[word])
    if tags[after] is Tag.NOUN:  # "images show craters", not "images shows craters"
        return _is_plural(words[index - 1]) and (word, "base") in verb_forms()[word]
    return tags[after] in _OBJECT_RIGHT


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


@cache
def _infinitive_takers() -> frozenset[str]:
    return frozenset(cue.phrase for cue in cue_lexicon().cues if "infinitive" in cue.takes)
