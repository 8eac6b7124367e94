"""What the documentation takes from the program is what the program does today."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from attribution.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FROM_THE_PROGRAM = re.compile(r"^```console$|<!-- generated: ", re.MULTILINE)
LIVING = [page for page in PAGES if FROM_THE_PROGRAM.search(page.read_text(encoding="utf-8"))]


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def _generate(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "docs" / "generator", *arguments]
    return subprocess.run(list(map(str, command)), text=True, capture_output=True)


@pytest.mark.parametrize("page", LIVING, ids=_name)
def test_page_shows_what_the_program_does(page: Path) -> None:
    done = _generate("--check", page)
    assert done.returncode == 0, done.stderr


def test_readme_and_both_tutorials_are_among_the_living_pages() -> None:
    names = [_name(page) for page in LIVING]
    assert {"README.md", "docs/tutorial/by-hand.md", "docs/tutorial/from-text.md"} <= set(names)


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_to_files(page: Path) -> None:
    prose = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", prose)
    assert [t for t in targets if not (page.parent / t).exists()] == []


def test_stale_output_is_named_and_left_alone_by_a_check(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    stale = "```console\n$ echo new\nold\n```\n"
    page.write_text(stale, encoding="utf-8")
    done = _generate("--check", page)
    assert done.returncode == 1
    assert str(page) in done.stderr
    assert page.read_text(encoding="utf-8") == stale


def test_stale_output_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        '```text title="words.txt"\none\n```\n\n```console\n$ cat words.txt\nold\n$ ls\n```\n',
        encoding="utf-8",
    )
    assert _generate(page).returncode == 0
    written = page.read_text(encoding="utf-8")
    assert "$ cat words.txt\none\n$ ls\nattribution\nwords.txt\n```" in written
    assert "old" not in written


def test_generated_blocks_are_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- generated: vocabulary Form -->\nold\n<!-- end -->\n", encoding="utf-8")
    assert _generate(page).returncode == 0
    assert "`direct`, `indirect`, `mixed`, `own voice`" in page.read_text(encoding="utf-8")


def test_command_that_fails_is_no_part_of_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```console\n$ claimtrail audit missing.yaml\n```\n", encoding="utf-8")
    done = _generate(page)
    assert done.returncode == 1
    assert "claimtrail audit missing.yaml: exit status 2" in done.stderr


def test_every_command_stands_in_the_reference() -> None:
    reference = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert [name for name in main.commands if f"### `claimtrail {name}`" not in reference] == []
