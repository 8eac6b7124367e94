"""What one cluster of a MISP galaxy claims, and on which references it says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evidence.formats.countries import country_code, country_name
from evidence.formats.format import made_by_import
from evidence.formats.misp.clusters import Cluster
from evidence.ids import content_id, slug
from evidence.model import Actor, Attribution, Claim, Record, Relation
from evidence.vocabulary import ActorKind, Certainty, Stance

MADE = made_by_import("misp")

NOBODY = frozenset({"", "unknown", "not available", "none", "n/a", "xxx"})
"""What stands where no country is named, in lower case."""


def cluster_records(cluster: Cluster, names: Mapping[str, str]) -> Iterator[Record]:
    """The actor, its references, and what the cluster claims of it.

    Args:
        cluster: The cluster.
        names: Of all clusters of the file, by id.

    Raises:
        ValueError: If it is damaged.
    """
    yield Actor(
        id=cluster.id,
        made=MADE,
        name=cluster.name,
        kind=cluster.kind,
        aliases=tuple(n for n in cluster.texts("synonyms") if n != cluster.name),
        note=str(cluster.data.get("description") or "") or None,
    )
    yield from cluster.documents
    yield from _from_country(cluster)
    yield from _sponsored(cluster)
    yield from _namings(cluster)
    yield from _ties(cluster, names)


def _from_country(cluster: Cluster) -> Iterator[Record]:
    words = str(cluster.meta.get("country") or "")
    if words.casefold() in NOBODY:
        return
    state = _state(words)
    yield state
    text = f"{cluster.name} is from {state.name}"
    yield from _tie(cluster, text, cluster.id, "from", state.id)


def _sponsored(cluster: Cluster) -> Iterator[Record]:
    for words in cluster.texts("cfr-suspected-state-sponsor"):
        if words.casefold() not in NOBODY:
            state = _state(words)
            yield state
            text = f"{state.name} backs {cluster.name}"
            yield from _tie(cluster, text, state.id, "backs", cluster.id)


def _state(words: str) -> Actor:
    code = country_code(words)
    name = country_name(code) if code else words
    return Actor(id=slug(name), made=MADE, name=name, kind=ActorKind.STATE if code else None)


def unknown_states(cluster: Cluster) -> Iterator[str]:
    """What stands where a country should, and names none."""
    for words in cluster.texts("country", "cfr-suspected-state-sponsor"):
        if words.casefold() in NOBODY:
            yield words


def _tie(cluster: Cluster, text: str, who: str, does: str, to: str) -> Iterator[Record]:
    """A claim that ties the cluster to a state, resting on its references, and the relation."""
    claim = _claim(cluster, text, subject=who, predicate=does, object=to).model_copy(
        update={"confidence": cluster.confidence}
    )
    yield claim
    for document in cluster.documents:
        yield _attribution(claim, Stance.ASSERTS, document=document.id)
    yield _relation(claim)


def _namings(cluster: Cluster) -> Iterator[Record]:
    for name, producer, words in cluster.namings:
        if words:
            yield Actor(id=producer, made=MADE, name=words, kind=ActorKind.ORGANISATION)
        text = f"{cluster.name} is known as {name}"
        claim = _claim(cluster, text, subject=cluster.id, predicate="known as", what=name)
        yield claim
        yield _attribution(claim, Stance.ASSERTS, by=producer)


def _ties(cluster: Cluster, names: Mapping[str, str]) -> Iterator[Record]:
    for does, other, certainty in cluster.related:
        text = f"{cluster.name} {does} {names.get(other, other)}"
        claim = _claim(cluster, text, subject=cluster.id, predicate=does, object=other)
        yield claim
        if certainty is not None:
            yield _attribution(claim, Stance.BELIEVES, certainty=certainty)
        yield _relation(claim)


def _claim(cluster: Cluster, text: str, **fields: str) -> Claim:
    return Claim.model_validate(
        {"id": content_id("c", cluster.id, text), "made": MADE, "text": text, **fields}
    )


def _attribution(
    claim: Claim,
    stance: Stance,
    *,
    by: str | None = None,
    document: str | None = None,
    certainty: Certainty | None = None,
) -> Attribution:
    return Attribution(
        id=content_id("a", claim.id, by, stance, document),
        made=MADE,
        claim=claim.id,
        by=by,
        stance=stance,
        document=document,
        certainty=certainty,
    )


def _relation(claim: Claim) -> Relation:
    who, does, to = claim.subject or "", claim.predicate or "", claim.object or ""
    return Relation(
        id=content_id("r", who, does, to, claim.what),
        made=MADE,
        who=who,
        does=does,
        to=to,
        claims=(claim.id,),
    )
