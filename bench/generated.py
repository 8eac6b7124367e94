"""Generated cases of a chosen size: the same size and seed give the same case.

A case is made of topics of about 250 attributions each, so that its parts look alike at every size
and cost per record can be compared; each topic knows two actors of the one before. Every passage
stands at its place in its document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from random import Random

from bench.cast import generated_actor
from evidence.case import Case
from evidence.ids import text_hash
from evidence.model import (
    Actor,
    Attribution,
    Bearing,
    Claim,
    Derivation,
    Document,
    Evidence,
    Passage,
    Record,
    Relation,
)
from evidence.vocabulary import (
    ActorKind,
    BearingKind,
    DerivationKind,
    EvidenceKind,
    Form,
    Stance,
)

TOPIC_SIZE = 250
"""Attributions of a topic."""

DOCUMENT_SIZE = 12
"""Attributions of a document."""

CUES: dict[Stance, str] = {
    Stance.ASSERTS: "said that",
    Stance.CONFIRMS: "confirmed that",
    Stance.DENIES: "denied that",
    Stance.QUESTIONS: "doubted that",
    Stance.RELAYS: "quoted reports that",
    Stance.ACCUSES: "alleged that",
}

DEEDS = ("backs", "supplies", "funds", "arms", "trains", "commands", "attacks", "condemns")


@dataclass(frozen=True)
class _Topic:
    """The actors and claims of one topic."""

    speakers: list[Actor]
    outlets: list[Actor]
    claims: list[Claim]

    def records(self) -> Iterator[Record]:
        yield from self.speakers
        yield from self.outlets
        yield from self.claims


def generated_case(attributions: int, *, seed: int = 0) -> Case:
    """Make a case with exactly so many attributions, and all that they need.

    Args:
        attributions: How many attributions; other records grow in proportion.
        seed: Different seeds give different cases.

    Raises:
        ValueError: If `attributions` is below 1.
    """
    title = f"Generated case of {attributions} attributions"
    return Case.of(generated_records(attributions, seed=seed), title=title)


def generated_records(attributions: int, *, seed: int = 0) -> Iterator[Record]:
    """Make the records of the same case one by one; see `generated_case`.

    Raises:
        ValueError: If `attributions` is below 1.
    """
    if attributions < 1:
        raise ValueError("a generated case has at least 1 attribution")
    random = Random(seed)  # noqa: S311  # data for measuring, no secret
    neighbours: list[Actor] = []
    for number, first in enumerate(range(0, attributions, TOPIC_SIZE)):
        said = range(first, min(first + TOPIC_SIZE, attributions))
        topic = _topic(number, len(said), neighbours, random)
        neighbours = topic.speakers[:2]
        yield from topic.records()
        yield from _relations(topic, random)
        yield from _evidence(number, topic, random)
        yield from _documents(topic, said, random)


def _topic(number: int, size: int, neighbours: list[Actor], random: Random) -> _Topic:
    numbers = count(number * 10)
    kinds = [ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.PERSON, ActorKind.ARMED_GROUP]
    speakers = [generated_actor(kind, next(numbers)) for kind in kinds * 2]
    outlets = [generated_actor(ActorKind.OUTLET, next(numbers)) for _ in range(2)]
    known = speakers + neighbours
    claims = [_claim(f"t{number}-c{n}", known, random) for n in range(1 + size // 3)]
    return _Topic(speakers, outlets, claims)


def _claim(claim_id: str, actors: list[Actor], random: Random) -> Claim:
    # Squared, so that some actors are talked about far more than others.
    subject = actors[int(random.random() ** 2 * len(actors))]
    target = random.choice(actors)
    deed = random.choice(DEEDS)
    text = f"the {subject.name} {deed} the {target.name} in sector {random.randrange(100)}"
    return Claim(id=claim_id, text=text, subject=subject.id, predicate=deed, object=target.id)


def _relations(topic: _Topic, random: Random) -> Iterator[Relation]:
    for claim in random.sample(topic.claims, len(topic.claims) // 4):
        yield Relation(
            id=f"r-{claim.id}",
            who=claim.subject or "",
            does=claim.predicate or "",
            to=claim.object or "",
            claims=(claim.id,),
        )


def _evidence(number: int, topic: _Topic, random: Random) -> Iterator[Record]:
    for n, claim in enumerate(random.sample(topic.claims, len(topic.claims) // 8)):
        kind = random.choice(list(EvidenceKind))
        shown = Evidence(id=f"t{number}-e{n}", kind=kind, text=f"What was found at site {n}")
        bearing = random.choice(list(BearingKind))
        yield shown
        yield Bearing(id=f"b-{shown.id}", source=shown.id, target=claim.id, kind=bearing)


def _documents(topic: _Topic, said: range, random: Random) -> Iterator[Record]:
    previous: str | None = None
    for first in range(said.start, said.stop, DOCUMENT_SIZE):
        part = range(first, min(first + DOCUMENT_SIZE, said.stop))
        document_id = f"d{first}"
        yield from _document(document_id, topic, part, random)
        if previous is not None and random.random() < 0.4:
            kind = random.choice(list(DerivationKind))
            yield Derivation(id=f"v-{document_id}", what=document_id, rests_on=previous, kind=kind)
        previous = document_id


def _document(document_id: str, topic: _Topic, said: range, random: Random) -> Iterator[Record]:
    sentences = [_Sentence.of(topic, random) for _ in said]
    text = " ".join(sentence.text for sentence in sentences)
    day = 1 + said.start % 28
    yield Document(
        id=document_id,
        title=f"Report {said.start}",
        publisher=random.choice(topic.outlets).id,
        published=f"2021-07-{day:02}",
        sha256=text_hash(text),
        text=text,
    )
    start = 0
    for number, sentence in zip(said, sentences, strict=True):
        yield sentence.attribution(f"a{number}", document_id, text, start)
        start += len(sentence.text) + 1


@dataclass(frozen=True)
class _Sentence:
    """One attribution in words: source, cue, content."""

    speaker: Actor
    stance: Stance
    claim: Claim

    @classmethod
    def of(cls, topic: _Topic, random: Random) -> _Sentence:
        claim = topic.claims[int(random.random() ** 2 * len(topic.claims))]
        return cls(random.choice(topic.speakers), random.choice(list(CUES)), claim)

    @property
    def text(self) -> str:
        return f"The {self.speaker.name} {CUES[self.stance]} {self.claim.text}."

    def attribution(self, attribution_id: str, document: str, text: str, start: int) -> Attribution:
        source = start + len("The "), start + len("The ") + len(self.speaker.name)
        cue = source[1] + 1, source[1] + 1 + len(CUES[self.stance])
        content = cue[1] + 1, start + len(self.text) - 1
        return Attribution(
            id=attribution_id,
            claim=self.claim.id,
            by=self.speaker.id,
            stance=self.stance,
            document=document,
            source=(Passage.at(text, *source),),
            cue=(Passage.at(text, *cue),),
            content=(Passage.at(text, *content),),
            form=Form.INDIRECT,
        )
