"""Argument graphs of others to records."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evidence.case import Case
from evidence.formats.aif import AIF
from evidence.formats.content import Content
from evidence.formats.format import Imported
from evidence.model import Kept, Passage


def read(value: Any) -> Imported:
    assert AIF.read is not None
    return AIF.read(Content("graph.json", json.dumps(value).encode()))


def node(name: str, kind: str, text: str = "") -> dict[str, str]:
    return {"nodeID": name, "type": kind, "text": text, "timestamp": "2020-01-01 10:00:00"}


def edges(*pairs: str) -> list[dict[str, Any]]:
    """Edges from pairs such as "1>2"."""
    ends = (pair.split(">") for pair in pairs)
    return [
        {"edgeID": f"e{n}", "fromID": source, "toID": target, "formEdgeID": None}
        for n, (source, target) in enumerate(ends)
    ]


GRAPH: dict[str, Any] = {
    "nodes": [
        node("1", "I", "They had a hand in it"),
        node("2", "I", "The debris is of their make"),
        node("3", "I", "Only they make such drones"),
        node("4", "I", "Copies are sold everywhere"),
        node("5", "RA", "Argument from Sign"),
        node("6", "CA", "Default Conflict"),
        node("7", "I", "Nobody was there"),
        node("8", "CA", "CA"),
        node("9", "L", "The envoy : that is factually wrong"),
        node("10", "YA", "Disagreeing"),
        node("11", "TA", "Default Transition"),
        node("12", "MA", "Default Rephrase"),
    ],
    "edges": edges(
        "2>5", "3>5", "5>1", "4>6", "6>5", "7>8", "8>1", "9>10", "10>1", "9>11", "2>12", "12>3"
    ),
    "locutions": [],
}


def test_schemes_become_bearings_and_conflicts_with_them_undercuts() -> None:
    case = Case.of(read(GRAPH).records)
    assert {c.id: c.text for c in case.claims.values()} == {
        n["nodeID"]: n["text"] for n in GRAPH["nodes"] if n["type"] == "I"
    }
    assert [(b.id, b.source, b.kind, b.target, b.note) for b in case.bearings.values()] == [
        ("5", "2", "supports", "1", "Argument from Sign"),
        ("5/2", "3", "supports", "1", "Argument from Sign"),
        ("6", "4", "undercuts", "5", None),
        ("8", "7", "contradicts", "1", None),
    ]


def test_locutions_tied_to_claims_become_attributions() -> None:
    case = Case.of(read(GRAPH).records)
    (said,) = case.attributions.values()
    assert (said.id, said.by, said.stance, said.claim) == ("9", "the-envoy", "denies", "1")
    assert said.content == (Passage(exact="that is factually wrong"),)
    assert case.actors["the-envoy"].name == "The envoy"


def test_every_object_is_accounted_for() -> None:
    imported = read(GRAPH)
    counts = imported.counts
    assert counts.read == len(GRAPH["nodes"]) + len(GRAPH["edges"])
    assert (counts.kept, counts.refused) == (5, 0)
    kept = [(r.kind, r.id) for r in imported.records if isinstance(r, Kept)]
    assert kept == [("TA", "11"), ("MA", "12"), ("edge", "e9"), ("edge", "e10"), ("edge", "e11")]


def test_participants_speak_their_locutions() -> None:
    value = {
        "AIF": {
            **GRAPH,
            "participants": [{"participantID": 7, "firstname": "Majid", "surname": "X"}],
            "locutions": [{"nodeID": "9", "personID": "7", "start": "2020"}],
        },
        "text": "<p>The envoy</p>",
        "OVA": {"firstname": "A", "nodes": []},
    }
    imported = read(value)
    case = Case.of(imported.records)
    assert [(a.id, a.name) for a in case.actors.values()] == [("7", "Majid X")]
    assert case.attributions["9"].by == "7"
    lost = [f.message.split(" has ")[0] for f in imported.findings]
    assert lost == ["node: 'timestamp'", "file: 'text'", "file: 'OVA'"]


def test_a_graph_of_ova_is_read() -> None:
    one, two, scheme = (
        {"id": number, "type": kind, "text": text, "x": 10.5, "visible": True}
        for number, kind, text in ((1, "I", "a"), (2, "I", "b"), (3, "RA", "RA"))
    )
    ends = [{"from": one, "to": scheme}, {"from": scheme, "to": two}]
    imported = read({"nodes": [one, two, scheme], "edges": ends, "analysis": {"txt": "a b"}})
    case = Case.of(imported.records)
    assert [(b.source, b.target) for b in case.bearings.values()] == [("1", "2")]
    assert imported.counts.kept == 0


def test_arguments_that_lead_only_to_each_other_are_kept() -> None:
    value = {
        "nodes": [node("1", "I", "a"), node("2", "RA"), node("3", "CA"), node("4", "RA")],
        "edges": edges("1>2", "2>3", "1>3", "3>2", "4>1"),
    }
    imported = read(value)
    assert imported.counts.mapped == 1
    assert {r.id for r in imported.records if isinstance(r, Kept)} >= {"2", "3", "4"}


def test_a_long_chain_of_undercuts_is_linear_and_ends() -> None:
    links = 3_000
    nodes = [node("i", "I", "a"), *(node(f"c{n}", "CA") for n in range(links))]
    pairs = [f"i>c{n}" for n in range(links)] + [f"c{n}>c{n - 1}" for n in range(1, links)]
    imported = read({"nodes": nodes, "edges": edges(*pairs, "c0>i")})
    assert imported.counts.mapped == imported.counts.read
    assert len(Case.of(imported.records).bearings) == links


@pytest.mark.parametrize(
    ("damaged", "why"),
    [
        ({"nodes": [3]}, "has no id"),
        ({"nodes": [{"nodeID": "9"}]}, "has no type or no text"),
        ({"nodes": [node("9", "I", "")]}, "text"),
        ({"nodes": [node("9", "I", "a"), node("9", "I", "b")]}, "is there already"),
        ({"edges": [{"edgeID": "1", "fromID": "1"}]}, "does not lead from one node to another"),
        ({"edges": edges("1>404")}, "leads to '404', which is not there"),
        ({"edges": ["1>2"]}, "does not lead"),
        ({"participants": [{"firstname": "x"}]}, "has no id"),
        ({"participants": [{"id": 1}, {"id": 1}]}, "is there already"),
        ({"locutions": [{"nodeID": "1"}]}, "does not say who says what"),
    ],
)
def test_damaged_objects_are_refused_with_the_reason(damaged: dict[str, Any], why: str) -> None:
    imported = read({"nodes": [node("1", "I", "a")], "edges": [], **damaged})
    assert imported.counts.refused == 1
    assert why in imported.findings[0].message


@pytest.mark.parametrize("value", [[], "x", {"AIF": []}, {"nodes": 3}, {"nodes": [], "edges": {}}])
def test_what_is_no_graph_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"is no argument graph|that is no (graph|list)"):
        read(value)


def test_what_was_read_comes_back_equal() -> None:
    assert AIF.write is not None
    assert AIF.read is not None
    case = Case.of(read(GRAPH).records)
    exported = AIF.write(case)
    again = AIF.read(Content("again.json", exported.data))
    assert again.findings == ()
    assert Case.of(again.records) == case
    written = json.loads(exported.data)
    assert {n["nodeID"] for n in written["nodes"]} >= {"5", "11", "12"}
    assert "5/2" not in {n["nodeID"] for n in written["nodes"]}


@pytest.mark.parametrize("record", [3, {"record": "gossip"}, {"record": "actor", "fields": {}}])
def test_damaged_records_beside_a_graph_are_refused(record: Any) -> None:
    imported = read({"nodes": [], "edges": [], "claimtrail": {"records": [record]}})
    assert (imported.counts.read, imported.counts.refused) == (1, 1)


@pytest.mark.parametrize(
    ("value", "aif"),
    [
        ({"nodes": [], "edges": []}, True),
        ({"AIF": {"nodes": [node("1", "I", "a")], "edges": []}}, True),
        ({"nodes": [{"id": 1}], "edges": []}, False),
        ({"nodes": {}, "edges": []}, False),
        ([], False),
    ],
)
def test_graphs_are_told_by_their_nodes(value: Any, aif: bool) -> None:
    assert AIF.recognises(Content("x.json", json.dumps(value).encode())) is aif
