"""What actors, voices and nodes of the lineage are called, so that a reader finds them."""

from __future__ import annotations

from collections.abc import Iterable

from evidence.case import Case
from evidence.model import Attribution
from evidence.vocabulary import Form
from graphs.labels import shortened
from graphs.origins import Origin

_LISTED = 3


def voice_of(case: Case, attribution: Attribution) -> str:
    """Who speaks: an actor by name, or the document that speaks for itself."""
    if attribution.by is not None:
        return actor_name(case, attribution.by)
    return f"document {attribution.document}" if speaks_itself(attribution) else "somebody unnamed"


def speaks_itself(attribution: Attribution) -> bool:
    """Whether a document speaks, and nothing points to somebody else who does."""
    if attribution.document is None or attribution.by is not None:
        return False
    unmarked = attribution.form is None and not (attribution.source or attribution.cue)
    return unmarked or attribution.form is Form.OWN_VOICE


def actor_name(case: Case, actor_id: str) -> str:
    """The name of an actor; the id where the case does not hold it."""
    actor = case.actors.get(actor_id)
    return shortened(actor.name) if actor is not None else actor_id


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
    return nodes_name(case, origin.nodes)


def nodes_name(case: Case, nodes: Iterable[str]) -> str:
    """The words for several nodes of the lineage, as a list."""
    return listed(node_name(case, node) for node in nodes)


def listed(words: Iterable[str]) -> str:
    """A list in words: "a", "a and b", "a, b and c"; of more, three and how many others."""
    names = list(words)
    if len(names) > _LISTED:
        return f"{', '.join(names[:_LISTED])} and {len(names) - _LISTED} more"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
