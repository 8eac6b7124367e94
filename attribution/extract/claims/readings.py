"""A claim as joining sees it: concepts, names, numbers, polarity, tense, and who acts."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from attribution.extract.english.claim_words import (
    ATTACK_LINKS,
    ATTACKS,
    FUNCTION_WORDS,
    FUTURE_WORDS,
    NEGATIVE_WORDS,
    PHRASES,
    STANDALONE_PRONOUNS,
    TAKING_VERBS,
    concept,
)
from attribution.extract.english.morphology import BE, DETERMINERS, TIME_WORDS
from attribution.extract.english.nations import DEMONYMS, METONYMS, STATE_NAMES
from attribution.extract.english.number_words import number_at
from attribution.extract.text.scanner import Token, scan
from evidence.model import Claim

_PLACE_WORDS = frozenset("in at near on outside around".split())
_SYMBOLS = {"%": "percent", "€": "euro", "$": "dollar", "£": "pound"}
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """What of a claim matters for whether another says the same.

    Attributes:
        claim: The claim.
        words: By concept, the first words of the claim that stand for it.
        concepts: What its words stand for, with names and numbers.
        names: Those concepts that are names.
        numbers: Those that are numbers, dates or times.
        definite: Concepts with "the" before them, which mean something known.
        negated: Whether an odd number of words negates it.
        future: Whether it speaks of what will be.
        agent: The name that acts in it, where that can be told.
        open_subject: Whether it begins with a pronoun, so that whom it is about is not known.
    """

    claim: Claim
    words: Mapping[str, str]
    concepts: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    definite: frozenset[str]
    negated: bool
    future: bool
    agent: str | None
    open_subject: bool

    @property
    def said(self) -> tuple[object, ...]:
        """All that two claims must share to say the very same."""
        claim = self.claim
        relation = (claim.subject, claim.predicate, claim.object)
        words = (self.concepts, self.names, self.definite)
        return (*words, self.negated, self.future, self.agent, self.open_subject, relation)


@dataclass(slots=True)
class _Item:
    """A concept with what it was read from, and the words before it, with and without articles."""

    concept: str
    kind: str
    before: str
    governor: str = ""
    text: str = ""


def read_claim(claim: Claim) -> ClaimReading:
    """Read a claim for joining, at a cost linear in the length of its text."""
    tokens = [token for token in scan(claim.text) if token.text not in "[]"]
    words = [_plain(token.text) for token in tokens]
    items = _items(claim.text, tokens, words)
    negations = sum(_is_negative(word) for word in words) - _paired_negations(words)
    negations += sum(map(_ends, words, words[1:]))
    return ClaimReading(
        claim=claim,
        words=_first_words(items),
        concepts=frozenset(item.concept for item in items),
        names=frozenset(item.concept for item in items if item.kind == "name"),
        numbers=frozenset(item.concept for item in items if item.kind == "number"),
        definite=frozenset(item.concept for item in items if item.before in ("the", "these")),
        negated=negations % 2 == 1,
        future=any(word in FUTURE_WORDS for word in words),
        agent=_agent(items, words),
        open_subject=bool(words) and words[0] in STANDALONE_PRONOUNS,
    )


def _plain(text: str) -> str:
    """A word in lower case without accents, with a straight apostrophe."""
    lower = text.lower()
    if lower.isascii():  # nearly all
        return lower
    folded = unicodedata.normalize("NFKD", lower.replace("’", "'"))
    return "".join(c for c in folded if not unicodedata.combining(c))


def _is_negative(word: str) -> bool:
    return word in NEGATIVE_WORDS or word.endswith("n't") or concept(word) in _NEGATIVE_CONCEPTS


def _paired_negations(words: Sequence[str]) -> int:
    """How many "nor" only carry on a "neither", a "not" or another "nor"."""
    first = next((index for index, word in enumerate(words) if _is_negative(word)), len(words))
    return sum(word == "nor" for word in words[first + 1 :])


def _ends(word: str, following: str) -> bool:
    """Whether something is no longer done, or is not to be: "stop funding"."""
    return concept(word) in _ENDING_CONCEPTS and following.endswith("ing")


_ENDING_CONCEPTS = frozenset(concept(word) for word in ("stop", "cease", "quit", "halt"))
_NEGATIVE_CONCEPTS = frozenset(
    concept(word)
    for word in "refuse fail deny refute rebut reject dispute dismiss contradict".split()
)


def _items(claim_text: str, tokens: Sequence[Token], words: Sequence[str]) -> list[_Item]:
    items: list[_Item] = []
    index = 0
    while index < len(words):
        governor, begin = _governor(words, index), index
        item, index = _item_at(tokens, words, index)
        if item is not None:
            item.governor, item.text = (
                governor,
                claim_text[tokens[begin].start : tokens[index - 1].end],
            )
            items.append(item)
    return items


def _first_words(items: Sequence[_Item]) -> dict[str, str]:
    words: dict[str, str] = {}
    for item in items:
        words.setdefault(item.concept, item.text)
    return words


def _governor(words: Sequence[str], index: int) -> str:
    """The nearest word before an index that is no article: "by" before "the United States"."""
    while index > 0 and words[index - 1] in DETERMINERS:
        index -= 1
    return words[index - 1] if index > 0 else ""


def _item_at(tokens: Sequence[Token], words: Sequence[str], index: int) -> tuple[_Item | None, int]:
    """The concept that begins at an index, if any, and the index after it."""
    before = words[index - 1] if index > 0 else ""
    name = _state_at(tokens, words, index)
    if name is not None:
        return _Item(name[0], "name", before), name[1]
    number = number_at(words, index)
    if number is not None:
        return _Item(f"#{number[0]:g}", "number", before), number[1]
    if before in ATTACKS and (after := _after_link(words, index)) > index:
        return None, after
    phrase = PHRASES.get(tuple(words[index : index + 2]))
    if phrase is not None:
        return _Item(concept(phrase), "word", before), index + 2
    return _word_item(tokens[index], words[index], before, first=index == 0), index + 1


def _after_link(words: Sequence[str], index: int) -> int:
    """Index after what ties an attack to its target: "against", "carried out against"."""
    at = index + 2 if tuple(words[index : index + 2]) == ("carried", "out") else index
    return at + 1 if at < len(words) and words[at] in ATTACK_LINKS else at


def _state_at(tokens: Sequence[Token], words: Sequence[str], index: int) -> tuple[str, int] | None:
    """A state by any of its names, adjectives or seats of government, and the index after it."""
    if not tokens[index].text[0].isupper():
        return None
    for length in range(min(_LONGEST_NAME, len(tokens) - index), 0, -1):
        text = " ".join(token.text for token in tokens[index : index + length])
        state = STATE_NAMES.get(text) or DEMONYMS.get(text)
        is_place = index > 0 and words[index - 1] in _PLACE_WORDS
        state = state or (METONYMS.get(text) if not is_place else None)
        if state is not None:
            return state.lower(), index + length
    return _hyphened_state(tokens[index], index)


def _hyphened_state(token: Token, index: int) -> tuple[str, int] | None:
    first, _, second = token.text.partition("-")
    state = STATE_NAMES.get(first) or DEMONYMS.get(first)
    return (f"{state.lower()}-{concept(second)}", index + 1) if state and second else None


def _word_item(token: Token, word: str, before: str, *, first: bool) -> _Item | None:
    if token.text in _SYMBOLS:
        return _Item(_SYMBOLS[token.text], "word", before)
    if token.kind in ("punctuation", "symbol", "clitic"):
        return None
    if word in TIME_WORDS and word not in ("may", "march"):
        return _Item(word.rstrip("."), "number", before)
    if word in FUNCTION_WORDS and token.text != "May":
        return None
    if _is_negative(word) and not word.startswith("fail"):
        return None
    is_name = token.text[0].isupper() and not first
    if is_name:
        return _Item(word.replace("'", ""), "name", before)
    return _Item(concept(word), "word", before)


def _agent(items: Sequence[_Item], words: Sequence[str]) -> str | None:
    """The name that acts: after "by" in the passive, else the first, or who gives when one buys."""
    names = [item for item in items if item.kind == "name"]
    if any(word in BE for word in words):
        by = next((item.concept for item in names if item.governor == "by"), None)
        if by is not None:
            return by
    if any(word in TAKING_VERBS for word in words):
        source = next((item.concept for item in names if item.governor == "from"), None)
        if source is not None:
            return source
    return names[0].concept if names else None
