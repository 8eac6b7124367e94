"""How findings and reports name records, so that a reader finds them in the case."""

from __future__ import annotations

from evidence.case import Case
from evidence.model import Attribution, Claim, Record, Relation
from graphs.labels import shortened
from graphs.naming import actor_name, listed, node_name, nodes_name, origin_name, voice_of

__all__ = [
    "actor_name",
    "listed",
    "named_attribution",
    "named_claim",
    "named_relation",
    "node_name",
    "nodes_name",
    "origin_name",
    "record_name",
    "voice_of",
]


def named_claim(claim: Claim) -> str:
    """A claim by its id, with its words where the id was not given by a person."""
    if claim.made is None:
        return f"claim {claim.id}"
    return f"claim {claim.id} “{shortened(claim.text)}”"


def named_attribution(case: Case, attribution: Attribution) -> str:
    """An attribution by who says what to which claim: "iran denies role (a-0f3c2b9d11aa)"."""
    return (
        f"attribution {attribution.id} ({voice_of(case, attribution)} {attribution.stance} "
        f"{attribution.claim})"
    )


def named_relation(case: Case, relation: Relation) -> str:
    """A relation by its id and what it says: "relation r-1 (Iran backs the militia)"."""
    who, to = actor_name(case, relation.who), actor_name(case, relation.to)
    return f"relation {relation.id} ({who} {relation.does} {to})"


def record_name(record: Record) -> str:
    """A record by its type and id."""
    return f"{type(record).__name__.lower()} {record.id}"
