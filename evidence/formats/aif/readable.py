"""The fields of records that can be read from the nodes of an argument graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from evidence.formats.aif.graphs import CONFLICT, INFORMATION, Graph, Node, full_name
from evidence.formats.aif.structure import STANCES, Structure
from evidence.ids import content_id, slug

DEFAULTS = {"RA": "Default Inference", "CA": "Default Conflict"}
"""What scheme nodes are called that say nothing of the kind of their argument."""

_UNSAID = frozenset(
    {"", "ra", "ca", "inference", "conflict", "default inference", "default conflict"}
)
_SPEAKER = re.compile(r"([^:\n]{1,80}) : (.+)", re.DOTALL)
"""How AIFdb writes a locution: "Alice : it rains"."""


def short(node_id: str, *more: object) -> str:
    """The id of a record made of a node's: that id, with a number for the second and later ones."""
    name = "/".join([node_id, *map(str, more)])
    return name if len(name) <= 200 else content_id("n", name)


def numbered(node_id: str, number: int) -> str:
    """The id of the n-th record that one node gives, counted from 1."""
    return short(node_id) if number == 1 else short(node_id, number)


def proposition_fields(node: Node) -> dict[str, Any]:
    """What an information node says of a claim or of evidence."""
    return {"id": short(node.id), **({"text": node.text} if node.text else {})}


def actor_fields(person_id: str, person: dict[str, Any]) -> dict[str, Any]:
    """What a participant says of an actor."""
    return {"id": short(person_id), "name": full_name(person) or person_id}


def bearing_fields(node: Node, graph: Graph, structure: Structure) -> Iterator[dict[str, Any]]:
    """What a scheme node says of the bearings of its premises on its conclusions.

    Linked premises become bearings whose ids tell that they belong together: "17", "17/2", "17/3".
    """
    premises, conclusions = structure.anchored[node.id]
    note = node.text if node.text.strip().casefold() not in _UNSAID else None
    pairs = ((premise, target) for target in conclusions for premise in premises)
    for number, (premise, target) in enumerate(pairs, start=1):
        yield {
            "id": numbered(node.id, number),
            "source": short(premise),
            "target": target_id(target, structure),
            "kind": _kind(node, graph.nodes[target]),
            **({"note": note} if note else {}),
        }


def target_id(node_id: str, structure: Structure) -> str:
    """The id of the record that an argument for or against a node is about."""
    return short(structure.said_by.get(node_id, node_id))


def _kind(node: Node, target: Node) -> str:
    if node.type != CONFLICT:
        return "supports"
    return "contradicts" if target.type == INFORMATION else "undercuts"


def speakers(graph: Graph) -> dict[str, str]:
    """Who said each locution, by ids; the first named of several."""
    said: dict[str, str] = {}
    for node, person, _ in graph.locutions:
        if person in graph.people:
            said.setdefault(node, person)
    return said


def speaker_in(node: Node) -> tuple[str | None, str]:
    """The speaker that a locution's words begin with, None where they do not, and the rest."""
    found = _SPEAKER.fullmatch(node.text)
    return (found[1], found[2]) if found else (None, node.text)


def attribution_fields(
    node: Node, graph: Graph, structure: Structure, by: str | None
) -> Iterator[dict[str, Any]]:
    """What a locution says of the attributions of claims to its speaker.

    Args:
        node: The locution.
        graph: The graph.
        structure: What its nodes amount to.
        by: The id of the participant who said it; None: as its words say.
    """
    name, words = speaker_in(node)
    speaker = short(by) if by else (slug(name) if name else None)
    for number, (act, claim) in enumerate(structure.sayings[node.id], start=1):
        stated = {
            "id": numbered(node.id, number),
            "claim": short(claim),
            "by": speaker,
            "stance": STANCES[graph.nodes[act].text.strip().casefold()].value,
            "content": [{"exact": words}] if words else None,
        }
        yield {key: value for key, value in stated.items() if value}
