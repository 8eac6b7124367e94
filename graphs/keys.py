"""Types of nodes and edges, and the keys that lead from a node back to its record."""

from __future__ import annotations

from enum import StrEnum

from evidence.case import Case
from evidence.model import Record


class NodeType(StrEnum):
    """What a node stands for; the value is the prefix of its key."""

    DOCUMENT = "document"
    ACTOR = "actor"
    CLAIM = "claim"
    EVIDENCE = "evidence"

    @property
    def section(self) -> str:
        """The section of a case that holds the records of this type."""
        return "evidence" if self is NodeType.EVIDENCE else f"{self.value}s"


class EdgeType(StrEnum):
    """What an edge stands for; `EDGE_MEANINGS` says what it joins."""

    SAYS = "says"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    UNDERCUTS = "undercuts"
    RELATION = "relation"
    ABOUT = "about"
    PUBLISHES = "publishes"
    SPEAKS_FOR = "speaks for"
    DERIVES = "derives"


EDGE_MEANINGS: dict[EdgeType, str] = {
    EdgeType.SAYS: "an actor, or a document in its own voice, takes a stance towards a claim",
    EdgeType.SUPPORTS: "evidence or a claim speaks for a claim",
    EdgeType.CONTRADICTS: "evidence or a claim speaks against a claim",
    EdgeType.UNDERCUTS: "evidence or a claim makes a claim, or who vouches for it, less credible",
    EdgeType.RELATION: "an actor does something to another actor",
    EdgeType.ABOUT: "a claim is about an actor",
    EdgeType.PUBLISHES: "an actor published a document",
    EdgeType.SPEAKS_FOR: "an actor speaks on behalf of another",
    EdgeType.DERIVES: "a record rests on another",
}


def node_key(node_type: NodeType | str, record_id: str) -> str:
    """The key of a record's node, such as "actor:iran".

    Args:
        node_type: A `NodeType` or its value ("document", "actor", "claim", "evidence").
        record_id: The id of the record.

    Raises:
        ValueError: If there is no such type of node.
    """
    return f"{NodeType(node_type).value}:{record_id}"


def split_key(key: str) -> tuple[NodeType, str]:
    """Take a node's key apart into its type and the id of its record.

    Raises:
        ValueError: If `key` is not the key of a node.
    """
    prefix, _, record_id = key.partition(":")
    return NodeType(prefix), record_id


def record_of(case: Case, key: str) -> Record | None:
    """The record behind a node; None where a reference of the case leads nowhere.

    Raises:
        ValueError: If `key` is not the key of a node.
    """
    node_type, record_id = split_key(key)
    record: Record | None = getattr(case, node_type.section).get(record_id)
    return record
