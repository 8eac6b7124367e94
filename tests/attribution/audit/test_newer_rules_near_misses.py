"""What the rules about retraction, confidence, copies and dates must and must not report."""

from __future__ import annotations

import pytest

from attribution.audit import AuditConfig, audit
from evidence.casefile import read_case_text
from evidence.findings import Finding
from graphs.build import build


def found(code: str, text: str, **thresholds: float) -> list[Finding]:
    case = read_case_text("claimtrail: 1\n" + text, "yaml")
    config = AuditConfig.model_validate({"select": (code,), "thresholds": thresholds})
    return audit(case, build(case), config)


def messages(code: str, text: str, **thresholds: float) -> list[str]:
    return [finding.message for finding in found(code, text, **thresholds)]


RETRACTED = """
documents: {{d: {{original: true{document}}}, e: {{original: true}}}}
actors: {{p: {{name: P, kind: person{actor}}}, q: {{name: Q, kind: person}}}}
claims:
  c: {{text: C{claim}, said: [{{by: p, stance: asserts, in: d{said}}}{more}]}}
"""

GONE = ", retracted: withdrawn"


def retracted(**places: str) -> list[str]:
    blank = dict.fromkeys(("document", "actor", "claim", "said", "more"), "")
    return messages("LIF001", RETRACTED.format(**{**blank, **places}))


@pytest.mark.parametrize("place", ["document", "actor", "said"])
def test_support_that_was_taken_back_is_named_with_the_reason(place: str) -> None:
    (message,) = retracted(**{place: GONE})
    assert message.startswith("claim c: all its support rests on what was taken back: ")
    assert "(withdrawn)" in message


def test_a_claim_that_was_taken_back_itself_is_no_longer_at_fault() -> None:
    assert retracted(document=GONE, claim=GONE) == []


def test_support_that_stands_beside_is_told() -> None:
    (message,) = retracted(document=GONE, more=", {by: q, stance: confirms, in: e}")
    assert "part of its support" in message


def test_what_nobody_took_back_stands() -> None:
    assert retracted() == []


def test_retracted_lineage_is_found_however_far_away() -> None:
    links = "\n".join(f"  - {{what: d{i}, rests_on: d{i + 1}}}" for i in range(5))
    documents = ", ".join(f"d{i}: {{}}" for i in range(5)) + ", d5: {retracted: wrong}"
    text = f"documents: {{{documents}}}\nderivations:\n{links}\n"
    text += "claims: {c: {text: C, said: [{stance: asserts, in: d0}]}}"
    assert "document d5 (wrong)" in messages("LIF001", text)[0]


def test_a_second_way_keeps_support_standing() -> None:
    text = """
documents: {d: {}, e: {retracted: wrong}, f: {original: true}}
derivations: [{what: d, rests_on: e}, {what: d, rests_on: f}]
claims: {c: {text: C, said: [{stance: asserts, in: d}]}}
"""
    assert messages("LIF001", text) == []


@pytest.mark.parametrize("end", ["who", "to"])
def test_a_live_relation_of_a_retracted_actor(end: str) -> None:
    gone = {"who": "a", "to": "b"}[end]
    actors = {"a": "{name: A}", "b": "{name: B}"}
    actors[gone] = f"{{name: {gone.upper()}, retracted: revoked}}"
    text = f"actors: {{a: {actors['a']}, b: {actors['b']}}}\n"
    relation = "relations: [{who: a, does: backs, to: b%s}]"
    (message,) = messages("LIF001", text + relation % "")
    assert message.endswith(f"(A backs B) is about what was taken back: {gone.upper()} (revoked)")
    assert messages("LIF001", text + relation % ", retracted: revoked") == []


def test_a_relation_all_of_whose_claims_were_taken_back() -> None:
    text = """
actors: {a: {name: A}, b: {name: B}}
claims: {c: {text: C, retracted: wrong}, d: {text: D%s}}
relations: [{who: a, does: backs, to: b, claims: [c, d]}]
"""
    assert "all claims that say so were taken back" in messages("LIF001", text % GONE)[0]
    assert messages("LIF001", text % "") == []


def confident(confidence: float, origins: int) -> str:
    said = ", ".join(f"{{by: p{i}, stance: asserts}}" for i in range(origins))
    actors = ", ".join(f"p{i}: {{name: P{i}, kind: person}}" for i in range(origins))
    return (
        f"actors: {{{actors}}}\n"
        f"claims: {{c: {{text: C, confidence: {confidence}, said: [{said}]}}}}"
    )


