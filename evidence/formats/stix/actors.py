"""STIX objects that act: identities, threat actors, intrusion sets, campaigns, malware, tools."""

from __future__ import annotations

from collections.abc import Iterator

from evidence.dates import IsoDate
from evidence.formats.stix.bundles import Objects, StixObject, strings
from evidence.formats.stix.citations import citation_names, statements
from evidence.formats.stix.sourcing import (
    MADE,
    is_explanation,
    named_documents,
    reference_documents,
    references,
    retraction,
    sourced,
)
from evidence.ids import content_id
from evidence.model import Actor, Claim, Record
from evidence.vocabulary import ActorKind

ACTOR_TYPES = ("identity", "threat-actor", "intrusion-set", "campaign", "malware", "tool")
"""Types that become actors."""

ACTOR_PROPERTIES = frozenset(
    {
        "name",
        "description",
        "aliases",
        "x_mitre_aliases",
        "external_references",
        "identity_class",
        "created_by_ref",
        "revoked",
        "x_mitre_deprecated",
        "first_seen",
        "last_seen",
        "x_mitre_first_seen_citation",
        "x_mitre_last_seen_citation",
    }
)
"""Their properties that are taken over."""

KINDS = {"individual": ActorKind.PERSON, "organization": ActorKind.ORGANISATION}
"""Classes of identity that say what an actor is; the others do not."""

_SEEN = {"first_seen": "first seen", "last_seen": "last seen"}


def actor_records(each: StixObject, objects: Objects) -> Iterator[Record]:
    """The actor, and the claims that its object makes about it, with their sources.

    Raises:
        ValueError: If it has no name, or a date that is none.
    """
    actor = actor_of(each)
    yield actor
    documents = reference_documents(each)
    for claim, cited in _claims(actor, each, tuple(documents)):
        yield from sourced(claim, each, named_documents(cited, documents), objects)
    yield from documents.values()


def actor_of(each: StixObject) -> Actor:
    """The actor itself; numbers in catalogues ("G0082") are names of it as well."""
    names = dict.fromkeys(strings(each, "aliases", "x_mitre_aliases"))
    for reference in references(each):
        names |= dict.fromkeys(strings(reference, "external_id"))
    return Actor.model_validate(
        {
            "id": each["id"],
            "made": MADE,
            "name": each.get("name"),
            "kind": kind_of(each),
            "aliases": tuple(name for name in names if name != each.get("name")),
            "retracted": retraction(each),
        }
    )


def kind_of(each: StixObject) -> ActorKind | None:
    """What an object is; None where its type and class do not say."""
    if each["type"] in {"malware", "tool"}:
        return ActorKind.PRODUCT
    return KINDS.get(str(each.get("identity_class")))


def _claims(
    actor: Actor, each: StixObject, listed: tuple[str, ...]
) -> Iterator[tuple[Claim, tuple[str, ...]]]:
    """What the object says of its actor, with the names that it cites for that.

    A description that cites nothing rests on all references that are listed.
    """
    stated = statements(str(each.get("description") or ""))
    cites = any(statement.citations for statement in stated)
    for statement in stated:
        yield _claim(actor, statement.text), statement.citations if cites else listed
    for name, citations in _explained_names(each):
        yield _named(actor, name), citations
    for name, words in _SEEN.items():
        if each.get(name):
            cited = citation_names(str(each.get(f"x_mitre_{name}_citation") or ""))
            text = f"{actor.name} was {words} {str(each[name])[:10]}"
            yield _claim(actor, text, predicate=words, when=each[name]), cited


def _explained_names(each: StixObject) -> Iterator[tuple[str, tuple[str, ...]]]:
    for reference in references(each):
        if is_explanation(reference) and reference.get("source_name"):
            yield str(reference["source_name"]), citation_names(str(reference["description"]))


def _named(actor: Actor, name: str) -> Claim:
    return _claim(actor, f"{actor.name} is known as {name}", predicate="known as", what=name)


def _claim(actor: Actor, text: str, **fields: str | IsoDate | None) -> Claim:
    return Claim.model_validate(
        {
            "id": content_id("c", actor.id, text),
            "made": MADE,
            "text": text,
            "subject": actor.id,
            "retracted": actor.retracted,
            **fields,
        }
    )
