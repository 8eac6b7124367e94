"""What is found about all claims of a case in one pass is what is found claim by claim."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_lineages import random_case
from strategies import cases

from evidence.case import Case, dossiers
from evidence.model import Attribution, Claim
from evidence.vocabulary import Stance
from graphs.origins import (
    Lineage,
    Sides,
    SourceLineage,
    gathered,
    network,
    opposition,
    sides,
    supports,
)

any_case = st.integers(0, 100_000).map(random_case) | cases()
slow = settings(deadline=None, suppress_health_check=list(HealthCheck))


def claim_by_claim(case: Case) -> dict[str, Sides]:
    return {d.claim.id: Sides(supports(d), opposition(d)) for d in dossiers(case)}


@slow
@given(any_case)
def test_the_sides_of_all_claims_are_those_of_their_dossiers(case: Case) -> None:
    assert sides(case) == claim_by_claim(case)
    assert list(sides(case)) == list(case.claims)


def test_a_relay_is_left_out_where_what_it_carries_is_said_of_the_same_claim() -> None:
    said = (
        ("outer", "c", Stance.RELAYS, None),
        ("inner", "c", Stance.ASSERTS, "outer"),
        ("elsewhere", "other", Stance.RELAYS, None),
        ("far", "c", Stance.ASSERTS, "elsewhere"),
        ("own", "c", Stance.ASSERTS, None),
        ("nested", "c", Stance.RELAYS, "own"),
    )
    case = Case.of(
        [
            Claim(id="c", text="x"),
            Claim(id="other", text="x"),
            *(Attribution(id=i, claim=c, stance=s, within=w) for i, c, s, w in said),
        ]
    )

    found = {claim: [n.partition(":")[2] for n in each.pro] for claim, each in sides(case).items()}

    assert found == {"c": ["inner", "far", "own", "nested"], "other": ["elsewhere"]}


@slow
@given(any_case)
def test_lineage_is_the_same_whether_the_whole_case_is_wanted_or_not(case: Case) -> None:
    asked = [f"attribution:{i}" for i in case.attributions]
    whole = Lineage(case, sources=SourceLineage(case, whole=True))

    assert gathered(whole, asked) == gathered(Lineage(case), asked)


@slow
@given(any_case)
def test_what_is_gathered_is_the_network_without_its_claims(case: Case) -> None:
    starts = {f"claim:{c}": (*each.pro, *each.contra) for c, each in sides(case).items()}
    whole = network(Lineage(case), starts)
    nodes = [node for support in starts.values() for node in support]

    held = [n for n in whole.bases if n not in whole.members and not n.startswith("claim:")]
    assert list(gathered(Lineage(case), nodes)) == held
