"""What is said of claims: labels, reasons, readings and strength."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_disputes import random_dispute

from evidence.case import SECTIONS, Case
from evidence.casefile import read_case_text
from evidence.model import Attribution, Record
from evidence.vocabulary import Stance
from graphs.acceptance import Judgement, Label, Share, Standing, judge

HEAD = """
claimtrail: 1
actors:
  envoy: {name: Envoy}
  minister: {name: Minister}
  agency: {name: Agency, kind: outlet, reliability: A}
documents:
  d1: {publisher: agency, original: true}
evidence:
  debris: {kind: physical, text: Debris, credibility: 1}
  photo: {kind: imagery, text: Photo}
"""


def judged(text: str) -> dict[str, Judgement]:
    return judge(read_case_text(HEAD + text, "yaml"))


def standings(text: str) -> dict[str, Standing]:
    return {claim: each.verdict.standing for claim, each in judged(text).items()}


def standing(said: str = "", shown: str = "", rest: str = "") -> Standing:
    return standings(f"claims: {{c: {{text: C, said: [{said}], shown: [{shown}]}}}}\n{rest}")["c"]


@pytest.mark.parametrize(
    ("said", "shown", "expected"),
    [
        ("", "", Standing.UNDECIDED),
        ("{by: minister, stance: asserts}", "", Standing.ACCEPTED),
        ("{by: minister, stance: relays}", "", Standing.ACCEPTED),
        ("{by: minister, stance: condemns}", "", Standing.UNDECIDED),
        ("{by: envoy, stance: denies}", "", Standing.REJECTED),
        ("{by: envoy, stance: questions}", "", Standing.UNDECIDED),
        (
            "{by: minister, stance: asserts}, {by: envoy, stance: denies}",
            "",
            Standing.UNDECIDED,
        ),
        (
            "{by: minister, stance: asserts}, {by: envoy, stance: questions}",
            "",
            Standing.UNDECIDED,
        ),
        ("{by: envoy, stance: denies}", "{evidence: debris, kind: supports}", Standing.UNDECIDED),
        ("", "{evidence: debris, kind: supports}", Standing.ACCEPTED),
        ("", "{evidence: debris, kind: contradicts}", Standing.REJECTED),
        (
            "{by: minister, stance: asserts}",
            "{evidence: debris, kind: undercuts}",
            Standing.UNDECIDED,
        ),
        ("", "{evidence: nowhere, kind: supports}", Standing.UNDECIDED),
    ],
)
def test_stances_and_bearings(said: str, shown: str, expected: Standing) -> None:
    assert standing(said, shown) is expected


def test_an_undercut_denial_no_longer_counts() -> None:
    found = judged("""
claims:
  c:
    text: C
    said: [{by: minister, stance: asserts}, {id: denial, by: envoy, stance: denies}]
    shown: [{id: cut, evidence: photo, kind: undercuts, target: denial}]
""")["c"].verdict
    assert found.standing is Standing.ACCEPTED
    (denial,) = found.contradicting
    assert (denial.label, denial.because) == (Label.REJECTED, ("bearing:cut",))


def test_an_undercut_of_an_undercut_reinstates() -> None:
    text = """
claims: {c: {text: C, said: [{id: told, by: minister, stance: asserts}]}}
bearings:
  - {id: b1, source: photo, target: told, kind: undercuts}
  - {id: b2, source: debris, target: b1, kind: undercuts}
"""
    assert standings(text) == {"c": Standing.ACCEPTED}
    assert standings(text.replace("- {id: b2", "#")) == {"c": Standing.UNDECIDED}


def test_a_statement_whose_truthfulness_is_contradicted_is_open() -> None:
    found = judged("""
claims:
  c:
    text: C
    said: [{id: told, by: minister, stance: asserts}]
    shown: [{evidence: photo, kind: contradicts, target: told}]
""")["c"].verdict
    assert found.standing is Standing.UNDECIDED
    assert found.readings is not None
    assert (found.readings.standing, found.readings.contrary) == (Share.SOME, Share.NONE)


def test_claims_carry_on_what_they_rest_on() -> None:
    assert standings("""
