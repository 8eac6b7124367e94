"""The audit of published data, counted again by a few lines straight on their JSON."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Any

import pytest
from shared_data import SHARED

from attribution.audit import audit
from evidence.case import Case
from evidence.findings import Finding
from evidence.formats import Content, import_content

ATTACK = SHARED / "data" / "real" / "stix" / "ics" / "ics-attack-17.0.json"
MISP = SHARED / "data" / "real" / "misp-galaxy" / "threat-actor.json"

pytestmark = pytest.mark.skipif(not MISP.is_file(), reason="the data lie beside a checkout only")

Json = dict[str, Any]


def audited(path: Path) -> list[Finding]:
    imported = import_content(Content(path.name, path.read_bytes()))
    return audit(Case.of(imported.records))


@pytest.fixture(scope="module")
def attack_findings() -> list[Finding]:
    return audited(ATTACK)


@pytest.fixture(scope="module")
def attack() -> list[Json]:
    objects: list[Json] = json.loads(ATTACK.read_text(encoding="utf-8"))["objects"]
    return objects


CITATION = r"\(Citation: ((?:[^()]|\([^()]*\))*)\)"

ACTORS = ("identity", "threat-actor", "intrusion-set", "campaign", "malware", "tool")


def between_actors(objects: Iterable[Json]) -> list[Json]:
    def is_actor(stix_id: str) -> bool:
        return stix_id.partition("--")[0] in ACTORS

    related = [o for o in objects if o["type"] == "relationship"]
    return [r for r in related if is_actor(r["source_ref"]) and is_actor(r["target_ref"])]


def groups(pairs: Iterable[tuple[Hashable, ...]]) -> int:
    """How many groups there are when whatever shares a mark is one."""
    sets: list[set[Hashable]] = []
    for marks in pairs:
        joined = set(marks).union(*(s for s in sets if s & set(marks)))
        sets = [s for s in sets if not s & joined] + [joined]
    return len(sets)


def cited_works(relationship: Json) -> int:
    """How many works a relationship cites; one under two addresses or two names is one."""
    references = {
        r["source_name"]: r
        for r in relationship.get("external_references", [])
        if not r.get("external_id")
    }
    named = re.findall(
        r"\(Citation: ((?:[^()]|\([^()]*\))*)\)", relationship.get("description", "")
    )
    cited = dict.fromkeys(named) or references
    marks = []
    for name in cited:
        r = references.get(name, {})
        address = re.sub(r"^https?://(www\.)?|/$", "", r.get("url", name))
        marks.append((address, r.get("description", name)))
    return groups(marks)


def codes_of_relations(findings: Iterable[Finding]) -> Counter[str]:
    """The codes about origins of claims that relationships state."""
    origins = ("COR001", "COR006")
    found = (f for f in findings if f.code in origins and f.ids[0].startswith("relationship--"))
    return Counter(f.code for f in found)


def test_relations_with_no_one_and_several_sources(
    attack: list[Json], attack_findings: list[Finding]
) -> None:
    works = Counter(min(cited_works(r), 2) for r in relationships_with_actors(attack))
    assert all(works[count] for count in (0, 1, 2))
    assert codes_of_relations(attack_findings) == Counter(
        COR001=works[0] + works[1], COR006=works[2]
    )


def relationships_with_actors(objects: Iterable[Json]) -> list[Json]:
    """Those that tie an actor to anything: the others are kept as they are."""
    related = [o for o in objects if o["type"] == "relationship"]
    ends = [(r, {r["source_ref"], r["target_ref"]}) for r in related]
    return [r for r, both in ends if any(end.partition("--")[0] in ACTORS for end in both)]


def test_live_relations_that_touch_revoked_or_deprecated_objects(
    attack: list[Json], attack_findings: list[Finding]
) -> None:
    def is_gone(each: Json) -> bool:
        return bool(each.get("revoked") or each.get("x_mitre_deprecated"))

    gone = {o["id"] for o in attack if is_gone(o)}
    touching = {
        r["id"]
        for r in between_actors(attack)
        if not is_gone(r) and {r["source_ref"], r["target_ref"]} & gone
    }
    assert touching
    found = [f for f in attack_findings if f.code == "LIF001"]
    relations = Counter(f.ids[0] for f in found if f.message.startswith("relation "))
    assert relations == Counter(dict.fromkeys(touching, 1))


def test_one_page_under_several_names_is_one_origin(attack: list[Json]) -> None:
    names: dict[str, set[str]] = {}
    for each in attack:
        for reference in each.get("external_references", []):
            if reference.get("url") and not reference.get("external_id"):
                names.setdefault(reference["url"], set()).add(reference["source_name"])
    several = {url: sorted(found) for url, found in names.items() if len(found) > 1}
    assert several
    url, (one, other, *_) = next(iter(several.items()))
    cites = f"A (Citation: {one}) (Citation: {other})."
    references = [{"source_name": name, "url": url} for name in (one, other)]
    assert cited_works({"description": cites, "external_references": references}) == 1


def test_uniform_confidence_of_misp() -> None:
    clusters = json.loads(MISP.read_text(encoding="utf-8"))["values"]
    unknown = ("", "unknown", "not available", "none", "n/a", "xxx")
    given: Counter[str] = Counter()
    for cluster in clusters:
        meta = cluster.get("meta", {})
        sponsors = meta.get("cfr-suspected-state-sponsor", [])
        sponsors = [sponsors] if isinstance(sponsors, str) else sponsors
        tied = {s for s in sponsors if s.casefold() not in unknown}
        ties = len(tied) + (meta.get("country", "").casefold() not in unknown)
        if meta.get("attribution-confidence"):
            given[meta["attribution-confidence"]] += ties
    (found,) = [f for f in audited(MISP) if f.code == "CNF002"]
    assert given["50"] > 0.9 * given.total()
    assert found.message == (
        f"{given['50']} of {given.total()} claims with a confidence have the same, 0.5"
    )
