"""PROV documents of others to records, and what the specifications forbid."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import prov
import pytest

from evidence.case import Case
from evidence.errors import MissingExtraError
from evidence.formats.content import Content
from evidence.formats.format import Format, Imported
from evidence.formats.prov import PROV_JSON, PROV_N, PROV_XML
from evidence.model import Actor, Derivation, Document, Kept, Making

MADE = Making(extractor="import prov")
EX = "http://example.org/"


def read(syntax: Format, data: str | bytes) -> Imported:
    assert syntax.read is not None
    return syntax.read(Content("x", data if isinstance(data, bytes) else data.encode()))


def provn(*statements: str) -> Imported:
    lines = ["document", f"prefix ex <{EX}>", *statements, "endDocument"]
    return read(PROV_N, "\n".join(lines))


def test_entities_agents_and_derivations_become_records() -> None:
    imported = provn(
        "entity(ex:article, [prov:label='ex:no', prov:label=\"An article\"])",
        'entity(ex:dataset, [prov:location="https://example.org/data.csv" %% xsd:anyURI])',
        "agent(ex:derek, [prov:type='prov:Person', prov:label=\"Derek\"])",
        "agent(ex:analysts, [prov:type='prov:Organization'])",
        "wasDerivedFrom(ex:article, ex:dataset)",
        "wasDerivedFrom(ex:d1; ex:article, ex:dataset, -, -, -, [prov:type='prov:Quotation'])",
        "wasAttributedTo(ex:article, ex:derek)",
        "wasAttributedTo(ex:article, ex:analysts)",
        "actedOnBehalfOf(ex:derek, ex:analysts)",
    )
    assert imported.counts.mapped == imported.counts.read == 9
    case = Case.of(imported.records)
    assert case.documents[f"{EX}article"].publisher == f"{EX}analysts"
    assert case.documents[f"{EX}article"].authors == ("Derek",)
    assert case.documents[f"{EX}dataset"].url == "https://example.org/data.csv"
    assert case.actors[f"{EX}derek"] == Actor(
        id=f"{EX}derek",
        name="Derek",
        kind="person",
        speaks_for=(f"{EX}analysts",),
        made=MADE,
    )
    assert case.actors[f"{EX}analysts"].name == "analysts"
    assert [(d.what, d.rests_on, d.kind) for d in case.derivations.values()] == [
        (f"{EX}article", f"{EX}dataset", "derives"),
        (f"{EX}article", f"{EX}dataset", "quotes"),
    ]


def test_activities_usages_and_bundles_are_kept_as_they_were() -> None:
    imported = provn(
        "activity(ex:writing, 2021-07-04T10:00:00, -)",
        "used(ex:writing, ex:dataset, -)",
        "entity(ex:b)",
        "bundle ex:b",
        "entity(ex:inside)",
        "endBundle",
    )
    assert (imported.counts.mapped, imported.counts.kept) == (1, 3)
    kinds = [(r.kind, r.data.get("inBundle")) for r in imported.records if isinstance(r, Kept)]
    assert kinds == [("activity", None), ("used", None), ("entity", f"{EX}b")]


def test_what_a_statement_says_beyond_its_record_is_reported() -> None:
    imported = provn(
        'entity(ex:a, [ex:colour="red"])',
        "entity(ex:b)",
        "wasDerivedFrom(ex:a, ex:b, ex:writing, -, -)",
    )
    assert [f.code for f in imported.findings] == ["IMP003", "IMP003"]
    assert f"{EX}colour" in imported.findings[0].message
    assert "prov:activity" in imported.findings[1].message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "document",
        "document entity(ex:a) endDocument",
        "document\nprefix ex <http://example.org/>\nentity()\nendDocument",
        "document\nprefix ex <http://example.org/>\nentity(ex:a, [ex:b])\nendDocument",
        "document\nprefix ex <http://example.org/>\nused(ex:a, ex:b)\nendDocument",
        "document\nprefix ex <http://example.org/>\ngossip(ex:a, ex:b)\nendDocument",
        "document\nprefix ex <http://example.org/>\nwasGeneratedBy(ex:a, -, noon)\nendDocument",
        "document\nprefix ex <http://example.org/>\nentity(ex:a)\nendDocument\nentity(ex:b)",
        "document\nprefix ex <http://example.org/>\nbundle ex:b\nbundle ex:c\nendDocument",
        'document\nprefix ex <http://example.org/>\nentity(ex:a, [ex:b="open])\nendDocument',
    ],
)
def test_malformed_prov_n_is_refused_with_the_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"is damaged: .+"):
        read(PROV_N, text)


@pytest.mark.parametrize(
    "value",
    [
        [],
        3,
        {"entity": []},
        {"entity": {"ex:a": 3}},
        {"prefix": {"ex": 3}, "entity": {"ex:a": {}}},
        {"prefix": {"ex": EX}, "entity": {"ex:a": {"ex:b": {"type": "xsd:string"}}}},
        {"prefix": {"ex": EX}, "gossip": {"ex:a": {}}},
        {"prefix": {"ex": EX}, "bundle": {"ex:b": "x"}},
        {"prefix": {"ex": EX}, "wasGeneratedBy": {"_:1": {"prov:entity": "ex:a", "prov:time": 3}}},
    ],
)
def test_malformed_prov_json_is_refused_with_the_reason(value: Any) -> None:
    with pytest.raises(ValueError, match=r"is damaged: .+"):
        read(PROV_JSON, json.dumps(value))


def test_repeated_keys_in_prov_json_are_refused() -> None:
    with pytest.raises(ValueError, match="repeats the key 'ex:a'"):
        read(PROV_JSON, '{"entity": {"ex:a": {}, "ex:a": {}}}')


XML = '<prov:document xmlns:prov="http://www.w3.org/ns/prov#" xmlns:ex="http://example.org/">'


@pytest.mark.parametrize(
    "text",
    [
        XML,
        f"{XML}<prov:gossip/></prov:document>",
        f"{XML}<ex:entity/></prov:document>",
        f"{XML}<prov:entity/></prov:document>",
        f'{XML}<prov:entity prov:id="no:prefix"/></prov:document>',
        f"{XML}<prov:bundleContent/></prov:document>",
        f"{XML}{'<prov:entity>' * 300}",
        '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + XML + "&a;</prov:document>",
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">' + XML + "</prov:document>",
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        + XML
        + '<prov:entity prov:id="ex:a"><ex:b>&b;</ex:b></prov:entity></prov:document>',
    ],
)
def test_malformed_and_hostile_prov_xml_is_refused_with_the_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"(is damaged|is not XML): .+|declares a document type"):
        read(PROV_XML, text)


@pytest.mark.parametrize("rest", ["[]", "{", '{"fields": 3}', '{"fields": {"kind": "gossip"}}'])
def test_a_damaged_remainder_is_refused(rest: str) -> None:
    statement = {"claimtrail:record": "actor", "claimtrail:rest": rest, "prov:label": "x"}
    prefix = {"ex": EX, "claimtrail": "https://claimtrail.invalid/ns#"}
    imported = read(PROV_JSON, json.dumps({"prefix": prefix, "agent": {"ex:a": statement}}))
    assert imported.counts.refused == 1


def test_every_syntax_is_recognised_by_what_it_says() -> None:
    contents = {
        PROV_JSON: json.dumps({"prefix": {"ex": EX}, "entity": {"ex:a": {}}}),
        PROV_N: "// by hand\ndocument\nendDocument",
        PROV_XML: f'<?xml version="1.0"?>\n{XML}</prov:document>',
    }
    for syntax, text in contents.items():
        content = Content("x", text.encode())
        assert [f for f in contents if f.recognises(content)] == [syntax]


CORPUS = Path(prov.__file__).parent / "tests"
FILES = [
    *sorted((CORPUS / "json").glob("*.json")),
    *sorted((CORPUS / "xml").glob("*.xml")),
    *sorted((CORPUS / "provn").rglob("*.provn")),
]
SYNTAX_OF = {".json": PROV_JSON, ".xml": PROV_XML, ".provn": PROV_N}


@pytest.mark.skipif(not FILES, reason="the prov library comes without its examples")
@pytest.mark.parametrize("syntax", [PROV_JSON, PROV_N, PROV_XML], ids=lambda f: f.name)
def test_the_examples_of_the_library_come_back_equal(syntax: Format) -> None:
    read_ones = 0
    for path in FILES[::8]:
        try:
            imported = read(SYNTAX_OF[path.suffix], path.read_bytes())
        except ValueError:
            continue
        case = Case.of(imported.records)
        assert syntax.write is not None
        again = read(syntax, syntax.write(case).data)
        assert {f.code for f in again.findings} <= {"IMP007"}, path.name
        assert Case.of(again.records) == case, path.name
        read_ones += 1
    assert read_ones > 90


def test_records_of_others_say_that_they_were_imported() -> None:
    imported = provn("entity(ex:a)", "entity(ex:b)", "wasDerivedFrom(ex:a, ex:b)")
    assert {type(r): r.made for r in imported.records} == {Document: MADE, Derivation: MADE}


@pytest.mark.parametrize("syntax", [PROV_JSON, PROV_N, PROV_XML], ids=lambda f: f.name)
def test_without_the_library_the_extra_is_named(
    syntax: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "evidence.formats.prov.reading", None)
    monkeypatch.setitem(sys.modules, "evidence.formats.prov.writing", None)
    with pytest.raises(MissingExtraError, match="reading PROV") as error:
        read(syntax, "document\nendDocument")
    assert "claimtrail[formats]" in error.value.hint
    assert syntax.write is not None
    with pytest.raises(MissingExtraError, match="writing PROV"):
        syntax.write(Case())
