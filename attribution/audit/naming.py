"""How findings and reports name records, so that a reader finds them in the case."""

from __future__ import annotations

from collections.abc import Iterable

from evidence.case import Case
from evidence.model import Attribution, Claim, Record
from evidence.vocabulary import Form
from graphs.labels import shortened
from graphs.origins import Origin

_LISTED = 3


def named_claim(claim: Claim) -> str:
    """A claim by its id, with its words where the id was not given by a person."""
    return f"claim {claim.id}" if claim.made is None else f"claim {claim.id} “{_short(claim.text)}”"


def named_attribution(case: Case, attribution: Attribution) -> str:
    """An attribution by who says what to which claim: "iran denies role (a-0f3c2b9d11aa)"."""
    return (
        f"attribution {attribution.id} ({voice_of(case, attribution)} {attribution.stance} "
        f"{attribution.claim})"
    )


def voice_of(case: Case, attribution: Attribution) -> str:
    """Who speaks: an actor by name, or the document that speaks for itself."""
    if attribution.by is not None:
        return actor_name(case, attribution.by)
    if attribution.form is Form.OWN_VOICE and attribution.document is not None:
        return f"document {attribution.document}"
    return "somebody unnamed"


def actor_name(case: Case, actor_id: str) -> str:
    """The name of an actor; the id where the case does not hold it."""
    actor = case.actors.get(actor_id)
    return _short(actor.name) if actor is not None else actor_id


def node_name(case: Case, node: str) -> str:
    """The words for a node of the lineage: for actors and attributions who speaks, else the id."""
    kind, _, record_id = node.partition(":")
    if kind == "actor":
        return actor_name(case, record_id)
    if kind == "attribution" and record_id in case.attributions:
        return voice_of(case, case.attributions[record_id])
    return f"{kind} {record_id}"


def origin_name(case: Case, origin: Origin) -> str:
    """The words for an origin; for a loop, those of its members."""
    return listed(node_name(case, node) for node in origin.nodes)


def record_name(record: Record) -> str:
    """A record by its type and id."""
    return f"{type(record).__name__.lower()} {record.id}"


def listed(words: Iterable[str]) -> str:
    """A list in words: "a", "a and b", "a, b and c"; of more, three and how many others."""
    names = list(words)
    if len(names) > _LISTED:
        return f"{', '.join(names[:_LISTED])} and {len(names) - _LISTED} more"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _short(words: str) -> str:
    return shortened(words, 60)
