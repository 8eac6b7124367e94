"""What sets two cases apart, and applying it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import cases

from evidence.case import SECTIONS, Case
from evidence.casefile import read_case_text
from evidence.difference import Weight, apply, diff, given_ids, weighty
from evidence.errors import ClaimtrailError
from evidence.model import Actor, Claim, Document, Making

CASE = """
claimtrail: 1
title: Who armed the militia?
actors:
  envoy: {name: The envoy, kind: person}
  gazette: {name: Harbour Gazette, kind: outlet}
documents:
  report: {title: Arms for the militia, publisher: gazette, text: "Never, the envoy said."}
evidence:
  crates: {kind: physical, text: Crates with marks}
claims:
  arms:
    text: Northland armed the militia
    said: [{by: envoy, stance: STANCE, in: report, quote: Never}]
    shown: [{evidence: crates, kind: KIND}]
"""

small = cases(max_records=6)
quick = settings(max_examples=60)


def case_of(stance: str = "denies", kind: str = "supports") -> Case:
    return read_case_text(CASE.replace("STANCE", stance).replace("KIND", kind), "yaml")


def without(case: Case, section: str, record_id: str) -> Case:
    records = dict(getattr(case, section))
    del records[record_id]
    return replace(case, **{section: records})


@quick
@given(small)
def test_a_case_does_not_differ_from_itself(case: Case) -> None:
    assert not diff(case, case)


@quick
@given(small, small)
def test_a_difference_leads_from_one_case_to_the_other(before: Case, after: Case) -> None:
    difference = diff(before, after)
    assert apply(difference, before) == after
    assert bool(difference) == (before != after)


@quick
@given(small, st.data())
def test_a_difference_of_edits_leads_to_the_edited_case(case: Case, data: st.DataObject) -> None:
    records = list(case.records())
    kept = [r for r in records if data.draw(st.booleans())]
    edited = [
        r.model_copy(update={"note": "edited"}) if data.draw(st.booleans()) else r for r in kept
    ]
    after = Case.of(edited, title="Other", description=case.description)
    assert apply(diff(case, after), case) == after
    assert len(diff(case, after).removed) == len(records) - len(kept)


def test_order_of_records_is_no_difference() -> None:
    one = Case.of([Claim(id="a", text="A"), Claim(id="b", text="B")])
    other = Case.of([Claim(id="b", text="B"), Claim(id="a", text="A")])
    assert not diff(one, other)


def test_changes_are_told_by_field() -> None:
    one = Case.of([Actor(id="envoy", name="The envoy")])
    other = Case.of([Actor(id="envoy", name="The envoy", reliability="B", note="seen twice")])
    (change,) = diff(one, other).changed
    assert change.fields == ("note", "reliability")


def test_another_stance_is_a_change_although_the_id_is_another() -> None:
    difference = diff(case_of("denies"), case_of("confirms"))
    assert (difference.added, difference.removed) == ((), ())
    (change,) = difference.changed
    assert change.fields == ("id", "stance")
    assert apply(difference, case_of("denies")) == case_of("confirms")


def test_equal_words_are_paired_one_with_one() -> None:
    said = "{by: envoy, stance: STANCE, in: report, quote: Never}"
    text = CASE.replace(said, f"{said.replace('STANCE', 'denies')}, {said}")
    before = read_case_text(text.replace("STANCE", "asserts").replace("KIND", "supports"), "yaml")
    difference = diff(before, case_of("questions"))
    assert (len(difference.changed), len(difference.removed), len(difference.added)) == (1, 1, 0)
    assert apply(difference, before) == case_of("questions")


def test_what_changes_the_case_comes_first() -> None:
    before = case_of("denies", "supports")
    after = case_of("confirms", "contradicts")
    report = after.documents["report"].model_copy(update={"retracted": "by its publisher"})
    after = replace(after, documents={"report": report})
    after = without(without(after, "evidence", "crates"), "actors", "gazette")
    found = weighty(diff(before, after))
    assert [(each.weight, each.before.id) for each in found][:3] == [
        (Weight.RETRACTED, "report"),
        (Weight.WITHDRAWN, "gazette"),
        (Weight.WITHDRAWN, "crates"),
    ]
    assert [each.weight for each in found][3:] == [Weight.STANCE, Weight.BEARING]


def test_other_words_of_retraction_are_no_new_retraction() -> None:
    one = Case.of([Document(id="d", retracted="in May")])
    other = Case.of([Document(id="d", retracted="in June")])
    assert weighty(diff(one, other)) == []
    (back,) = weighty(diff(one, Case.of([Document(id="d")])))
    assert back.weight is Weight.REINSTATED


def test_text_that_was_exchanged_is_weighty() -> None:
    one, other = (Case.of([Document(id="d", text=t)]) for t in ("a", "b"))
    assert [each.weight for each in weighty(diff(one, other))] == [Weight.TEXT]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_difference_fits_only_the_case_it_was_made_from(section: str) -> None:
    before = case_of()
    for record_id in getattr(before, section):
        difference = diff(before, without(before, section, record_id))
        with pytest.raises(ClaimtrailError, match="as it was"):
            apply(difference, Case())


def test_ids_that_are_made_of_content_are_told_from_those_given() -> None:
    imported = Making(extractor="import stix")
    case = Case.of(
        [
            Document(id="report-20210704"),
            Document(id="report-20210705", made=imported),
            Document(id="report-587097a8", made=imported),
            Claim(id="c-4ba527e059dd", text="C"),
            Claim(id="relationship--1244a56a-1faf-4898-9f2f-fda78b665276", text="R", made=imported),
        ]
    )
    assert given_ids(case) == {
        "report-20210704",
        "relationship--1244a56a-1faf-4898-9f2f-fda78b665276",
    }
