"""Two cases made one: with and without the case that both began from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import cases, records

from evidence.case import SECTIONS, Case
from evidence.casefile import read_case_text
from evidence.findings import Severity
from evidence.merging import merge
from evidence.merging.fields import UNORDERED
from evidence.model import Actor, Attribution, Claim, Document, Evidence, Record, Relation
from evidence.vocabulary import EvidenceKind, Stance

small = cases(max_records=6)
quick = settings(max_examples=60)


def of(*records: Record) -> Case:
    return Case.of(records)


def codes(case_a: Case, case_b: Case, base: Case | None = None) -> list[str]:
    return [finding.code for finding in merge(case_a, case_b, base=base).findings]


def sorted_lists(case: Case) -> Case:
    """The case with the fields that list things in no order sorted."""
    sections = {}
    for section, kind in SECTIONS.items():
        names = UNORDERED.get(kind, ())
        sections[section] = {
            i: r.model_copy(update={n: tuple(sorted(set(getattr(r, n)))) for n in names})
            for i, r in getattr(case, section).items()
        }
    return replace(case, **sections)


@quick
@given(small)
def test_a_case_merged_with_itself_is_itself(case: Case) -> None:
    for base in (None, Case(), case):
        merged = merge(case, case, base=base)
        assert merged.case == case
        assert list(merged.case.records()) == list(case.records())
        assert merged.findings == ()


@quick
@given(small, small, st.none() | small)
def test_merging_commutes_where_nothing_conflicts(
    ours: Case, theirs: Case, base: Case | None
) -> None:
    one, other = merge(ours, theirs, base=base), merge(theirs, ours, base=base)
    assert sorted(f.code for f in one.findings) == sorted(f.code for f in other.findings)
    if all(finding.code == "MRG004" for finding in one.findings):
        assert sorted_lists(one.case) == sorted_lists(other.case)


@quick
@given(small, small)
def test_nothing_is_lost_without_a_base(ours: Case, theirs: Case) -> None:
    merged = merge(ours, theirs)
    fused = {f.ids[1]: f.ids[0] for f in merged.findings if f.code == "MRG004"}
    for case in (ours, theirs):
        for section in SECTIONS:
            kept = getattr(merged.case, section)
            assert all(i in kept or fused.get(i) in kept for i in getattr(case, section))


@quick
@given(small, small)
def test_merging_with_an_untouched_base_takes_the_other_side(base: Case, changed: Case) -> None:
    for one, other in ((base, changed), (changed, base)):
        merged = merge(one, other, base=base)
        assert merged.case == changed
        assert merged.findings == ()


@quick
@given(small, records, records)
def test_additions_of_both_sides_are_both_taken(base: Case, one: Record, other: Record) -> None:
    assume(type(one) is not type(other) and base.find(one.id) is base.find(other.id) is None)
    assume(one.id != other.id)
    ours, theirs = (Case.of([*base.records(), r], title=base.title) for r in (one, other))
    base = replace(base, description="")
    merged = merge(ours, theirs, base=base)
    assert merged.case == Case.of([*base.records(), one, other], title=base.title)


def test_what_only_one_side_fills_in_is_taken() -> None:
    merged = merge(
        of(Actor(id="iran", name="Iran", aliases=("Persia",))),
        of(Actor(id="iran", name="Iran", reliability="C", aliases=("IRI",))),
    )
    assert merged.findings == ()
    iran = merged.case.actors["iran"]
    assert (iran.reliability, iran.aliases) == ("C", ("Persia", "IRI"))


def test_conflicting_edits_name_both() -> None:
    merged = merge(
        of(Claim(id="role", text="Iran had a hand in it")),
        of(Claim(id="role", text="Iran ordered it")),
        names=("mine.yaml", "yours.yaml"),
    )
    (finding,) = merged.findings
    assert (finding.code, finding.severity, finding.ids) == ("MRG001", Severity.ERROR, ("role",))
    assert finding.message == (
        "claim role: text is “Iran had a hand in it” in mine.yaml and “Iran ordered it” in "
        "yours.yaml"
    )
    assert merged.case.claims["role"].text == "Iran had a hand in it"


def test_long_and_hostile_values_are_bounded_in_findings() -> None:
    merged = merge(of(Claim(id="c", text="x\n" * 5000)), of(Claim(id="c", text="<b>\u202e" * 5000)))
    assert len(merged.findings[0].message) < 300
    assert "\n" not in merged.findings[0].message


BASE = Actor(id="iran", name="Iran", aliases=("Persia", "IRI"), note="old")


def test_a_change_of_one_side_is_taken() -> None:
    ours = BASE.model_copy(update={"name": "Islamic Republic of Iran"})
    theirs = BASE.model_copy(update={"note": None, "reliability": "C"})
    merged = merge(of(ours), of(theirs), base=of(BASE))
    assert merged.findings == ()
    assert merged.case.actors["iran"] == ours.model_copy(update={"note": None, "reliability": "C"})


def test_lists_are_merged_name_by_name() -> None:
    ours = BASE.model_copy(update={"aliases": ("IRI", "Tehran")})
    theirs = BASE.model_copy(update={"aliases": ("Persia", "IRI", "Iran (state)")})
    merged = merge(of(ours), of(theirs), base=of(BASE))
    assert merged.case.actors["iran"].aliases == ("IRI", "Tehran", "Iran (state)")


def test_removed_by_one_and_untouched_by_the_other_is_removed() -> None:
    assert merge(of(), of(BASE), base=of(BASE)).case == of()
    assert merge(of(BASE), of(), base=of(BASE)).case == of()


@pytest.mark.parametrize("swap", [False, True])
def test_removed_by_one_and_changed_by_the_other_is_kept_and_said(swap: bool) -> None:
    changed = of(BASE.model_copy(update={"note": "new"}))
    ours, theirs = (changed, of()) if swap else (of(), changed)
    merged = merge(ours, theirs, base=of(BASE), names=("ours", "theirs"))
    assert merged.case == changed
    (finding,) = merged.findings
    removing, changing = ("theirs", "ours") if swap else ("ours", "theirs")
    assert finding.code == "MRG002"
    assert finding.message == f"actor iran was removed in {removing} and changed in {changing}"


def test_two_texts_under_one_id_are_never_mixed() -> None:
    ours = Document(id="d", text="one", sha256="1" * 64, title="A")
    theirs = Document(id="d", text="two", sha256="2" * 64, raw_sha256="3" * 64, url="https://x.org")
    merged = merge(of(ours), of(theirs))
    assert merged.case.documents["d"] == ours.model_copy(update={"url": "https://x.org"})
    assert [f.message.split(":")[1].split()[0] for f in merged.findings] == ["sha256", "text"]


def attribution(record_id: str, within: str | None = None) -> Attribution:
    return Attribution(id=record_id, claim="c", by="x", stance=Stance.ASSERTS, within=within)


def test_equal_records_under_two_ids_fuse_with_what_refers_to_them() -> None:
    merged = merge(
        of(attribution("told")),
        of(attribution("a-0f3c2b9d11aa"), attribution("n", "a-0f3c2b9d11aa")),
    )
    assert merged.case == of(attribution("told"), attribution("n", "told"))
    (finding,) = merged.findings
    assert (finding.code, finding.ids) == ("MRG004", ("told", "a-0f3c2b9d11aa"))


def test_fusing_goes_on_through_references() -> None:
    """Documents fuse first, then the attributions that stand in them."""
    cases_of_two = [
        of(
            Document(id=d, url="https://example.org/report"),
            Attribution(id=a, claim="c", stance=Stance.ASSERTS, document=d),
        )
        for d, a in (("weekly", "first"), ("weekly-2", "second"))
    ]
    merged = merge(*cases_of_two)
    assert list(merged.case.documents) == ["weekly"]
    assert list(merged.case.attributions) == ["first"]
    assert merge(*reversed(cases_of_two)).case == merged.case


def test_an_id_that_means_another_record_first_is_left_alone() -> None:
    """A derivation means the document "x", not the fused evidence of that id."""
    case = read_case_text(
        """
