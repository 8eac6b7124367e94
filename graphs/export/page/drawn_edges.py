"""The edges as the page draws them: those that say the same are one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from evidence.vocabulary import Stance
from graphs.export.page.standing import StanceFamily, family_of
from graphs.keys import EdgeType

Options = dict[str, Any]

_RECORDS: Mapping[str, str] = {
    EdgeType.SAYS: "attribution",
    EdgeType.SUPPORTS: "bearing",
    EdgeType.CONTRADICTS: "bearing",
    EdgeType.UNDERCUTS: "bearing",
    EdgeType.RELATION: "relation",
    EdgeType.DERIVES: "derivation",
}
"""The attribute of an edge that names the record behind it, where there is one."""

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
    lines: dict[str, dict[tuple[str, str, str], Options]] = {group: {} for group in GROUPS}
    for tail, head, data in _in_order(graph):
        group, word, record = _statement(data)
        place = (tail, head, "" if group in _FAMILIES else word)
        line = lines[group].get(place)
        if line is None:
            line = {"from": tail, "to": head, "group": group, "words": [], "records": []}
            lines[group][place] = line
        if word and word not in line["words"]:
            line["words"].append(word)
        if record:
            line["records"].append(record)
    return [lines[group][place] for group in sorted(lines) for place in sorted(lines[group])]


def _in_order(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The edges with what is known of them, sorted by tail, head and key."""
    # Sorting node by node compares a few keys each, where a sort of all edges compares triples.
    for tail, heads in sorted(graph.adjacency()):
        for head in sorted(heads):
            for key in sorted(heads[head]):
                yield tail, head, heads[head][key]


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
    edge_type = str(data["type"])
    return _FAMILY_OF[data["stance"]] if edge_type == EdgeType.SAYS else edge_type


def _statement(data: Mapping[str, Any]) -> tuple[str, str, str]:
    """What an edge says: the group to draw it with, the word beside it, the id of its record."""
    edge_type = str(data["type"])
    attribute = _RECORDS.get(edge_type)
    record = str(data[attribute]) if attribute else ""
    word = str(data.get("stance") or data.get("predicate") or data.get("kind") or "")
    return group_of(data), word, record
