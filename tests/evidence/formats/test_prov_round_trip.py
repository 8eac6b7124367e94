"""Cases to PROV in its three syntaxes and back, read by the prov library on the way."""

from __future__ import annotations

import json
import warnings

import pytest
from hypothesis import given, settings
from prov.model import ProvDocument
from round_trips import assert_comes_back, written
from strategies import cases

from evidence.case import Case
from evidence.formats.format import Format
from evidence.formats.prov import PROV_JSON, PROV_N, PROV_XML
from evidence.model import Attribution, Derivation, Document

SYNTAXES = pytest.mark.parametrize("syntax", [PROV_JSON, PROV_N, PROV_XML], ids=lambda f: f.name)


@SYNTAXES
@given(case=cases())
@settings(deadline=None, max_examples=60)
def test_any_case_comes_back_equal(syntax: Format, case: Case) -> None:
    assert_comes_back(syntax, case)


CIRCLE = {
    "iran": ("iran", "iran"),
    "to-b": ("a", "b"),
    "to-c": ("b", "c"),
    "back": ("c", "a"),
    "from-it": ("aside", "a"),
    "to-its-claim": ("iran", "said"),
}


@SYNTAXES
def test_reports_that_cite_each_other_in_a_circle_are_valid_prov(syntax: Format) -> None:
    case = Case.of(
        [
            *(Document(id=name) for name in ("iran", "a", "b", "c", "aside")),
            Attribution(id="said", by="someone", claim="that", stance="asserts", document="iran"),
            *(Derivation(id=n, what=w, rests_on=r) for n, (w, r) in CIRCLE.items()),
        ]
    )
    assert_comes_back(syntax, case)


def test_derivations_outside_circles_stay_derivations() -> None:
    documents = [Document(id=name) for name in ("a", "b", "aside")]
    circle = [("a", "b"), ("b", "a"), ("aside", "a")]
    derivations = [Derivation(id=f"{w}-{r}", what=w, rests_on=r) for w, r in circle]
    data = json.loads(written(PROV_JSON, Case.of([*documents, *derivations])))
    assert list(data["wasDerivedFrom"]) == ["derivation:aside-a"]
    assert sorted(data["wasInfluencedBy"]) == ["derivation:a-b", "derivation:b-a"]


@given(case=cases())
@settings(deadline=None, max_examples=60)
def test_the_library_reads_the_same_document_in_every_syntax(case: Case) -> None:
    names = {PROV_JSON: "json", PROV_N: "provn", PROV_XML: "xml"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        documents = [
            ProvDocument.deserialize(content=written(f, case), format=n) for f, n in names.items()
        ]
    assert documents[0] == documents[1] == documents[2]
