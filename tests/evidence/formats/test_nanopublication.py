"""Nanopublications to records, and cases to nanopublications."""

from __future__ import annotations

import warnings

import pytest
import round_trips
from hypothesis import given, settings
from rdflib import Dataset
from round_trips import as_case
from strategies import cases

from evidence.case import Case
from evidence.formats import import_content
from evidence.formats.content import Content
from evidence.formats.format import Imported
from evidence.formats.nanopublication import NANOPUBLICATION
from evidence.model import Actor, Attribution, Claim, Document, Kept

PREFIXES = """
@prefix : <https://example.org/np1#> .
@prefix np: <http://www.nanopub.org/nschema#> .
@prefix npx: <http://purl.org/nanopub/x/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <https://example.org/terms/> .
"""

HEAD = """:head { <https://example.org/np1> a np:Nanopublication ; np:hasAssertion :assertion ;
  np:hasProvenance :provenance ; np:hasPublicationInfo :info . }
"""

ONE = f"""{PREFIXES}{HEAD}
:assertion {{ ex:malaria ex:isTransmittedBy ex:mosquitoes . }}
:provenance {{ :assertion prov:wasAttributedTo ex:ross ; prov:wasDerivedFrom ex:paper ;
  prov:wasGeneratedBy ex:reading . ex:ross rdfs:label "Ronald Ross" . }}
:info {{ <https://example.org/np1> dct:creator ex:curator ;
  dct:created "2020-01-02"^^xsd:date . }}
"""

RETRACTION = """
<https://example.org/np2#h> {{ <https://example.org/np2> a np:Nanopublication ;
  np:hasAssertion <https://example.org/np2#a> ; np:hasProvenance <https://example.org/np2#p> ;
  np:hasPublicationInfo <https://example.org/np2#i> . }}
<https://example.org/np2#a> {{ ex:curator npx:retracts <https://example.org/np1> . }}
<https://example.org/np2#p> {{ <https://example.org/np2#a> prov:wasAttributedTo ex:curator . }}
<https://example.org/np2#i> {{ <https://example.org/np2> npx:retracts <https://example.org/np1> . }}
""".replace("{{", "{").replace("}}", "}")


def read(text: str) -> Imported:
    assert NANOPUBLICATION.read is not None
    return NANOPUBLICATION.read(Content("a.trig", text.encode()))


def written(case: Case) -> str:
    return round_trips.written(NANOPUBLICATION, case).decode()


@given(cases())
@settings(deadline=None, max_examples=40)
def test_any_case_comes_back_equal(case: Case) -> None:
    text = written(case)
    imported = read(text)
    assert imported.findings == ()
    back = as_case(imported)
    assert back == case
    assert {record.id for record in back.records()} == {record.id for record in case.records()}


def test_an_assertion_is_a_claim_of_those_to_whom_it_is_attributed() -> None:
    imported = read(ONE)
    assert imported.counts.mapped == imported.counts.read == 1
    case = as_case(imported)
    (claim,) = case.claims.values()
    assert claim.id == "https://example.org/np1"
    assert claim.text == "malaria isTransmittedBy mosquitoes"
    said = [(case.actors[a.by or ""].name, a.stance, a.when) for a in case.attributions.values()]
    assert said == [("Ronald Ross", "asserts", "2020-01-02"), ("curator", "relays", "2020-01-02")]
    resting = {(d.what, d.rests_on) for d in case.derivations.values()}
    assert resting == {(a, "https://example.org/terms/paper") for a in case.attributions}
    assert case.documents["https://example.org/terms/paper"].url is not None
    (lost, label) = (f.message for f in imported.findings)
    assert "wasGeneratedBy" in lost
    assert "label" in label


def test_a_sentence_in_an_iri_is_read_as_its_words() -> None:
    sentence = "<http://purl.org/aida/Malaria+is+transmitted+by+mosquitoes.>"
    text = ONE.replace("ex:malaria ex:isTransmittedBy ex:mosquitoes", f"{sentence} a ex:Sentence")
    (claim,) = as_case(read(text)).claims.values()
    assert claim.text == "Malaria is transmitted by mosquitoes."


def test_what_was_retracted_says_by_what() -> None:
    case = as_case(read(ONE + RETRACTION))
    claim = case.claims["https://example.org/np1"]
    assert claim.retracted == "retracted by https://example.org/np2"
    assert case.claims["https://example.org/np2"].retracted is None


def test_graphs_of_no_nanopublication_are_kept_and_go_out_again() -> None:
    loose = "ex:g { ex:a ex:b 'c'@en , 1 . } ex:d ex:e ex:f . ex:h { [] ex:i [] . }"
    imported = read(ONE + loose)
    assert (imported.counts.read, imported.counts.mapped, imported.counts.kept) == (4, 1, 3)
    case = as_case(imported)
    text = written(case)
    assert "<https://example.org/terms/g> {" in text
    assert as_case(read(text)) == case


def test_a_file_says_the_same_however_often_it_is_read() -> None:
    text = ONE + "ex:h { [] ex:i [ ex:j 1 ] . }"
    assert {repr(read(text).records) for _ in range(5)} == {repr(read(text).records)}


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace(" np:hasProvenance :provenance ;", ""),
        HEAD.replace("np:hasProvenance :provenance", "np:hasProvenance :elsewhere"),
    ],
)
def test_a_nanopublication_without_all_its_graphs_is_refused(head: str) -> None:
    imported = read(ONE.replace(HEAD, head))
    assert (imported.counts.mapped, imported.counts.refused) == (0, 1)
    assert "IMP002" in {f.code for f in imported.findings}


@pytest.mark.parametrize(
    "text",
    [
        ONE[:-20],
        "not TriG",
        "@prefix",
        f"{PREFIXES} ex:g {{ ex:g2 {{ ex:a ex:b ex:c }} }}",
        f"{PREFIXES} ex:a ex:b " + "[ ex:c " * 3000,
        f"{PREFIXES} <a b> ex:b ex:c .",
        f"{PREFIXES} ex:a ex:b " + "( " * 3000,
        f"{PREFIXES} ex:a nothere:b ex:c .",
    ],
)
def test_what_is_no_trig_is_one_refused_object(text: str) -> None:
    imported = import_content(Content("a.trig", text.encode()), NANOPUBLICATION.name)
    assert imported.counts.refused == imported.counts.read == 1


CASE = Case.of(
    [
        Document(id="d", title="A report", url="https://example.org/d"),
        Actor(id="actor", name="A Body"),
        Claim(id="c", text='It is said: "so"\nand so'),
        Attribution(id="a", claim="c", by="actor", stance="asserts", document="d"),
        Kept(id="k", format="stix", kind="tool", data={"x": 1}),
    ],
    title="A case",
)


def test_rdflib_reads_four_graphs_a_record() -> None:
    dataset = Dataset()
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        dataset.parse(data=written(CASE), format="trig")
        graphs = [graph for graph in dataset.graphs() if len(graph)]
    assert len(graphs) == 4 * 6


def test_who_asserts_a_claim_stands_in_its_provenance() -> None:
    text = written(CASE)
    provenance = "http://www.w3.org/ns/prov#wasAttributedTo> <https://claimtrail.invalid/id/actor/"
    assert text.count(provenance) == 2
    assert text == written(CASE)


def test_words_that_somebody_edits_come_back_as_edited() -> None:
    edited = written(CASE).replace('"A Body"', '"Another Body"')
    assert as_case(read(edited)).actors["actor"].name == "Another Body"
