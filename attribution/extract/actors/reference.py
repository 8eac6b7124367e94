"""Whom a pronoun or a role means: the likeliest of those mentioned shortly before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from attribution.extract.actors.clusters import Cluster
from attribution.extract.actors.pronouns import Reference
from attribution.extract.text.sentence_parts import Part
from evidence.vocabulary import ActorKind

REACH = 6
"""A pronoun means somebody mentioned at most so many sentences before."""

MEMORY = 300
"""The same in mentions: a quotation of many pages costs no more than other text."""

DECAY = 0.4
"""How much less a mention counts with each sentence between."""

SAFE_MARGIN = 1.5
"""The same where whoever is meant may never have been named."""

LEAST = 0.16
"""What somebody must weigh to be meant at all: more than a name inside a quotation."""

EPITHET_LEAST = 0.4
"""What somebody must weigh to be meant by a role that nobody was given."""

VAGUE_LEAST = 0.95
"""What somebody must weigh to be meant by "it" or "they", which often mean nobody named."""

MARGIN = 1.15
"""By how much the likeliest must outweigh the next; else nobody is named."""

NEAR = 6.0
"""How much more the same sentence counts for a possessive, back to its last subject."""

DOUBT = 0.6
"""How much less somebody counts who is not named, or who may be no person at all."""

_QUOTED = 0.15
"""How much less somebody counts who is named in a quotation, for words outside of it."""

_UNQUOTED = 0.45
"""The same for words in a quotation, of somebody named outside."""

_THINGS = frozenset(
    {
        ActorKind.ORGANISATION,
        ActorKind.STATE,
        ActorKind.ARMED_GROUP,
        ActorKind.OUTLET,
        ActorKind.PRODUCT,
    }
)


@dataclass(frozen=True, slots=True)
class Trace:
    """One mention of an actor, as later words may refer back to it.

    Attributes:
        cluster: The actor.
        index: Index of its first token.
        sentence: Number of its sentence, or of the last one that it speaks.
        quoted: Whether it stands in quotation marks.
        part: The part it plays in its sentence.
    """

    cluster: Cluster
    index: int
    sentence: int
    quoted: bool
    part: Part


class Trail:
    """Mentions in the order in which they are read; answers who was meant."""

    def __init__(self) -> None:
        self._traces: list[Trace] = []

    def add(self, trace: Trace) -> None:
        """Remember a mention; must come in order of position."""
        self._traces.append(trace)

    def recent(self, sentence: int) -> Iterator[Trace]:
        """Yield the mentions within reach of a sentence, the latest first."""
        for trace in islice(reversed(self._traces), MEMORY):
            if sentence - trace.sentence > REACH:
                return
            yield trace

    def likeliest(
        self,
        sentence: int,
        quoted: bool,
        fits: Callable[[Cluster], bool],
        *,
        near: bool = False,
        here: bool = False,
        apart: tuple[int, int] = (0, 0),
        after: int = 0,
        margin: float = MARGIN,
        least: float = 0.0,
    ) -> Cluster | None:
        """The actor that weighs most among those that fit.

        In each sentence the weightiest mention counts, by the part it plays and by how near it is
        (after Lappin and Leass, "An algorithm for pronominal anaphora resolution", 1994).

        Args:
            sentence: Number of the sentence that refers back.
            quoted: Whether the words that refer back stand in quotation marks.
            near: Whether the same sentence counts much more, as it does for "its".
            here: Whether nobody from before can be meant where the sentence itself names one that
                fits.
            apart: Tokens that cannot hold whom is meant: what the speaker says.
            after: Index of the first token that can hold whom is meant.
            least: What the likeliest must weigh at least.
            margin: By how much the likeliest must outweigh the next.
            fits: Whether an actor may be meant.

        Returns:
            The actor, or None where nobody fits or two weigh about the same.
        """
        boost = NEAR if near else 1.0
        weights: dict[tuple[int, int], float] = {}
        clusters: dict[int, Cluster] = {}
        for trace in self.recent(sentence):
            if trace.index < after:
                break
            if fits(trace.cluster) and not apart[0] <= trace.index < apart[1]:
                clusters[id(trace.cluster)] = trace.cluster
                key = id(trace.cluster), trace.sentence
                weights[key] = max(weights.get(key, 0.0), _weight(trace, sentence, quoted, boost))
            if trace.part in (Part.SUBJECT, Part.SPEAKER):
                boost = 1.0
        totals = dict.fromkeys(clusters, 0.0)
        for (cluster, _), weight in weights.items():
            totals[cluster] += weight
        weighed = [(totals[key], cluster) for key, cluster in clusters.items()]
        winner = _clear_winner([pair for pair in weighed if pair[0] >= least], margin)
        named_here = {cluster for cluster, place in weights if place >= sentence}
        return None if here and named_here and id(winner) not in named_here else winner


def _weight(trace: Trace, sentence: int, quoted: bool, boost: float) -> float:
    boost = boost if trace.sentence >= sentence else 1.0
    weight = boost * trace.part.value * DECAY ** max(0, sentence - trace.sentence)
    if trace.cluster.kind is None or trace.cluster.anonymous:
        weight *= DOUBT
    if trace.quoted == quoted:
        return weight
    return weight * (_QUOTED if trace.quoted else _UNQUOTED)


def _clear_winner(weighed: list[tuple[float, Cluster]], margin: float) -> Cluster | None:
    if not weighed:
        return None
    ranked = sorted(weighed, key=lambda pair: -pair[0])
    if len(ranked) > 1 and ranked[0][0] < margin * ranked[1][0]:
        return None
    return ranked[0][1]


def fits_pronoun(cluster: Cluster, reference: Reference, *, possessive: bool = False) -> bool:
    """Whether a pronoun can stand for an actor, by kind and gender.

    Args:
        cluster: The actor.
        reference: Whom the pronoun can stand for.
        possessive: Whether it is "its": who is called by one word and may be a firm has it too.
    """
    if reference in ("male", "female"):
        return (cluster.personal or cluster.anonymous) and cluster.gender in (reference, None)
    if reference == "thing":
        unknown = possessive and cluster.kind is None and cluster.gender is None
        one_word = len(cluster.words) == 1 and not cluster.name.isupper()  # no place of a dateline
        return cluster.kind in _THINGS or (unknown and one_word)
    groups = (ActorKind.UNNAMED, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION)
    return cluster.kind in groups and not cluster.anonymous
