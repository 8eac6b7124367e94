"""What rules must and must not report, beyond their own examples."""

from __future__ import annotations

import pytest

from attribution.audit import AuditConfig, audit
from evidence.casefile import read_case_text
from evidence.findings import Finding
from graphs.build import build


def found(code: str, text: str) -> list[Finding]:
    case = read_case_text("claimtrail: 1\n" + text, "yaml")
    return audit(case, build(case), AuditConfig(select=(code,)))


def messages(code: str, text: str) -> list[str]:
    return [finding.message for finding in found(code, text)]


@pytest.mark.parametrize(
    "support",
    [
        "{said: [{stance: asserts, in: d}]}",
        "{said: [{by: p, stance: denies}]}",
        "{shown: [{evidence: e, kind: supports}]}",
        "{shown: [{source: other, kind: supports}]}",
    ],
)
def test_claim_with_any_kind_of_source_has_a_source(support: str) -> None:
    text = f"claims: {{c: {support[:-1]}, text: C}}}}"
    assert found("SRC001", text) == []


@pytest.mark.parametrize(
    "nothing",
    ["{said: [{stance: asserts}]}", "{shown: [{evidence: e, kind: contradicts}]}", "{}"],
)
def test_claim_without_source(nothing: str) -> None:
    inner = nothing[1:-1]
    text = f"claims: {{c: {{text: C{', ' if inner else ''}{inner}}}}}"
    assert messages("SRC001", text) == ["claim c: nobody says so and nothing shows it"]


def test_relation_without_claim_has_no_source() -> None:
    text = "actors: {a: {name: A}, b: {name: B}}\nrelations: [{who: a, does: backs, to: b}]"
    assert "(A backs B): no claim says so" in messages("SRC001", text)[0]


def test_every_kind_of_dangling_reference_is_found_once() -> None:
    text = """
documents: {d: {publisher: x1}}
actors: {a: {name: A, speaks_for: [x2, a]}}
claims:
  c:
    text: C
    subject: x3
    object: x4
    said: [{by: x5, stance: asserts, in: x6, within: x7}]
    shown: [{evidence: x8, kind: supports, in: x9}]
evidence: {e: {kind: imagery, text: E, in: x10}}
attributions: [{claim: x11, stance: asserts, by: a}]
bearings: [{source: c, target: x12, kind: undercuts}]
relations: [{who: x13, does: backs, to: x14, claim: x15}]
derivations: [{what: x16, rests_on: x17}]
"""
    named = [message.split("'")[1] for message in messages("SRC002", text)]
    assert sorted(named, key=lambda i: int(i[1:])) == [f"x{i}" for i in range(1, 18)]


def test_slip_of_the_pen_is_recognised() -> None:
    text = "actors: {kataib-hezbollah: {name: K}}\ndocuments: {d: {publisher: kataib-hezbolah}}"
    assert found("SRC002", text)[0].hint == "did you mean 'kataib-hezbollah'?"


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("{exact: gone}", "is not in document d"),
        ("{exact: twice}", "stands at 2 places in document d"),
        ("{exact: once, prefix: 'before '}", "does not stand in the given context"),
    ],
)
def test_quotes_that_do_not_stand(quote: str, said: str) -> None:
    text = f"""
documents: {{d: {{text: twice and twice and after once}}}}
evidence: {{e: {{kind: imagery, text: E, in: d, quote: {quote}}}}}
"""
    assert said in messages("SRC005", text)[0]


@pytest.mark.parametrize("field", ["source", "cue", "quote"])
def test_every_part_of_an_attribution_is_looked_up(field: str) -> None:
    text = f"""
documents: {{d: {{text: some words}}}}
claims: {{c: {{text: C, said: [{{by: p, stance: asserts, in: d, {field}: gone}}]}}}}
"""
    assert len(found("SRC005", text)) == 1


def test_quote_in_a_document_without_text_is_not_judged() -> None:
    text = "documents: {d: {}}\nevidence: {e: {kind: imagery, text: E, in: d, quote: gone}}"
    assert found("SRC005", text) == []


def test_document_speaking_for_itself_is_not_unnamed() -> None:
    said = "{stance: asserts, in: d, form: %s}"
    text = "documents: {d: {}}\nclaims: {c: {text: C, said: [%s]}}"
    assert found("SRC007", text % (said % "own voice")) == []
    assert "nobody is named" in messages("SRC007", text % (said % "indirect"))[0]


def test_evidence_makes_up_for_unnamed_sources() -> None:
    text = """
actors: {r: {name: reports, kind: unnamed group}}
evidence: {e: {kind: physical, text: E}}
claims: {c: {text: C, said: [{by: r, stance: asserts}], shown: [{evidence: e, kind: supports}]}}
"""
    assert found("SRC007", text) == []


def test_several_voices_in_one_document_are_not_several_sources() -> None:
    text = """
actors: {p: {name: P}}
documents: {d: {original: true}}
claims:
  c: {text: C, said: [{by: p, stance: asserts, in: d}, {by: p, stance: confirms, in: d}]}
"""
    assert found("COR002", text) == []
    assert messages("COR001", text) == ["claim c: its only origin is P"]


