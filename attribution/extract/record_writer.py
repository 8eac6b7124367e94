"""Writing what was found in one document as records, each tied to its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from attribution.extract.actors.cast import Cast
from attribution.extract.claims.pointing import Said
from attribution.extract.claims.showing import Shown
from attribution.extract.claims.writing import claim_of, claim_shown, claim_stated, claimed
from attribution.extract.detection import Detection, Span
from attribution.extract.found import Found
from attribution.extract.relations.by_place import RelationsByPlace
from attribution.extract.relations.finding import StatedRelation
from attribution.extract.stances.certainty import certainty_of
from attribution.extract.stances.forms import FormReader
from attribution.extract.text.enclosing import Enclosing
from attribution.extract.text.tokens import TokenizedText
from evidence.ids import content_id, slug
from evidence.model import (
    Actor,
    Attribution,
    Bearing,
    Document,
    Evidence,
    Making,
    Passage,
    Relation,
)
from evidence.vocabulary import ActorKind, Certainty, Form, Stance

_NO_WORDS = Detection(source=(), cue=(), content=())


@dataclass(frozen=True, slots=True)
class Utterance:
    """Somebody says something, as the steps before have understood it.

    Attributes:
        detection: The places of source, cue and content.
        by: Ids of those who speak; none where nobody could be named.
        stance: How they stand towards what is said.
        outer: Index of the utterance that this one is reported by; None where it stands alone.
    """

    detection: Detection
    by: tuple[str, ...]
    stance: Stance
    outer: int | None


@dataclass(frozen=True, slots=True)
class _Teller:
    """Who puts forward what stands in a stretch of text, and how.

    Attributes:
        speakers: Ids of those who speak; None stands for somebody who could not be named.
        claim: Id of the claim that the whole stretch puts forward; None for the text's own voice.
        stance: How they stand towards it.
        words: The places of source and cue.
        within: Id of the attribution that theirs is reported by.
    """

    speakers: tuple[str | None, ...]
    claim: str | None = None
    stance: Stance = Stance.ASSERTS
    words: Detection = _NO_WORDS
    within: str | None = None


class RecordWriter:
    """Gathers the records of one document: speech first, then what is shown, then relations.

    Args:
        document: The document.
        tokenized: Its text.
        cast: Who is named in it.
        relations: What it states of actors, in its own voice or another's.
        made: How the records come about.
    """

    def __init__(
        self,
        document: Document,
        tokenized: TokenizedText,
        cast: Cast,
        relations: Sequence[StatedRelation],
        made: Making,
    ) -> None:
        self.found = Found(document, dict(cast.actors))
        self._tokenized = tokenized
        self._cast = cast
        self._made = made
        self._forms = FormReader(tokenized)
        self._relations = RelationsByPlace(relations)
        self._own_voice = _Teller((self._author(),))
        self._told: list[tuple[Span, _Teller]] = []
        self._said = Said(tokenized)

    def _author(self) -> str | None:
        """Who vouches for what the document says in its own voice: its publisher or author."""
        document = self.found.document
        if document.publisher or not document.authors:
            return document.publisher
        name = document.authors[0]
        actor = Actor(id=slug(name), name=name, kind=ActorKind.PERSON, made=self._made)
        return self.found.actors.setdefault(actor.id, actor).id

    def add_speech(self, utterances: Sequence[Utterance]) -> None:
        """Write who says what."""
        ids = [self._ids_of(u.detection, u.by or (None,)) for u in utterances]
        for index, utterance in enumerate(utterances):
            within = None if utterance.outer is None else ids[utterance.outer][0]
            self._add_utterance(utterance, ids[index], within)

    def _add_utterance(
        self, utterance: Utterance, ids: tuple[str, ...], within: str | None
    ) -> None:
        words, by, stance = utterance.detection, utterance.by, utterance.stance
        places = claimed(self._tokenized, words, stance)
        pointing = self._said.meant(words, places, by, stance)
        claim = pointing.claim if pointing is not None else self._claim_of(utterance)
        self._said.add(words, by, stance, claim)
        teller = _Teller(by or (None,), claim, stance, words, within)
        for attribution_id, speaker in zip(ids, teller.speakers, strict=True):
            self._attribute(
                claim,
                words,
                id=attribution_id,
                by=speaker,
                stance=stance,
                form=self._forms.form_of(words.content),
                within=within,
                joined=pointing.why if pointing is not None else None,
            )
        self._told += [(span, teller) for span in words.content]

    def _claim_of(self, utterance: Utterance) -> str:
        claim = claim_of(
            self._tokenized,
            utterance.detection,
            self._cast,
            stance=utterance.stance,
            by=utterance.by,
            relations=self._relations.inside(utterance.detection.content),
            made=self._made,
        )
        return self.found.claims.setdefault(claim.id, claim).id

    def add_shown(self, things: Iterable[Shown]) -> None:
        """Write what is shown as evidence for the claim that it bears on, and who points to it."""
        speech = Enclosing(self._told)
        for shown in things:
            inside = self._relations.inside([shown.content])
            made = claim_shown(
                self._tokenized, shown, self._cast, relations=inside, made=self._made
            )
            claim = self.found.claims.setdefault(made.id, made).id
            self._add_evidence(shown, claim)
            first, last = min(shown.start, shown.content[0]), max(shown.end, shown.content[1])
            around = next(speech.around(first, last), self._own_voice)
            pointing = replace(around, claim=claim, stance=Stance.ASSERTS)
            self._tell(claim, shown.content, Stance.ASSERTS, pointing)
            self._told.append((shown.content, pointing))

    def _add_evidence(self, shown: Shown, claim: str) -> None:
        document = self.found.document.id
        words = self._passages([(shown.start, shown.end)])
        evidence = Evidence(
            id=content_id("e", document, shown.start, shown.end, shown.content),
            kind=shown.kind,
            text=words[0].exact,
            document=document,
            content=words,
            made=self._made,
        )
        bearing = Bearing(
            id=content_id("b", evidence.id, claim, shown.bearing),
            source=evidence.id,
            target=claim,
            kind=shown.bearing,
            document=document,
            content=self._passages([shown.content]),
            made=self._made,
        )
        self.found.evidence[evidence.id] = evidence
        self.found.bearings[bearing.id] = bearing

    def add_relations(self) -> None:
        """Write what actors do to each other, each with the claim that says so."""
        told = Enclosing(self._told)
        for stated in self._relations:
            teller = next(told.around(stated.start, stated.end), self._own_voice)
            whole = teller.claim if self._is_said_by(stated, teller.claim) else None
            self._add_relation(stated, whole or self._state(stated, teller))

    def _is_said_by(self, stated: StatedRelation, claim: str | None) -> bool:
        """Whether a relation is what a claim mainly says, and not a part of it."""
        if claim is None or stated.negated:
            return False
        made = self.found.claims[claim]
        said = (made.subject, made.predicate, made.object)
        return said == (stated.subject, stated.predicate, stated.object)

    def _state(self, stated: StatedRelation, teller: _Teller) -> str:
        """Write a relation as a claim of its own, told by those in whose words it stands."""
        bare = replace(stated, negated=False, hedged=False)
        made = claim_stated(bare, self._cast, made=self._made)
        claim = self.found.claims.setdefault(made.id, made).id
        self._tell(claim, (stated.start, stated.end), _stance_towards(stated, teller), teller)
        return claim

    def _add_relation(self, stated: StatedRelation, claim: str) -> None:
        parts = (stated.subject, stated.predicate, stated.object, stated.what)
        relation_id = content_id("r", *parts)
        known = self.found.relations.get(relation_id)
        claims = dict.fromkeys((*(known.claims if known else ()), claim))
        self.found.relations[relation_id] = Relation(
            id=relation_id,
            who=stated.subject,
            does=stated.predicate,
            to=stated.object,
            what=stated.what,
            claims=tuple(claims),
            made=self._made,
        )

    def _tell(self, claim: str, place: Span, stance: Stance, teller: _Teller) -> None:
        """Attribute a claim at `place` to those in whose words it stands there."""
        words = replace(teller.words, content=(place,))
        own_voice = teller.words is _NO_WORDS
        for speaker in teller.speakers:
            self._attribute(
                claim,
                words,
                id=content_id("a", self.found.document.id, place, claim, stance, speaker),
                by=speaker,
                stance=stance,
                form=Form.OWN_VOICE if own_voice else self._forms.form_of([place]),
                within=teller.within,
            )

    def _attribute(self, claim: str, words: Detection, **fields: object) -> None:
        attribution = Attribution.model_validate(
            {
                "claim": claim,
                "document": self.found.document.id,
                "source": self._passages(words.source),
                "cue": self._passages(words.cue),
                "content": self._passages(words.content),
                "confidence": words.confidence,
                "certainty": self._certainty_of(words.content),
                "made": self._made,
                **fields,
            }
        )
        self.found.attributions.setdefault(attribution.id, attribution)

    def _certainty_of(self, content: Iterable[Span]) -> Certainty | None:
        return certainty_of(" ".join(self._tokenized.text[start:end] for start, end in content))

    def _ids_of(self, words: Detection, speakers: Iterable[str | None]) -> tuple[str, ...]:
        """An id for the attribution to each speaker, by document, place and speaker."""
        place = (self.found.document.id, words.source, words.cue, words.content)
        return tuple(content_id("a", *place, speaker) for speaker in speakers)

    def _passages(self, spans: Iterable[Span]) -> tuple[Passage, ...]:
        return tuple(Passage.at(self._tokenized.text, start, end) for start, end in spans)


def _stance_towards(stated: StatedRelation, teller: _Teller) -> Stance:
    """How a teller stands towards a relation that is a part of what they say."""
    if stated.ended and teller.stance is Stance.DEMANDS:
        return Stance.ASSERTS  # who demands that it stop says that it is done
    if stated.negated:
        return Stance.DENIES
    if stated.asked and teller.stance is Stance.ASSERTS:
        return Stance.QUESTIONS
    stance = Stance.ASSERTS if stated.presupposed else teller.stance
    return Stance.BELIEVES if stated.hedged and stance is Stance.ASSERTS else stance
