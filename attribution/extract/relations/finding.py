"""Relations between actors as sentences state them: who backs, supplies, attacks whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attribution.extract.actors.cast import Cast, Mention
from attribution.extract.english.relation_words import (
    INDEFINITE,
    OBJECTS_OF_TALK,
    TALKERS,
    UNFIT_OBJECTS,
)
from attribution.extract.grammar.sentence import Sentence, read_sentences
from attribution.extract.relations.compounds import stated_by_compounds
from attribution.extract.relations.examples import with_examples
from attribution.extract.relations.nouns import stated_by_nouns
from attribution.extract.relations.stated import Stated
from attribution.extract.relations.verbs import stated_by_verbs
from attribution.extract.text.tokens import TokenizedText
from evidence.vocabulary import ActorKind

_WHETHER_REACH = 2
"""Words from "whether" to the first actor, both included, but for the actor's own."""


@dataclass(frozen=True, slots=True)
class StatedRelation:
    """What a stretch of text says that one actor is or does to another.

    Attributes:
        subject: Id of the acting actor, whatever the voice of the verb.
        predicate: A predicate of `evidence.vocabulary.PREDICATES`.
        object: Id of the actor acted on.
        what: The thing supplied, in the words of the text.
        start: First code point of the words that say so, from the first to the last of subject,
            predicate and object where they stand in the sentence.
        end: One past the last.
        negated: Whether it is said not to be so, or no longer.
        hedged: Whether it is not said to be so: possible, planned, alleged or conditional.
        presupposed: Whether the words take it for granted, as "Iranian-backed" does, so that who
            denies or demands something of such a group does not deny or demand the backing.
        asked: Whether it is only asked: "whether Iran supplied drones".
        ended: Whether it is said to be so no longer, which grants that it was.
    """

    subject: str
    predicate: str
    object: str
    what: str | None
    start: int
    end: int
    negated: bool
    hedged: bool
    presupposed: bool = False
    asked: bool = False
    ended: bool = False


def find_relations(tokenized: TokenizedText, cast: Cast) -> list[StatedRelation]:
    """Find the relations between actors that a text states.

    Whether the text states one in its own voice or reports it is not looked at: a relation in a
    clause that somebody denies is found as it stands there, since the stance tells the rest.

    Args:
        tokenized: The text.
        cast: Who is mentioned in it, and where.

    Returns:
        Relations in order of position, each once per sentence; who supplies goods of which some
        are named ("drones such as the TB2") supplies those as well.
    """
    found: dict[tuple[int, str, str, str, str | None], StatedRelation] = {}
    for number, sentence in enumerate(read_sentences(tokenized, cast, _may_relate)):
        for stated in _stated(sentence):
            for place, part in enumerate(with_examples(sentence, stated)):
                for relation in _pairs(sentence, part, cast):
                    ends = (relation.subject, relation.predicate, relation.object)
                    found.setdefault((number, *ends, part.what if place else None), relation)
    return sorted(found.values(), key=_position)


def _position(relation: StatedRelation) -> tuple[int, int, str, str, str, str]:
    ends = (relation.predicate, relation.subject, relation.object)
    return (relation.start, relation.end, *ends, relation.what or "")


def _may_relate(words: Sequence[str], mentions: Sequence[Mention]) -> bool:
    """Whether a sentence mentions two actors."""
    return len(mentions) > 1 and len({mention.actor for mention in mentions} - {None}) > 1


def _stated(sentence: Sentence) -> Iterator[Stated]:
    yield from stated_by_verbs(sentence)
    yield from stated_by_nouns(sentence)
    yield from stated_by_compounds(sentence)


def _pairs(sentence: Sentence, stated: Stated, cast: Cast) -> Iterator[StatedRelation]:
    for subject in stated.subjects:
        for other in stated.objects:
            predicate = _predicate_between(stated.predicate, subject, other, cast)
            if predicate is not None:
                start, end = _place(sentence, stated.at, subject, other)
                yield StatedRelation(
                    subject=subject,
                    predicate=predicate,
                    object=other,
                    what=stated.what,
                    start=start,
                    end=end,
                    negated=stated.negated,
                    hedged=stated.hedged,
                    presupposed=stated.presupposed,
                    asked=_is_asked(sentence, start),
                    ended=stated.ended,
                )


def _is_asked(sentence: Sentence, start: int) -> bool:
    """Whether "whether" stands right before the words from a code point on."""
    first = bisect_left(sentence.tokens, start, key=lambda token: token.start)
    before = sentence.tokens[max(0, first - _WHETHER_REACH) : first]
    return any(token.text.lower() == "whether" for token in before)


def _predicate_between(predicate: str, subject: str, other: str, cast: Cast) -> str | None:
    """What the words mean between two actors of their kinds; None where they mean nothing."""
    if subject == other or subject in INDEFINITE or other in INDEFINITE:
        return None
    kind, other_kind = _kind(cast, subject), _kind(cast, other)
    if other_kind in UNFIT_OBJECTS.get(predicate, ()):
        return None
    if predicate == "attacks" and kind in TALKERS and other_kind in OBJECTS_OF_TALK:
        return "condemns"
    return predicate


def _kind(cast: Cast, actor: str) -> ActorKind | None:
    record = cast.actors.get(actor)
    return record.kind if record is not None else None


def _place(sentence: Sentence, at: int, subject: str, other: str) -> tuple[int, int]:
    """From the first to the last of the stating word and the actors' mentions nearest to it.

    A mention of the subject inside that of the other ("its proxies") does not name who acts.
    """
    word = sentence.tokens[at]
    whom = _nearest(sentence, at, other, (0, 0))
    who = _nearest(sentence, at, subject, whom)
    spans = [(word.start, word.end), who, whom]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _nearest(sentence: Sentence, at: int, actor: str, outside: tuple[int, int]) -> tuple[int, int]:
    """The mention of an actor nearest to a word, rather one outside of another mention."""
    mentions = [(placed.first, placed.mention) for placed in sentence.mentions]
    places = [
        (outside[0] <= m.start and m.end <= outside[1], abs(index - at), m.start, m.end)
        for index, m in (*mentions, *sentence.partial.items())
        if m.actor == actor
    ]
    word = sentence.tokens[at]
    *_, start, end = min(places, default=(False, 0, word.start, word.end))
    return start, end
