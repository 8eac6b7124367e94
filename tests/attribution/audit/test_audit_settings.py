"""The configuration of an audit in a file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from attribution.audit import AuditConfig, Thresholds
from attribution.audit import settings as settings_module
from attribution.audit.settings import find_settings, read_settings
from evidence.errors import ClaimtrailError
from evidence.findings import Severity

TABLES = """
[audit]
select = ["SRC", "COR"]
ignore = ["SRC006"]

[audit.severity]
COR001 = "info"

[audit.thresholds]
sole_origin_claims = 3
"""

WANTED = AuditConfig(
    select=("SRC", "COR"),
    ignore=("SRC006",),
    severity={"COR001": Severity.INFO},
    thresholds=Thresholds(sole_origin_claims=3),
)


def test_documented_example_is_read(tmp_path: Path) -> None:
    path = tmp_path / "claimtrail.toml"
    path.write_text(TABLES, encoding="utf-8")
    assert read_settings(path) == WANTED
    told = "\n".join(line.strip() for line in (settings_module.__doc__ or "").splitlines())
    assert TABLES.strip() in told


def test_project_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(TABLES.replace("[audit", "[tool.claimtrail.audit"), encoding="utf-8")
    assert read_settings(path) == WANTED


def test_nearest_file_counts_and_own_file_comes_first(tmp_path: Path) -> None:
    inner = tmp_path / "cases" / "drones"
    inner.mkdir(parents=True)
    (tmp_path / "claimtrail.toml").write_text("", encoding="utf-8")
    assert find_settings(inner) == tmp_path / "claimtrail.toml"
    project = inner.parent / "pyproject.toml"
    project.write_text("[project]\nname = 'x'", encoding="utf-8")
    assert find_settings(inner) == tmp_path / "claimtrail.toml"
    project.write_text("[tool.claimtrail]", encoding="utf-8")
    assert find_settings(inner) == project
    (inner.parent / "claimtrail.toml").write_text("", encoding="utf-8")
    assert find_settings(inner) == inner.parent / "claimtrail.toml"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[adit]", "unknown table 'adit'"),
        ("[audit]\nselct = ['SRC']", "selct"),
        ("[audit.severity]\nSRC001 = 'grave'", "severity.SRC001"),
        ("[audit.thresholds]\nsole_origin_claims = 0", "thresholds.sole_origin_claims"),
        ("[audit", "cannot be read"),
    ],
)
def test_what_is_not_known_is_refused_with_its_key(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "claimtrail.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ClaimtrailError, match=r"claimtrail\.toml") as error:
        read_settings(path)
    assert told in str(error.value)


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ClaimtrailError, match="cannot be read"):
        read_settings(tmp_path / "claimtrail.toml")


def test_choices_of_a_run_narrow_the_file() -> None:
    narrowed = WANTED.narrowed(select=("PRV",), ignore=("PRV001",))
    assert narrowed.select == ("PRV",)
    assert narrowed.ignore == ("SRC006", "PRV001")
    assert narrowed.severity == WANTED.severity
    assert WANTED.narrowed() == WANTED


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ('select = ["XYZ"]', "no rule has the code 'XYZ'"),
        ('severity = {COR = "info"}', "the severity of 'COR' is set rule by rule"),
        ('severity = {COR999 = "info"}', "no rule has the code 'COR999'"),
    ],
)
def test_a_code_that_is_not_known_is_named_with_its_file(
    tmp_path: Path, said: str, why: str
) -> None:
    path = tmp_path / "claimtrail.toml"
    path.write_text(f"[audit]\n{said}\n", encoding="utf-8")
    with pytest.raises(ClaimtrailError, match=re.escape(f"{path}: {why}")):
        read_settings(path)
