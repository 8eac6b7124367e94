"""The edges of a case's graph, one family a kind of statement."""

from __future__ import annotations

import networkx as nx

from evidence.case import Case
from evidence.model import Attribution, Bearing
from evidence.vocabulary import Form
from graphs.keys import EdgeType, NodeType, node_key
from graphs.nodes import Attributes, add_missing, known


def add_edges(graph: nx.MultiDiGraph, case: Case) -> None:
    """Add every edge of the case, family by family, sorted by record id within each."""
    _add_says(graph, case)
    _add_bearings(graph, case)
    _add_relations(graph, case)
    _add_about(graph, case)
    _add_publishes(graph, case)
    _add_speaks_for(graph, case)
    _add_derivations(graph, case)


def speaker_of(attribution: Attribution) -> str | None:
    """The node that says what is attributed.

    That is the actor who speaks; the document where it speaks in its own voice or nobody is named;
    None where neither is known.
    """
    if attribution.document and (attribution.by is None or attribution.form is Form.OWN_VOICE):
        return node_key(NodeType.DOCUMENT, attribution.document)
    if attribution.by is None:
        return None
    return node_key(NodeType.ACTOR, attribution.by)


def _add_edge(
    graph: nx.MultiDiGraph,
    tail: str,
    head: str,
    key: str,
    edge_type: EdgeType,
    attributes: Attributes,
) -> None:
    for end in (tail, head):
        if end not in graph:
            add_missing(graph, end)
    # Ids are unique within a section only: a bearing and a derivation may share one.
    while graph.has_edge(tail, head, key):
        key = f"{edge_type.value}:{key}"
    graph.add_edge(tail, head, key, type=edge_type.value, **attributes)


def _add_says(graph: nx.MultiDiGraph, case: Case) -> None:
    for record_id, record in sorted(case.attributions.items()):
        speaker = speaker_of(record)
        if speaker is None:
            continue
        attributes = known(
            stance=record.stance.value,
            attribution=record_id,
            by=record.by,
            document=record.document,
            form=record.form and record.form.value,
            within=record.within,
            confidence=record.confidence,
        )
        claim = node_key(NodeType.CLAIM, record.claim)
        _add_edge(graph, speaker, claim, record_id, EdgeType.SAYS, attributes)


def _add_bearings(graph: nx.MultiDiGraph, case: Case) -> None:
    for record_id, record in sorted(case.bearings.items()):
        attributes = known(
            bearing=record_id,
            on=_step(case, record.target),
            document=record.document,
        )
        source = _source_of_bearing(case, record)
        target = node_key(NodeType.CLAIM, _claim_borne_on(case, record))
        _add_edge(graph, source, target, record_id, EdgeType(record.kind.value), attributes)


def _source_of_bearing(case: Case, bearing: Bearing) -> str:
    is_claim = bearing.source not in case.evidence and bearing.source in case.claims
    return node_key(NodeType.CLAIM if is_claim else NodeType.EVIDENCE, bearing.source)


def _step(case: Case, target: str) -> str | None:
    """The target of a bearing where that is an attribution or a bearing, not a claim itself."""
    is_step = target in case.attributions or target in case.bearings
    return target if is_step and target not in case.claims else None


def _claim_borne_on(case: Case, bearing: Bearing) -> str:
    """The id of the claim at the end of a bearing on a claim, an attribution or another bearing."""
    target, seen = bearing.target, {bearing.id}
    while _step(case, target) and target not in seen:
        seen.add(target)
        attribution = case.attributions.get(target)
        target = attribution.claim if attribution else case.bearings[target].target
    return target


def _add_relations(graph: nx.MultiDiGraph, case: Case) -> None:
    for record_id, record in sorted(case.relations.items()):
        attributes = known(
            predicate=record.does,
            what=record.what,
            relation=record_id,
            claims=len(record.claims),
        )
        who, to = (node_key(NodeType.ACTOR, actor) for actor in (record.who, record.to))
        _add_edge(graph, who, to, record_id, EdgeType.RELATION, attributes)


def _add_about(graph: nx.MultiDiGraph, case: Case) -> None:
    for record_id, record in sorted(case.claims.items()):
        claim = node_key(NodeType.CLAIM, record_id)
        for role, actor in (("subject", record.subject), ("object", record.object)):
            if actor is not None:
                head = node_key(NodeType.ACTOR, actor)
                key = f"about:{record_id}:{role}"
                _add_edge(graph, claim, head, key, EdgeType.ABOUT, {"role": role})


def _add_publishes(graph: nx.MultiDiGraph, case: Case) -> None:
    for record_id, record in sorted(case.documents.items()):
        if record.publisher is not None:
            publisher = node_key(NodeType.ACTOR, record.publisher)
            document = node_key(NodeType.DOCUMENT, record_id)
            key = f"publishes:{record_id}"
            _add_edge(graph, publisher, document, key, EdgeType.PUBLISHES, {})


def _add_speaks_for(graph: nx.MultiDiGraph, case: Case) -> None:
    for record_id, record in sorted(case.actors.items()):
        tail = node_key(NodeType.ACTOR, record_id)
        for principal in sorted(set(record.speaks_for)):
            head = node_key(NodeType.ACTOR, principal)
            key = f"speaks for:{record_id}:{principal}"
            _add_edge(graph, tail, head, key, EdgeType.SPEAKS_FOR, {})


def _add_derivations(graph: nx.MultiDiGraph, case: Case) -> None:
    for record_id, record in sorted(case.derivations.items()):
        attributes = known(
            kind=record.kind.value,
            derivation=record_id,
            what=record.what,
            rests_on=record.rests_on,
        )
        what, origin = (_end_of_derivation(case, end) for end in (record.what, record.rests_on))
        _add_edge(graph, what, origin, record_id, EdgeType.DERIVES, attributes)


def _end_of_derivation(case: Case, record_id: str) -> str:
    """The node of a record that rests on another: for an attribution, the document it stands in."""
    for node_type in (NodeType.DOCUMENT, NodeType.EVIDENCE):
        if record_id in getattr(case, node_type.section):
            return node_key(node_type, record_id)
    attribution = case.attributions.get(record_id)
    if attribution is not None:
        return _place_of(attribution)
    for node_type in (NodeType.ACTOR, NodeType.CLAIM):
        if record_id in getattr(case, node_type.section):
            return node_key(node_type, record_id)
    return node_key(NodeType.DOCUMENT, record_id)


def _place_of(attribution: Attribution) -> str:
    if attribution.document is not None:
        return node_key(NodeType.DOCUMENT, attribution.document)
    return speaker_of(attribution) or node_key(NodeType.CLAIM, attribution.claim)
