"""Verb groups: a verb with its auxiliaries, its voice, and whether it says that something is so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from attribution.extract.english.morphology import BE, HAVE, NEGATIONS
from attribution.extract.english.relation_words import GOVERNING_FORMS, HEDGES, VERB_FORMS
from attribution.extract.english.verbs import Form
from attribution.extract.grammar.sentence import Sentence
from attribution.extract.text.tagging import Tag, verb_forms

_AGENT_REACH = 8
"""How many tokens after a bare participle its "by" may come."""

_BE_LIKE = BE | frozenset("'s 're 'm get gets got getting".split())


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with what stands before it.

    Attributes:
        first: Index of the first auxiliary, adverb or "to" of the group.
        head: Index of the verb.
        lemmas: What the verb may be the form of.
        voice: Whether its subject acts, is acted on, or is acted on without an auxiliary
            ("drones produced by").
        to: Whether it is an infinitive with "to".
        ing: Whether it is an -ing form without an auxiliary.
        negated: Whether it is said not to be so.
        hedged: Whether it is not said to be so.
        ended: Whether it is said to be so no longer: "stopped arming".
    """

    first: int
    head: int
    lemmas: frozenset[str]
    voice: str
    to: bool
    ing: bool
    negated: bool
    hedged: bool
    ended: bool = False

    def governed(self, *, negated: bool, hedged: bool, ended: bool = False) -> VerbGroup:
        """The group with what a word that governs it adds."""
        return replace(
            self,
            negated=self.negated != negated,
            hedged=self.hedged or hedged,
            ended=self.ended or ended,
        )


def verb_group(sentence: Sentence, head: int) -> VerbGroup:
    """Read the verb group whose verb stands at an index."""
    first = head
    while first > 0 and _is_of_group(sentence, first - 1):
        first -= 1
    to = first > 0 and sentence.tags[first - 1] is Tag.TO
    before = sentence.words[first:head]
    be = _last_auxiliary(before) in _BE_LIKE
    forms = forms_at(sentence, head)
    return VerbGroup(
        first=first - to,
        head=head,
        lemmas=frozenset(lemma for lemma, _ in forms),
        voice=_voice(sentence, head, before, forms),
        to=to,
        ing=sentence.tags[head] is Tag.ING and not be,
        negated=_is_negated(sentence, first - to, before),
        hedged=any(word in HEDGES for word in before) or _is_conditional(sentence, first),
    )


def _is_of_group(sentence: Sentence, index: int) -> bool:
    if sentence.widest_at[index] >= 0:
        return False
    tag, word = sentence.tags[index], sentence.words[index]
    if tag in (Tag.AUXILIARY, Tag.ADVERB) or word in ("n't", "neither", "likely"):
        return True
    return sentence.has(index, "no", "longer") or sentence.has(index - 1, "no", "longer")


def _last_auxiliary(before: Sequence[str]) -> str:
    return next((word for word in reversed(before) if word in _BE_LIKE or word in HAVE), "")


def _voice(
    sentence: Sentence, head: int, before: Sequence[str], forms: Sequence[tuple[str, Form]]
) -> str:
    if not any(form == "participle" for _, form in forms):
        return "active"
    auxiliary = _last_auxiliary(before)
    if auxiliary in _BE_LIKE and auxiliary:
        return "passive"
    bare = not before and sentence.tags[head] in (Tag.PARTICIPLE, Tag.VERB)
    return "reduced" if bare and _has_agent(sentence, head) else "active"


def _has_agent(sentence: Sentence, head: int) -> bool:
    """Whether "by" follows a verb: "made by", "made there by", "sold to Warsaw by"."""
    if sentence.has(head + 1, "by") or sentence.has(head + 2, "by"):
        return not sentence.is_verb(head + 1)
    following = sentence.tags[head + 1 : head + 1 + _AGENT_REACH]
    if not following or following[0] not in (Tag.PREPOSITION, Tag.TO):
        return False
    for index in range(head + 1, head + 1 + len(following)):
        if sentence.is_verb(index) or sentence.tags[index] in (Tag.COMMA, Tag.MARK):
            return False
        if sentence.words[index] == "by":
            return True
    return False


def _is_negated(sentence: Sentence, first: int, before: Sequence[str]) -> bool:
    count = sum(word in NEGATIONS or word.endswith("n't") for word in before)
    if "not" in before and "only" in before:
        count -= 1
    return (count + (first > 0 and sentence.words[first - 1] == "nor")) % 2 == 1


def _is_conditional(sentence: Sentence, first: int) -> bool:
    """Whether "if" opens the clause, a few words before the verb."""
    return any(
        sentence.words[index] in ("if", "whether", "unless", "lest")
        for index in range(max(0, first - 6), first)
    )


def forms_at(sentence: Sentence, index: int) -> tuple[tuple[str, Form], ...]:
    """What verbs, and what forms of them, may stand at an index; sorted."""
    word = sentence.words[index]
    known = set(verb_forms().get(word, frozenset()))
    known.update((entry.lemma, form) for entry, form in VERB_FORMS.get(word, ()))
    known.update(GOVERNING_FORMS.get(word, ()))
    return tuple(sorted(known))


def verbs_before(sentence: Sentence, index: int) -> Iterator[int]:
    """Yield the indexes of verbs before an index, the nearest first."""
    for at in range(index - 1, -1, -1):
        if sentence.is_verb(at) and sentence.widest_at[at] < 0:
            yield at
