"""Joining claims that say the same, within and across documents, by a rule that explains itself.

Two claims are joined where every concept of one is in the other, and what the other adds is little,
or, within a document, elaborates something that the first calls known ("the attacks"). They are
never joined across a negation, contrary words, other numbers or dates, another tense or another
actor, nor where their words say nothing particular. All claims joined to one must agree with one
another, so that no chain of likenesses ties contraries together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from attribution.extract.claims.readings import ClaimReading, read_claim
from attribution.extract.english.claim_words import CONTRARIES
from evidence.model import Claim

MAX_SHARED = 256
"""A word that more claims than this have in common says nothing particular about any of them."""

FEWEST_CONCEPTS = 3
"""A claim with fewer is joined only to one with the very same concepts."""

_FEWEST_EQUAL = 2
_MOST_ADDED = 3


@dataclass(frozen=True, slots=True)
class Join:
    """Two claims taken for one.

    Attributes:
        kept: Id of the claim that stands for both: across documents the one that says less, since
            who says more says that too; within a document the one that says more.
        joined: Id of the other.
        why: The reason, in a sentence for a researcher.
        score: Share of the concepts of both that they have in common, from 0 to 1.
    """

    kept: str
    joined: str
    why: str
    score: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two claims say the same.

    Attributes:
        why: The reason, in a sentence for a researcher.
        score: How alike they are, from 0 to 1.
        elaborates: Whether one only tells more of what the other calls known.
    """

    why: str
    score: float
    elaborates: bool


def join_claims(
    claims: Sequence[Claim], documents: Mapping[str, Collection[str]] | None = None
) -> list[Join]:
    """Find which claims of a case say the same.

    Candidates share their rarest concept, so the cost is n log n for claims in running text, and
    never more than `MAX_SHARED` comparisons a claim.

    Args:
        claims: Claims with ids of their own.
        documents: For the id of a claim the ids of the documents that put it forward.

    Returns:
        Joins in the order of the claims; each claim is joined to one at most, and no claim is
        both kept and joined.
    """
    equals = _equals([read_claim(claim) for claim in claims])
    readings = [members[0] for members in equals]
    known = _documents_of(equals, documents or {})
    groups = _Groups(readings, known)
    for found, first, second in sorted(
        _alike(readings, known), key=lambda pair: (-pair[0].score, pair[1], pair[2])
    ):
        groups.unite(first, second, found)
    joins = [join for index, members in enumerate(equals) for join in groups.joins(index, members)]
    order = {claim.id: number for number, claim in enumerate(claims)}
    return sorted(joins, key=lambda join: order[join.joined])


def _equals(readings: Sequence[ClaimReading]) -> list[list[ClaimReading]]:
    """Put together the claims that say the very same, so that they are compared but once."""
    groups: dict[object, list[ClaimReading]] = {}
    for number, reading in enumerate(readings):
        alone = len(reading.concepts) < _FEWEST_EQUAL or reading.open_subject
        groups.setdefault((reading.said, number if alone else None), []).append(reading)
    return list(groups.values())


def _documents_of(
    equals: Sequence[Sequence[ClaimReading]], documents: Mapping[str, Collection[str]]
) -> list[frozenset[str]]:
    """For each group of equal claims the documents that put one of them forward."""
    return [
        frozenset(d for reading in members for d in documents.get(reading.claim.id, ()))
        for members in equals
    ]


def likeness(
    first: ClaimReading, second: ClaimReading, *, same_document: bool = False
) -> Likeness | None:
    """Decide whether two claims say the same.

    Args:
        first: One claim.
        second: Another.
        same_document: Whether some document puts both forward.

    Returns:
        The reason, or None where they do not, or where it cannot be told.
    """
    lesser, greater = sorted((first, second), key=lambda r: (len(r.concepts), r.claim.id))
    if not lesser.concepts <= greater.concepts or conflict(first, second) is not None:
        return None
    added = greater.concepts - lesser.concepts
    elaborates = same_document and bool(added) and _speaks_of_known(lesser)
    if not elaborates and not _is_enough(lesser, added):
        return None
    score = len(lesser.concepts) / len(greater.concepts)
    return Likeness(_why(lesser, greater, elaborates=elaborates), score, elaborates)


def conflict(first: ClaimReading, second: ClaimReading) -> str | None:
    """Name what forbids that two claims are one; None where nothing does."""
    if first.negated != second.negated:
        return "one negates what the other says"
    if first.open_subject or second.open_subject:
        return "whom one is about is not known"
    if _are_contrary(first.concepts - second.concepts, second.concepts - first.concepts):
        return "they use contrary words"
    if first.numbers - second.numbers and second.numbers - first.numbers:
        return "numbers or dates differ"
    if first.future != second.future:
        return "one speaks of the future"
    return _other_actors(first, second)


def _are_contrary(one: Iterable[str], other: Collection[str]) -> bool:
    return any((left, right) in CONTRARIES for left in one for right in other)


