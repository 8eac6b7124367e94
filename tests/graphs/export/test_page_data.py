from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.case import Case
from evidence.model import Actor, Attribution, Claim, Document, Evidence, Passage
from evidence.vocabulary import EvidenceKind, Stance
from graphs.build import build
from graphs.export.page.data import edge_options
from graphs.export.page.places import Units, places
from graphs.export.page.standing import StanceFamily, Standing, family_of, standings


def small_case() -> Case:
    text = "Smoke \U0001f525 rose. The ministry denied that it had fired."
    return Case.of(
        [
            Document(id="wire", title="Wire", text=text, url="https://wire.example/1"),
            Actor(id="ministry", name="the ministry"),
            Actor(id="group", name="the group"),
            Claim(id="fired", text="The ministry had fired", subject="ministry"),
            Claim(id="lonely", text="Nobody says this"),
            said("a1", "ministry", Stance.DENIES, quote="it had fired"),
            said("a2", "group", Stance.ACCUSES, quote="not there"),
            said("a3", "group", Stance.ASSERTS, quote="fired"),
            Evidence(id="smoke", kind=EvidenceKind.IMAGERY, text="Smoke", document="wire"),
        ],
        title="Who fired?",
    )


def said(record_id: str, by: str | None, stance: Stance, quote: str = "fired") -> Attribution:
    content = (Passage(exact=quote),)
    return Attribution(
        id=record_id, claim="fired", by=by, stance=stance, document="wire", content=content
    )


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_units_count_as_utf16_does(text, data):
    offset = data.draw(st.integers(0, len(text)))

    assert Units(text)(offset) == len(text[:offset].encode("utf-16-le")) // 2


def test_places_are_utf16_and_absent_where_words_are_missing_or_ambiguous():
    found = places(small_case())
    text = (small_case().documents["wire"].text or "").encode("utf-16-le")

    [(start, end)] = found["attribution:a1"]["content"]  # type: ignore[misc]
    assert text[2 * start : 2 * end].decode("utf-16-le") == "it had fired"
    assert found["attribution:a2"]["content"] == [None]
    assert "evidence:smoke" not in found


def test_passages_of_a_document_that_is_not_there_are_missing():
    case = Case.of([Claim(id="fired", text="x"), said("a1", "who", Stance.ASSERTS)])

    assert places(case) == {"attribution:a1": {"content": [None]}}


@pytest.mark.parametrize(
    ("voices", "standing"),
    [
        ([], Standing.UNSOURCED),
        ([("one", Stance.ASSERTS)], Standing.AFFIRMED),
        ([("one", Stance.DENIES)], Standing.OPPOSED),
        ([("one", Stance.WARNS), ("two", Stance.RELAYS)], Standing.MENTIONED),
        ([("one", Stance.ASSERTS), ("two", Stance.QUESTIONS)], Standing.CONTESTED),
        ([("one", Stance.ASSERTS), ("one", Stance.DENIES)], Standing.AFFIRMED),
        ([("one", Stance.DENIES), (None, Stance.ACCUSES)], Standing.CONTESTED),
    ],
)
def test_standing_of_a_claim(voices, standing):
    records = [said(f"a{i}", by, stance) for i, (by, stance) in enumerate(voices)]

    assert standings(Case.of([Claim(id="fired", text="x"), *records])) == {"fired": standing}


def test_every_stance_has_a_family():
    assert {family_of(stance) for stance in Stance} == set(StanceFamily)


def test_statements_of_one_family_are_one_line_that_names_both_records():
    edges = {edge["id"]: edge for edge in edge_options(build(small_case()))}

    both = edges["affirms actor:group claim:fired"]
    assert both["records"] == ["attribution:a2", "attribution:a3"]
    assert both["words"] == ["accuses", "asserts"]
    assert edges["opposes actor:ministry claim:fired"]["records"] == ["attribution:a1"]


def test_lines_whose_ends_spell_the_same_keep_ids_of_their_own():
    graph = nx.MultiDiGraph()
    graph.add_edge("claim:a", "actor:b actor:c", key="1", type="about", role="subject")
    graph.add_edge("claim:a actor:b", "actor:c", key="1", type="about", role="subject")

    assert [edge["id"] for edge in edge_options(graph)] == [
        "about claim:a actor:b actor:c",
        "about claim:a actor:b actor:c (2)",
    ]
