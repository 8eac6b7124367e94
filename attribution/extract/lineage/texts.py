"""The texts of a case as inferences look at them: sentences, and what stands in each."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from attribution.extract.text.tokens import tokenize
from evidence.case import Case
from evidence.ids import content_id
from evidence.model import Attribution, Derivation, Document, Making
from evidence.vocabulary import ActorKind, DerivationKind, Form
from graphs.origins import TRACED

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: its place in code points, and its words."""

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Texts:
    """A case, with its texts cut into sentences.

    Attributes:
        case: The case.
        sentences: Of each document with a text, in order.
        open_at: The open attributions by the sentence that their content stands in, at least in
            part: those whose lineage nobody states and that no named speaker vouches for.
        said_of: The attributions of each claim, in the order of the case.
        published: The documents of each actor, in the order of the case.
        settled: The ids of the documents of which it is stated what they rest on, or that they
            report first hand.
    """

    case: Case
    sentences: Mapping[str, Sequence[Sentence]]
    open_at: Mapping[Sentence, Sequence[Attribution]]
    said_of: Mapping[str, Sequence[Attribution]]
    published: Mapping[str, Sequence[Document]]
    settled: frozenset[str]

    @classmethod
    def of(cls, case: Case) -> Texts:
        """Cut the texts of a case."""
        stated = {derivation.what for derivation in case.derivations.values()}
        sentences = {d.id: tuple(_sentences(d)) for d in case.documents.values() if d.text}
        said_of: dict[str, list[Attribution]] = defaultdict(list)
        open_at: dict[Sentence, list[Attribution]] = defaultdict(list)
        for attribution in case.attributions.values():
            said_of[attribution.claim].append(attribution)
            if attribution.id not in stated and _is_open(case, attribution):
                for sentence in _holding(attribution, sentences):
                    open_at[sentence].append(attribution)
        published: dict[str, list[Document]] = defaultdict(list)
        for document in case.documents.values():
            published[document.publisher or ""].append(document)
        original = {d.id for d in case.documents.values() if d.original}
        settled = frozenset(original | stated)
        return cls(case, sentences, dict(open_at), said_of, published, settled)

    def saying(self, claim: str, documents: Container[str]) -> str | None:
        """The id of the first attribution that puts a claim forward in one of these documents."""
        said = self.said_of.get(claim, ())
        found = (a.id for a in said if a.document in documents and a.stance in TRACED)
        return next(found, None)


def _holding(
    attribution: Attribution, sentences: Mapping[str, Sequence[Sentence]]
) -> Iterator[Sentence]:
    """The sentences in which the content of an attribution stands."""
    own = sentences.get(attribution.document or "", ())
    places = [(p.start, p.end) for p in attribution.content if p.start is not None]
    held = dict.fromkeys(
        sentence
        for start, end in places
        for sentence in own[max(0, _index(own, start) - 1) : _index(own, (end or start) - 1)]
    )
    return iter(held)


def _index(sentences: Sequence[Sentence], place: int) -> int:
    """How many sentences begin at or before a place."""
    return bisect_right(sentences, place, key=lambda sentence: sentence.start)


def inferred(
    inference: str,
    what: str,
    rests_on: str,
    note: str,
    kind: DerivationKind = DerivationKind.RELAYS,
) -> Derivation:
    """A derivation that says by which inference it was found.

    Args:
        inference: Its name, such as "citing".
        what: Id of the record that rests on the other.
        rests_on: Id of the other.
        note: By which words.
        kind: How it rests on it.
    """
    return Derivation(
        id=content_id("d", what, rests_on, kind),
        what=what,
        rests_on=rests_on,
        kind=kind,
        note=note,
        made=Making(extractor=f"lineage by {inference}", version=VERSION),
    )


def _sentences(document: Document) -> Iterator[Sentence]:
    text = document.text or ""
    for segment in tokenize(text).sentences:
        yield Sentence(document.id, segment.start, segment.end, text[segment.start : segment.end])


def _is_open(case: Case, attribution: Attribution) -> bool:
    """Whether a document puts something forward, or passes it on, without naming who says so."""
    if attribution.stance not in TRACED:
        return False
    if attribution.by is None or attribution.form is Form.OWN_VOICE:
        return True
    actor = case.actors.get(attribution.by)
    document = case.documents.get(attribution.document or "")
    own = document is not None and attribution.by == document.publisher
    return own or (actor is not None and actor.kind is ActorKind.UNNAMED)
