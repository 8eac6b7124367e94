"""Argument graphs to records, each object accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from evidence.formats.aif.graphs import INFORMATION, OWN, Graph, Node, graph_in
from evidence.formats.aif.readable import (
    actor_fields,
    attribution_fields,
    bearing_fields,
    proposition_fields,
    speaker_in,
    speakers,
)
from evidence.formats.aif.structure import Structure, structure_of
from evidence.formats.content import Content
from evidence.formats.format import Imported, made_by_import
from evidence.formats.ledger import Ledger
from evidence.formats.remainder import completed
from evidence.ids import slug
from evidence.model import Actor

NAME = "aif"

_TAKEN = frozenset({"nodeID", "id", "type", "text", OWN})


def read(content: Content) -> Imported:
    """Read an argument graph: information nodes as claims, schemes as bearings.

    Graphs that were written here become exactly the records that they stand for.

    Raises:
        ValueError: If the file holds no graph.
    """
    graph = graph_in(content.json)
    return _Reader(graph, Ledger(NAME, content.name)).imported(content.name)


class _Reader:
    """Turns one graph into records."""

    def __init__(self, graph: Graph, ledger: Ledger) -> None:
        self._graph = graph
        self._ledger = ledger
        self._structure: Structure = structure_of(graph)
        self._speakers = speakers(graph)
        self._ours = bool(graph.own)

    def imported(self, file: str) -> Imported:
        """Account for every object of the graph."""
        for which, why in self._graph.damaged:
            self._ledger.refuse(which, why)
        for person, raw in self._graph.people.items():
            self._map(person, [("actor", actor_fields(person, raw))], raw)
        for node in self._graph.nodes.values():
            self._account(node)
        self._account_for_edges()
        self._account_for_locutions()
        extra = self._records()
        for name in self._graph.beside:
            self._ledger.lose("file", name, file)
        heading = {name: str(self._graph.own.get(name, "")) for name in ("title", "description")}
        return self._ledger.close(self._graph.read + extra, **heading)

    def _account(self, node: Node) -> None:
        if not self._structure.has_counterpart(node.id, node.type):
            self._ledger.keep(node.type or "node", node.raw, id=node.id)
            return
        self._map(node.id, list(self._said_by(node)), node.raw)
        self._introduce(node)
        for name in node.raw:
            if name not in _TAKEN and not self._ours:
                self._ledger.lose("node", name, node.id)

    def _said_by(self, node: Node) -> Iterator[tuple[str, dict[str, Any]]]:
        """The kinds and fields of the records that a node stands for."""
        if node.type == INFORMATION:
            yield "claim", proposition_fields(node)
        elif node.id in self._structure.anchored:
            for fields in bearing_fields(node, self._graph, self._structure):
                yield "bearing", fields
        elif node.id in self._structure.sayings:
            by = self._speakers.get(node.id)
            for fields in attribution_fields(node, self._graph, self._structure, by):
                yield "attribution", fields

    def _map(self, which: str, said: list[tuple[str, dict[str, Any]]], raw: dict[str, Any]) -> None:
        own = raw.get(OWN) if isinstance(raw.get(OWN), dict) else None
        made = {} if self._ours else {"made": made_by_import(NAME).model_dump(exclude_none=True)}
        try:
            records = [
                completed(str((own or {}).get("record", kind)), {**fields, **made}, _rest(own))
                for kind, fields in said
            ]
        except ValueError as error:
            self._ledger.refuse(which, str(error))
            return
        self._ledger.map(records)

    def _introduce(self, node: Node) -> None:
        """Take the speaker whom only the words of a locution name."""
        name, _ = speaker_in(node)
        named = node.id in self._structure.sayings and node.id not in self._speakers
        if name and named and not self._ours:
            self._ledger.add([Actor(id=slug(name), name=name, made=made_by_import(NAME))])

    def _account_for_edges(self) -> None:
        for edge in self._graph.edges:
            if (edge.source, edge.target) in self._structure.used:
                self._ledger.map(())
            else:
                self._ledger.keep("edge", edge.raw, id=edge.id)

    def _account_for_locutions(self) -> None:
        for node, person, raw in self._graph.locutions:
            if self._speakers.get(node) == person and node in self._structure.sayings:
                self._ledger.map(())
            else:
                self._ledger.keep("locution", raw)

    def _records(self) -> int:
        """Take the records that stand beside the graph; tell how many there are."""
        listed = self._graph.own.get("records", [])
        for number, each in enumerate(listed if isinstance(listed, list) else []):
            which = f"records[{number}]"
            try:
                if not isinstance(each, dict):
                    raise ValueError("is no record")
                self._ledger.map([completed(str(each.get("record")), {}, _rest(each))])
            except ValueError as error:
                self._ledger.refuse(which, str(error))
        return len(listed) if isinstance(listed, list) else 0


def _rest(own: dict[str, Any] | None) -> dict[str, Any] | None:
    if own is None:
        return None
    return {name: value for name, value in own.items() if name != "record"}
