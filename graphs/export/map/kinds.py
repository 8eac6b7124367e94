"""The kinds of source that an evidence map has a column for, and which kind a source is of."""

from __future__ import annotations

from dataclasses import dataclass

from evidence.case import Case
from evidence.model import Attribution, Evidence
from evidence.vocabulary import ActorKind, EvidenceKind

SPEAKERS = (
    ActorKind.STATE,
    ActorKind.ORGANISATION,
    ActorKind.ARMED_GROUP,
    ActorKind.PERSON,
    ActorKind.OUTLET,
    ActorKind.UNNAMED,
)
"""Kinds of actor that speak; products do not."""

UNKNOWN = "unknown"
"""Who speaks or what is shown is not known."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A column: its heading, and the group of columns that it belongs to."""

    name: str
    group: str


KINDS: tuple[Kind, ...] = (
    *(Kind(kind.value, "said by") for kind in SPEAKERS),
    *(Kind(kind.value, "shown by") for kind in EvidenceKind),
    Kind(UNKNOWN, "not known"),
)
"""All columns, in their order; each is shown, so that what nobody has looked for is seen."""


def kind_of_voice(case: Case, attribution: Attribution) -> Kind:
    """The kind of who speaks; a person who speaks for somebody counts as that one.

    A document that speaks for itself counts as its publisher.
    """
    document = case.documents.get(attribution.document or "")
    speaker = attribution.by or (document.publisher if document is not None else None)
    kind = _kind_of_actor(case, speaker)
    if kind in SPEAKERS:
        return Kind(kind.value, "said by")
    return Kind(UNKNOWN, "not known")


def kind_of_evidence(evidence: Evidence) -> Kind:
    """The kind of what is shown."""
    if evidence.kind is None:
        return Kind(UNKNOWN, "not known")
    return Kind(evidence.kind.value, "shown by")


def _kind_of_actor(case: Case, actor_id: str | None) -> ActorKind | None:
    """The kind of an actor, or of the first of those a person speaks for that has one."""
    actor = case.actors.get(actor_id or "")
    if actor is None:
        return None
    if actor.kind is ActorKind.PERSON:
        principals = (case.actors.get(principal) for principal in actor.speaks_for)
        kinds = (p.kind for p in principals if p is not None and p.kind is not None)
        return next(kinds, actor.kind)
    return actor.kind
