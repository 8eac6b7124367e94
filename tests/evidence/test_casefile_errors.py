"""A wrong case file is refused with the place and the mend; nothing is guessed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evidence.casefile import format_of, read_case, read_case_text, record_places
from evidence.errors import CaseFileError, ClaimtrailError


def problems_of(text: str, name: str = "yaml") -> list[str]:
    with pytest.raises(CaseFileError) as caught:
        read_case_text(text, name)
    assert "claimtrail schema" in caught.value.hint
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "a case is a mapping"),
        ("- a\n", "a case is a mapping"),
        ("title: x\n", "'claimtrail: 1' is missing"),
        ("claimtrail: 9\n", "reads version 1"),
        ("claimtrail: 1\nclaim: {}\n", "line 2: claim: unknown section 'claim'"),
        ("claimtrail: 1\nclaims: [a]\n", "a mapping from id to record, not a list"),
        ("claimtrail: 1\nrelations: {a: b}\n", "should be a list, not a mapping"),
        ("claimtrail: 1\nclaims:\n  c: {text: x, said: y}\n", "claims.c.said: should be a list"),
        ("claimtrail: 1\nactors:\n  iran:\n", "line 3: actors.iran.name: is missing"),
        ("claimtrail: 1\nactors:\n  iran: Iran\n", "a mapping with keys is needed here"),
        ("claimtrail: 1\nactors:\n  a: {name: x, knd: y}\n", "line 3: actors.a.knd: is not a key"),
        ("claimtrail: 1\nactors:\n  a: {name: x}\n  a: {name: y}\n", "line 4, column 3: the key"),
        ("claimtrail: 1\nactors: {a: {name: &x y}, b: {name: *x}}\n", "anchors"),
        ("claimtrail: 1\nactors: [\n", "line 3, column 1"),
        ("claimtrail: 1\nclaims:\n  c:\n    text: x\n    said:\n      - {stance: mumbles}\n",
         "line 6: claims.c.said.0.stance: Input should be 'asserts'"),
        ("claimtrail: 1\ndocuments:\n  d: {published: 2021-13-01}\n", "documents.d.published"),
        ("claimtrail: 1\n" + "a: {" * 200 + "}" * 200, "too deep"),
    ],
)  # fmt: skip
def test_yaml_problems_name_the_place(text: str, expected: str) -> None:
    assert any(expected in problem for problem in problems_of(text)), problems_of(text)


def test_every_problem_is_reported_not_only_the_first() -> None:
    found = problems_of("claimtrail: 1\nactors: {a: {}, b: {}}\nclaims: {c: {}}\n")
    assert len(found) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", "line 1, column 2"),
        ('{"claimtrail": 1, "claimtrail": 1}', "stands twice"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_json_problems(text: str, expected: str) -> None:
    assert expected in problems_of(text, "json")[0]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], "empty"),
        (['{"type": "actor"}'], "first line"),
        (['{"claimtrail": 1}', "{"], "line 2"),
        (['{"claimtrail": 1}', '{"type": "ghost", "id": "x"}'], "'type' that is one of"),
        (
            ['{"claimtrail": 1}', *['{"type": "actor", "id": "a", "name": "A"}'] * 2],
            "share the id 'a'",
        ),
    ],
)
def test_json_lines_problems(lines: list[str], expected: str) -> None:
    assert expected in problems_of("\n".join(lines), "jsonl")[0]


def test_two_listed_records_may_not_share_a_written_id() -> None:
    text = json.dumps(
        {"claimtrail": 1, "relations": [{"id": "r", "who": "a", "does": "backs", "to": "b"}] * 2}
    )
    assert "used twice" in problems_of(text, "json")[0]


def test_listed_records_that_say_the_same_get_ids_of_their_own() -> None:
    text = json.dumps(
        {"claimtrail": 1, "relations": [{"who": "a", "does": "backs", "to": "b"}] * 3}
    )
    ids = list(read_case_text(text, "json").relations)
    assert ids == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"]


def test_a_file_outside_the_folder_of_the_case_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "case"
    folder.mkdir()
    path = folder / "case.yaml"
    for file in ("../secret.txt", str(tmp_path / "secret.txt"), "missing.txt"):
        path.write_text(f"claimtrail: 1\ndocuments: {{d: {{file: {file}}}}}\n", encoding="utf-8")
        with pytest.raises(CaseFileError, match=r"documents\.d\.file"):
            read_case(path)
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    path.write_text("claimtrail: 1\ndocuments: {d: {file: link.txt}}\n", encoding="utf-8")
    with pytest.raises(CaseFileError, match="outside"):
        read_case(path)


def test_unreadable_files_are_errors_of_the_case_file(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="No such file"):
        read_case(tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes("claimtrail: 1\ntitle: é".encode("latin-1"))
    with pytest.raises(CaseFileError, match="is not UTF-8"):
        read_case(tmp_path / "latin.yaml")
    with pytest.raises(ClaimtrailError, match=r"no case file ends in '\.odt'"):
        format_of(Path("case.odt"))


def test_record_places_give_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        "claimtrail: 1\nclaims:\n  c:\n    text: x\n    said:\n      - {id: a1, stance: denies}\n",
        encoding="utf-8",
    )
    places = record_places(path)
    assert (places["c"].line, places["c"].column) == (3, 3)
    assert (places["a1"].line, places["a1"].column) == (6, 9)