claims:
  shipped: {text: S, said: [{by: minister, stance: asserts}, {by: envoy, stance: denies}]}
  armed: {text: A, shown: [{source: shipped, kind: supports}]}
  silent: {text: X}
  moved: {text: M, shown: [{source: silent, kind: supports}]}
  known: {text: K, said: [{by: minister, stance: asserts}]}
  follows: {text: F, shown: [{source: known, kind: supports}]}
""") == {
        "shipped": Standing.UNDECIDED,
        "armed": Standing.UNDECIDED,
        "silent": Standing.UNDECIDED,
        "moved": Standing.UNDECIDED,
        "known": Standing.ACCEPTED,
        "follows": Standing.ACCEPTED,
    }


def test_claims_that_rest_on_each_other_alone_are_undecided() -> None:
    assert standings("""
claims:
  c1: {text: C1, shown: [{source: c2, kind: supports}]}
  c2: {text: C2, shown: [{source: c1, kind: supports}]}
""") == {"c1": Standing.UNDECIDED, "c2": Standing.UNDECIDED}


def test_what_follows_from_both_sides_stands_whichever_is_right() -> None:
    found = judged("""
claims:
  north: {text: N, said: [{by: minister, stance: asserts}]}
  south: {text: S, said: [{by: envoy, stance: asserts}]}
  struck: {text: It was struck}
bearings:
  - {source: north, target: south, kind: contradicts}
  - {source: south, target: north, kind: contradicts}
  - {source: north, target: struck, kind: supports}
  - {source: south, target: struck, kind: supports}
""")["struck"].verdict
    assert found.standing is Standing.UNDECIDED
    assert found.readings is not None
    assert found.readings.standing is Share.ALL


RETRACTIONS = {
    "the statement": "{by: minister, stance: asserts, in: d1, retracted: misheard}",
    "its document": "{by: minister, stance: asserts, in: pulled}",
    "what it derives from": "{by: minister, stance: asserts, in: copy}",
    "the report around it": "{by: minister, stance: asserts, within: relay}",
}


@pytest.mark.parametrize("said", RETRACTIONS.values(), ids=RETRACTIONS)
def test_what_was_taken_back_does_not_count(said: str) -> None:
    documents = "  pulled: {publisher: agency, retracted: by the agency}\n  copy: {}\n"
    case = read_case_text(
        HEAD.replace("documents:\n", "documents:\n" + documents)
        + f"""
derivations: [{{what: copy, rests_on: pulled}}]
claims:
  other: {{text: O, said: [{{id: relay, by: agency, stance: relays, retracted: never said}}]}}
  c: {{text: C, said: [{said}]}}
""",
        "yaml",
    )
    verdict = judge(case)["c"].verdict
    assert verdict.standing is Standing.UNDECIDED
    (told,) = verdict.supporting
    assert told.label is Label.REJECTED
    assert len(told.because) == 1


def test_a_withdrawal_is_not_a_refutation() -> None:
    text = "claims: {c: {text: C, retracted: by its author, said: [%s]}}"
    assert standings(text % "{by: minister, stance: asserts}")["c"] is Standing.UNDECIDED
    assert standings(text % "{by: envoy, stance: denies}")["c"] is Standing.REJECTED


def test_copies_of_one_report_weigh_no_more_than_the_report() -> None:
    found = judged("""
claims:
  once: {text: C, said: [{by: minister, stance: asserts}]}
  copied:
    text: C
    said:
      - {by: minister, stance: asserts, in: d1}
      - {by: minister, stance: confirms, in: d2}
      - {by: minister, stance: asserts, in: d3}
  twice: {text: C, said: [{by: minister, stance: asserts}, {by: envoy, stance: asserts}]}
""")
    assert found["once"].strength == found["copied"].strength == pytest.approx(0.75)
    assert found["twice"].strength == pytest.approx(0.875)


def test_strength_begins_with_the_grades() -> None:
    found = judged("""
