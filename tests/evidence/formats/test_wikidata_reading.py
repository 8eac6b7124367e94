"""Wikidata entities to records."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evidence.case import Case
from evidence.formats import Content, Imported, import_content
from evidence.vocabulary import ActorKind, Stance


def read(**entities: Any) -> Imported:
    return import_content(Content("w.json", json.dumps({"entities": entities}).encode()))


def snak(name: str, value: Any, datatype: str = "string") -> dict[str, Any]:
    return {
        "snaktype": "value",
        "property": name,
        "datatype": datatype,
        "datavalue": {"value": value},
    }


def time(moment: str, precision: int) -> dict[str, Any]:
    return {"time": moment, "precision": precision}


def statement(name: str, main: Any, /, **more: Any) -> dict[str, Any]:
    return {"id": f"Q1${name}", "mainsnak": main, "rank": "normal", **more}


def human(*statements: dict[str, Any]) -> dict[str, Any]:
    isa = statement("isa", snak("P31", {"id": "Q5"}))
    held: dict[str, list[Any]] = {"P31": [isa]}
    for each in statements:
        held.setdefault(each["mainsnak"]["property"], []).append(each)
    labels = {"de": {"value": "Jemand"}, "en": {"value": "Somebody"}}
    aliases = {"en": [{"value": "Some Body"}]}
    return {"id": "Q1", "type": "item", "labels": labels, "aliases": aliases, "claims": held}


def case_of(*statements: dict[str, Any]) -> Case:
    imported = read(Q1=human(*statements))
    assert imported.counts.refused == 0
    assert imported.counts.read == 2 + len(statements)
    return Case.of(imported.records)


def test_a_person_with_a_tie_to_another() -> None:
    since = {"P580": [snak("P580", time("+1983-01-01T00:00:00Z", 9))]}
    case = case_of(statement("s", snak("P26", {"id": "Q2"}), qualifiers=since))
    actor = case.actors["Q1"]
    assert (actor.name, actor.aliases, actor.kind) == (
        "Somebody",
        ("Some Body",),
        ActorKind.PERSON,
    )
    claim = case.claims["Q1$s"]
    assert (claim.predicate, claim.object, claim.when) == ("married to", "Q2", "1983")
    assert case.relations["Q1$s"].to == "Q2"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("plain", "plain"),
        ({"text": "Wort", "language": "de"}, "Wort"),
        ({"amount": "+170", "unit": "1"}, "170"),
        (time("+1952-10-07T00:00:00Z", 11), "1952-10-07"),
        (time("+1952-10-00T00:00:00Z", 10), "1952-10"),
        (time("+1900-00-00T00:00:00Z", 7), "+1900-00-00T00:00:00Z"),
        (time("-0044-03-15T00:00:00Z", 11), "-0044-03-15T00:00:00Z"),
        ({"latitude": 1.5}, '{"latitude": 1.5}'),
    ],
)
def test_values_in_words(value: Any, words: str) -> None:
    assert case_of(statement("s", snak("P1", value))).claims["Q1$s"].what == words


def test_unknown_and_no_value_are_said_as_such() -> None:
    for kind, words in (("somevalue", "unknown"), ("novalue", "none")):
        main = {"snaktype": kind, "property": "P40", "datatype": "wikibase-item"}
        claim = case_of(statement("s", main)).claims["Q1$s"]
        assert (claim.object, claim.what) == (None, words)


def test_references_are_documents_and_imports_only_relay() -> None:
    read_at = snak("P813", time("+2014-04-09T00:00:00Z", 11))
    stated = {"hash": "h1", "snaks": {"P248": [snak("P248", {"id": "Q9"})], "P813": [read_at]}}
    url = {"hash": "h2", "snaks": {"P854": [snak("P854", "https://x.example/a")]}}
    copied = {"hash": "h3", "snaks": {"P143": [snak("P143", {"id": "Q328"})]}}
    case = case_of(statement("s", snak("P1", "x"), references=[stated, url, copied]))
    titles = [(d.title, d.url, d.retrieved) for d in case.documents.values()]
    assert titles == [
        ("stated in Q9", None, "2014-04-09"),
        ("x.example", "https://x.example/a", None),
        ("imported from Q328", None, None),
    ]
    stances = [a.stance for a in case.attributions.values()]
    assert stances == [Stance.ASSERTS, Stance.ASSERTS, Stance.RELAYS]


def test_ranks() -> None:
    case = case_of(
        statement("old", snak("P1", "x"), rank="deprecated"),
        statement("best", snak("P1", "y"), rank="preferred"),
    )
    assert case.claims["Q1$old"].retracted == "ranked as deprecated"
    assert case.claims["Q1$best"].note == "ranked as preferred"


def test_identifiers_and_other_entities_are_kept() -> None:
    case = case_of(statement("s", snak("P214", "123", "external-id")))
    assert case.kept["Q1$s"].kind == "external-id"
    imported = read(P26={"id": "P26", "type": "property"}, Q7={"id": "Q7", "type": "item"})
    assert imported.counts.kept == 2


@pytest.mark.parametrize(
    "damaged",
    [
        7,
        {"id": "Q1$s"},
        {"mainsnak": {}},
        statement("s", {}),
        {"id": "", "mainsnak": snak("P1", 1)},
    ],
)
def test_damaged_statements_are_refused(damaged: Any) -> None:
    entity = human()
    entity["claims"]["P1"] = [damaged]
    imported = read(Q1=entity)
    assert (imported.counts.mapped, imported.counts.refused) == (2, 1)


def test_entities_that_are_missing_are_refused() -> None:
    imported = read(Q1={"id": "Q1", "missing": ""})
    assert imported.counts.refused == 1
    assert "no such entity" in imported.findings[0].message