def test_one_speaker_in_two_documents_looks_like_two() -> None:
    text = """
actors: {p: {name: P}}
claims:
  c: {text: C, said: [{by: p, stance: asserts, in: d1}, {by: p, stance: asserts, in: d2}]}
"""
    assert messages("COR002", text) == ["claim c: both attributions lead back to P"]
    assert found("COR001", text) == []


def test_document_and_what_it_shows_are_one_source() -> None:
    text = """
documents: {d: {original: true}}
evidence: {e: {kind: pattern, text: E, in: d}}
claims:
  c:
    text: C
    said: [{stance: asserts, in: d, form: own voice}]
    shown: [{evidence: e, kind: supports}]
"""
    assert found("COR002", text) == []
    assert messages("COR001", text) == ["claim c: its only origin is document d"]


def test_sole_origin_of_unknown_lineage_is_said_to_be_so() -> None:
    text = """
actors: {r: {name: reports, kind: unnamed group}}
claims: {c: {text: C, said: [{by: r, stance: asserts}]}}
"""
    assert messages("COR001", text) == ["claim c: its only origin is reports, of unknown lineage"]


def test_nesting_in_a_circle_is_a_loop() -> None:
    text = """
claims:
  c:
    text: C
    said:
      - {id: a1, by: p, stance: relays, within: a2}
      - {id: a2, by: q, stance: relays, within: a1}
"""
    assert messages("COR003", text) == ["p and q rest on each other"]


def test_loop_with_a_root_is_a_loop_too() -> None:
    text = """
documents: {d1: {}, d2: {}, root: {original: true}}
derivations:
  - {what: d1, rests_on: d2}
  - {what: d2, rests_on: d1}
  - {what: d2, rests_on: root}
"""
    assert messages("COR003", text) == ["document d1 and document d2 rest on each other"]


CONTESTED = """
actors: {x: {name: X}, y: {name: Y, party_to: x}, z: {name: Z}}
claims: {c: {text: C, subject: %s, said: [%s]}}
"""


@pytest.mark.parametrize(
    ("subject", "said", "reported"),
    [
        ("x", "{by: x, stance: denies}", True),
        ("x", "{by: y, stance: denies}", True),
        ("y", "{by: x, stance: denies}", True),
        ("x", "{by: z, stance: denies}", False),
        ("x", "{by: x, stance: denies}, {by: z, stance: questions}", False),
        ("x", "{stance: denies, in: d}", False),
        ("null", "{by: x, stance: denies}", False),
    ],
)
def test_denial_by_the_accused(subject: str, said: str, reported: bool) -> None:
    assert bool(found("BAL002", CONTESTED % (subject, said))) is reported


def test_actor_accused_by_a_relation_of_the_claim_counts() -> None:
    text = CONTESTED % ("null", "{by: x, stance: denies}")
    text += "relations: [{who: y, does: arms, to: z, claim: c}]"
    assert "only X denies it, on the side of the accused (Y)" in messages("BAL002", text)[0]


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("{by: p, stance: denies, in: d, quote: no}", "nothing shows who says that it is so"),
        (
            "{by: p, stance: denies, in: d}, {by: q, stance: asserts, in: d, quote: yes it is}",
            "the contrary is not shown",
        ),
    ],
)
def test_contested_claim_of_which_one_side_is_missing(said: str, part: str) -> None:
    assert part in messages("BAL001", f"claims: {{c: {{text: C, said: [{said}]}}}}")[0]


def test_claim_that_contradicts_shows_the_contrary() -> None:
    text = """
claims:
  c:
    text: C
    said: [{by: q, stance: asserts, in: d, quote: it is}]
    shown: [{source: other, kind: contradicts}]
  other: {text: Other}
"""
    assert found("BAL001", text) == []
    assert found("BAL001", text.replace("other:", "another:"))


@pytest.mark.parametrize(
    ("relay", "origin", "reported"),
    [
        ("2021-07-03", "2021-07-04", True),
        ("2020", "2021-07-04", True),
        ("2021", "2021-07-04", False),
        ("2021-07", "2021-07-04", False),
        ("2021-07-04", "2021-07-04T10:00:00Z", False),
        ("null", "2021-07-04", False),
    ],
)
def test_dates_are_compared_as_exactly_as_both_are_known(
    relay: str, origin: str, reported: bool
) -> None:
    text = f"""
documents: {{relay: {{published: {relay}}}, origin: {{published: {origin}}}}}
derivations: [{{what: relay, rests_on: origin}}]
"""
    assert bool(found("PRV004", text)) is reported


def test_extracted_claims_are_named_with_their_words() -> None:
    text = """
claims: {c-1: {text: The port was closed, made: {extractor: rules, version: "1"}}}
"""
    assert "claim c-1 “The port was closed”" in messages("SRC001", text)[0]
