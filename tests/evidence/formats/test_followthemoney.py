"""Entities of FollowTheMoney to records, and cases to entities."""

from __future__ import annotations

import json
from typing import Any

import pytest
import round_trips
from hypothesis import given, settings
from round_trips import as_case
from strategies import cases

from evidence.case import Case
from evidence.formats.content import Content
from evidence.formats.followthemoney import FOLLOW_THE_MONEY
from evidence.formats.format import Imported
from evidence.model import Actor, Attribution, Claim, Document, Kept, Relation

COMPANY: dict[str, Any] = {
    "id": "acme",
    "schema": "Company",
    "properties": {
        "name": ["Example Holdings", "Example Holdings Ltd"],
        "alias": ["EH"],
        "jurisdiction": ["cy"],
    },
}
PERSON: dict[str, Any] = {"id": "p1", "schema": "Person", "properties": {"name": ["An Owner"]}}
REPORT: dict[str, Any] = {
    "id": "doc-1",
    "schema": "Pages",
    "properties": {
        "title": ["Annual report"],
        "fileName": ["report.pdf"],
        "publisher": ["A Registry"],
        "publishedAt": ["2020-05"],
        "mimeType": ["application/pdf"],
    },
}
OWNERSHIP: dict[str, Any] = {
    "id": "own-1",
    "schema": "Ownership",
    "properties": {
        "owner": ["p1"],
        "asset": ["acme"],
        "percentage": ["51%"],
        "startDate": ["2019-03-01"],
        "endDate": ["2021"],
        "proof": ["doc-1"],
        "sourceUrl": ["https://example.org/register/7"],
        "publisher": ["A Registry"],
    },
}
ADDRESS: dict[str, Any] = {
    "id": "addr-1",
    "schema": "Address",
    "properties": {"full": ["1 Example Street"]},
}


def read(*entities: object) -> Imported:
    return read_lines("\n".join(map(json.dumps, entities)))


def read_lines(text: str) -> Imported:
    assert FOLLOW_THE_MONEY.read is not None
    return FOLLOW_THE_MONEY.read(Content("a.ftm.jsonl", text.encode()))


def written(case: Case) -> list[dict[str, Any]]:
    lines = round_trips.written(FOLLOW_THE_MONEY, case).decode().split("\n")
    return [json.loads(line) for line in lines if line]


@given(cases())
@settings(deadline=None)
def test_any_case_comes_back_equal(case: Case) -> None:
    entities = written(case)
    if entities:
        imported = read(*entities)
        assert imported.findings == ()
        assert as_case(imported) == case
        assert written(as_case(imported)) == entities


def test_ownership_is_a_claim_with_its_sources_and_a_relation() -> None:
    imported = read(COMPANY, PERSON, REPORT, OWNERSHIP, ADDRESS)
    counts = imported.counts
    assert (counts.read, counts.mapped, counts.kept, counts.refused) == (5, 4, 1, 0)
    case = as_case(imported)
    claim, relation = case.claims["own-1"], case.relations["own-1"]
    assert claim.text == "An Owner owns Example Holdings"
    assert (claim.subject, claim.predicate, claim.object) == ("p1", "owns", "acme")
    assert (claim.what, claim.when) == ("51%", "2019-03-01")
    assert (relation.who, relation.does, relation.to) == ("p1", "owns", "acme")
    said = {(a.by, a.stance, case.documents[a.document or ""].url, a.document == "doc-1")
            for a in case.attributions.values()}  # fmt: skip
    assert said == {
        ("a-registry", "asserts", None, True),
        ("a-registry", "asserts", "https://example.org/register/7", False),
    }
    assert case.actors["acme"].aliases == ("Example Holdings Ltd", "EH")
    assert case.documents["doc-1"].publisher == "a-registry"
    lost = {f.message.split("'")[1] for f in imported.findings if f.code == "IMP003"}
    assert lost == {"jurisdiction", "endDate"}


def test_what_was_imported_goes_out_and_comes_back() -> None:
    case = as_case(read(COMPANY, PERSON, REPORT, OWNERSHIP, ADDRESS))
    entities = written(case)
    assert as_case(read(*entities)) == case
    by_id = {entity["id"]: entity for entity in entities}
    assert by_id["addr-1"] == ADDRESS
    assert by_id["own-1"]["schema"] == "Ownership"
    assert by_id["own-1"]["properties"]["asset"] == ["acme"]
    assert by_id["acme"]["schema"] == "Company"