@pytest.mark.parametrize(
    ("confidence", "origins", "reported"),
    [(0.8, 1, True), (0.8, 2, False), (0.79, 1, False), (1.0, 0, True)],
)
def test_high_confidence_needs_two_origins(confidence: float, origins: int, reported: bool) -> None:
    assert bool(found("CNF001", confident(confidence, origins))) is reported


def test_thresholds_of_confidence_can_be_moved() -> None:
    assert found("CNF001", confident(0.6, 1), high_confidence=0.5)
    assert found("CNF001", confident(0.9, 2), confident_origins=3)


def uniform(what: str, different: int) -> list[str]:
    given = [0.5] * (20 - different) + [0.75] * different
    if what == "claims":
        rows = "\n".join(f"  c{i}: {{text: C, confidence: {g}}}" for i, g in enumerate(given))
        return messages("CNF002", f"claims:\n{rows}")
    rows = ", ".join(f"{{by: p, stance: asserts, confidence: {g}}}" for g in given)
    return messages("CNF002", f"claims: {{c: {{text: C, said: [{rows}]}}}}")


@pytest.mark.parametrize("what", ["claims", "attributions"])
def test_confidence_that_hardly_differs(what: str) -> None:
    assert uniform(what, 0) == [f"all 20 {what} with a confidence have the same, 0.5"]
    assert uniform(what, 2) == [f"18 of 20 {what} with a confidence have the same, 0.5"]
    assert uniform(what, 3) == []


@pytest.mark.parametrize(
    ("certainty", "shown", "reported"),
    [
        ("roughly even chance", "", True),
        ("likely", "", False),
        ("unlikely", ", shown: [{evidence: e, kind: supports}]", False),
    ],
)
def test_surer_than_its_sources(certainty: str, shown: str, reported: bool) -> None:
    said = f"[{{by: p, stance: believes, certainty: {certainty}}}]"
    text = f"claims: {{c: {{text: C, confidence: 0.9, said: {said}{shown}}}}}\n"
    text += "evidence: {e: {kind: imagery, text: E}}"
    assert bool(found("CNF003", text)) is reported


def test_a_source_that_does_not_say_how_likely_is_not_a_doubt() -> None:
    text = "claims: {c: {text: C, confidence: 0.9, said: [{by: p, stance: asserts}]}}"
    assert found("CNF003", text) == []


HASH = "a" * 64


def test_equal_texts_tied_through_a_third_are_not_apart() -> None:
    documents = f"documents: {{a: {{sha256: {HASH}}}, b: {{sha256: {HASH}}}, w: {{}}}}\n"
    assert "documents a and b have the same text" in messages("COR008", documents)[0]
    tied = documents + "derivations: [{what: b, rests_on: w}, {what: w, rests_on: a}]"
    assert messages("COR008", tied) == []


def test_a_relation_behind_which_something_else_stands_is_not_only_denied() -> None:
    text = """
actors: {a: {name: A}, b: {name: B}}
claims:
  c: {text: C, said: [{by: b, stance: denies}]%s}
  d: {text: D}
evidence: {e: {kind: imagery, text: E}}
relations: [{who: a, does: backs, to: b, claims: [%s]}]
"""
    assert len(found("BAL005", text % ("", "c"))) == 1
    assert found("BAL005", text % ("", "c, d")) == []
    assert found("BAL005", text % (", shown: [{evidence: e, kind: supports}]", "c")) == []


@pytest.mark.parametrize(
    ("published", "said", "reported"),
    [
        ("2021-07-04", "2021-07-05", True),
        ("2021-07-04", "2021-07-04", False),
        ("2021-07", "2021-07-05", False),
        ("2021-07-04T08:00:00Z", "2021-07-04T18:00:00Z", False),
    ],
)
def test_dates_are_compared_as_precisely_as_both_are_known(
    published: str, said: str, reported: bool
) -> None:
    text = f"documents: {{d: {{published: {published}}}}}\n"
    text += f"claims: {{c: {{text: C, said: [{{stance: asserts, in: d, when: {said}}}]}}}}"
    assert bool(found("PRV007", text)) is reported