claims:
  silent: {text: C}
  graded: {text: C, said: [{by: agency, stance: asserts}]}
  shown: {text: C, shown: [{evidence: debris, kind: supports}]}
  denied: {text: C, said: [{by: envoy, stance: denies}]}
  through: {text: C, shown: [{source: graded, kind: supports}]}
  unbacked:
    text: C
    said: [{by: envoy, stance: asserts}]
    shown: [{source: silent, kind: contradicts}]
""")
    strengths = {c: each.strength for c, each in found.items()}
    assert strengths.pop("silent") is None
    assert strengths == pytest.approx(
        {
            "graded": 0.95,
            "shown": 0.95,
            "denied": 0,
            "through": 0.975,
            "unbacked": 0.5 + 0.5 * (0.5 - 0),
        }
    )


def test_loops_are_weighed_by_quadratic_energy() -> None:
    found = judged("""
claims:
  c1: {text: C1, shown: [{source: c2, kind: supports}]}
  c2: {text: C2, shown: [{source: c1, kind: supports}]}
""")
    assert all(each.in_loop and each.at_rest for each in found.values())
    assert found["c1"].strength == pytest.approx(found["c2"].strength)
    assert found["c1"].strength == pytest.approx(0.5, abs=0.5)
    assert found["c1"].strength != pytest.approx(0.5)


quick = settings(max_examples=150, deadline=None)
seeds = st.integers(0, 10**9)


def outline(found: dict[str, Judgement]) -> dict[str, object]:
    """What must not depend on ids or order."""
    return {
        claim: (
            each.verdict.standing,
            each.verdict.readings,
            None if each.strength is None else round(each.strength, 6),
            [
                sorted(ground.label for ground in grounds)
                for grounds in (
                    each.verdict.supporting,
                    each.verdict.contradicting,
                    each.verdict.doubting,
                    each.verdict.undercutting,
                )
            ],
        )
        for claim, each in found.items()
    }


@quick
@given(seeds)
def test_a_claim_is_judged_alike_alone_and_with_all_others(seed: int) -> None:
    case = random_dispute(seed)
    together = outline(judge(case))
    for claim in case.claims:
        assert outline(judge(case, [claim])) == {claim: together[claim]}


@quick
@given(seeds)
def test_order_of_records_changes_nothing(seed: int) -> None:
    case = random_dispute(seed)
    rng = random.Random(seed)  # noqa: S311  # no secrets here
    sections = {}
    for name in SECTIONS:
        items = list(getattr(case, name).items())
        rng.shuffle(items)
        sections[name] = dict(items)
    assert outline(judge(replace(case, **sections))) == outline(judge(case))


@quick
@given(seeds)
def test_renaming_ids_changes_nothing(seed: int) -> None:
    case = random_dispute(seed)
    new = {r.id: f"{10**6 - place:07}" for place, r in enumerate(case.records())}

    def renamed(record: Record) -> Record:
        ids = {name: new[value] for name, value in record if value in new.keys() - {None}}
        return record.model_copy(update=ids)

    after = judge(Case.of(renamed(record) for record in case.records()))
    assert list(outline(after).values()) == list(outline(judge(case)).values())


@quick
@given(seeds)
def test_another_denial_never_helps(seed: int) -> None:
    case = random_dispute(seed)
    denial = Attribution(id="denial", claim="c0", by="p", stance=Stance.DENIES)
    before, after = judge(case)["c0"], judge(Case.of([*case.records(), denial]))["c0"]
    worse = {Standing.ACCEPTED: 2, Standing.UNDECIDED: 1, Standing.REJECTED: 0}
    if not before.in_loop and before.strength is not None and after.strength is not None:
        assert after.strength <= before.strength + 1e-9
        assert worse[after.verdict.standing] <= worse[before.verdict.standing]


@quick
@given(seeds)
def test_every_ground_that_does_not_stand_has_a_reason(seed: int) -> None:
    for each in judge(random_dispute(seed)).values():
        verdict = each.verdict
        for ground in (
            *verdict.supporting,
            *verdict.contradicting,
            *verdict.doubting,
            *verdict.undercutting,
        ):
            assert bool(ground.because) == (ground.label is not Label.ACCEPTED)
