"""Why a claim is accepted, rejected or undecided, in sentences."""

from __future__ import annotations

import pytest
from random_disputes import random_dispute

from attribution.acceptance_account import Acceptance, acceptance_of
from evidence.casefile import read_case_text
from graphs.acceptance import Standing
from graphs.origins import Lineage

HEAD = """
claimtrail: 1
documents:
  wire: {original: true}
  pulled: {original: true, retracted: by its publisher}
actors: {guard: {name: The guard}, ministry: {name: The ministry}, envoy: {name: The envoy}}
evidence:
  photo: {kind: imagery, text: Photo}
  log: {kind: document, text: Log, in: pulled}
  map: {kind: document, text: Map}
"""


def told(claims: str) -> Acceptance:
    case = read_case_text(HEAD + claims, "yaml")
    return acceptance_of(case, "c", Lineage(case))


def why(said: str = "", shown: str = "", more: str = "") -> tuple[str, ...]:
    return told(f"claims:\n  c: {{text: C, said: [{said}], shown: [{shown}]}}\n{more}").why


ASSERTS = "{id: told, by: guard, stance: asserts}"
DENIES = "{id: denial, by: ministry, stance: denies}"


@pytest.mark.parametrize(
    ("said", "shown", "more", "expected"),
    [
        (
            ASSERTS,
            "{evidence: photo, kind: supports}",
            "",
            [
                "The guard and evidence photo speak for it, and nothing in the case speaks "
                "against it"
            ],
        ),
        (
            DENIES,
            "",
            "",
            ["The ministry speaks against it, and nothing that holds speaks for it"],
        ),
        ("", "", "", ["nothing that holds speaks for it, and nothing against it"]),
        (
            f"{ASSERTS}, {DENIES}, {{by: envoy, stance: questions}}",
            "",
            "",
            [
                "The guard speaks for it, The ministry speaks against it, The envoy doubts it, and "
                "nothing in the case settles which is right",
                "it stands in some consistent readings of what is open, its contrary in others",
            ],
        ),
        (
            f"{ASSERTS}, {DENIES}",
            "{evidence: photo, kind: undercuts, target: denial}",
            "",
            [
                "The guard speaks for it, and nothing that holds speaks against it",
                "The ministry does not count: evidence photo undercuts it",
            ],
        ),
        (
            ASSERTS,
            "{evidence: photo, kind: undercuts}",
            "",
            ["evidence photo undercuts it; that does not refute it"],
        ),
        (
            "",
            "{evidence: log, kind: supports}, {evidence: gone, kind: supports}",
            "",
            [
                "nothing that holds speaks for it, and nothing against it",
                "evidence log does not count: document pulled, which it rests on, was taken back",
                "evidence gone does not count: the case does not hold it",
            ],
        ),
        (
            "{by: guard, stance: asserts, retracted: misheard}, "
            "{by: ministry, stance: asserts, in: pulled}",
            "",
            "",
            [
                "nothing that holds speaks for it, and nothing against it",
                "The guard does not count: it was taken back",
                "The ministry does not count: document pulled, which it rests on, was taken back",
            ],
        ),
        (
            "{by: guard, stance: asserts, within: around}",
            "",
            "  o: {text: O, said: [{id: around, by: envoy, stance: relays}],\n"
            "      shown: [{evidence: map, kind: undercuts, target: around}]}",
            [
                "nothing that holds speaks for it, and nothing against it",
                "The guard does not count: attribution around, which it needs, does not hold",
            ],
        ),
        (
            "",
            "{evidence: map, kind: undercuts, target: b1}, {id: b1, source: o, kind: supports}",
            f"  o: {{text: O, said: [{ASSERTS}]}}",
            [
                "nothing that holds speaks for it, and nothing against it",
                "claim o does not count: evidence map undercuts it",
            ],
        ),
        (
            "",
            "{source: o, kind: supports}",
            f"  o: {{text: O, said: [{ASSERTS}, {DENIES}]}}",
            [
                "what speaks for it is open itself: claim o",
                "claim o is open: it is not accepted itself",
                "it stands in some consistent readings of what is open, not in all",
            ],
        ),
    ],
)
def test_reasons(said: str, shown: str, more: str, expected: list[str]) -> None:
    assert list(why(said, shown, more)) == expected


def test_what_both_sides_support_stands_whichever_is_right() -> None:
    found = told(f"""
claims:
  c: {{text: C, shown: [{{source: n, kind: supports}}, {{source: s, kind: supports}}]}}
  n: {{text: N, said: [{ASSERTS}], shown: [{{source: s, kind: contradicts}}]}}
  s: {{text: S, said: [{{by: envoy, stance: asserts}}], shown: [{{source: n, kind: contradicts}}]}}
""")
    assert found.standing is Standing.UNDECIDED
    assert found.why[-1] == "whichever way what is open is settled, it stands"


def test_many_fallen_grounds_are_counted() -> None:
    said = ", ".join("{by: guard, stance: asserts, retracted: misheard}" for _ in range(8))
    assert why(said)[-1] == "3 more do not count or are open"


def test_a_claim_that_was_taken_back_is_no_more_than_undecided() -> None:
    found = told(f"claims: {{c: {{text: C, retracted: by its author, said: [{ASSERTS}]}}}}")
    assert (found.standing, found.why) == (
        Standing.UNDECIDED,
        ("the claim itself was taken back",),
    )


def test_grounds_without_a_grade_are_counted() -> None:
    claims = f"""
claims:
  o: {{text: O}}
  c:
    text: C
    said: [{ASSERTS}]
    shown: [{{evidence: photo, kind: supports}}, {{source: o, kind: supports}}]
"""
    found = told(claims)
    assert (found.grounds, found.ungraded) == (2, 2)
    graded = HEAD.replace("text: Photo", "text: Photo, credibility: 2") + claims
    case = read_case_text(graded.replace("The guard}", "The guard, reliability: C}"), "yaml")
    assert acceptance_of(case, "c", Lineage(case)).ungraded == 0


def test_every_claim_has_a_reason() -> None:
    for seed in range(300):
        case = random_dispute(seed)
        for claim in case.claims:
            found = acceptance_of(case, claim, Lineage(case))
            assert found.why
            assert all(sentence and "None" not in sentence for sentence in found.why)
            assert found.strength is None or 0 <= found.strength <= 1
