from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evidence.case import Case, dossiers
from evidence.model import Actor, Attribution, Claim, Derivation, Document, Evidence, Record
from evidence.vocabulary import ActorKind, DerivationKind, EvidenceKind, Stance
from graphs.export.page.sourcing import sourcing_of
from graphs.origins import Lineage, independence, supports

SOURCES = ["d0", "d1", "d2", "e0", "e1", "a0", "a1", "a2"]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Small cases in which sources rest on one another in loops, on nothing, or on the unknown."""
    kinds = st.sampled_from([ActorKind.UNNAMED, ActorKind.PERSON])
    records: list[Record] = [Actor(id=f"p{n}", name=f"P{n}", kind=draw(kinds)) for n in range(3)]
    publishers = st.sampled_from([None, "p0", "p1"])
    records += [Document(id=f"d{n}", publisher=draw(publishers)) for n in range(3)]
    records += [Claim(id=f"c{n}", text="x") for n in range(2)]
    records += [Evidence(id=f"e{n}", kind=EvidenceKind.DATASET, text="x") for n in range(2)]
    records += [draw(attributions(number)) for number in range(3)]
    steps = draw(st.lists(st.tuples(*[st.sampled_from([*SOURCES, "gone"])] * 2), max_size=9))
    records += [
        Derivation(id=f"s{n}", what=what, rests_on=base, kind=DerivationKind.RELAYS)
        for n, (what, base) in enumerate(steps)
    ]
    return Case.of(records)


def attributions(number: int) -> st.SearchStrategy[Attribution]:
    return st.builds(
        Attribution,
        id=st.just(f"a{number}"),
        claim=st.sampled_from(["c0", "c1"]),
        by=st.sampled_from([None, "p0", "p1", "p2"]),
        stance=st.sampled_from([Stance.ASSERTS, Stance.RELAYS, Stance.DENIES]),
        document=st.sampled_from([None, "d0", "d1", "d2"]),
    )


@given(cases())
def test_origins_counted_over_all_claims_are_those_traced_claim_by_claim(case: Case):
    counted = sourcing_of(case).independence
    lineage = Lineage(case)

    for dossier in dossiers(case):
        traced = independence(lineage, supports(dossier))
        interval = counted[dossier.claim.id]
        assert (interval.low, interval.high) == (traced.low, traced.high)
