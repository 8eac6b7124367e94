"""The edges as the page draws them: those that say the same are one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from evidence.vocabulary import Stance
from graphs.export.page.standing import StanceFamily, family_of
from graphs.keys import EdgeType

Options = dict[str, Any]

_ATTRIBUTES: Mapping[str, tuple[str, str]] = {
    EdgeType.SAYS: ("stance", "attribution"),
    EdgeType.SUPPORTS: ("", "bearing"),
    EdgeType.CONTRADICTS: ("", "bearing"),
    EdgeType.UNDERCUTS: ("", "bearing"),
    EdgeType.RELATION: ("predicate", "relation"),
    EdgeType.ABOUT: ("", ""),
    EdgeType.PUBLISHES: ("", ""),
    EdgeType.SPEAKS_FOR: ("", ""),
    EdgeType.DERIVES: ("kind", "derivation"),
}
"""The attributes of an edge that hold the word beside it and the id of the record behind it."""

GROUPS = (
    *(family.value for family in StanceFamily),
    *(edge_type.value for edge_type in EdgeType if edge_type is not EdgeType.SAYS),
)
"""What lines are told apart by: the family of stances of a saying, else the type of the edge."""

_FAMILIES = frozenset(family.value for family in StanceFamily)
_FAMILY_OF: Mapping[str, str] = {stance.value: family_of(stance).value for stance in Stance}


def edge_options(graph: nx.MultiDiGraph) -> list[Options]:
    """The edges of the graph as a network wants them, those that say the same drawn as one.

    Edges between the same two nodes are one line where they fall into the same group: sayings of
    one family of stances, relations with one predicate, and so on. Such a line names the ids of
    all records behind it. Lines are sorted by group, ends and word, which make up their ids in the
    page, so that links to a line stay good when a record is added.
    """
    lines: dict[str, list[Options]] = {group: [] for group in GROUPS}
    # Node by node, as a sort of all lines would compare their groups and ends again and again
    for tail, heads in sorted(graph.adjacency()):
        for head in sorted(heads):
            for line in _lines(tail, head, heads[head]):
                lines[line["group"]].append(line)
    return [line for group in sorted(lines) for line in lines[group]]


def _lines(tail: str, head: str, edges: Mapping[str, Mapping[str, Any]]) -> Iterable[Options]:
    """The lines between two nodes, sorted by group and word."""
    if len(edges) == 1:
        return [_line(tail, head, *_statement(data)) for data in edges.values()]
    lines: dict[tuple[str, str], Options] = {}
    for key in sorted(edges):
        group, word, record = _statement(edges[key])
        place = (group, "" if group in _FAMILIES else word)
        line = lines.get(place)
        if line is None:
            lines[place] = _line(tail, head, group, word, record)
            continue
        if word and word not in line["words"]:
            line["words"].append(word)
        if record:
            line["records"].append(record)
    return [lines[place] for place in sorted(lines)]


def _line(tail: str, head: str, group: str, word: str, record: str) -> Options:
    return {
        "from": tail,
        "to": head,
        "group": group,
        "words": [word] if word else [],
        "records": [record] if record else [],
    }


def edge_columns(edges: Sequence[Options], keys: Sequence[str]) -> dict[str, list[Any]]:
    """The edges column by column.

    Args:
        edges: As `edge_options` gives them.
        keys: The keys of the nodes in the order in which the page has them.

    Returns:
        Columns of one length: `from` and `to` as rows of nodes, `group` as a row of `GROUPS`,
        `words` as a row of `phrases`, and the ids of `records`; and the lists of `phrases`.
    """
    row = {key: number for number, key in enumerate(keys)}
    group = {name: number for number, name in enumerate(GROUPS)}
    phrases: dict[tuple[str, ...], int] = {}
    return {
        "from": [row[edge["from"]] for edge in edges],
        "to": [row[edge["to"]] for edge in edges],
        "group": [group[edge["group"]] for edge in edges],
        "words": [phrases.setdefault(tuple(edge["words"]), len(phrases)) for edge in edges],
        "records": [edge["records"] for edge in edges],
        "phrases": [list(words) for words in phrases],
        "groups": list(GROUPS),
    }


def group_of(data: Mapping[str, Any]) -> str:
    """The one of `GROUPS` that an edge of the graph is drawn with."""
    edge_type: str = data["type"]
    return _FAMILY_OF[data["stance"]] if edge_type == EdgeType.SAYS else edge_type


def _statement(data: Mapping[str, Any]) -> tuple[str, str, str]:
    """What an edge says: the group to draw it with, the word beside it, the id of its record."""
    word, record = _ATTRIBUTES[data["type"]]
    return group_of(data), data[word] if word else "", data[record] if record else ""
