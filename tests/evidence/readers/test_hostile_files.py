"""Two hundred files that nobody wants to get: none is dropped silently, none does harm."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hostile_files import Hostile, hostile_files

COUNT = 200
SECONDS = 2
"""Less than by default, so that the test does not take long; what is slow is refused earlier."""

MEASURE = Path(__file__).parents[2] / "reading_measured.py"


@pytest.fixture(scope="module")
def files() -> list[Hostile]:
    return hostile_files(seed=1, count=COUNT)


@pytest.fixture(scope="module")
def measured(files: list[Hostile], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("hostile")
    for file in files:
        (folder / file.name).write_bytes(file.data)
    done = subprocess.run(
        [sys.executable, str(MEASURE), str(folder), str(SECONDS)],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_every_file_gives_a_document_or_a_finding(
    files: list[Hostile], measured: dict[str, Any]
) -> None:
    assert len(files) == COUNT
    assert sorted(measured["files"]) == sorted(file.name for file in files)
    silent = [n for n, m in measured["files"].items() if not m["documents"] and not m["findings"]]
    assert not silent


def test_what_cannot_be_read_is_reported(files: list[Hostile], measured: dict[str, Any]) -> None:
    refused = [file.name for file in files if file.refused]
    assert len(refused) > COUNT / 4
    assert [name for name in refused if not measured["files"][name]["findings"]] == []


def test_no_finding_is_about_the_program_that_reads(measured: dict[str, Any]) -> None:
    told = [finding for m in measured["files"].values() for finding in m["findings"]]
    assert all(finding.startswith("INT00") for finding in told)
    assert all(finding.isprintable() for finding in told)
    assert not [finding for finding in told if "crash" in finding]


def test_memory_stays_below_a_gigabyte(measured: dict[str, Any]) -> None:
    assert max(measured["memory"]) < 10**9


def test_what_follows_a_slow_page_in_an_archive_is_read(measured: dict[str, Any]) -> None:
    (archive,) = (m for n, m in measured["files"].items() if n.endswith("slow-record.warc.gz"))
    assert archive["documents"] == 1
    assert "https://a.example/slow takes more than 2 seconds" in archive["findings"][0]


def test_a_flood_of_findings_is_counted(measured: dict[str, Any]) -> None:
    (flood,) = (m for n, m in measured["files"].items() if n.endswith("froms.mbox"))
    assert len(flood["findings"]) == 101
    assert "19,900 more" in flood["findings"][-1]
