"""STIX to records: what becomes of each type, of citations, versions and damaged objects."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.case import Case
from evidence.formats import Content, Imported, import_content
from evidence.formats.cited import cited_document, fields_of_citation
from evidence.formats.stix.citations import citation_names, plain, statements
from evidence.model import Actor, Attribution, Claim, Document, Kept, Relation
from evidence.vocabulary import ActorKind, Form, Stance


def stix_id(kind: str, name: str = "one") -> str:
    return f"{kind}--{uuid.uuid5(uuid.NAMESPACE_DNS, name)}"


def made(kind: str, own: str = "one", /, **properties: Any) -> dict[str, Any]:
    return {"type": kind, "spec_version": "2.1", "id": stix_id(kind, own), **properties}


def read(*objects: Any) -> Imported:
    bundle = {"type": "bundle", "id": stix_id("bundle"), "objects": list(objects)}
    return import_content(Content("b.json", json.dumps(bundle).encode()))


def case_of(*objects: Any) -> Case:
    imported = read(*objects)
    assert imported.counts.refused == 0
    return Case.of(imported.records)


MAKER = made("identity", name="The Maker", identity_class="organization")
GROUP = made("intrusion-set", name="Grey Cat", aliases=["Grey Cat", "GC"])
TOOL = made("malware", name="Claw", is_family=True)


def test_actors_and_their_kinds() -> None:
    case = case_of(MAKER, GROUP, TOOL, made("identity", "p", name="P", identity_class="individual"))
    kinds = {actor.name: actor.kind for actor in case.actors.values()}
    assert kinds == {
        "The Maker": ActorKind.ORGANISATION,
        "Grey Cat": None,
        "Claw": ActorKind.PRODUCT,
        "P": ActorKind.PERSON,
    }
    assert case.actors[GROUP["id"]].aliases == ("GC",)


def test_what_a_description_cites_is_who_says_so_within_the_words_of_its_maker() -> None:
    group = {
        **GROUP,
        "created_by_ref": MAKER["id"],
        "description": "It is old.(Citation: Paper (2nd ed.))(Citation: Blog) It is loud.\n\nNew.",
        "external_references": [
            {"source_name": "mitre-attack", "external_id": "G1", "url": "https://example.org/G1"},
            {"source_name": "Paper (2nd ed.)", "url": "https://example.org/p", "description": "P"},
        ],
    }
    case = case_of(MAKER, group)
    assert case.actors[GROUP["id"]].aliases == ("GC", "G1")
    claims = {claim.text: claim for claim in case.claims.values()}
    assert set(claims) == {"It is old.", "It is loud.", "New."}
    relay, *cited = [a for a in case.attributions.values() if a.claim == claims["It is old."].id]
    assert (relay.by, relay.stance, relay.document) == (MAKER["id"], Stance.RELAYS, None)
    titles = [case.documents[a.document or ""].title for a in cited]
    assert titles == ["Paper (2nd ed.)", "Blog"]
    assert {(a.stance, a.within, a.by) for a in cited} == {(Stance.ASSERTS, relay.id, None)}
    (own,) = [a for a in case.attributions.values() if a.claim == claims["New."].id]
    assert (own.by, own.stance) == (MAKER["id"], Stance.ASSERTS)


def test_a_name_that_a_reference_explains_is_a_claim_with_sources() -> None:
    explained = {"source_name": "GC", "description": "(Citation: Blog)"}
    case = case_of({**GROUP, "external_references": [explained]})
    (claim,) = case.claims.values()
    assert (claim.text, claim.what) == ("Grey Cat is known as GC", "GC")
    (attribution,) = case.attributions.values()
    assert case.documents[attribution.document or ""].title == "Blog"


def test_a_relationship_between_actors_is_a_claim_and_a_relation() -> None:
    uses = made(
        "relationship",
        relationship_type="attributed-to",
        source_ref=TOOL["id"],
        target_ref=GROUP["id"],
        confidence=85,
        start_time="2020-01-02T00:00:00Z",
    )
    case = case_of(GROUP, TOOL, uses)
    claim = case.claims[uses["id"]]
    assert claim.text == "Claw attributed to Grey Cat"
    assert (claim.subject, claim.predicate, claim.object) == (
        TOOL["id"],
        "attributed to",
        GROUP["id"],
    )
    assert (claim.confidence, claim.when) == (0.85, "2020-01-02T00:00:00Z")
    relation = case.relations[uses["id"]]
    assert (relation.who, relation.does, relation.to) == (TOOL["id"], "attributed to", GROUP["id"])
    assert relation.claims == (claim.id,)


def test_a_relationship_to_a_thing_names_it_and_one_between_things_is_kept() -> None:
    trick = made("attack-pattern", name="Trick")
    asset = made("x-plant", name="Pump")
    ends = {"source_ref": GROUP["id"], "target_ref": trick["id"]}
    uses = made("relationship", "u", relationship_type="uses", **ends)
    between = made(
        "relationship",
        "t",
        relationship_type="targets",
        source_ref=trick["id"],
        target_ref=asset["id"],
    )
    case = case_of(GROUP, trick, asset, uses, between)
    claim = case.claims[uses["id"]]
    assert (claim.text, claim.object, claim.what) == ("Grey Cat uses Trick", None, "Trick")
    assert not case.relations
    assert set(case.kept) == {trick["id"], asset["id"], between["id"]}
    assert case.kept[between["id"]].data == between


def test_a_report_says_what_it_lists() -> None:
    uses = made(
        "relationship", relationship_type="uses", source_ref=GROUP["id"], target_ref=TOOL["id"]
    )
    report = made(
        "report",
        name="Cats",
        published="2021-03-04T00:00:00Z",
        created_by_ref=MAKER["id"],
        object_refs=[uses["id"]],
        external_references=[{"source_name": "x", "url": "https://example.org/cats"}],
    )
    case = case_of(MAKER, GROUP, TOOL, uses, report)
    document = case.documents[report["id"]]
    assert (document.title, document.publisher) == ("Cats", MAKER["id"])
    assert document.url == "https://example.org/cats"
    (attribution,) = case.attributions.values()
    assert (attribution.claim, attribution.by) == (uses["id"], MAKER["id"])
    assert (attribution.document, attribution.form) == (report["id"], Form.OWN_VOICE)


@pytest.mark.parametrize(
    ("opinion", "stance"),
    [
        ("strongly-disagree", Stance.DENIES),
        ("disagree", Stance.QUESTIONS),
        ("neutral", Stance.RELAYS),
        ("agree", Stance.ASSERTS),
        ("strongly-agree", Stance.CONFIRMS),
    ],
)
def test_an_opinion_is_a_stance_towards_a_statement(opinion: str, stance: Stance) -> None:
    note = made("note", content="Cats are loud", object_refs=[GROUP["id"]], authors=["A. Uthor"])
    held = made("opinion", opinion=opinion, object_refs=[note["id"]], authors=["O. Ther"])
    case = case_of(GROUP, note, held)
    assert case.claims[note["id"]].text == "Cats are loud"
    assert case.claims[note["id"]].subject == GROUP["id"]
    said = {a.by: a.stance for a in case.attributions.values()}
    assert said == {"a-uthor": Stance.ASSERTS, "o-ther": stance}


def test_an_opinion_of_an_actor_is_a_stance_towards_its_entry() -> None:
    held = made("opinion", opinion="disagree", object_refs=[GROUP["id"]])
    case = case_of(GROUP, held)
    (claim,) = case.claims.values()
    assert claim.text == "What is recorded of Grey Cat is right"


def test_a_sighting_says_where() -> None:
    place = made("identity", "w", name="Plant", identity_class="organization")
    seen = made(
        "sighting",
        sighting_of_ref=TOOL["id"],
        where_sighted_refs=[place["id"]],
        first_seen="2020-05-06T07:08:09Z",
    )
    claim = case_of(TOOL, place, seen).claims[seen["id"]]
    assert claim.text == "Claw was seen at Plant"
    assert (claim.subject, claim.object, claim.when) == (
        TOOL["id"],
        place["id"],
        "2020-05-06T07:08:09Z",
    )


def test_revoked_and_deprecated_are_retracted() -> None:
    revoked = {**GROUP, "revoked": True, "description": "It is."}
    deprecated = {**TOOL, "x_mitre_deprecated": True, "revoked": False}
    case = case_of(revoked, deprecated)
    assert case.actors[GROUP["id"]].retracted == "revoked"
    assert case.actors[TOOL["id"]].retracted == "deprecated"
    assert [claim.retracted for claim in case.claims.values()] == ["revoked"]


def test_the_newest_version_counts_and_older_ones_are_kept() -> None:
    versions = [{**GROUP, "name": n, "modified": f"202{n}-01-01T00:00:00Z"} for n in "021"]
    imported = read(*versions)
    assert (imported.counts.mapped, imported.counts.kept) == (1, 2)
    actors = [r.name for r in imported.records if isinstance(r, Actor)]
    assert actors == ["2"]
    kept = [r.data["name"] for r in imported.records if isinstance(r, Kept)]
    assert kept == ["0", "1"]


def test_stix_2_0_without_spec_versions_is_read() -> None:
    old = {key: value for key, value in GROUP.items() if key != "spec_version"}
    bundle = {"type": "bundle", "id": stix_id("bundle"), "spec_version": "2.0", "objects": [old]}
    imported = import_content(Content("b.json", json.dumps(bundle).encode()))
    assert imported.counts.mapped == 1


@pytest.mark.parametrize(
    ("damaged", "why"),
    [
        (7, "lacks a type or an id"),
        ({"type": "identity"}, "lacks a type or an id"),
        ({"type": "tool", "id": stix_id("identity")}, "lacks a type or an id"),
        (made("identity"), "name"),
        (made("relationship", source_ref=GROUP["id"]), "lacks"),
        (made("note", content="", object_refs=[]), "text"),
        (made("note", content="x", confidence="high"), "no number"),
        (made("note", content="x", confidence=101), "not between 0 and 100"),
        (made("opinion", opinion="perhaps"), "perhaps"),
        (made("campaign", name="C", first_seen="long ago"), "long ago"),
        (made("report", name="R", published=7), "published"),
    ],
)
def test_damaged_objects_are_refused_and_the_others_read(damaged: Any, why: str) -> None:
    imported = read(GROUP, damaged)
    assert (imported.counts.mapped, imported.counts.refused) == (1, 1)
    (finding,) = [f for f in imported.findings if f.code == "IMP002"]
    assert why in finding.message


def test_references_out_of_the_file_and_lost_properties_are_reported() -> None:
    imported = read(
        {**GROUP, "created_by_ref": stix_id("identity", "away"), "x_mitre_version": "1"}
    )
    messages = [(f.code, f.message) for f in imported.findings]
    assert ("IMP006", "intrusion-set: 'created_by_ref' leads out of the file (1 time)") in messages
    assert any(code == "IMP003" and "'x_mitre_version'" in text for code, text in messages)


def test_an_actor_related_to_itself_is_read() -> None:
    own = made(
        "relationship", relationship_type="uses", source_ref=GROUP["id"], target_ref=GROUP["id"]
    )
    assert case_of(GROUP, own).relations[own["id"]].to == GROUP["id"]


def test_statements_of_a_description() -> None:
    text = "[A](https://e.org/a) did x (Citation: P) and y (Citation: Q), then z.(Citation: R) B."
    first, second = statements(text)
    assert first.text == "A did x and y, then z."
    assert first.citations == ("P", "Q", "R")
    assert (second.text, second.citations) == ("B.", ())
    assert [s.text for s in statements("One.\n\nTwo (Citation: C).")] == ["One.", "Two."]
    assert statements(" (Citation: Alone) ") == []


def test_nested_and_unclosed_parentheses_in_citations() -> None:
    assert citation_names("x (Citation: A (B) C) y") == ("A (B) C",)
    assert citation_names("x (Citation: never closed") == ()
    assert plain("x (Citation: never closed") == "x (Citation: never closed"


@given(
    st.lists(st.sampled_from(["(Citation: ", ")", "(", "a", ". ", "\n\n", "B", "[x](http://e)"]))
)
def test_any_text_is_taken_apart_without_losing_a_citation(parts: list[str]) -> None:
    text = "".join(parts)
    found = [name for s in statements(text) for name in s.citations]
    assert set(found) <= {n for p in text.split("\n\n") for n in citation_names(p)}
    assert all(s.text.strip() for s in statements(text))


@pytest.mark.parametrize(
    ("citation", "fields"),
    [
        (
            "Doe, J. (2019, March 7). A Title. Retrieved March 25, 2024.",
            {
                "authors": ("Doe, J.",),
                "title": "A Title",
                "published": "2019-03-07",
                "retrieved": "2024-03-25",
            },
        ),
        ("Agency. (2021, May). Two. Words.", {"published": "2021-05", "title": "Two. Words"}),
        ("Agency. (2021). T", {"published": "2021", "title": "T"}),
        ("Agency. (2021, Smarch 3). T", {"authors": ("Agency",), "title": "T"}),
        ("no style at all", {}),
    ],
)
def test_words_of_a_reference_become_fields(citation: str, fields: dict[str, object]) -> None:
    found = fields_of_citation(citation)
    assert {name: found.get(name) for name in fields} == fields
    assert bool(found) == bool(fields)


def test_one_name_may_stand_for_two_documents_and_one_address_for_two_names() -> None:
    documents = [
        cited_document("stix", name, url=url)
        for name, url in [("A", "https://x.org"), ("A", "https://y.org"), ("B", "https://x.org")]
    ]
    assert len({document.id for document in documents}) == 3
    assert isinstance(documents[0], Document)


def test_types_are_those_that_the_names_say() -> None:
    records = read(GROUP, TOOL).records
    assert {type(r) for r in records} <= {Actor, Attribution, Claim, Document, Relation}
