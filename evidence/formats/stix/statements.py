"""STIX objects that state something: relationships, sightings, notes, opinions."""

from __future__ import annotations

from collections.abc import Iterator

from evidence.formats.stix.actors import ACTOR_TYPES
from evidence.formats.stix.bundles import Objects, StixObject, strings
from evidence.formats.stix.citations import citation_names, plain
from evidence.formats.stix.sourcing import (
    MADE,
    attribution,
    named_documents,
    reference_documents,
    retraction,
    sourced,
)
from evidence.ids import content_id, slug
from evidence.model import Actor, Attribution, Claim, Document, Record, Relation
from evidence.vocabulary import Stance

STATEMENT_TYPES = ("relationship", "sighting", "note", "opinion")
"""Types that become claims or attributions."""

OPINIONS = {
    "strongly-disagree": Stance.DENIES,
    "disagree": Stance.QUESTIONS,
    "neutral": Stance.RELAYS,
    "agree": Stance.ASSERTS,
    "strongly-agree": Stance.CONFIRMS,
}
"""What an opinion amounts to as a stance."""

_COMMON = {"external_references", "created_by_ref", "revoked", "x_mitre_deprecated", "confidence"}

STATEMENT_PROPERTIES = {
    "relationship": frozenset(
        {*_COMMON, "description", "relationship_type", "source_ref", "target_ref", "start_time"}
    ),
    "sighting": frozenset(
        {*_COMMON, "description", "sighting_of_ref", "where_sighted_refs", "first_seen"}
    ),
    "note": frozenset({*_COMMON, "content", "abstract", "authors", "object_refs"}),
    "opinion": frozenset({*_COMMON, "opinion", "explanation", "authors", "object_refs"}),
}
"""The properties of each type that are taken over."""


def between_things(each: StixObject) -> bool:
    """Whether a relationship ties no actor to anything, as "technique targets asset" does."""
    ends = (each.get("source_ref"), each.get("target_ref"))
    return each["type"] == "relationship" and not any(map(is_actor, ends))


def is_actor(stix_id: object) -> bool:
    """Whether an id is that of an object that becomes an actor."""
    return isinstance(stix_id, str) and stix_id.partition("--")[0] in ACTOR_TYPES


def confidence(each: StixObject) -> float | None:
    """STIX's 0 to 100 as a probability; None where it does not say.

    Raises:
        ValueError: If it is out of range or no number.
    """
    value = each.get("confidence")
    if value is None:
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise ValueError(f"has the confidence {value!r}, which is no number") from None
    if not 0 <= number <= 100:
        raise ValueError(f"has the confidence {value!r}, which is not between 0 and 100")
    return number / 100


def relationship_records(each: StixObject, objects: Objects) -> Iterator[Record]:
    """A claim that one thing does something to another; between actors also a relation."""
    source, target = each["source_ref"], each["target_ref"]
    does = str(each["relationship_type"]).replace("-", " ")
    described = plain(str(each.get("description") or ""))
    claim = _claim(
        each,
        text=described or f"{objects.name(source)} {does} {objects.name(target)}",
        subject=source if is_actor(source) else None,
        predicate=does,
        object=target if is_actor(target) else None,
        what=None if is_actor(target) else objects.name(target),
        when=each.get("start_time"),
    )
    yield from sourced(claim, each, _cited(each), objects)
    if is_actor(source) and is_actor(target):
        yield Relation(
            id=each["id"],
            made=MADE,
            who=source,
            does=does,
            to=target,
            claims=(claim.id,),
            retracted=claim.retracted,
        )


def sighting_records(each: StixObject, objects: Objects) -> Iterator[Record]:
    """A claim that something was seen, where and when."""
    seen = each["sighting_of_ref"]
    places = list(strings(each, "where_sighted_refs"))
    where = f" at {', '.join(map(objects.name, places))}" if places else ""
    claim = _claim(
        each,
        text=plain(str(each.get("description") or "")) or f"{objects.name(seen)} was seen{where}",
        subject=seen if is_actor(seen) else None,
        predicate="seen at",
        object=next(filter(is_actor, places), None),
        what=None if is_actor(seen) else objects.name(seen),
        when=each.get("first_seen"),
    )
    yield from sourced(claim, each, _cited(each), objects)


def note_records(each: StixObject, objects: Objects) -> Iterator[Record]:
    """A claim in the words of the note, put forward by its authors."""
    words = ". ".join(strings(each, "abstract", "content"))
    subject = next(filter(is_actor, strings(each, "object_refs")), None)
    claim = _claim(each, text=plain(words), subject=subject)
    authors = list(_authors(each))
    yield from authors
    if not authors:
        yield from sourced(claim, each, _cited(each), objects)
        return
    yield claim
    for author in authors:
        yield attribution(claim, Stance.ASSERTS, by=author.id)


def opinion_records(each: StixObject, objects: Objects) -> Iterator[Record]:
    """What somebody thinks of a statement: one attribution of each claim that it is about."""
    stance = OPINIONS.get(str(each["opinion"]))
    if stance is None:
        raise ValueError(f"has the opinion {each['opinion']!r}, which STIX does not know")
    authors = list(_authors(each))
    yield from authors
    named = [author.id for author in authors] or list(strings(each, "created_by_ref"))
    speakers: tuple[str | None, ...] = tuple(named) or (None,)
    for about in strings(each, "object_refs"):
        claim = _entry(about, objects)
        if claim is not None:
            yield claim
        for speaker in speakers:
            yield _voiced(each, about if claim is None else claim.id, stance, speaker)


def _entry(about: str, objects: Objects) -> Claim | None:
    """The claim that an entry is right, where what it is about is not a claim itself."""
    if about.partition("--")[0] in {"relationship", "sighting", "note"}:
        return None
    return Claim(
        id=content_id("c", about, "entry"),
        made=MADE,
        text=f"What is recorded of {objects.name(about)} is right",
        subject=about if is_actor(about) else None,
    )


def _voiced(each: StixObject, claim: str, stance: Stance, speaker: str | None) -> Attribution:
    explained = plain(str(each.get("explanation") or ""))
    return Attribution(
        id=content_id("a", each["id"], claim, speaker),
        made=MADE,
        claim=claim,
        by=speaker,
        stance=stance,
        confidence=confidence(each),
        note=explained or None,
        retracted=retraction(each),
    )


def _claim(each: StixObject, **fields: object) -> Claim:
    return Claim.model_validate(
        {
            "id": each["id"],
            "made": MADE,
            "confidence": confidence(each),
            "retracted": retraction(each),
            **fields,
        }
    )


def _cited(each: StixObject) -> Iterator[Document]:
    """What the description cites, then the references that it does not mention."""
    documents = reference_documents(each)
    names = dict.fromkeys((*citation_names(str(each.get("description") or "")), *documents))
    return named_documents(names, documents)


def _authors(each: StixObject) -> Iterator[Actor]:
    for name in strings(each, "authors"):
        yield Actor(id=slug(name), made=MADE, name=name)
