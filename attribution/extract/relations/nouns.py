"""Relations that a noun for an act states: "Iran's support for the group", "strikes on Aden"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attribution.extract.english.cues import plural
from attribution.extract.english.morphology import HAVE
from attribution.extract.english.relation_words import (
    ENDING_VERBS,
    GOODS,
    INVOLVED_VERBS,
    LIGHT_VERBS,
    NOUN_FORMS,
    RECEIVING_VERBS,
    UNREAL_VERBS,
    NounEntry,
)
from attribution.extract.grammar.noun_phrases import (
    NounPhrase,
    actors_from,
    list_from,
    owner_in,
    phrase_ending,
    phrase_from,
    text_between,
    words_of,
)
from attribution.extract.grammar.sentence import Sentence
from attribution.extract.grammar.subjects import Subject, subject_of
from attribution.extract.grammar.verb_groups import verb_group, verbs_before
from attribution.extract.relations.stated import Stated
from attribution.extract.text.tagging import Tag

_REACH = 24
"""How many tokens after a noun its phrases are looked for."""

_LIGHT = LIGHT_VERBS | RECEIVING_VERBS | ENDING_VERBS | UNREAL_VERBS | {"claim"}
_FACTUAL = ENDING_VERBS | {"threaten", "order"}
_LIGHT_REACH = 6
"""How many tokens may stand between such a verb and its noun phrase."""

_AGENTS = ("by", "from")


@dataclass(slots=True)
class _Act:
    """What the words around a noun for an act say about it."""

    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    what: str | None = None
    negated: bool = False
    hedged: bool = False


def stated_by_nouns(sentence: Sentence) -> Iterator[Stated]:
    """Yield the relations that nouns for acts state, in order."""
    for index, word in enumerate(sentence.words):
        entry = NOUN_FORMS.get(word)
        if entry is None or sentence.tags[index] is not Tag.NOUN or _is_in_name(sentence, index):
            continue
        phrase = _phrase_headed(sentence, index)
        if phrase is not None:
            yield from _at_noun(sentence, entry, phrase)


def _is_in_name(sentence: Sentence, index: int) -> bool:
    """Whether a word is part of a name; a sentence's first word alone may only look like one."""
    placed = sentence.mention_over(index)
    return placed is not None and (index > 0 or placed.stop > 1)


def _phrase_headed(sentence: Sentence, index: int) -> NounPhrase | None:
    """The phrase whose head is the noun at an index; None where it is part of a longer name."""
    phrase = phrase_ending(sentence, index + 1)
    longer = phrase_from(sentence, index)
    if phrase is None or (longer is not None and longer.stop > index + 1):
        return None
    return phrase


def _at_noun(sentence: Sentence, entry: NounEntry, phrase: NounPhrase) -> Iterator[Stated]:
    head = phrase.stop - 1
    act = _Act(agents=_owner(sentence, phrase))
    act.negated = sentence.words[phrase.first] == "no"
    act.what = _thing_before(sentence, phrase) if entry.names_thing else None
    end = _read_phrases(sentence, entry, act, phrase.stop)
    if entry.predicate == "negotiates with" and sentence.has(phrase.stop, "between"):
        _read_between(sentence, act, phrase.stop + 1)
    if not act.agents or not act.targets:
        _read_light_verb(sentence, entry, act, phrase, end)
    if entry.names_thing and act.what is None:
        return
    if act.agents and act.targets:
        yield Stated(
            act.agents, entry.predicate, act.targets, act.what, head, act.negated, act.hedged
        )


def _owner(sentence: Sentence, phrase: NounPhrase) -> tuple[str, ...]:
    """Whose act it is: "Iran" in "Iran’s military support"."""
    head = phrase.stop - 1
    placed = sentence.mention_over(head - 1) if head > phrase.first else None
    if placed is not None and sentence.words[head - 1] == "military":
        inner = [m for m in sentence.mentions if m.first == placed.first and m.stop < placed.stop]
        if inner and inner[0].mention.actor is not None:
            return (inner[0].mention.actor,)
    return owner_in(sentence, phrase.first, head)


def _thing_before(sentence: Sentence, phrase: NounPhrase) -> str | None:
    """The thing in front of the noun, as one names several: "drones" for "drone transfers"."""
    first = phrase.first
    for index in range(phrase.first, phrase.stop - 1):
        placed = sentence.mention_over(index)
        tag = sentence.tags[index]
        if placed is not None or tag in (Tag.POSSESSIVE, Tag.DETERMINER):
            first = index + 1
    thing = text_between(sentence, first, phrase.stop - 1)
    many = plural(thing.lower())
    return many if many in GOODS else thing or None


