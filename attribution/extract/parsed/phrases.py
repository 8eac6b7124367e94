"""Attributions by preposition or noun in a parse: "according to ...", "his claim that ..."."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attribution.extract.english.cues import Cue, cue_lexicon
from attribution.extract.parsed.trees import Mention, Word, children, subtree

_OWNERS = frozenset("of by from".split())


def preposition_mentions(sentence: Word) -> Iterator[Mention]:
    """Yield the attributions by preposition of a sentence (a `spacy.tokens.Span`)."""
    for first in sentence:
        if first.dep_ != "prep":
            continue
        # "according to" is two prepositions, one under the other.
        second = next(children(first, "prep"), None)
        words = (first,) if second is None else (first, second)
        cue = _cues("preposition").get(" ".join(word.lower_ for word in words))
        source = tuple(w for noun in children(words[-1], "pobj") for w in subtree(noun))
        content = subtree(first.head, first)
        if cue is not None and source and content:
            yield Mention(source, words, content, cue.weight)


def noun_mentions(sentence: Word) -> Iterator[Mention]:
    """Yield the attributions by noun of a sentence: a noun with an owner and a clause."""
    for noun in sentence:
        cue = _cues("noun").get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
        if cue is None:
            continue
        content = tuple(w for clause in children(noun, "acl", "ccomp") for w in subtree(clause))
        source = _owner_of(noun)
        if source and content:
            yield Mention(source, (noun,), content, cue.weight)


@cache
def _cues(kind: str) -> dict[str, Cue]:
    return {cue.phrase: cue for cue in cue_lexicon().cues if cue.kind == kind}


def _owner_of(noun: Word) -> tuple[Word, ...]:
    owner = next(children(noun, "poss"), None)
    if owner is not None:
        return subtree(owner, *children(owner, "case"))
    for preposition in children(noun, "prep"):
        if preposition.lower_ in _OWNERS:
            return tuple(w for owner in children(preposition, "pobj") for w in subtree(owner))
    return ()
