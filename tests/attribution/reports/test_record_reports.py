"""Dossiers, other records, withdrawals, trails and verifications, told to people and programs."""

from __future__ import annotations

import json
import unicodedata

import pytest
from click import unstyle
from hypothesis import given, settings
from strategies import cases

from attribution.account import account_of
from attribution.audit import InMemory
from attribution.reports import record_report, trail_report, verification_report, what_if_report
from attribution.verification import verify
from evidence.case import Case
from evidence.casefile import read_case_text
from graphs.build import build
from graphs.trace import trace

CASE = """
claimtrail: 1
title: Who armed the militia?
actors:
  north: {name: Northland, kind: state}
  envoy: {name: The envoy, kind: person, speaks_for: north}
  militia: {name: Border militia, kind: armed group}
  agency: {name: Strait Press Agency, kind: outlet}
  gazette: {name: Harbour Gazette, kind: outlet}
documents:
  wire: {title: Arms at the border, publisher: agency, published: 2021-07-04, original: true}
  report:
    title: Arms for the militia
    publisher: gazette
    published: 2021-07-05
    text: Northland armed the militia, the Gazette has learned. "Never," the envoy said.
derivations: [{what: report, rests_on: wire, kind: relays}]
evidence:
  crates: {kind: physical, text: Crates with marks, credibility: 2}
claims:
  arms:
    text: Northland armed the militia
    subject: north
    said:
      - by: gazette
        stance: asserts
        in: report
        quote: Northland armed the militia
        cue: has learned
        form: own voice
      - {by: envoy, stance: denies, in: report, quote: Never}
      - {id: blamed, by: agency, stance: condemns, in: wire, joined: near-identical words}
    shown:
      - {evidence: crates, kind: supports}
      - {evidence: crates, kind: undercuts, target: blamed}
relations:
  - {who: north, does: arms, to: militia, what: rifles, claim: arms}
  - {who: agency, does: condemns, to: north}
"""


@pytest.fixture
def case() -> Case:
    return read_case_text(CASE, "yaml")


def test_dossier_tells_both_sides_the_words_and_the_origins(case: Case) -> None:
    text = record_report(case, case.claims["arms"], findings=[])
    assert text == (
        "claim arms\n"
        "  Northland armed the militia\n"
        "  = Northland arms Border militia (rifles)\n"
        "\n"
        "Who says so\n"
        '  Harbour Gazette asserts ("has learned")  [report, Arms for the militia, 2021-07-05]\n'
        "    “Northland armed the militia”\n"
        "    rests on document report <- document wire <- Strait Press Agency\n"
        "\n"
        "Who says otherwise\n"
        "  The envoy denies  [report, Arms for the militia, 2021-07-05]\n"
        "    “Never”\n"
        "    rests on The envoy <- Northland\n"
        "\n"
        "Who else speaks of it\n"
        "  Strait Press Agency condemns  [wire, Arms at the border, 2021-07-04]\n"
        "    (no words are quoted)\n"
        "    rests on document wire <- Strait Press Agency\n"
        "    joined: near-identical words\n"
        "\n"
        "What is shown\n"
        "  crates (physical, credibility 2) supports: Crates with marks\n"
        "  crates (physical, credibility 2) undercuts blamed: Crates with marks\n"
        "\n"
        "What it rests on\n"
        "  2 independent origins:\n"
        "  - Strait Press Agency\n"
        "  - evidence crates\n"
        "  1 relay between it and the farthest of them\n"
        "  its lineage is cut by losing Strait Press Agency, evidence crates, and by nothing less\n"
        "\n"
        "Whether it can be accepted\n"
        "  undecided: Harbour Gazette and evidence crates speak for it, The envoy speaks against "
        "it, and\n"
        "    nothing in the case settles which is right\n"
        "  - it stands in some consistent readings of what is open, its contrary in others\n"
        "  strength 0.68 of 1 (DF-QuAD; 1 of 3 grounds graded)\n"
    )


def test_dossier_tells_what_the_audit_found(case: Case) -> None:
    text = record_report(case, case.claims["arms"])
    assert "What the audit found" in text
    assert "warning[BAL002] claim arms: only The envoy denies it" in text
    assert "SRC003" not in text, "findings about other records stay away"


def test_account_gives_places_in_code_points(case: Case) -> None:
    words = account_of(case, "arms").statements[0].content[0]
    document = case.documents["report"].text or ""
    assert words.start is not None
    assert document[words.start : words.end] == words.words


def test_account_of_no_claim_is_refused(case: Case) -> None:
    with pytest.raises(KeyError):
        account_of(case, "gone")


def test_one_origin_is_what_everything_hangs_on() -> None:
    weaker = read_case_text(
        CASE.replace("crates, kind: supports", "crates, kind: contradicts"), "yaml"
    )
    told = account_of(weaker, "arms")
    assert (told.low, told.high) == (1, 1)
    assert set(told.load_bearing) == {
        "Strait Press Agency",
        "Harbour Gazette",
        "document wire",
        "document report",
    }


