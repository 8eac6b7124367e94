"""Merging and comparing cases from the command line, and from git."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from shared_data import SHARED

from attribution.cli import main
from evidence.casefile import read_case

BASE = """\
# our inquiry
claimtrail: 1
title: Who supplied the drones?
documents:
  brief: {file: brief.txt}
actors:
  iran: {name: Iran, kind: state} # as the ministry signs
  oman: {name: Oman, kind: state}
  officials: {name: officials, kind: unnamed group}
claims:
  supply:
    text: Iran supplied the drones
    said:
      - {by: officials, stance: asserts, in: brief, quote: Iran supplied the drones}
      - {by: iran, stance: denies, in: brief, quote: any role}
"""
TEXT = "Iran denied any role. Officials said Iran supplied the drones."


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the base, and two cases made from it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.txt").write_text(TEXT)
    (tmp_path / "base.yaml").write_text(BASE)
    ours = BASE.replace("kind: state} # as", "kind: state, reliability: D} # as")
    (tmp_path / "ours.yaml").write_text(ours)
    theirs = BASE.replace("  oman: {name: Oman, kind: state}\n", "").replace(
        "iran, stance: denies", "iran, stance: confirms"
    )
    (tmp_path / "theirs.yaml").write_text(theirs)
    return tmp_path


def test_a_three_way_merge_takes_what_each_side_changed(folder: Path) -> None:
    result = run("merge", "ours.yaml", "theirs.yaml", "--base", "base.yaml", "-o", "all.yaml")
    assert (result.exit_code, result.output) == (0, "")
    case = read_case(folder / "all.yaml")
    assert case.actors["iran"].reliability == "D"
    assert "oman" not in case.actors
    assert sorted(a.stance for a in case.attributions.values()) == ["asserts", "confirms"]


def test_merging_into_the_first_case_keeps_its_comments(folder: Path) -> None:
    assert run("merge", "ours.yaml", "theirs.yaml", "-o", "ours.yaml").exit_code == 0
    text = (folder / "ours.yaml").read_text()
    assert text.startswith("# our inquiry\n")
    assert "# as the ministry signs" in text
    assert "file: brief.txt" in text
    assert TEXT not in text


def test_conflicts_are_findings_and_the_first_case_is_kept(folder: Path) -> None:
    (folder / "theirs.yaml").write_text(BASE.replace("name: Oman", "name: Sultanate of Oman"))
    result = run("merge", "ours.yaml", "theirs.yaml", "-o", "all.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith(
        "error MRG001 actor oman: name is “Oman” in ours.yaml and “Sultanate of Oman” in "
        "theirs.yaml"
    )
    assert read_case(folder / "all.yaml").actors["oman"].name == "Oman"


def test_another_case_is_not_written_over(folder: Path) -> None:
    before = (folder / "base.yaml").read_text()
    result = run("merge", "ours.yaml", "theirs.yaml", "-o", "base.yaml")
    assert result.exit_code == 2
    assert (folder / "base.yaml").read_text() == before


@pytest.mark.parametrize("name", ["yaml", "json", "jsonl"])
def test_the_merged_case_goes_to_standard_output(folder: Path, name: str) -> None:
    result = run("merge", "ours.yaml", "ours.yaml", "-o", "-", "--format", name)
    (folder / f"out.{name}").write_text(result.stdout)
    merged, ours = read_case(folder / f"out.{name}"), read_case(folder / "ours.yaml")
    assert merged == ours


def test_diff_puts_stances_and_sources_taken_back_first(folder: Path) -> None:
    changed = (folder / "theirs.yaml").read_text()
    (folder / "theirs.yaml").write_text(
        changed.replace("brief.txt}", "brief.txt, retracted: by its publisher}")
    )
    result = run("diff", "base.yaml", "theirs.yaml")
    (denial,), (confirmation,) = (
        [a.id for a in read_case(folder / name).attributions.values() if a.by == "iran"]
        for name in ("base.yaml", "theirs.yaml")
    )
    assert result.exit_code == 0
    assert result.stdout == (
        "Look at these first\n"
        "  ! document brief was retracted: by its publisher\n"
        "  ! actor oman (Oman) is no longer there\n"
        f"  ! attribution {denial} (Iran denies supply) takes another stance: denies before,\n"
        "    confirms now\n"
        "\n"
        "Changed (2)\n"
        "  ~ document brief\n"
        "      retracted: (none) -> by its publisher\n"
        f"  ~ attribution {denial} (Iran denies supply)\n"
        f"      id: {denial} -> {confirmation}\n"
        "      stance: denies -> confirms\n"
        "\n"
        "Removed (1)\n"
        "  - actor oman (Oman)\n"
        "\n"
        "1 ids gone, 0 new; records: 2 changed, 1 removed, 0 added\n"
    )


def test_diff_in_json_holds_the_records(folder: Path) -> None:
    told = json.loads(run("diff", "base.yaml", "theirs.yaml", "--json").stdout)
    assert [each["what"] for each in told["weighty"]] == [
        "is no longer there",
        "takes another stance",
    ]
    assert told["removed"] == [{"type": "actor", "id": "oman", "name": "Oman", "kind": "state"}]
    assert told["changed"][0]["fields"]["stance"] == ["denies", "confirms"]
    assert "oman" in told["ids"]["gone"]


def test_diff_says_where_there_is_no_difference(folder: Path) -> None:
    assert run("diff", "base.yaml", "base.yaml", "--exit-code").output == "no difference\n"
    assert run("diff", "base.yaml", "ours.yaml", "--exit-code").exit_code == 1
    assert run("diff", "base.yaml", "ours.yaml").exit_code == 0


def test_databases_are_compared_and_merged_like_files(folder: Path) -> None:
    for name in ("ours", "theirs"):
        copied = run("merge", f"{name}.yaml", f"{name}.yaml", "-o", f"{name}.db")
        assert (copied.exit_code, copied.output) == (0, "")
    assert run("diff", "ours.yaml", "ours.db").output == "no difference\n"
    assert (
        run("diff", "ours.db", "theirs.db").output == run("diff", "ours.yaml", "theirs.yaml").output
    )
    merged = run("merge", "ours.db", "theirs.db", "--base", "base.yaml", "-o", "all.db")
    assert merged.exit_code == 0
    run("merge", "ours.yaml", "theirs.yaml", "--base", "base.yaml", "-o", "all.yaml")
    assert run("diff", "all.db", "all.yaml").output == "no difference\n"


def test_hostile_words_steer_no_terminal(folder: Path) -> None:
    hostile = BASE.replace("name: Oman", 'name: "\\e[31mOman\\u202e"')
    (folder / "theirs.yaml").write_text(hostile)
    for arguments in (
        ("diff", "base.yaml", "theirs.yaml"),
        ("merge", "base.yaml", "theirs.yaml", "-o", "all.yaml"),
    ):
        output = run(*arguments).output
        assert "Oman" in output
        assert "\x1b" not in output
        assert "\u202e" not in output


ICS = SHARED / "data" / "real" / "stix" / "ics"


@pytest.mark.skipif(not ICS.is_dir(), reason="needs ATT&CK for ICS beside the checkout")
def test_diff_of_two_versions_of_attack_for_ics() -> None:
    """Every object of the files counts once, as its id in them says."""
    files = [ICS / f"ics-attack-{version}.json" for version in ("16.0", "17.0")]
    before, after = (
        {each["id"] for each in json.loads(path.read_text("utf-8"))["objects"]} for path in files
    )
    told = json.loads(run("diff", *map(str, files), "--json").stdout)["ids"]
    assert told == {"gone": sorted(before - after), "new": sorted(after - before)}
    assert (len(told["gone"]), len(told["new"])) == (198, 12)
    last = run("diff", *map(str, files)).stdout.splitlines()[-1]
    assert last.startswith("198 ids gone, 12 new; ")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_merges_cases_by_the_driver(folder: Path) -> None:
    """Two branches that each edit lines next to each other, which git alone cannot merge."""
    driver = f'"{sys.executable}" -m attribution merge %A %B --base %O --path %P -o %A'

    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        settings = (
            "-c",
            "user.name=x",
            "-c",
            "user.email=x",
            "-c",
            f"merge.claimtrail.driver={driver}",
        )
        return subprocess.run(
            ["git", *settings, *arguments], cwd=folder, text=True, capture_output=True, check=False
        )

    def commit(name: str, text: str) -> None:
        (folder / "inquiry" / "case.yaml").write_text(text)
        git("add", ".")
        assert git("commit", "-qm", name).returncode == 0

    (folder / "inquiry").mkdir()
    (folder / "inquiry" / "brief.txt").write_text(TEXT)
    (folder / ".gitattributes").write_text("case.yaml merge=claimtrail\n")
    git("init", "-q", "-b", "main")
    commit("base", BASE)
    git("checkout", "-qb", "theirs")
    commit("theirs", (folder / "theirs.yaml").read_text())
    git("checkout", "-q", "main")
    commit("ours", (folder / "ours.yaml").read_text())
    merged = git("merge", "theirs", "-m", "merged")
    assert merged.returncode == 0, merged.stdout + merged.stderr
    case = read_case(folder / "inquiry" / "case.yaml")
    assert case.actors["iran"].reliability == "D"
    assert "oman" not in case.actors
    assert (folder / "inquiry" / "case.yaml").read_text().startswith("# our inquiry\n")

    command = f'"{sys.executable}" -m attribution diff --path "$MERGED"'
    told = git("difftool", "--no-prompt", "--extcmd", command, "main", "theirs", "--", "inquiry")
    assert (
        told.stdout.splitlines()[-1] == "0 ids gone, 0 new; records: 1 changed, 0 removed, 0 added"
    )

    git("checkout", "-qb", "other")
    commit("other", BASE.replace("text: Iran supplied the drones", "text: Iran sold the drones"))
    git("checkout", "-q", "main")
    commit("again", BASE.replace("text: Iran supplied the drones", "text: Iran lent the drones"))
    conflict = git("merge", "other")
    assert conflict.returncode == 1
    assert "MRG001 claim supply: text is “Iran lent the drones” in our inquiry/case.yaml" in (
        conflict.stdout + conflict.stderr
    )
    assert "inquiry/case.yaml" in git("diff", "--name-only", "--diff-filter=U").stdout
