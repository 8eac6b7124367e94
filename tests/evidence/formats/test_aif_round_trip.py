"""Cases to AIF and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from round_trips import as_case, assert_comes_back, is_recognised, read, written
from strategies import cases

from evidence.case import Case
from evidence.formats.aif import AIF
from evidence.model import Actor, Attribution, Bearing, Claim, Evidence, Kept, Record
from evidence.vocabulary import BearingKind, Stance

kinds = st.sampled_from(BearingKind)


@given(cases())
@settings(deadline=None)
def test_any_case_comes_back_equal(case: Case) -> None:
    assert_comes_back(AIF, case)
    assert is_recognised(AIF, case)


names = st.sampled_from(["a", "b", "c", "c/2", "c/3"])
notes = st.sampled_from([None, "Sign", "RA", "Default Conflict", "x : y"])
arguments = st.one_of(
    st.builds(Claim, id=names, text=st.sampled_from(["x", "y : z", " "]), note=notes),
    st.builds(Evidence, id=names, text=st.just("shown")),
    st.builds(Actor, id=names, name=st.sampled_from(["a", "A : B"])),
    st.builds(Bearing, id=names, source=names, target=names, kind=kinds, note=notes),
    st.builds(
        Attribution,
        id=names,
        claim=names,
        by=st.none() | names,
        stance=st.sampled_from(Stance),
        content=st.sampled_from([(), ("words",), ("a : b", "c")]),
        note=notes,
    ),
)


@given(st.lists(arguments, max_size=14, unique_by=lambda r: (type(r), r.id)))
@settings(deadline=None, max_examples=300)
def test_any_tangle_of_arguments_comes_back_equal(records: list[Record]) -> None:
    case = Case.of(records)
    imported = read(AIF, written(AIF, case))
    assert imported.findings == ()
    assert as_case(imported) == case


ARGUMENTS = Case.of(
    [
        Actor(id="envoy", name="The envoy"),
        Claim(id="role", text="They had a hand in it"),
        Claim(id="debris-ours", text="The debris is of their make"),
        Claim(id="copies", text="Copies are sold everywhere"),
        Attribution(id="said", claim="role", by="envoy", stance="denies", quote="factually wrong"),
        Evidence(id="debris", text="Debris recovered at the base"),
        Bearing(id="17", source="debris-ours", target="role", kind="supports", note="Sign"),
        Bearing(id="17/2", source="debris", target="role", kind="supports", note="Sign"),
        Bearing(id="u", source="copies", target="17", kind="undercuts"),
        Bearing(id="v", source="debris", target="said", kind="undercuts"),
    ],
    title="Debris",
)


def graph_of(case: Case) -> tuple[dict[str, dict[str, str]], set[tuple[str, str]]]:
    value = json.loads(written(AIF, case))
    nodes = {node["nodeID"]: node for node in value["nodes"]}
    return nodes, {(edge["fromID"], edge["toID"]) for edge in value["edges"]}


def test_linked_premises_share_a_node_and_undercuts_attack_it() -> None:
    nodes, edges = graph_of(ARGUMENTS)
    assert "17/2" not in nodes
    assert (nodes["17"]["type"], nodes["17"]["text"]) == ("RA", "Sign")
    assert {("debris-ours", "17"), ("debris", "17"), ("17", "role")} <= edges
    assert nodes["u"]["type"] == "CA"
    assert {("copies", "u"), ("u", "17"), ("debris", "v"), ("v", "said")} <= edges
    assert as_case(read(AIF, written(AIF, ARGUMENTS))) == ARGUMENTS


def test_who_says_what_goes_out_as_a_locution() -> None:
    nodes, edges = graph_of(ARGUMENTS)
    assert nodes["said"]["type"] == "L"
    assert nodes["said"]["text"] == "The envoy : factually wrong"
    (act,) = (b for a, b in edges if a == "said")
    assert (nodes[act]["type"], nodes[act]["text"]) == ("YA", "Disagreeing")
    assert (act, "role") in edges


def test_kept_objects_that_would_mean_something_else_go_out_beside() -> None:
    edge = {"edgeID": "1", "fromID": "a", "toID": "b"}
    node = {"nodeID": "17", "type": "MA", "text": "Rephrase"}
    kept = [
        Kept(id="1", format="aif", kind="edge", data=edge),
        Kept(id="17", format="aif", kind="MA", data=node),
    ]
    case = Case.of([Claim(id="a", text="x"), Claim(id="17", text="y"), *kept])
    assert as_case(read(AIF, written(AIF, case))) == case


def test_arguebuf_reads_the_same_arguments() -> None:
    arguebuf = pytest.importorskip("arguebuf", reason="arguebuf cannot be installed beside lxml 6")
    value = json.loads(written(AIF, ARGUMENTS))
    graph = arguebuf.load.aif(value)
    assert {node.plain_text for node in graph.atom_nodes.values()} == {
        node["text"] for node in value["nodes"] if node["type"] == "I"
    }
    schemes = {name: type(node.scheme).__name__ for name, node in graph.scheme_nodes.items()}
    assert schemes == {"17": "Support", "u": "Attack", "v": "Attack"}
    edges = {(edge.source.id, edge.target.id) for edge in graph.edges.values()}
    assert edges >= {("debris-ours", "17"), ("debris", "17"), ("17", "role"), ("u", "17")}
