"""MISP galaxies to records."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evidence.case import Case
from evidence.formats import Content, Imported, import_content
from evidence.formats.countries import country_code, country_name
from evidence.vocabulary import ActorKind, Certainty, Stance


def read(*values: Any, kind: str = "threat-actor") -> Imported:
    galaxy = {"name": "G", "description": "D", "type": kind, "uuid": "u", "values": list(values)}
    return import_content(Content("g.json", json.dumps(galaxy).encode()))


def cluster(name: str, uuid: str, /, **meta: Any) -> dict[str, Any]:
    return {"value": name, "uuid": uuid, "description": f"About {name}", "meta": meta}


def case_of(*values: Any) -> Case:
    imported = read(*values)
    assert imported.counts.refused == 0
    return Case.of(imported.records)


def test_the_heading_and_the_actor() -> None:
    imported = read(cluster("Cat", "u1", synonyms=["Cat", "Felis"]))
    assert (imported.title, imported.description) == ("G", "D")
    (actor,) = imported.records
    assert actor.model_dump(exclude_defaults=True) == {
        "id": "u1",
        "made": {"extractor": "import misp"},
        "name": "Cat",
        "aliases": ("Felis",),
        "note": "About Cat",
    }


def test_country_and_sponsor_rest_on_the_references() -> None:
    refs = ["https://a.example/1", "https://a.example/2", "https://a.example/1", "no url"]
    case = case_of(
        cluster(
            "Cat",
            "u1",
            refs=refs,
            country="CN",
            **{"cfr-suspected-state-sponsor": "People's Republic of China"},
            **{"attribution-confidence": "50"},
        )
    )
    claims = {claim.text: claim for claim in case.claims.values()}
    assert set(claims) == {"Cat is from China", "China backs Cat"}
    assert {claim.confidence for claim in claims.values()} == {0.5}
    assert case.actors["china"].kind is ActorKind.STATE
    backs = claims["China backs Cat"]
    assert (backs.subject, backs.predicate, backs.object) == ("china", "backs", "u1")
    urls = [case.documents[a.document or ""].url for a in case.attributions.values()]
    assert urls == 2 * ["https://a.example/1", "https://a.example/2", "no url"]
    assert {(r.who, r.does, r.to) for r in case.relations.values()} == {
        ("u1", "from", "china"),
        ("china", "backs", "u1"),
    }


@pytest.mark.parametrize("nobody", ["", "Unknown", "unknown", "Not available"])
def test_unknown_is_nobody(nobody: str) -> None:
    meta = {"country": nobody, "cfr-suspected-state-sponsor": nobody}
    assert not case_of(cluster("Cat", "u1", **meta)).claims


def test_who_gave_a_name() -> None:
    meta = {
        "name-attribution": ["Felis: Major:u9"],
        "origin:Felis: Major": "Vendor",
        "origin:Tom": "Vendor",
    }
    case = case_of(cluster("Cat", "u1", **meta))
    named = {case.claims[a.claim].what: a.by for a in case.attributions.values()}
    assert named == {"Felis: Major": "u9", "Tom": "vendor"}


def test_ties_are_as_certain_as_their_tags_say() -> None:
    tag = 'estimative-language:likelihood-probability="almost-certain"'
    tie = {"dest-uuid": "u2", "type": "similar", "tags": [tag]}
    case = case_of({**cluster("Cat", "u1"), "related": [tie]}, cluster("Dog", "u2"))
    (claim,) = case.claims.values()
    assert claim.text == "Cat similar Dog"
    (attribution,) = case.attributions.values()
    assert (attribution.stance, attribution.certainty, attribution.by) == (
        Stance.BELIEVES,
        Certainty.ALMOST_CERTAIN,
        None,
    )


def test_clusters_with_one_placeholder_for_id_stay_apart() -> None:
    imported = read(cluster("Cat", "xxx"), cluster("Dog", "xxx"), cluster("Cow", "xxx"))
    assert [record.id for record in imported.records] == ["xxx", "dog", "cow"]
    assert {f.code for f in imported.findings} == {"IMP005"}


@pytest.mark.parametrize(
    ("damaged", "why"),
    [
        (7, "lacks a value"),
        ({"uuid": "u1"}, "lacks a value"),
        ({"value": "", "uuid": "u1"}, "name"),
        (cluster("Cat", "u1", country="CN", **{"attribution-confidence": "high"}), "no number"),
        (cluster("Cat", "u1", country="CN", **{"attribution-confidence": "101"}), "0 to 100"),
        (cluster("Cat", "u" * 201), "id"),
    ],
)
def test_damaged_clusters_are_refused_and_the_others_read(damaged: Any, why: str) -> None:
    imported = read(cluster("Dog", "u2"), damaged)
    assert (imported.counts.mapped, imported.counts.refused) == (1, 1)
    assert why in imported.findings[0].message


def test_clusters_of_other_galaxies_are_kept_and_products_are_products() -> None:
    kept = read(cluster("Trick", "u1"), kind="mitre-attack-pattern")
    assert kept.counts.kept == 1
    (actor,) = read(cluster("Claw", "u1"), kind="ransomware").records
    assert getattr(actor, "kind", None) is ActorKind.PRODUCT


def test_lost_properties_and_references_to_other_galaxies_are_named() -> None:
    meta = {"motive": "money", "name-attribution": ["Tom:u9"]}
    imported = read(cluster("Cat", "u1", **meta))
    assert {f.code: f.ids for f in imported.findings} == {"IMP003": ("u1",), "IMP006": ("u9",)}


def test_countries_by_code_and_by_name() -> None:
    assert country_code("kp") == "KP"
    assert country_code("Korea (Democratic People's Republic of)") == "KP"
    assert country_code("North Korea") == "KP"
    assert country_code("UK") == country_code("GB") == "GB"
    assert country_code("Atlantis") is None
    assert country_name("KP") == "North Korea"
    assert country_name("XX") == "XX"