def test_dossier_for_programs_has_the_same(case: Case) -> None:
    told = json.loads(record_report(case, case.claims["arms"], as_json=True))
    assert told["claim"] == "arms"
    assert [s["side"] for s in told["statements"]] == ["for", "against", "neither"]
    assert told["statements"][0]["content"] == [
        {"words": "Northland armed the militia", "start": 0, "end": 27}
    ]
    assert [o["nodes"] for o in told["origins"]] == [["actor:agency"], ["evidence:crates"]]
    assert any(f["code"] == "BAL002" for f in told["findings"])


def test_attributions_and_bearings_are_shown_by_their_claim(case: Case) -> None:
    whole = record_report(case, case.claims["arms"], findings=[])
    bearing = next(b for b in case.bearings.values() if b.target == "arms")
    assert record_report(case, case.attributions["blamed"], findings=[]) == whole
    assert record_report(case, bearing, findings=[]) == whole


def test_actor_is_shown_with_what_it_says_and_does(case: Case) -> None:
    text = record_report(case, case.actors["agency"])
    assert text.startswith("actor agency\n  name: Strait Press Agency\n  kind: outlet\n")
    assert "  Strait Press Agency condemns arms: Northland armed the militia\n" in text
    assert "  Strait Press Agency condemns Northland: no claim says so\n" in text


def test_document_is_shown_with_what_is_said_in_it(case: Case) -> None:
    text = record_report(case, case.documents["report"])
    assert "  The envoy denies arms: Northland armed the militia\n" in text
    assert json.loads(record_report(case, case.documents["report"], as_json=True))["type"] == (
        "document"
    )


def test_evidence_is_shown_with_what_it_bears_on(case: Case) -> None:
    text = record_report(case, case.evidence["crates"])
    assert "Crates with marks\n  supports arms: Northland armed the militia\n" in text
    assert "  undercuts blamed\n" in text


def test_withdrawal_is_told(case: Case) -> None:
    assert what_if_report(case, ["wire"]) == (
        "falls to one origin (1)\n"
        "  claim arms: Northland armed the militia\n"
        "    falls: Harbour Gazette, The envoy\n"
        "    independent origins: 2 before, 1 after\n"
        "    left: evidence crates\n"
        "\n"
        "without wire, 1 of 1 claims lose something; a withdrawal is not a refutation\n"
    )
    told = json.loads(what_if_report(case, ["wire"], as_json=True))
    assert told["losses"][0]["after"] == [1, 1]
    assert "no claim of the case loses anything" in what_if_report(case, ["militia"])


def test_trail_tells_who_says_so_in_which_words(case: Case) -> None:
    tracing = trace(case, build(case), "agency", "militia")
    text = trail_report(tracing)
    assert text.startswith(
        "1. Strait Press Agency -> Northland -> Border militia "
        "(0 speakers behind its weakest hop, contested)\n"
    )
    assert "     no claim says so\n" in text
    assert "       Harbour Gazette asserts (“has learned”)  [Arms for the militia]\n" in text
    assert "         “Northland armed the militia”\n" in text
    told = json.loads(trail_report(tracing, as_json=True))
    backing = told["trails"][0]["hops"][1]["relations"][0]["claims"][0]["backings"][0]
    assert {"stance", "content"} <= set(backing)


def test_missing_trail_is_told(case: Case) -> None:
    assert "no trail" in trail_report(trace(case, build(case), "militia", "agency"))


def test_verification_is_told(case: Case) -> None:
    text = verification_report(verify(InMemory(case)))
    assert text.startswith("all holds: 3 passages looked up in 1 document")
    broken = read_case_text(CASE.replace("quote: Never", "quote: Nevermore"), "yaml")
    text = verification_report(verify(InMemory(broken)))
    assert text.startswith("error[SRC005]")
    assert "not all holds" in text
    assert json.loads(verification_report(verify(InMemory(broken)), as_json=True))["findings"]


def test_colours_change_nothing_else(case: Case) -> None:
    for record in (case.claims["arms"], case.actors["north"]):
        coloured = record_report(case, record, colour=True)
        assert "\x1b" in coloured
        assert unstyle(coloured) == record_report(case, record)
    tracing = trace(case, build(case), "north", "militia")
    assert unstyle(trail_report(tracing, colour=True)) == trail_report(tracing)
    losses = what_if_report(case, ["wire"], colour=True)
    assert unstyle(losses) == what_if_report(case, ["wire"])


@settings(max_examples=30, deadline=None)
@given(cases())
def test_any_record_is_told_safely(case: Case) -> None:
    for record in case.records():
        text = record_report(case, record, findings=[])
        assert not {c for c in text if unicodedata.category(c) == "Cc"} - {"\n"}
        json.loads(record_report(case, record, findings=[], as_json=True))
