from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.case import Case
from evidence.model import (
    Actor,
    Attribution,
    Bearing,
    Claim,
    Derivation,
    Document,
    Evidence,
    Record,
    Relation,
)
from evidence.vocabulary import (
    ActorKind,
    BearingKind,
    DerivationKind,
    EvidenceKind,
    Form,
    Stance,
)
from graphs.build import EdgeType, NodeType, build, node_key, record_of, split_key
from graphs.keys import EDGE_MEANINGS
from graphs.labels import LABEL_LENGTH, shortened

# Few ids, shared by all sections: dangling references, clashes and loops turn up often.
IDS = st.sampled_from(["a", "b", "c", "d:e", "ü"])
MAYBE_ID = st.none() | IDS
WORDS = st.text(min_size=1, max_size=90)

RECORDS: list[st.SearchStrategy[Record]] = [
    st.builds(Document, id=IDS, title=st.none() | WORDS, publisher=MAYBE_ID),
    st.builds(
        Actor,
        id=IDS,
        name=WORDS,
        kind=st.none() | st.sampled_from(ActorKind),
        speaks_for=st.lists(IDS, max_size=3),
    ),
    st.builds(Claim, id=IDS, text=WORDS, subject=MAYBE_ID, object=MAYBE_ID),
    st.builds(
        Attribution,
        id=IDS,
        claim=IDS,
        by=MAYBE_ID,
        document=MAYBE_ID,
        stance=st.sampled_from(Stance),
        form=st.none() | st.sampled_from(Form),
    ),
    st.builds(Evidence, id=IDS, kind=st.sampled_from(EvidenceKind), text=WORDS),
    st.builds(Bearing, id=IDS, source=IDS, target=IDS, kind=st.sampled_from(BearingKind)),
    st.builds(Relation, id=IDS, who=IDS, does=WORDS, to=IDS, what=st.none() | WORDS),
    st.builds(Derivation, id=IDS, what=IDS, rests_on=IDS, kind=st.sampled_from(DerivationKind)),
]
CASES = st.lists(
    st.one_of(RECORDS), max_size=40, unique_by=lambda record: (type(record), record.id)
).map(Case.of)


@pytest.fixture
def case() -> Case:
    return Case.of(
        [
            Document(id="weekly", title="Weekly brief", publisher="institute"),
            Actor(id="iran", name="Iran", kind=ActorKind.STATE),
            Actor(id="envoy", name="The envoy", speaks_for=("iran",)),
            Actor(id="institute", name="Institute"),
            Claim(id="role", text="Iran had a hand in it", subject="iran", object="group"),
            Attribution(id="a1", claim="role", by="envoy", stance="denies", document="weekly"),
            Attribution(
                id="a2",
                claim="role",
                by="institute",
                stance="asserts",
                document="weekly",
                form="own voice",
            ),
            Evidence(id="debris", kind="physical", text="Drone debris"),
            Bearing(id="b1", source="debris", target="role", kind="supports"),
            Bearing(id="b2", source="debris", target="a1", kind="undercuts"),
            Bearing(id="b3", source="role", target="b2", kind="contradicts"),
            Relation(id="r1", who="iran", does="supplies", to="group", what="drones"),
            Relation(id="r2", who="iran", does="supplies", to="group", claims=("role",)),
            Derivation(id="d1", what="a1", rests_on="envoy", kind="quotes"),
        ],
        title="Drones",
    )


def edges_of_type(case: Case, edge_type: EdgeType) -> list[tuple[str, str, str, dict[str, object]]]:
    edges = build(case).edges(keys=True, data=True)
    chosen = [edge for edge in edges if edge[3]["type"] == edge_type]
    return sorted(chosen, key=lambda edge: edge[2])


def test_nodes_carry_type_label_and_what_their_type_has(case: Case) -> None:
    graph = build(case)
    assert graph.graph == {"title": "Drones"}
    assert graph.nodes["actor:iran"] == {
        "type": "actor",
        "id": "iran",
        "label": "Iran",
        "name": "Iran",
        "kind": "state",
    }
    assert graph.nodes["document:weekly"]["publisher"] == "institute"
    assert graph.nodes["claim:role"]["text"] == "Iran had a hand in it"
    assert graph.nodes["evidence:debris"]["kind"] == "physical"


def test_dangling_references_become_missing_nodes(case: Case) -> None:
    graph = build(case)
    missing = [key for key, data in graph.nodes(data=True) if data.get("missing")]
    assert missing == ["actor:group"]
    assert record_of(case, "actor:group") is None


def test_speakers_are_actors_or_documents_in_their_own_voice(case: Case) -> None:
    says = edges_of_type(case, EdgeType.SAYS)
    assert [(tail, head, key, data["stance"]) for tail, head, key, data in says] == [
        ("actor:envoy", "claim:role", "a1", "denies"),
        ("document:weekly", "claim:role", "a2", "asserts"),
    ]
    assert says[0][3]["document"] == "weekly"


def test_what_nobody_named_says_is_said_by_the_document_or_has_no_edge() -> None:
    attributions = [
        Attribution(id="x", claim="c", stance="asserts", document="d"),
        Attribution(id="y", claim="c", stance="asserts"),
    ]
    graph = build(Case.of(attributions))
    assert list(graph.edges(keys=True)) == [("document:d", "claim:c", "x")]


