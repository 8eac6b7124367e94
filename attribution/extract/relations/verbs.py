"""Relations that a verb states: "Turkey sold Ukraine drones", "sold to Ukraine by Turkey"."""

from __future__ import annotations

from collections.abc import Iterator

from attribution.extract.english.relation_words import VERB_FORMS, Frame, VerbEntry
from attribution.extract.grammar.noun_phrases import actors_of, list_ending, phrase_from
from attribution.extract.grammar.sentence import Sentence
from attribution.extract.grammar.subjects import Subject, subject_of
from attribution.extract.grammar.verb_groups import VerbGroup, verb_group
from attribution.extract.relations.giving import given_passive, given_reduced, giving, taking
from attribution.extract.relations.objects import after_preposition, agent_after, objects_after
from attribution.extract.relations.stated import Stated, stated_by
from attribution.extract.text.tagging import Tag

_PARTICLES = frozenset("up out down off over away back".split())


def stated_by_verbs(sentence: Sentence) -> Iterator[Stated]:
    """Yield the relations that the verbs of a sentence state, in order."""
    for index, word in enumerate(sentence.words):
        if word in VERB_FORMS and sentence.is_verb(index) and sentence.widest_at[index] < 0:
            yield from _at_verb(sentence, index)


def _at_verb(sentence: Sentence, index: int) -> Iterator[Stated]:
    group = verb_group(sentence, index)
    for entry in dict.fromkeys(entry for entry, _ in VERB_FORMS[sentence.words[index]]):
        stated = _read(sentence, entry, group)
        if stated is not None and stated.subjects and stated.objects:
            yield stated
            return


def _read(sentence: Sentence, entry: VerbEntry, group: VerbGroup) -> Stated | None:
    if group.voice == "reduced":
        return _reduced(sentence, entry, group)
    subject = subject_of(sentence, group)
    if group.voice == "passive":
        return _passive(sentence, entry, subject)
    return _active(sentence, entry, subject)


def _active(sentence: Sentence, entry: VerbEntry, subject: Subject) -> Stated | None:
    after = _after_verb(sentence, subject.group)
    if entry.frame is Frame.THING_TO:
        return giving(sentence, entry, subject, after)
    if entry.frame is Frame.THING_FROM:
        return taking(sentence, entry, subject, after)
    objects = objects_after(sentence, entry, after)
    is_direct = entry.frame in (Frame.OBJECT, Frame.DOINGS)
    if is_direct and not objects and phrase_from(sentence, after) is None:
        objects = subject.gap
    if entry.predicate == "negotiates with" and not objects:
        return _mutual(entry, subject)
    return stated_by(entry, subject.group, subject.actors, objects)


def _mutual(entry: VerbEntry, subject: Subject) -> Stated | None:
    """Read "Iran and Oman negotiated": with each other."""
    if len(subject.actors) < 2:
        return None
    return stated_by(entry, subject.group, subject.actors[:1], subject.actors[1:])


def _after_verb(sentence: Sentence, group: VerbGroup) -> int:
    """Where the object begins: after the verb, its adverbs, and a second verb that shares it."""
    index = group.head + 1
    while index < len(sentence.words):
        is_particle = sentence.words[index] in _PARTICLES
        if sentence.tags[index] is Tag.ADVERB or is_particle:
            index += 1
        elif sentence.words[index] in ("and", "or", "nor") and _is_next_verb(sentence, index):
            index += 2
        else:
            break
    return index


def _is_next_verb(sentence: Sentence, index: int) -> bool:
    return index + 1 < len(sentence.tags) and sentence.is_verb(index + 1)


def _passive(sentence: Sentence, entry: VerbEntry, subject: Subject) -> Stated | None:
    group = subject.group
    agent = agent_after(sentence, group.head + 1)
    if entry.frame is Frame.THING_TO:
        return given_passive(sentence, entry, subject, agent)
    if entry.frame in (Frame.THING_FROM, Frame.WEAPON_AT) or entry.lemma == "join":
        return None
    if entry.frame is Frame.PREPOSITION:
        objects = after_preposition(sentence, entry, group.head + 1)
        return stated_by(entry, group, subject.actors, objects)
    return stated_by(entry, group, agent, subject.actors)


def _reduced(sentence: Sentence, entry: VerbEntry, group: VerbGroup) -> Stated | None:
    """Read "drones produced by Iran" and "the bank, sanctioned by the Treasury"."""
    stop = group.first - (group.first > 0 and sentence.words[group.first - 1] == ",")
    phrases = list_ending(sentence, stop)
    if not phrases or entry.frame in (Frame.THING_FROM, Frame.WEAPON_AT, Frame.PREPOSITION):
        return None
    agent = agent_after(sentence, group.head + 1)
    stated = stated_by(entry, group, agent, actors_of(sentence, phrases[0]))
    if entry.frame is Frame.THING_TO:
        return given_reduced(sentence, entry, stated, phrases[0])
    return stated
