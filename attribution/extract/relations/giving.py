"""Who gives what to whom: "sold drones to Kyiv", "gave Kyiv drones", "bought from Turkey"."""

from __future__ import annotations

from dataclasses import replace

from attribution.extract.english.relation_words import (
    BELONGINGS,
    GOODS,
    MONEY,
    NO_GOODS,
    NOUN_FORMS,
    PLAIN_GIVING,
    VerbEntry,
)
from attribution.extract.grammar.noun_phrases import (
    NounPhrase,
    actors_from,
    list_ending,
    phrase_from,
    words_of,
)
from attribution.extract.grammar.sentence import Sentence
from attribution.extract.grammar.subjects import Subject, described_by
from attribution.extract.relations.objects import preposition_after
from attribution.extract.relations.stated import Stated, stated_by


def giving(sentence: Sentence, entry: VerbEntry, subject: Subject, after: int) -> Stated | None:
    """Read "sold drones to Kyiv", "supplied Kyiv with drones" and "gave Kyiv drones"."""
    thing = phrase_from(sentence, after)
    if thing is None:
        return None
    link = preposition_after(sentence, thing.stop, (*entry.prepositions, "with"))
    if link is None and entry.lemma != "equip":
        return _given_first(sentence, entry, subject, after)
    if link is None or sentence.words[link] == "with":
        return _given_with(sentence, entry, subject, after, link)
    return _given_to(sentence, entry, subject, thing, link)


def _given_with(
    sentence: Sentence, entry: VerbEntry, subject: Subject, after: int, link: int | None
) -> Stated | None:
    """Read "supplied Kyiv with drones" and "equipped Kyiv"."""
    goods = phrase_from(sentence, link + 1) if link is not None else None
    if goods is not None and not _is_goods(sentence, goods, entry.lemma):
        return None
    what = words_of(sentence, goods) if goods is not None else None
    receivers = actors_from(sentence, after)
    return stated_by(entry, subject.group, subject.actors, receivers, what)


def _given_to(
    sentence: Sentence, entry: VerbEntry, subject: Subject, thing: NounPhrase, link: int
) -> Stated | None:
    """Read "sold drones to Kyiv"."""
    if not _is_goods(sentence, thing, entry.lemma) or _leads_to_verb(sentence, link):
        return None
    receivers = actors_from(sentence, link + 1)
    return stated_by(entry, subject.group, subject.actors, receivers, words_of(sentence, thing))


def _leads_to_verb(sentence: Sentence, index: int) -> bool:
    return index + 1 < len(sentence.words) and sentence.is_verb(index + 1)


def _is_goods(sentence: Sentence, thing: NounPhrase, lemma: str) -> bool:
    """Whether a phrase may name goods or money, rather than a message, people or an act."""
    word = sentence.words[thing.stop - 1]
    if lemma in PLAIN_GIVING:
        return word in GOODS or word in MONEY
    return word not in NO_GOODS and word not in NOUN_FORMS


def _given_first(
    sentence: Sentence, entry: VerbEntry, subject: Subject, after: int
) -> Stated | None:
    """Read "gave Kyiv drones": a name with a thing right after it."""
    receiver, stop = _name_at(sentence, after)
    if receiver is None or entry.lemma not in PLAIN_GIVING | {"sell"}:
        return None
    thing = phrase_from(sentence, stop)
    if thing is None or sentence.words[stop] == "'s":
        return None
    if not _is_goods(sentence, thing, entry.lemma) or _is_belonging(sentence, thing):
        return None
    what = words_of(sentence, thing)
    return stated_by(entry, subject.group, subject.actors, (receiver,), what)


def _name_at(sentence: Sentence, after: int) -> tuple[str | None, int]:
    """Who is named right after a verb, with or without an article, and the index after it."""
    for index in (after, after + 1):
        placed = sentence.mention_over(index) if index < len(sentence.words) else None
        if placed is not None:
            return placed.mention.actor, placed.stop
    return None, after


def _is_belonging(sentence: Sentence, thing: NounPhrase) -> bool:
    """Whether a name and a noun are one: in "gave US troops" nothing is given to the US."""
    word = sentence.words[thing.stop - 1]
    return word in BELONGINGS and word not in GOODS


def taking(sentence: Sentence, entry: VerbEntry, subject: Subject, after: int) -> Stated | None:
    """Read "bought drones from Turkey": Turkey supplies."""
    thing = phrase_from(sentence, after)
    if thing is None or not _is_goods(sentence, thing, entry.lemma):
        return None
    source = preposition_after(sentence, thing.stop, entry.prepositions)
    if source is None:
        return None
    givers = actors_from(sentence, source + 1)
    return stated_by(entry, subject.group, givers, subject.actors, words_of(sentence, thing))


def given_passive(
    sentence: Sentence, entry: VerbEntry, subject: Subject, givers: tuple[str, ...]
) -> Stated | None:
    """Read "oil is supplied to India by Russia" and "India is supplied with oil by Russia"."""
    head = subject.group.head
    link = preposition_after(sentence, head + 1, entry.prepositions)
    if link is not None and not _leads_to_verb(sentence, link):
        phrases = list_ending(sentence, subject.group.first)
        thing = described_by(sentence, phrases[-1]) if phrases else None
        what = words_of(sentence, thing) if thing is not None else None
        return stated_by(entry, subject.group, givers, actors_from(sentence, link + 1), what)
    with_ = preposition_after(sentence, head + 1, ("with",))
    goods = phrase_from(sentence, with_ + 1) if with_ is not None else None
    what = words_of(sentence, goods) if goods is not None else None
    return stated_by(entry, subject.group, givers, subject.actors, what)


def given_reduced(
    sentence: Sentence, entry: VerbEntry, stated: Stated, thing: NounPhrase
) -> Stated:
    """Read "drones supplied to the group by Iran", given the thing as what is acted on."""
    link = preposition_after(sentence, stated.at + 1, entry.prepositions)
    if link is None:
        return stated
    receivers = actors_from(sentence, link + 1)
    return replace(stated, objects=receivers, what=words_of(sentence, thing))
