"""The nodes of a case's graph, one family a record type."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from evidence.case import Case
from evidence.model import Actor, Claim, Document, Evidence
from graphs.keys import NodeType, node_key, split_key
from graphs.labels import label_of, shortened

Attributes = dict[str, str | int | float | bool]


def add_nodes(graph: nx.MultiDiGraph, case: Case) -> None:
    """Add a node for each document, actor, claim and evidence, sorted by id within each type."""
    _add_family(graph, NodeType.DOCUMENT, case.documents)
    _add_family(graph, NodeType.ACTOR, case.actors)
    _add_family(graph, NodeType.CLAIM, case.claims)
    _add_family(graph, NodeType.EVIDENCE, case.evidence)


def add_missing(graph: nx.MultiDiGraph, key: str) -> None:
    """Add a node for a record that is referred to but that the case does not hold."""
    node_type, record_id = split_key(key)
    graph.add_node(
        key, type=node_type.value, id=record_id, label=shortened(record_id), missing=True
    )


def _add_family(
    graph: nx.MultiDiGraph,
    node_type: NodeType,
    records: Mapping[str, Document]
    | Mapping[str, Actor]
    | Mapping[str, Claim]
    | Mapping[str, Evidence],
) -> None:
    for record_id in sorted(records):
        record = records[record_id]
        common: Attributes = {
            "type": node_type.value,
            "id": record_id,
            "label": label_of(record),
        }
        graph.add_node(node_key(node_type, record_id), **common, **_own(record))


def _own(record: Document | Actor | Claim | Evidence) -> Attributes:
    """What nodes of this type say apart from type, id and label."""
    if isinstance(record, Document):
        return known(title=record.title, publisher=record.publisher, published=record.published)
    if isinstance(record, Actor):
        return known(name=record.name, kind=record.kind and record.kind.value)
    if isinstance(record, Claim):
        return known(text=record.text)
    return known(text=record.text, kind=record.kind and record.kind.value, document=record.document)


def known(**attributes: str | int | float | bool | None) -> Attributes:
    """Leave out what is not known: graph files have no word for None."""
    return {name: value for name, value in attributes.items() if value is not None}