def test_what_somebody_edits_elsewhere_comes_back_as_edited() -> None:
    (entity,) = written(Case.of([Actor(id="a", name="Before", aliases=("Old",))]))
    entity["properties"]["name"] = ["After"]
    entity["schema"] = "Person"
    (actor,) = as_case(read(entity)).actors.values()
    assert (actor.name, actor.kind, actor.aliases) == ("After", "person", ("Old",))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "is not JSON"),
        ("[]", "is no entity"),
        ('{"id": "", "schema": "Person", "properties": {}}', "is no entity"),
        ('{"id": "a", "schema": "Person", "properties": {}}', "name"),
        ('{"id": "a", "schema": "Ownership", "properties": {"owner": ["b"]}}', "lacks its owner"),
        ('{"id": "a", "schema": "Note", "properties": {}, "claimtrail": 1}', "damaged remainder"),
    ],
)
def test_damaged_lines_are_refused_and_the_rest_is_read(line: str, why: str) -> None:
    imported = read_lines(f"{json.dumps(PERSON)}\r\n\n{line}\n")
    assert (imported.counts.mapped, imported.counts.refused) == (1, 1)
    (finding,) = imported.findings
    assert why in finding.message


def test_ends_that_are_missing_are_reported_and_ends_that_cannot_act_are_words() -> None:
    place = {"id": "h1", "schema": "RealEstate", "properties": {"name": ["A house"]}}
    owning = {
        "id": "o",
        "schema": "Ownership",
        "properties": {"owner": ["gone"], "asset": ["h1"]},
    }
    imported = read(place, owning)
    case = as_case(imported)
    assert [f.code for f in imported.findings] == ["IMP006"]
    assert (case.claims["o"].subject, case.claims["o"].object) == ("gone", None)
    assert case.claims["o"].what == "A house"
    assert case.relations == {}


CASE = Case.of(
    [
        Document(id="d", title="A report", url="https://example.org/d", filename="d.pdf",
                 published="2020-01-02T10:00:00Z", text="line\nbreak", media_type="text/plain"),
        Document(id="x y", publisher="state"),
        Actor(id="boss", name="A Person", kind="person", aliases=("P",)),
        Actor(id="firm", name="A Firm", kind="organisation"),
        Actor(id="state", name="A State", kind="state"),
        Actor(id="drone", name="A Drone", kind="product"),
        Claim(id="c1", text="A Person owns A Firm", subject="boss", predicate="owns",
              object="firm", when="2019"),
        Claim(id="c2", text="A State backs A Firm", subject="state", predicate="backs",
              object="firm"),
        Claim(id="c3", text="All is well"),
        Attribution(id="a1", claim="c1", by="state", stance="asserts", document="d"),
        Attribution(id="a2", claim="c1", by="boss", stance="denies", document="x y"),
        Relation(id="r1", who="boss", does="owns", to="firm", claims=("c1",)),
        Relation(id="r2", who="state", does="works for", to="drone"),
    ],
    title="A case",
)  # fmt: skip


def test_a_case_goes_out_as_links_between_entities() -> None:
    schemata = {entity["id"]: entity["schema"] for entity in written(CASE)}
    assert schemata["c1"] == "Ownership"
    assert schemata["c2"] == "UnknownLink"
    assert schemata["c3"] == "Note"
    assert schemata["r2"] == "UnknownLink"
    assert "r1" not in schemata
    assert schemata["firm"] == "Company"
    by_id = {entity["id"]: entity["properties"] for entity in written(CASE)}
    assert by_id["c1"]["proof"] == ["d"]
    assert by_id["c2"]["role"] == ["backs"]


def cleaned(entity: dict[str, Any]) -> dict[str, Any]:
    """An entity as the library hands it on, once it has found it valid and complete."""
    ftm = pytest.importorskip("followthemoney", reason="is installed where libicu is")
    schema = ftm.model.get(entity["schema"])
    schema.validate(entity)
    assert all(entity["properties"].get(name) for name in schema.required)
    handed_on: dict[str, Any] = ftm.model.get_proxy(entity, cleaned=False).to_dict()
    return handed_on


def test_the_library_takes_a_case_as_it_is() -> None:
    for entity in written(CASE):
        handed_on = cleaned(entity)
        for name, values in entity["properties"].items():
            assert sorted(handed_on["properties"][name]) == sorted(values)


@given(cases())
@settings(deadline=None, max_examples=30)
def test_the_library_finds_the_entities_of_any_case_valid(case: Case) -> None:
    for entity in written(Case.of(r for r in case.records() if not isinstance(r, Kept))):
        handed_on = cleaned(entity)
        assert (handed_on["id"], handed_on["claimtrail"]) == (entity["id"], entity["claimtrail"])
