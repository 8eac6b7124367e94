"""Cases to PROV in its three syntaxes and back, read by the prov library on the way."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import given, settings
from prov.model import ProvDocument
from strategies import cases

from evidence.case import Case
from evidence.formats.content import Content
from evidence.formats.format import Format, Imported
from evidence.formats.prov import PROV_JSON, PROV_N, PROV_XML

SYNTAXES = pytest.mark.parametrize("syntax", [PROV_JSON, PROV_N, PROV_XML], ids=lambda f: f.name)


def as_case(imported: Imported) -> Case:
    return Case.of(imported.records, title=imported.title, description=imported.description)


def written(syntax: Format, case: Case) -> bytes:
    assert syntax.write is not None
    exported = syntax.write(case)
    assert exported.findings == ()
    return exported.data


def read(syntax: Format, data: bytes) -> Imported:
    assert syntax.read is not None
    return syntax.read(Content("case", data))


@SYNTAXES
@given(case=cases())
@settings(deadline=None, max_examples=60)
def test_any_case_comes_back_equal(syntax: Format, case: Case) -> None:
    data = written(syntax, case)
    imported = read(syntax, data)
    assert imported.findings == ()
    assert as_case(imported) == case
    assert written(syntax, as_case(imported)) == data


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
