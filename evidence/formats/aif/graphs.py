"""Argument graphs as AIFdb, xAIF and OVA write them: nodes, edges, and who said what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue

from evidence.formats.content import Content

INFORMATION = "I"
LOCUTION = "L"
ILLOCUTION = "YA"
INFERENCE = "RA"
CONFLICT = "CA"
SCHEMES = (INFERENCE, CONFLICT)

OWN = "claimtrail"
"""The key under which files of ours say what AIF has no words for."""

_PARTS = ("nodes", "edges", "participants", "locutions")
_KNOWN = frozenset({*_PARTS, "AIF", OWN})


@dataclass(frozen=True)
class Node:
    """A node: its id, type and words, and the object as it stands in the file."""

    id: str
    type: str
    text: str
    raw: dict[str, Any]


@dataclass(frozen=True)
class Edge:
    """An edge between two nodes that are there."""

    id: str | None
    source: str
    target: str
    raw: dict[str, Any]


@dataclass
class Graph:
    """What a file holds.

    Attributes:
        nodes: By id, in the order of the file.
        edges: In the order of the file.
        people: Names of the participants by id, with their objects.
        locutions: Who said each locution: the node's id, the person's id, the object.
        damaged: What could not be read: which object, and why.
        own: What files of ours say beside the graph.
        beside: What else the file holds: texts, layouts, settings.
        read: How many objects the file holds.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    people: dict[str, dict[str, Any]] = field(default_factory=dict)
    locutions: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    damaged: list[tuple[str, str]] = field(default_factory=list)
    own: dict[str, Any] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    read: int = 0

    def links(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """What leads to each node and what each node leads to, each once, in order."""
        sources: dict[str, dict[str, None]] = defaultdict(dict)
        targets: dict[str, dict[str, None]] = defaultdict(dict)
        for edge in self.edges:
            sources[edge.target][edge.source] = None
            targets[edge.source][edge.target] = None
        return _lists(sources), _lists(targets)


def _lists(links: dict[str, dict[str, None]]) -> dict[str, list[str]]:
    return defaultdict(list, {name: list(others) for name, others in links.items()})


def is_aif(content: Content) -> bool:
    """Whether a content is an argument graph of AIFdb, xAIF or OVA."""
    value = content.json_or_none
    if not isinstance(value, dict):
        return False
    inner = value.get("AIF")
    graph = inner if isinstance(inner, dict) else value
    nodes, edges = graph.get("nodes"), graph.get("edges")
    if not isinstance(nodes, list) or not isinstance(edges, list):
        return False
    return all(isinstance(node, dict) and "type" in node and "text" in node for node in nodes[:1])


def graph_in(value: JsonValue) -> Graph:
    """The argument graph of a JSON value.

    Raises:
        ValueError: If it holds none.
    """
    if not isinstance(value, dict):
        raise ValueError("is no argument graph")
    inner = value.get("AIF", value)
    if not isinstance(inner, dict):
        raise ValueError("has 'AIF' that is no graph")
    parts = {
        name: _listing(inner, name) for name in ("nodes", "edges", "participants", "locutions")
    }
    own = value.get(OWN, {})
    graph = Graph(
        own=own if isinstance(own, dict) else {},
        beside=tuple(key for key in (value | inner) if key not in _KNOWN),
        read=sum(len(part) for part in parts.values()),
    )
    for number, node in enumerate(parts["nodes"]):
        _add_node(node, f"nodes[{number}]", graph)
    for number, edge in enumerate(parts["edges"]):
        _add_edge(edge, f"edges[{number}]", graph)
    for number, person in enumerate(parts["participants"]):
        _add_person(person, f"participants[{number}]", graph)
    for number, locution in enumerate(parts["locutions"]):
        _add_locution(locution, f"locutions[{number}]", graph)
    return graph


def _listing(graph: dict[str, Any], name: str) -> list[JsonValue]:
    found = graph.get(name, [])
    if not isinstance(found, list):
        raise ValueError(f"has {name!r} that is no list")
    return found


def _name(raw: JsonValue, *keys: str) -> str | None:
    """The id that an object has under one of these keys; AIFdb writes text, OVA numbers."""
    for key in keys if isinstance(raw, dict) else ():
        value = raw.get(key) if isinstance(raw, dict) else None
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            return str(value)
    return None


def _add_node(raw: JsonValue, which: str, graph: Graph) -> None:
    node_id = _name(raw, "nodeID", "id")
    if not isinstance(raw, dict) or node_id is None:
        graph.damaged.append((which, "has no id"))
        return
    kind, text = raw.get("type"), raw.get("text")
    if not isinstance(kind, str) or not isinstance(text, str):
        graph.damaged.append((node_id, "has no type or no text"))
    elif node_id in graph.nodes:
        graph.damaged.append((node_id, "is there already"))
    else:
        graph.nodes[node_id] = Node(node_id, kind, text, raw)


def _add_edge(raw: JsonValue, which: str, graph: Graph) -> None:
    ends = [
        _name(raw, key) or _name(raw.get(alternative) if isinstance(raw, dict) else None, "id")
        for key, alternative in (("fromID", "from"), ("toID", "to"))
    ]
    name = _name(raw, "edgeID")
    if not isinstance(raw, dict) or ends[0] is None or ends[1] is None:
        graph.damaged.append((name or which, "does not lead from one node to another"))
    elif missing := [end for end in ends if end not in graph.nodes]:
        graph.damaged.append((name or which, f"leads to {missing[0]!r}, which is not there"))
    else:
        graph.edges.append(Edge(name, ends[0], ends[1], raw))


def _add_person(raw: JsonValue, which: str, graph: Graph) -> None:
    person = _name(raw, "participantID", "id")
    if not isinstance(raw, dict) or person is None:
        graph.damaged.append((which, "has no id"))
    elif person in graph.people:
        graph.damaged.append((person, "is there already"))
    else:
        graph.people[person] = raw


def _add_locution(raw: JsonValue, which: str, graph: Graph) -> None:
    node, person = _name(raw, "nodeID"), _name(raw, "personID")
    if not isinstance(raw, dict) or node is None or person is None:
        graph.damaged.append((which, "does not say who says what"))
    else:
        graph.locutions.append((node, person, raw))


def full_name(person: dict[str, Any]) -> str:
    """The name of a participant."""
    return " ".join(_parts(person))


def _parts(person: dict[str, Any]) -> Iterator[str]:
    for key in ("firstname", "surname"):
        part = person.get(key)
        if isinstance(part, str) and part:
            yield part
