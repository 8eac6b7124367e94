"""What other tools see of a case that is written as STIX, and what comes back when they edit it."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest
import stix2
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.case import Case
from evidence.formats import Content, import_content
from evidence.formats.stix import STIX
from evidence.formats.stix.naming import is_id
from evidence.formats.stix.properties import relationship_type
from evidence.model import (
    Actor,
    Attribution,
    Claim,
    Document,
    Evidence,
    Kept,
    Record,
    Relation,
    Waiver,
)
from evidence.vocabulary import ActorKind, EvidenceKind, Stance

BASE: tuple[Record, ...] = (
    Document(id="brief", title="Brief", url="https://x.example/b", published="2021-07", text="T"),
    Document(id="scrap", note="found"),
    Actor(id="iran", name="Iran", kind=ActorKind.STATE),
    Actor(id="drone", name="Shahed", kind=ActorKind.PRODUCT, aliases=("HESA",)),
    Claim(id="c", text="Iran makes it", subject="iran", predicate="produces", object="drone"),
    Claim(id="plain", text="It flew", confidence=0.333),
    Attribution(id="a", claim="c", by="iran", stance=Stance.DENIES, document="brief"),
    Relation(id="r", who="iran", does="produces", to="drone", claims=("c",)),
    Relation(id="s", who="iran", does="part of", to="nowhere"),
    Evidence(id="e", kind=EvidenceKind.PHYSICAL, text="Debris"),
    Waiver(id="w", rule="SRC", reason="known", author="me"),
    Kept(id="k", format="other", kind="thing", data={"x": None, "y": [1.5]}),
)


def written(case: Case) -> list[dict[str, Any]]:
    assert STIX.write is not None
    bundle = json.loads(STIX.write(case).data)
    stix2.parse(bundle, allow_custom=False)
    objects: list[dict[str, Any]] = bundle["objects"]
    return objects


def reread(objects: list[dict[str, Any]]) -> Case:
    bundle = {"type": "bundle", "id": f"bundle--{uuid.uuid4()}", "objects": objects}
    imported = import_content(Content("b.json", json.dumps(bundle).encode()))
    assert not [f for f in imported.findings if f.code != "IMP003"]
    return Case.of(imported.records, title=imported.title, description=imported.description)


def the(objects: list[dict[str, Any]], kind: str, **properties: Any) -> dict[str, Any]:
    (found,) = [
        each
        for each in objects
        if each["type"] == kind and all(each.get(k) == v for k, v in properties.items())
    ]
    return found


def test_one_relationship_says_what_a_claim_and_its_relation_say() -> None:
    objects = written(Case.of(BASE))
    iran, drone = the(objects, "identity", name="Iran"), the(objects, "tool", name="Shahed")
    assert drone["aliases"] == ["HESA"]
    tie = the(objects, "relationship", relationship_type="produces")
    assert (tie["source_ref"], tie["target_ref"]) == (iran["id"], drone["id"])
    assert tie["description"] == "Iran makes it"
    assert tie["external_references"] == [
        {"source_name": "Brief", "url": "https://x.example/b"},
    ]
    assert the(objects, "relationship", relationship_type="part-of")


def test_stances_are_opinions_of_their_speakers() -> None:
    objects = written(Case.of(BASE))
    opinion = the(objects, "opinion")
    assert opinion["opinion"] == "strongly-disagree"
    assert opinion["authors"] == ["Iran"]
    assert opinion["created_by_ref"] == the(objects, "identity", name="Iran")["id"]
    assert opinion["object_refs"] == [
        the(objects, "relationship", relationship_type="produces")["id"]
    ]


def test_dated_documents_are_reports_of_what_is_said_in_them() -> None:
    objects = written(Case.of(BASE))
    report = the(objects, "report")
    assert (report["name"], report["published"]) == ("Brief", "2021-07-01T00:00:00Z")
    assert report["object_refs"] == the(objects, "opinion")["object_refs"]
    assert the(objects, "note", content="scrap")


def test_nothing_is_lost() -> None:
    case = Case.of(BASE, title="T", description="D")
    assert reread(written(case)) == case


def test_what_is_edited_elsewhere_comes_back_edited() -> None:
    objects = written(Case.of(BASE))
    the(objects, "identity", name="Iran")["name"] = "Islamic Republic of Iran"
    the(objects, "opinion")["opinion"] = "disagree"
    the(objects, "relationship", relationship_type="produces")["description"] = "Iran builds it"
    case = reread(objects)
    assert case.actors["iran"].name == "Islamic Republic of Iran"
    assert case.actors["iran"].kind is ActorKind.STATE
    assert case.attributions["a"].stance is Stance.QUESTIONS
    assert case.claims["c"].text == "Iran builds it"


def test_new_objects_of_others_join_the_records() -> None:
    objects = written(Case.of(BASE))
    iran = the(objects, "identity", name="Iran")["id"]
    new = {
        "type": "intrusion-set",
        "spec_version": "2.1",
        "id": f"intrusion-set--{uuid.uuid5(uuid.NAMESPACE_DNS, 'new')}",
        "name": "New",
        "created_by_ref": iran,
    }
    assert reread([*objects, new]).actors[new["id"]].name == "New"


def test_the_same_case_gives_the_same_bytes_and_no_time() -> None:
    assert STIX.write is not None
    one, other = (STIX.write(Case.of(BASE)).data for _ in range(2))
    assert one == other
    assert {o["created"] for o in written(Case.of(BASE))} == {"1970-01-01T00:00:00.000Z"}


@pytest.mark.parametrize(
    "damage",
    [
        {"record": "nothing"},
        {"record": "actor", "fields": 7},
        {"record": "actor", "absent": "x"},
        {"record": "actor", "fields": {"name": 7}},
        {"record": "actor", "fields": {"colour": "red"}},
        {"record": "claim", "relation": {"record": "relation"}},
    ],
)
def test_a_damaged_extension_is_refused(damage: dict[str, Any]) -> None:
    objects = written(Case.of(BASE[:3]))
    (name,) = the(objects, "identity", name="Iran")["extensions"]
    the(objects, "identity", name="Iran")["extensions"][name] = damage
    bundle = json.dumps({"type": "bundle", "objects": objects}).encode()
    imported = import_content(Content("b.json", bundle))
    assert imported.counts.refused == 1


UUID = str(uuid.uuid5(uuid.NAMESPACE_DNS, "x"))
stix_ids = st.sampled_from(
    [
        f"{kind}--{UUID}"
        for kind in ("identity", "tool", "report", "note", "opinion", "relationship", "bundle")
    ]
    + [f"attack-pattern--{UUID}", "identity--not-a-uuid", f"identity--{UUID.upper()}", "plain"]
)
things = st.builds(
    lambda own, kind, more: Kept(
        id=own,
        format="stix",
        kind=kind,
        data={"type": kind, "id": own, "spec_version": "2.1", "name": "Trick", **more},
    ),
    stix_ids,
    st.sampled_from(["attack-pattern", "x-thing", "identity", "relationship", "bundle"]),
    st.dictionaries(
        st.sampled_from(["x_color", "created", "modified", "extensions", "revoked"]),
        st.sampled_from(["2020-01-01T00:00:00.000Z", True, None, {}, [1]]),
    ),
)
stix_like: st.SearchStrategy[Record] = st.one_of(
    st.builds(Actor, id=stix_ids, name=st.just("A"), kind=st.none() | st.sampled_from(ActorKind)),
    st.builds(
        Claim,
        id=stix_ids,
        text=st.just("T"),
        subject=stix_ids,
        predicate=st.sampled_from(["uses", "part of", "Über-uses", "a-b"]),
        object=st.none() | stix_ids,
        what=st.none() | st.just("Trick"),
    ),
    st.builds(
        Relation,
        id=stix_ids,
        who=stix_ids,
        does=st.sampled_from(["uses", "part of"]),
        to=stix_ids,
        claims=st.lists(stix_ids, max_size=2).map(tuple),
    ),
    st.builds(
        Attribution, id=stix_ids, claim=stix_ids, by=stix_ids, stance=st.sampled_from(Stance)
    ),
    st.builds(Document, id=stix_ids, published=st.none() | st.just("2021-01-01T00:00:00+02:00")),
    things,
)


@given(st.lists(stix_like, max_size=8, unique_by=lambda r: (type(r), r.id)))
@settings(max_examples=300)
def test_records_that_look_like_stix_come_back_equal(records: list[Record]) -> None:
    case = Case.of(records)
    assert reread(written(case)) == case


def test_ids_are_stix_ids_only_with_a_uuid_of_rfc_4122() -> None:
    assert is_id(f"tool--{UUID}", "tool")
    assert not is_id(f"tool--{UUID}", "identity")
    assert not is_id(f"tool--{UUID.upper()}", "tool")
    assert not is_id("tool--00000000-0000-0000-0000-000000000000", "tool")
    assert not is_id(7, "tool")


def test_predicates_as_stix_writes_them() -> None:
    assert relationship_type("part of") == "part-of"
    assert relationship_type("Über!") == "ber"
    assert relationship_type("供") == "related-to"
