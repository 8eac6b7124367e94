"""What formats share: IRIs of records, remainders of fields, and losses by reading back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import cases, ids, records

from evidence.case import Case
from evidence.formats.format import Imported
from evidence.formats.iris import BASE, Iris, id_of, is_iri, is_web_address, made_iri
from evidence.formats.losses import losses
from evidence.formats.portability import comes_back
from evidence.formats.remainder import completed, dumped, remainder, type_name
from evidence.model import Actor, Claim, Document, Kept, Record

ADDRESS = "https://example.org/a"


@given(ids, st.sampled_from(["claim", "actor"]))
def test_an_id_comes_back_from_its_iri(record_id: str, kind: str) -> None:
    assert id_of(made_iri(kind, record_id)) == record_id
    assert is_iri(made_iri(kind, record_id))


@given(st.text(min_size=201, max_size=400))
def test_an_iri_that_is_too_long_for_an_id_gets_a_short_one(iri: str) -> None:
    assert len(id_of(iri)) <= 200
    assert id_of(iri) == id_of(iri)


def test_an_address_stands_for_itself_where_one_record_has_it() -> None:
    alone = Iris(Case.of([Claim(id=ADDRESS, text="x")]))
    shared = Iris(Case.of([Claim(id=ADDRESS, text="x"), Actor(id=ADDRESS, name="y")]))
    assert alone.named("claim", ADDRESS) == ADDRESS
    assert shared.named("claim", ADDRESS) != shared.named("actor", ADDRESS)
    assert id_of(shared.named("actor", ADDRESS)) == ADDRESS


@given(cases())
def test_no_two_records_share_an_iri(case: Case) -> None:
    iris = Iris(case)
    named = [iris.of(record) for record in case.records()]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize(
    ("words", "iri", "address"),
    [
        (ADDRESS, True, True),
        ("urn:x:1", True, False),
        (f"{BASE}claim/a", True, False),
        ("javascript:alert(1)", False, False),
        ("https://a b", False, False),
        ('https://a"b', False, False),
        ("https://", False, False),
        (None, False, False),
        (3, False, False),
    ],
)
def test_what_is_an_iri_and_what_an_address(words: object, iri: bool, address: bool) -> None:
    assert (is_iri(words), is_web_address(words)) == (iri, address)


@given(records, st.data())
def test_a_record_comes_back_from_what_is_readable_and_the_remainder(
    record: Record, data: st.DataObject
) -> None:
    fields = dumped(record)
    names = data.draw(st.sets(st.sampled_from(sorted(fields))))
    readable = {name: fields[name] for name in names} | {"note": "said by the format"}
    carried = remainder(record, readable)
    assert completed(type_name(record), readable, carried or None) == record
    assert not set(carried.get("fields", {})) & (names - {"note"})


def test_nothing_is_carried_where_all_is_readable() -> None:
    actor = Actor(id="a", name="A")
    assert remainder(actor, {"id": "a", "name": "A"}) == {}


@pytest.mark.parametrize(
    "carried", [[], "x", {"fields": []}, {"absent": "name"}, {"fields": {"name": ""}}]
)
def test_a_damaged_remainder_is_refused(carried: object) -> None:
    with pytest.raises(ValueError, match=r"carries a damaged remainder|is damaged: name"):
        completed("actor", {"id": "a", "name": "A"}, carried)  # type: ignore[arg-type]


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown type 'gossip'"):
        completed("gossip", {"id": "a"}, None)


def test_losses_are_counted_by_section_and_field() -> None:
    case = Case.of(
        [
            Document(id="d", title="x", note="y"),
            Document(id="e", title="x", note="y"),
            Actor(id="a", name="A"),
        ],
        title="T",
    )
    again = Imported((Document(id="d", title="x"), Document(id="e", title="x")))
    assert [(f.message, f.ids) for f in losses(case, again, "RIS")] == [
        ("RIS: the case's title is not held as it is", ()),
        ("RIS: actors are left out or get other ids (1 time)", ("a",)),
        ("RIS: documents: 'note' is not held as it is (2 times)", ("d", "e")),
    ]


@given(cases())
def test_an_equal_case_has_no_losses(case: Case) -> None:
    again = Imported(tuple(case.records()), title=case.title, description=case.description)
    assert losses(case, again, "x") == ()


def test_what_was_kept_goes_out_as_it_came_only_under_its_own_id() -> None:
    kept = Kept(id="a", format="x", kind="thing", data={"id": "a"})
    assert comes_back(kept, "x", "thing", "a")
    assert not comes_back(kept, "x", "thing", "b")
    assert not comes_back(kept, "x", "other", "a")
    assert not comes_back(kept.model_copy(update={"note": "n"}), "x", "thing", "a")
