"""Cases to STIX and back: equal, and valid by the parser of the stix2 library."""

from __future__ import annotations

import pytest
import stix2
from hypothesis import given, settings
from round_trips import as_case, written
from shared_data import SHARED
from strategies import cases

from evidence.case import Case
from evidence.formats import Content, import_content
from evidence.formats.stix import STIX

STIX_FILES = sorted((SHARED / "data" / "real" / "stix").rglob("*.json"))


@given(cases())
@settings(deadline=None)
def test_any_case_comes_back_equal_from_valid_stix(case: Case) -> None:
    data = written(STIX, case)
    stix2.parse(data.decode(), allow_custom=False)
    imported = import_content(Content("case.json", data))
    assert imported.findings == ()
    assert as_case(imported) == case
    assert written(STIX, as_case(imported)) == data


@pytest.mark.skipif(not STIX_FILES, reason="the data beside the checkout is not there")
@pytest.mark.parametrize("path", STIX_FILES, ids=lambda path: path.name)
def test_real_files_come_back_equal(path) -> None:
    case = as_case(import_content(Content(path.name, path.read_bytes())))
    data = written(STIX, case)
    again = import_content(Content("again.json", data))
    assert as_case(again) == case
    assert again.counts.refused == 0
    assert not [f for f in again.findings if f.code != "IMP003"]


@pytest.mark.skipif(not STIX_FILES, reason="the data beside the checkout is not there")
@pytest.mark.parametrize("name", ["apt1.json", "poisonivy.json", "interop-objectmarking-test.json"])
def test_real_files_go_out_as_valid_stix(name: str) -> None:
    (path,) = (p for p in STIX_FILES if p.name == name)
    case = as_case(import_content(Content(path.name, path.read_bytes())))
    bundle = stix2.parse(written(STIX, case).decode(), allow_custom=False)
    assert len(bundle.objects) > 3