def _other_actors(first: ClaimReading, second: ClaimReading) -> str | None:
    both = first.names & second.names
    agents = {first.agent, second.agent}
    if len(agents) == 2 and agents <= both:
        return "who acts differs"
    one, other = first.claim, second.claim
    if one.predicate is None or one.predicate != other.predicate:
        return None
    if (one.subject, one.object) != (other.subject, other.object):
        return "who does it to whom differs"
    return None


def _speaks_of_known(reading: ClaimReading) -> bool:
    """Whether a claim names an actor and something that its document has told of: "the attacks"."""
    enough = len(reading.concepts) >= FEWEST_CONCEPTS
    return enough and bool(reading.names) and bool(reading.definite & reading.concepts)


def _is_enough(lesser: ClaimReading, added: frozenset[str]) -> bool:
    """Whether what two claims share is enough, given what one of them adds."""
    if not added:
        return len(lesser.concepts) >= _FEWEST_EQUAL
    shared = len(lesser.concepts)
    return shared >= FEWEST_CONCEPTS and len(added) <= min(_MOST_ADDED, shared)


def _why(lesser: ClaimReading, greater: ClaimReading, *, elaborates: bool) -> str:
    shared = _listed(lesser, lesser.concepts)
    added = greater.concepts - lesser.concepts
    if not added:
        return f"the same words but for form and order: {shared}"
    how = "in the same document and adds, of what it calls known" if elaborates else "and adds"
    return f"one says all of the other ({shared}) {how}: {_listed(greater, added)}"


def _listed(reading: ClaimReading, concepts: Collection[str]) -> str:
    """The words of a claim that stand for some concepts, in the order of the claim."""
    words = [text for name, text in reading.words.items() if name in concepts]
    return ", ".join(words)


def _alike(
    readings: Sequence[ClaimReading], documents: Sequence[frozenset[str]]
) -> Iterator[tuple[Likeness, int, int]]:
    """Yield the pairs of claims that say the same, by index, the one with fewer concepts first."""
    postings: dict[str, list[int]] = defaultdict(list)
    for index, reading in enumerate(readings):
        for word in reading.concepts:
            postings[word].append(index)
    for index, reading in enumerate(readings):
        for other in _candidates(reading, postings):
            if reading.concepts <= readings[other].concepts and _is_first(readings, index, other):
                shared = not documents[index].isdisjoint(documents[other])
                found = likeness(reading, readings[other], same_document=shared)
                if found is not None:
                    yield found, index, other


def _candidates(reading: ClaimReading, postings: Mapping[str, list[int]]) -> Sequence[int]:
    """Claims with the rarest concept of a claim; none where even that is everywhere."""
    if not reading.concepts:
        return ()
    rarest = min(reading.concepts, key=lambda word: (len(postings[word]), word))
    found = postings[rarest]
    return found if len(found) <= MAX_SHARED else ()


def _is_first(readings: Sequence[ClaimReading], one: int, other: int) -> bool:
    """Whether a pair is looked at from this side: that of the claim with fewer concepts."""
    return (len(readings[one].concepts), one) < (len(readings[other].concepts), other)


class _Groups:
    """Claims joined so far, each group with all its members alike."""

    def __init__(
        self, readings: Sequence[ClaimReading], documents: Sequence[frozenset[str]]
    ) -> None:
        self._readings = readings
        self._documents = documents
        self._group = list(range(len(readings)))
        self._members: dict[int, list[int]] = {index: [index] for index in range(len(readings))}
        self._because: dict[int, Likeness] = {}

    def unite(self, first: int, second: int, found: Likeness) -> None:
        """Join the groups of two alike claims, the first saying less, if all members are alike."""
        one, other = self._group[first], self._group[second]
        if one == other or not self._agree(one, other):
            return
        kept, gone = (other, one) if found.elaborates else (one, other)
        for member in self._members.pop(gone):
            self._group[member] = kept
            self._members[kept].append(member)
        self._because[gone] = found

    def _agree(self, one: int, other: int) -> bool:
        return all(
            self._likeness(left, right) is not None
            for left in self._members[one]
            for right in self._members[other]
        )

    def _likeness(self, left: int, right: int) -> Likeness | None:
        shared = not self._documents[left].isdisjoint(self._documents[right])
        return likeness(self._readings[left], self._readings[right], same_document=shared)

    def joins(self, index: int, members: Sequence[ClaimReading]) -> Iterator[Join]:
        """Yield the joins of some equal claims, read as the one at an index."""
        kept = self._group[index]
        because = self._because.get(index)
        if kept != index and because is not None:
            yield self._join(kept, members[0], because)
        for other in members[1:]:
            same = Likeness(_why(other, other, elaborates=False), 1.0, elaborates=False)
            yield self._join(kept, other, same)

    def _join(self, kept: int, joined: ClaimReading, because: Likeness) -> Join:
        keeper = self._readings[kept].claim.id
        return Join(keeper, joined.claim.id, because.why, because.score)
