"""Real files of other formats: every object accounted for, and figures checked on the bare JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from shared_data import SHARED

from evidence.case import Case
from evidence.difference import diff
from evidence.formats import Content, guess_format, import_content
from evidence.formats.importing import import_files
from evidence.model import Kept

REAL = SHARED / "data" / "real"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the data beside the checkout is absent")

STIX_ID = re.compile(r"[a-z-]+--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def content(path: Path) -> Content:
    return Content(path.name, path.read_bytes())


def case_of(path: Path) -> Case:
    return Case.of(import_content(content(path)).records)


def stix_objects(path: Path) -> list[dict]:
    value = json.loads(path.read_bytes())
    return value["objects"] if value.get("type") == "bundle" else [value]


def wikidata_objects(path: Path) -> int:
    """Entities, and the statements of those that are human (Q5)."""
    count = 0
    for entity in json.loads(path.read_bytes())["entities"].values():
        claims = entity.get("claims", {})
        classes = [s["mainsnak"]["datavalue"]["value"]["id"] for s in claims.get("P31", [])]
        count += 1 + ("Q5" in classes and sum(map(len, claims.values())))
    return count


@pytest.mark.parametrize("path", sorted(REAL.glob("stix/**/*.json")), ids=lambda p: p.name)
def test_every_stix_object_is_accounted_for(path: Path) -> None:
    imported = import_content(content(path))
    objects = stix_objects(path)
    assert imported.counts.read == len(objects)
    assert imported.counts.refused == 0
    ids = {record.id for record in imported.records}
    assert {each["id"] for each in objects} <= ids


@pytest.mark.parametrize(
    "path", sorted(REAL.glob("wikidata/**/*.json")), ids=lambda p: p.name[-60:]
)
def test_every_wikidata_entity_and_statement_is_accounted_for(path: Path) -> None:
    imported = import_content(content(path))
    assert imported.counts.read == wikidata_objects(path)
    assert imported.counts.refused == 0


def test_files_of_no_format_are_refused_and_say_so() -> None:
    for path in (
        REAL / "misp-galaxy" / "ORIGIN.txt",
        REAL / "misp-galaxy" / "schema_clusters.json",
    ):
        imported = import_content(content(path))
        assert imported.records == ()
        (finding,) = imported.findings
        assert finding.code == "IMP001"
        assert path.name in finding.message


def test_threat_actors_have_as_many_references_as_in_the_galaxy() -> None:
    path = REAL / "misp-galaxy" / "threat-actor.json"
    clusters = json.loads(path.read_bytes())["values"]
    expected = Counter(len(c["meta"].get("refs", [])) for c in clusters if c["meta"].get("country"))
    assert (len(clusters), expected[0], expected[1]) == (1041, 13, 176)

    imported = import_content(content(path))
    assert imported.counts.read == imported.counts.mapped == 1041
    case = Case.of(imported.records)
    uuids = {c["uuid"] for c in clusters}
    assert sum(actor in uuids for actor in case.actors) == 1041
    sources = Counter(a.claim for a in case.attributions.values() if a.document)
    found = Counter(sources[c.id] for c in case.claims.values() if c.predicate == "from")
    assert (found[0], found[1]) == (13, 176)
    assert found == expected


def test_who_named_a_threat_actor_leads_to_the_producers_of_the_other_galaxy() -> None:
    folder = REAL / "misp-galaxy"
    paths = (folder / "threat-actor.json", folder / "producer.json")
    case = import_files(content(path) for path in paths).case
    named = [c.id for c in case.claims.values() if c.predicate == "known as"]
    speakers = {a.by for a in case.attributions.values() if a.claim in set(named)}
    clusters = json.loads(paths[0].read_bytes())["values"]
    pairs = {p for c in clusters for p in c["meta"].get("name-attribution", [])}
    assert {pair.rpartition(":")[2] for pair in pairs} <= speakers
    assert len(named) >= len(pairs)
    assert speakers <= set(case.actors)


def test_clusters_that_share_a_placeholder_id_are_all_there() -> None:
    path = REAL / "misp-galaxy" / "producer.json"
    names = {c["value"] for c in json.loads(path.read_bytes())["values"]}
    assert names <= {actor.name for actor in case_of(path).actors.values()}


def test_what_went_and_came_between_two_editions_of_attack() -> None:
    before, after = (REAL / "stix" / "ics" / f"ics-attack-{n}.json" for n in ("16.0", "17.0"))
    ids = [{each["id"] for each in stix_objects(path)} for path in (before, after)]
    assert (len(ids[0] - ids[1]), len(ids[1] - ids[0])) == (198, 12)

    found = diff(case_of(before), case_of(after))
    gone = {r.id for r in found.removed if STIX_ID.fullmatch(r.id)}
    new = {r.id for r in found.added if STIX_ID.fullmatch(r.id)}
    assert gone == ids[0] - ids[1]
    assert new == ids[1] - ids[0]


def test_what_attack_cites_is_who_says_so() -> None:
    path = REAL / "stix" / "ics" / "ics-attack-16.0.json"
    case = case_of(path)
    cited = [
        each
        for each in stix_objects(path)
        if each["type"] == "relationship" and each["source_ref"].startswith("intrusion-set--")
    ]
    cited = [each for each in cited if not each["relationship_type"].startswith("revoked")]
    for each in cited:
        documents = [a.document for a in case.attributions.values() if a.claim == each["id"]]
        names = {r["url"] for r in each.get("external_references", []) if r.get("url")}
        assert names <= {case.documents[d].url for d in documents if d}
    assert len(cited) == 78


def test_kept_objects_are_as_they_were() -> None:
    path = REAL / "stix" / "oasis" / "examples" / "threat-reports" / "poisonivy.json"
    originals = {each["id"]: each for each in stix_objects(path)}
    kept = [r for r in import_content(content(path)).records if isinstance(r, Kept)]
    assert kept
    assert all(record.data == originals[record.id] for record in kept)


def test_the_format_is_told_by_the_content() -> None:
    samples = {
        "stix": REAL / "stix" / "oasis" / "examples" / "interop-objectmarking-test.json",
        "misp": REAL / "misp-galaxy" / "producer.json",
        "wikidata": next(REAL.glob("wikidata/**/*.json")),
    }
    for name, path in samples.items():
        found = guess_format(Content("unnamed", path.read_bytes()))
        assert found is not None
        assert found.name == name