def _read_phrases(sentence: Sentence, entry: NounEntry, act: _Act, index: int) -> int:
    """Read the prepositional phrases from an index on; returns where they end."""
    stop = min(index + _REACH, len(sentence.words))
    while index < stop:
        word, tag = sentence.words[index], sentence.tags[index]
        aims = word == "targeting" and entry.predicate == "attacks"
        if tag not in (Tag.PREPOSITION, Tag.TO) and not aims:
            break
        if index + 1 < stop and sentence.is_verb(index + 1):
            break
        phrases = list_from(sentence, index + 1)
        if not phrases:
            break
        _read_phrase(sentence, entry, act, word, index + 1)
        index = phrases[-1].stop
    return index


def _read_phrase(
    sentence: Sentence, entry: NounEntry, act: _Act, preposition: str, first: int
) -> None:
    actors = actors_from(sentence, first)
    if preposition in (*entry.prepositions, "targeting") and not act.targets:
        act.targets = actors
    elif preposition in _AGENTS and (preposition == "by" or not act.agents):
        act.agents = actors or act.agents
    elif preposition == "of" and entry.names_thing and act.what is None:
        phrase = phrase_from(sentence, first)
        act.what = words_of(sentence, phrase) if phrase is not None else None


def _read_between(sentence: Sentence, act: _Act, first: int) -> None:
    actors = actors_from(sentence, first, inside=True)
    act.agents, act.targets = actors[:1], actors[1:]


def _read_light_verb(
    sentence: Sentence, entry: NounEntry, act: _Act, phrase: NounPhrase, end: int
) -> None:
    """Take agent or target from the verb that says that the act is done."""
    for verb in verbs_before(sentence, phrase.first):
        if phrase.first - verb > _LIGHT_REACH:
            break
        if _is_object_of(sentence, phrase, verb):
            _read_active(sentence, entry, act, verb_subject(sentence, verb))
            return
    if phrase.first > 0 and sentence.words[phrase.first - 1] in HAVE:
        _read_active(sentence, entry, act, verb_subject(sentence, phrase.first - 1))
    elif end < len(sentence.words):
        _read_passive(sentence, entry, act, end)


def verb_subject(sentence: Sentence, verb: int) -> Subject:
    """The subject of the verb at an index."""
    return subject_of(sentence, verb_group(sentence, verb))


def _is_object_of(sentence: Sentence, phrase: NounPhrase, verb: int) -> bool:
    """Whether a phrase is what a verb says is done: "carried out measured and exact strikes"."""
    group = verb_group(sentence, verb)
    between = range(verb + 1, phrase.first)
    if group.lemmas & INVOLVED_VERBS and sentence.has(verb + 1, "in"):
        return len(between) == 1
    if group.voice == "passive" or not group.lemmas & _LIGHT:
        return False
    return all(
        sentence.tags[index] in (Tag.ADVERB, Tag.PARTICIPLE, Tag.COORDINATOR)
        or sentence.words[index] in ("out", "up", "to")
        or sentence.words[index].endswith("ed")
        for index in between
    )


def _read_active(sentence: Sentence, entry: NounEntry, act: _Act, subject: Subject) -> None:
    """Read "carried out strikes against" and "received support from"."""
    group = subject.group
    ends = bool(group.lemmas & ENDING_VERBS)
    act.negated = act.negated != (group.negated != ends)
    if entry.predicate != "threatens":
        act.hedged = group.hedged or bool(group.lemmas & (UNREAL_VERBS - _FACTUAL))
    if act.agents and group.lemmas & RECEIVING_VERBS and not act.targets:
        act.targets = subject.actors
    elif not act.agents:
        act.agents = subject.actors
        if not act.targets and len(subject.actors) > 1:
            act.agents, act.targets = subject.actors[:1], subject.actors[1:]


def _read_passive(sentence: Sentence, entry: NounEntry, act: _Act, end: int) -> None:
    """Read "sanctions were imposed on Belarus by the Union" and "sanctions that it imposed on"."""
    for index in range(end, min(end + _REACH, len(sentence.words))):
        if sentence.is_verb(index):
            _read_verb_after(sentence, entry, act, end, index)
            return
        if sentence.words[index] in (",", ";", "and"):
            return


def _read_verb_after(sentence: Sentence, entry: NounEntry, act: _Act, end: int, verb: int) -> None:
    group = verb_group(sentence, verb)
    if not group.lemmas & (LIGHT_VERBS | {"lead"}):
        return
    after = verb + 1 + sentence.has(verb + 1, "out")
    if group.voice in ("passive", "reduced"):
        act.negated, act.hedged = act.negated != group.negated, group.hedged
        _read_phrases(sentence, entry, act, after)
    elif sentence.words[end] in ("that", "which"):
        act.agents = act.agents or verb_subject(sentence, verb).actors
        _read_phrases(sentence, entry, act, after)
