"""`claimtrail audit` and `claimtrail map` as people run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ruamel.yaml import YAML

from attribution.cli import main
from attribution.example import example_case
from evidence.casefile import read_case

WAIVED = """
claimtrail: 1
claims:
  closed: {text: The port was closed}
waivers:
  - {rule: SRC001, record: closed, reason: typing, author: desk, expires: 2021-07-31}
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.fixture
def waived(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(WAIVED, encoding="utf-8")
    return path


def test_a_waiver_in_force_lets_the_audit_pass(waived: Path) -> None:
    held, ended = (run("audit", waived, "--day", day) for day in ("2021-07-31", "2021-08-01"))
    assert (held.exit_code, ended.exit_code) == (0, 1)
    assert "waived (1)" in held.stdout
    assert "warning[WAV001]" in ended.stdout


def test_a_day_that_is_none_is_wrong_usage(waived: Path) -> None:
    result = run("audit", waived, "--day", "soon")
    assert result.exit_code == 2
    assert "'soon' is no date" in result.stderr


def test_findings_point_to_their_line_also_where_they_are_waived(waived: Path) -> None:
    told = json.loads(run("audit", waived, "--format", "json", "--day", "2021-07-04").stdout)
    (each,) = told["waived"]
    assert each["finding"]["place"]["line"] == 4


def test_two_processes_report_what_one_does() -> None:
    with example_case() as path:
        alone, shared = (run("audit", path, "--jobs", jobs) for jobs in (1, 2))
    assert shared.stdout == alone.stdout
    assert shared.exit_code == alone.exit_code == 1


@pytest.mark.parametrize("rows", ["claims", "topics"])
def test_the_map_is_one_file(tmp_path: Path, rows: str) -> None:
    out = tmp_path / "map.html"
    with example_case() as path:
        result = run("map", path, "-o", out, "--rows", rows)
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_hooks_name_commands_that_there_are() -> None:
    root = Path(__file__).parents[2]
    hooks = YAML(typ="safe").load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["entry"].split()[1] for hook in hooks} <= set(main.commands)
    assert all(not hook["pass_filenames"] and hook["args"] for hook in hooks)


@pytest.fixture(scope="module")
def report_and_map(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    out = tmp_path_factory.mktemp("map") / "map.html"
    with example_case() as path:
        run("map", path, "-o", out)
        return run("audit", path).stdout, out.read_text(encoding="utf-8")


def one_line(text: str) -> str:
    return " ".join(text.replace("<bdi>", "").replace("</bdi>", "").split())


def test_both_tell_which_claim_is_circular(report_and_map: tuple[str, str]) -> None:
    with example_case() as path:
        claim = read_case(path).claims["jurf-al-sakhar"]
    for text in map(one_line, report_and_map):
        place = text.lower().index("in short")
        told = text[place : place + 400]
        assert claim.text in told
        assert "Levant Post and Baghdad Ledger have it from each other" in told


def test_both_tell_what_everything_hangs_on(report_and_map: tuple[str, str]) -> None:
    for text in map(one_line, report_and_map):
        assert "Gulf Press Agency: without it 8 of 21 claims have no support" in text


def test_both_tell_what_to_look_for_next(report_and_map: tuple[str, str]) -> None:
    report, page = map(one_line, report_and_map)
    wanted = ("find out which of them had it first", "add who says so", "look for somebody without")
    for words in wanted:
        assert f"look next: {words}" in report
        assert words in page
    assert page.index("Look next") < page.index("weakest first")


def test_a_file_that_is_no_baseline_is_named(waived: Path) -> None:
    result = run("audit", waived, "--baseline", waived)
    assert result.exit_code == 2
    assert f"{waived} is not a baseline" in result.stderr
