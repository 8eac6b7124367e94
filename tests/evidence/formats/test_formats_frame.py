"""What every format relies on: contents, the ledger and its balance, the registry."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import json_values

from evidence.errors import ClaimtrailError
from evidence.findings import Severity
from evidence.formats import (
    FORMATS,
    Content,
    Counts,
    format_for_file,
    format_named,
    guess_format,
    import_content,
)
from evidence.formats.content import DEEPEST
from evidence.formats.importing import import_files
from evidence.formats.ledger import Ledger
from evidence.model import Actor, Kept

PAGES = Path(__file__).parents[3] / "docs" / "reference" / "formats"


@given(json_values)
def test_json_is_read_as_the_standard_library_reads_it(value: object) -> None:
    text = json.dumps(value)
    assert Content("a.json", text.encode()).json == json.loads(text)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"a": 1, "a": 2}', "repeats the key 'a'"),
        (b'{"a": NaN}', "holds NaN"),
        (b'["\\ud800"]', "half a surrogate pair"),
        (b"[" * (DEEPEST + 2) + b"]" * (DEEPEST + 2), "nested more than"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":\n 1,}', "line 2, column 4"),
        (b"\x00\x01\x02", "is not text"),
        (b"\xff\xfe\x00", "utf-16"),
        (b"", "is not JSON"),
    ],
)
def test_damaged_json_says_what_is_wrong(data: bytes, why: str) -> None:
    content = Content("a.json", data)
    with pytest.raises(ValueError, match=why):
        _ = content.json
    assert content.json_or_none is None


def test_json_as_deep_as_is_allowed_is_read() -> None:
    depth = DEEPEST - 1
    assert Content("a.json", b"[" * depth + b"]" * depth).json_or_none is not None


def test_json_with_a_byte_order_mark_or_in_utf_16_is_read() -> None:
    assert Content("a", b"\xef\xbb\xbf[1]").json == [1]
    assert Content("a", "[1]".encode("utf-16")).json == [1]


@given(*(st.integers(-2, 4) for _ in range(4)))
def test_counts_hold_only_where_the_parts_make_up_the_whole(
    read: int, mapped: int, kept: int, refused: int
) -> None:
    balanced = read == mapped + kept + refused and min(mapped, kept, refused) >= 0
    if balanced:
        assert Counts(read, mapped, kept, refused) + Counts() == Counts(read, mapped, kept, refused)
    else:
        with pytest.raises(ValueError, match="objects read"):
            Counts(read, mapped, kept, refused)


def test_a_ledger_with_an_object_unaccounted_for_does_not_close() -> None:
    ledger = Ledger("stix", "a.json")
    ledger.map([Actor(id="a", name="A")])
    ledger.keep("thing", {"x": 1}, id="t")
    ledger.refuse("objects[2]", "is damaged")
    with pytest.raises(ValueError, match="4 objects read"):
        ledger.close(4)
    assert ledger.close(3).counts == Counts(3, 1, 1, 1)


def test_a_clash_keeps_the_first_and_is_reported_and_equal_records_fuse() -> None:
    ledger = Ledger("stix", "a.json")
    for name in ("First", "First", "Second"):
        ledger.map([Actor(id="a", name=name)])
    closed = ledger.close(3)
    assert closed.records == (Actor(id="a", name="First"),)
    assert [(f.code, f.severity) for f in closed.findings] == [("IMP004", Severity.WARNING)]


def test_kept_objects_of_one_id_are_all_kept() -> None:
    ledger = Ledger("x", "a.json")
    for data in ({"v": 1}, {"v": 2}, {"v": 1}):
        ledger.keep("thing", data, id="same")
    records = ledger.close(3).records
    assert {json.dumps(r.data) for r in records if isinstance(r, Kept)} == {'{"v": 1}', '{"v": 2}'}


def test_losses_are_counted_by_kind_and_property() -> None:
    ledger = Ledger("x", "a.json")
    for number in range(7):
        ledger.lose("actor", "colour", f"a{number}")
    (finding,) = ledger.close(0).findings
    assert finding.code == "IMP003"
    assert "'colour'" in finding.message
    assert "(7 times)" in finding.message
    assert finding.ids == ("a0", "a1", "a2", "a3", "a4")


@pytest.mark.parametrize("data", [b"", b"\x00", b"hello", b"[]", b"{}", b"null", b"PK\x05\x06"])
def test_contents_of_no_format_are_one_refused_object(data: bytes) -> None:
    imported = import_content(Content("thing.bin", data))
    assert imported.records == ()
    assert imported.counts == Counts(read=1, refused=1)
    assert [f.code for f in imported.findings] == ["IMP001"]


@given(st.binary(max_size=200), st.sampled_from([f.name for f in FORMATS if f.read]))
def test_no_format_fails_on_any_bytes(data: bytes, name: str) -> None:
    guess_format(Content("a", data))
    imported = import_content(Content("a", data), name)
    assert imported.counts.read >= 0


@given(json_values, st.sampled_from([f.name for f in FORMATS if f.read]))
def test_no_format_fails_on_any_json(value: object, name: str) -> None:
    content = Content("a.json", json.dumps(value).encode())
    guess_format(content)
    import_content(content, name)


def test_formats_are_found_by_name_and_by_the_ending_of_a_file() -> None:
    assert format_named("stix").name == "stix"
    assert format_for_file("out/CASE.STIX.JSON").name == "stix"
    assert format_for_file("case.csv").name == "long"
    assert format_for_file("case.csv.zip").name == "csv"
    with pytest.raises(ClaimtrailError, match="unknown format") as error:
        format_named("nothing")
    assert "stix" in error.value.hint
    with pytest.raises(ClaimtrailError, match="no format ends"):
        format_for_file("case.nothing")


def test_names_are_unique_and_every_format_has_a_page() -> None:
    names = [each.name for each in FORMATS]
    assert len(names) == len(set(names))
    index = (PAGES / "index.md").read_text(encoding="utf-8")
    for each in FORMATS:
        assert f"`{each.name}`" in index
        page = index[index.index(f"`{each.name}`") :].split("](", 1)[1].split(")")[0]
        assert "# " in (PAGES / page.split("#")[0]).read_text(encoding="utf-8")


def test_files_that_share_records_become_one_case_and_conflicts_are_named() -> None:
    def bundle(name: str) -> bytes:
        identity = {
            "type": "identity",
            "id": "identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5",
            "name": name,
        }
        return json.dumps({"type": "bundle", "objects": [identity]}).encode()

    names = ["One Name", "One Name", "Another Name"]
    contents = [Content(f"{n}.json", bundle(name)) for n, name in enumerate(names)]
    imported = import_files([*contents, Content("bad.json", b"{")])
    assert imported.counts == Counts(4, 3, 0, 1)
    assert [actor.name for actor in imported.case.actors.values()] == ["One Name"]
    (conflict,) = imported.conflicts
    assert "2.json" in conflict.message
    assert [account.name for account in imported.accounts][-1] == "bad.json"
