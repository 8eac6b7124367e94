"""Import and export on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attribution.cli import main
from evidence.casefile import read_case
from evidence.formats import FORMATS

EXAMPLE = Path(__file__).parents[2] / "attribution" / "example" / "case.yaml"
GROUP = "intrusion-set--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5"
BUNDLE = {
    "type": "bundle",
    "id": "bundle--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5",
    "objects": [
        {"type": "intrusion-set", "id": GROUP, "name": "Grey Cat", "labels": ["x"]},
        {"type": "identity", "id": "identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5"},
        {"type": "x-thing", "id": "x-thing--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5"},
    ],
}
GOOD = {**BUNDLE, "objects": [BUNDLE["objects"][0], BUNDLE["objects"][2]]}


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "bundle.json"
    path.write_text(json.dumps(BUNDLE), encoding="utf-8")
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.json"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    return path


def test_import_writes_a_case_and_reports_what_is_damaged(bundle: Path, tmp_path: Path) -> None:
    result = run("import", bundle, "-o", tmp_path / "case.yaml")
    assert result.exit_code == 1
    assert "IMP002" in result.stderr
    assert "bundle.json" in result.stderr
    assert "IMP003" not in result.stderr
    assert result.stdout == ""
    case = read_case(tmp_path / "case.yaml")
    assert case.actors[GROUP].name == "Grey Cat"
    assert len(case.kept) == 1


def test_the_report_counts_every_object(bundle: Path, tmp_path: Path) -> None:
    result = run("import", bundle, "--report")
    assert result.exit_code == 1
    rows = [line.split() for line in result.stdout.splitlines()]
    assert rows[0] == ["read", "mapped", "kept", "refused", "file"]
    assert rows[1] == ["3", "1", "1", "1", str(bundle)]
    assert "3         1         1         1".split() == rows[3][:4]
    assert "IMP003" in result.stdout
    assert list(tmp_path.iterdir()) == [bundle]


def test_the_report_in_json(bundle: Path, good: Path) -> None:
    told = json.loads(run("import", bundle, good, "--json").stdout)
    assert told["total"] == {"read": 5, "mapped": 2, "kept": 2, "refused": 1}
    assert [entry["read"] for entry in told["files"]] == [3, 2]
    assert {f["code"] for f in told["files"][0]["findings"]} == {"IMP002", "IMP003"}
    assert told["conflicts"] == []


def test_a_clean_import_ends_with_0_and_goes_to_standard_output(good: Path) -> None:
    result = run("import", good, "-o", "-", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["actors"][GROUP]["name"] == "Grey Cat"


def test_standard_input_is_read(good: Path) -> None:
    result = run("import", "-", "-o", "-", stdin=good.read_bytes())
    assert result.exit_code == 0
    assert "Grey Cat" in result.stdout


def test_folders_are_read_and_what_is_not_there_is_reported(bundle: Path, tmp_path: Path) -> None:
    result = run("import", tmp_path, tmp_path / "absent.json", "--json")
    assert result.exit_code == 1
    files = json.loads(result.stdout)["files"]
    assert [(f["read"], f["refused"]) for f in files] == [(3, 1), (1, 1)]
    assert files[1]["findings"][0]["code"] == "INT001"


def test_nothing_that_can_be_read_ends_with_2(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("just words")
    result = run("import", path, "-o", tmp_path / "case.yaml")
    assert result.exit_code == 2
    assert "IMP001" in result.stderr
    assert not (tmp_path / "case.yaml").exists()


def test_adding_keeps_what_is_there_and_says_what_does_not_agree(
    good: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(
        "# mine\nclaimtrail: 1\nactors:\n"
        f"  {GROUP}: {{name: Another Cat}}\n  iran: {{name: Iran}}\n"
    )
    result = run("import", good, "-o", case, "--add")
    assert result.exit_code == 1
    assert "MRG001" in result.stderr
    text = case.read_text()
    assert text.startswith("# mine")
    assert {a.name for a in read_case(case).actors.values()} == {"Another Cat", "Iran"}
    assert len(read_case(case).kept) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["import", "FILE"], "nothing to do"),
        (["import", "FILE", "-o", "-", "--report"], "both go to standard output"),
        (["import", "FILE", "--report", "--from", "nothing"], "unknown format"),
        (["export", "CASE", "-o", "-"], "does not tell the format"),
        (["export", "CASE", "-o", "x.nothing"], "no format ends"),
        (["export", "CASE", "-o", "x.json", "--to", "misp"], "is read, not written"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_hint(
    good: Path, tmp_path: Path, arguments: list[str], message: str
) -> None:
    case = tmp_path / "case.yaml"
    run("import", good, "-o", case)
    named = {"FILE": str(good), "CASE": str(case)}
    result = run(*(named.get(a, a) for a in arguments))
    assert result.exit_code == 2
    assert message in result.stderr
    assert "hint:" in result.stderr


@pytest.mark.parametrize("name", ["out.stix.json", "out.csv.zip", "out.xlsx", "out.parquet.zip"])
def test_what_is_exported_is_imported_again(good: Path, tmp_path: Path, name: str) -> None:
    first, again, out = tmp_path / "a.json", tmp_path / "b.json", tmp_path / name
    run("import", good, "-o", first)
    exported = run("export", first, "-o", out)
    assert (exported.exit_code, exported.stderr) == (0, "")
    assert run("import", out, "-o", again).exit_code == 0
    assert read_case(again) == read_case(first)


SMALL = """\
claimtrail: 1
title: Small
documents: {wire: {title: Report, url: "https://wire.example/1", publisher: agency}}
actors: {agency: {name: The Agency, kind: organisation}}
claims: {closed: {text: The road is closed, said: [{by: agency, stance: asserts, in: wire}]}}
"""


@pytest.mark.parametrize("name", [f.name for f in FORMATS if f.read and f.write])
def test_no_export_of_a_case_is_taken_for_a_case(tmp_path: Path, name: str) -> None:
    small, exported, back = (tmp_path / each for each in ("small.yaml", "exported", "back.yaml"))
    small.write_text(SMALL, encoding="utf-8")
    assert run("export", small, "-o", exported, "--to", name).exit_code == 0
    for how in ([], ["--from", name]):
        result = run("import", exported, "-o", back, "--force", *how)
        assert result.exit_code == 0, result.stderr
        case = read_case(back)
        assert case.claims or case.documents or case.kept


@pytest.mark.parametrize("how", [["--report"], ["--add", "-o", "other.yaml"]])
def test_a_case_is_copied_or_refused_with_what_to_do(tmp_path: Path, how: list[str]) -> None:
    copied = tmp_path / "copied.yaml"
    assert run("import", EXAMPLE, "-o", copied).exit_code == 0
    assert read_case(copied) == read_case(EXAMPLE)
    result = run("import", EXAMPLE, *how)
    assert (result.exit_code, "claimtrail merge" in result.stderr) == (2, True)


def test_export_to_standard_output_tells_on_standard_error_what_is_lost(
    good: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case.yaml"
    run("import", good, "-o", case)
    result = run("export", case, "-o", "-", "--to", "long")
    assert result.exit_code == 0
    assert "claim,source,stance" in result.stdout
    assert "EXP001" in result.stderr
