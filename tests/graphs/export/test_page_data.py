from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.case import Case
from evidence.findings import Finding, Severity
from evidence.model import Actor, Attribution, Claim, Document, Evidence, Passage
from evidence.passages import Outcome, anchor
from evidence.vocabulary import EvidenceKind, Stance
from graphs.build import build
from graphs.export.page.drawn_edges import edge_columns, edge_options
from graphs.export.page.drawn_nodes import badges_of, boxes_of, node_columns, node_options
from graphs.export.page.places import Units, places
from graphs.export.page.sourcing import sourcing_of
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


def test_passages_that_stand_where_the_record_says_need_no_other_place():
    text = "It is denied."
    document = Document(id="wire", text=text)
    where = Attribution(
        id="a", claim="c", stance=Stance.DENIES, document="wire", cue=(Passage.at(text, 6, 12),)
    )

    assert places(Case.of([document, where])) == {}


@pytest.mark.parametrize(
    ("start", "end", "prefix", "suffix"),
    [
        (8, 14, "", ""),
        (6, 12, "was ", ""),
        (6, 12, "", " twice"),
        (None, None, "", ""),
    ],
)
def test_passages_that_stand_elsewhere_or_in_another_context_are_placed_anew(
    start, end, prefix, suffix
):
    text = "It is denied. It was denied."
    document = Document(id="wire", text=text)
    passage = Passage(exact="denied", start=start, end=end, prefix=prefix, suffix=suffix)
    where = Attribution(id="a", claim="c", stance=Stance.DENIES, document="wire", cue=(passage,))

    [span] = places(Case.of([document, where]))["attribution:a"]["cue"]

    anchoring = anchor(text, passage)
    is_found = anchoring.outcome is Outcome.FOUND
    assert span == ((anchoring.start, anchoring.end) if is_found else None)


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
    edges = {
        (edge["group"], edge["from"], edge["to"]): edge
        for edge in edge_options(build(small_case()))
    }

    both = edges["affirms", "actor:group", "claim:fired"]
    assert both["records"] == ["a2", "a3"]
    assert both["words"] == ["accuses", "asserts"]
    assert edges["opposes", "actor:ministry", "claim:fired"]["records"] == ["a1"]


def test_columns_of_edges_say_the_same_as_the_edges():
    graph = build(small_case())
    edges, keys = edge_options(graph), sorted(graph)
    columns = edge_columns(edges, keys)

    for row, edge in enumerate(edges):
        assert keys[columns["from"][row]] == edge["from"]
        assert keys[columns["to"][row]] == edge["to"]
        assert columns["groups"][columns["group"][row]] == edge["group"]
        assert columns["phrases"][columns["words"][row]] == edge["words"]
        assert columns["records"][row] == edge["records"]


def test_badges_count_errors_and_warnings_on_nodes_and_on_what_is_said_of_claims():
    case = small_case()
    graph, sourcing = build(case), sourcing_of(case)
    findings = [
        Finding(code="X1", severity=severity, message="m", ids=ids)
        for severity, ids in (
            (Severity.ERROR, ("a2", "wire")),
            (Severity.WARNING, ("fired", "a1")),
            (Severity.INFO, ("fired",)),
        )
    ]
    boxes = boxes_of(graph, standings(case), sourcing)
    nodes = node_options(graph, boxes, dict.fromkeys(graph, (0, 0)))
    columns = node_columns(nodes, standings(case), sourcing, badges_of(case, findings))

    badges = dict(zip(columns["id"], columns["badge"], strict=True))
    assert badges["claim:fired"] == [1, 1]
    assert badges["document:wire"] == [1, 0]
    assert badges["claim:lonely"] == 0