claimtrail: 1
documents: {x: {title: X}, y: {}}
evidence: {x: {kind: imagery, text: Photo}}
derivations: [{id: d, what: y, rests_on: x}]
""",
        "yaml",
    )
    photo = Evidence(id="a", kind=EvidenceKind.IMAGERY, text="Photo")
    merged = merge(case, of(photo)).case
    assert list(merged.evidence) == ["a"]
    assert merged.derivations["d"].rests_on == "x"


def test_actors_of_one_name_are_not_fused() -> None:
    merged = merge(of(Actor(id="a", name="Mutka")), of(Actor(id="b", name="Mutka")))
    assert set(merged.case.actors) == {"a", "b"}


def test_repeated_records_of_one_case_do_not_fuse() -> None:
    twice = of(attribution("a-0f3c2b9d11aa"), attribution("a-0f3c2b9d11aa-2"))
    assert merge(twice, of(attribution("a-0f3c2b9d11aa"))).case == twice


def test_titles_that_differ_are_no_conflict() -> None:
    ours, theirs = Case(title="Ours"), Case(title="Theirs")
    assert merge(ours, theirs).case.title == "Ours"
    assert codes(ours, theirs) == ["MRG003"]
    assert codes(ours, Case()) == []
    assert merge(ours, theirs, base=ours).case.title == "Theirs"


def test_claims_of_a_relation_are_gathered() -> None:
    ours, theirs = (
        of(Relation(id="r", who="a", does="backs", to="b", claims=(c,))) for c in ("c1", "c2")
    )
    assert merge(ours, theirs).case.relations["r"].claims == ("c1", "c2")