def test_bearings_on_attributions_and_bearings_end_at_the_claim(case: Case) -> None:
    graph = build(case)
    assert graph.edges["evidence:debris", "claim:role", "b1"] == {
        "type": "supports",
        "bearing": "b1",
    }
    assert graph.edges["evidence:debris", "claim:role", "b2"]["on"] == "a1"
    assert graph.edges["claim:role", "claim:role", "b3"]["on"] == "b2"


def test_bearings_that_bear_on_each_other_in_a_circle_end_somewhere() -> None:
    circle = [
        Bearing(id="x", source="e", target="y", kind="supports"),
        Bearing(id="y", source="e", target="x", kind="undercuts"),
    ]
    graph = build(Case.of(circle))
    assert graph.number_of_edges() == 2
    assert all(data["missing"] for _, data in graph.nodes(data=True))


def test_parallel_relations_are_kept(case: Case) -> None:
    relations = edges_of_type(case, EdgeType.RELATION)
    assert [key for _, _, key, _ in relations] == ["r1", "r2"]
    assert relations[0][3] == {
        "type": "relation",
        "predicate": "supplies",
        "what": "drones",
        "relation": "r1",
        "claims": 0,
    }
    assert relations[1][3]["claims"] == 1


def test_about_publishes_speaks_for_and_derives(case: Case) -> None:
    about = edges_of_type(case, EdgeType.ABOUT)
    assert [(head, data["role"]) for _, head, _, data in about] == [
        ("actor:group", "object"),
        ("actor:iran", "subject"),
    ]
    assert edges_of_type(case, EdgeType.PUBLISHES)[0][:2] == ("actor:institute", "document:weekly")
    assert edges_of_type(case, EdgeType.SPEAKS_FOR)[0][:2] == ("actor:envoy", "actor:iran")
    derives = edges_of_type(case, EdgeType.DERIVES)
    assert derives[0][:3] == ("document:weekly", "actor:envoy", "d1")
    assert derives[0][3]["what"] == "a1"


def test_records_of_two_sections_with_one_id_keep_their_edges() -> None:
    case = Case.of(
        [
            Evidence(id="e", kind="physical", text="e"),
            Claim(id="c", text="c"),
            Bearing(id="same", source="e", target="c", kind="supports"),
            Derivation(id="same", what="e", rests_on="c"),
        ]
    )
    assert list(build(case).edges(keys=True)) == [
        ("evidence:e", "claim:c", "same"),
        ("evidence:e", "claim:c", "derives:same"),
    ]


def test_every_type_of_edge_has_a_meaning() -> None:
    assert list(EDGE_MEANINGS) == list(EdgeType)


def test_keys_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="NodeType"):
        node_key("relation", "r1")
    with pytest.raises(ValueError, match="NodeType"):
        record_of(Case(), "iran")


@given(CASES)
def test_each_record_has_its_node_and_each_statement_its_edge(case: Case) -> None:
    graph = build(case)
    for node_type in NodeType:
        for record_id, record in getattr(case, node_type.section).items():
            assert record_of(case, node_key(node_type, record_id)) is record
            assert not graph.nodes[node_key(node_type, record_id)].get("missing")
    counts = Counter(data["type"] for _, _, data in graph.edges(data=True))
    assert counts[EdgeType.RELATION] == len(case.relations)
    assert counts[EdgeType.DERIVES] == len(case.derivations)
    bearings = (EdgeType.SUPPORTS, EdgeType.CONTRADICTS, EdgeType.UNDERCUTS)
    assert sum(counts[kind] for kind in bearings) == len(case.bearings)
    vouched = [a for a in case.attributions.values() if a.by or a.document]
    assert counts[EdgeType.SAYS] == len(vouched)


@given(CASES)
def test_keys_and_attributes_are_what_graph_files_can_carry(case: Case) -> None:
    graph = build(case)
    for key, data in graph.nodes(data=True):
        assert node_key(*split_key(key)) == key
        assert (record_of(case, key) is None) == bool(data.get("missing"))
        assert {type(value) for value in data.values()} <= {str, int, float, bool}
        assert len(data["label"]) <= LABEL_LENGTH
    for _, _, _, data in graph.edges(keys=True, data=True):
        assert {type(value) for value in data.values()} <= {str, int, float, bool}


@given(CASES, st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(case: Case, random: object) -> None:
    records = list(case.records())
    random.shuffle(records)  # type: ignore[attr-defined]  # a random.Random
    graph, shuffled = build(case), build(Case.of(records))
    assert list(graph.nodes(data=True)) == list(shuffled.nodes(data=True))
    assert list(graph.edges(keys=True, data=True)) == list(shuffled.edges(keys=True, data=True))


def test_the_seed_of_hashing_changes_nothing(case: Case) -> None:
    script = (
        "from evidence.case import Case\n"
        "from evidence.model import Actor\n"
        "from graphs.build import build\n"
        "served = [f'b{i}' for i in range(9)]\n"
        "actors = [Actor(id=f'a{i}', name='A', speaks_for=served) for i in range(9)]\n"
        "print(list(build(Case.of(actors)).edges(keys=True)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1


@given(st.text(max_size=200), st.integers(min_value=1, max_value=80))
def test_shortened_words_fit_on_one_line(words: str, length: int) -> None:
    line = shortened(words, length)
    assert len(line) <= length
    assert line == " ".join(line.split())
    if len(" ".join(words.split())) > length:
        assert line.endswith("…")
