"""The commands give the same answers about a case in a file, in SQLite and in PostgreSQL."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from attribution.cli import main

ARTICLE = (
    "Iran denied any role in the attacks. The Pentagon said that Iran supplies drones to Kata’ib"
    " Hezbollah. “We know nothing of it,” the envoy told reporters.\n"
)


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def output(*arguments: str) -> str:
    result = run(*arguments)
    assert result.exit_code in (0, 1), result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def case_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("demo")
    assert run("demo", "-o", str(folder)).exit_code == 0
    return str(folder / "case.yaml")


@pytest.fixture(scope="module")
def lines_file(case_file: str) -> str:
    """The same case in a file that, as a store, does not tell on which line a record stands."""
    path = case_file.replace(".yaml", ".jsonl")
    assert run("export", case_file, "-o", path).exit_code == 0
    return path


@pytest.fixture
def stored(location: str, case_file: str) -> str:
    assert run("import", case_file, "-o", location).exit_code == 0
    return location


@pytest.mark.parametrize(
    "command",
    [
        ["audit", "CASE"],
        ["audit", "CASE", "--format", "json"],
        ["trace", "CASE", "iran", "kataib-hezbollah"],
        ["show", "CASE", "Iran"],
        ["show", "CASE", "document:washington-brief", "--json"],
        ["what-if", "CASE", "--without", "iran", "--without", "document:washington-brief"],
        ["what-if", "CASE", "--without", "iran", "--json"],
        ["search", "CASE", "drone attacks"],
        ["search", "CASE", "drone*", "--limit", "3", "--json"],
        ["diff", "CASE", "CASE"],
        ["export", "CASE", "-o", "-", "--to", "yaml"],
    ],
)
def test_every_command_answers_alike(stored: str, lines_file: str, command: list[str]) -> None:
    answers = [
        output(*(name if word == "CASE" else word for word in command))
        for name in (lines_file, stored)
    ]
    assert answers[0] == answers[1]


def test_claims_are_shown_alike(stored: str, case_file: str) -> None:
    claims = list(json.loads(output("export", case_file, "-o", "-", "--to", "json"))["claims"])
    for claim in claims[::12]:
        file, store = (json.loads(output("show", n, claim, "--json")) for n in (case_file, stored))
        for shown in (file, store):
            # Rules that look at the whole case are for `claimtrail audit`, where it is in a store.
            del shown["findings"]
        assert file == store


def test_pictures_are_the_same_bytes(stored: str, case_file: str, tmp_path: Path) -> None:
    for number, name in enumerate((case_file, stored)):
        assert run("graph", name, "-o", str(tmp_path / f"{number}.graphml")).exit_code == 0
    assert (tmp_path / "0.graphml").read_bytes() == (tmp_path / "1.graphml").read_bytes()


def test_a_case_goes_into_a_store_and_back_unchanged(
    stored: str, case_file: str, tmp_path: Path
) -> None:
    for name in ("back.yaml", "back.jsonl"):
        assert run("export", stored, "-o", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / "back.yaml").read_bytes() == Path(case_file).read_bytes()
    again = str(tmp_path / "again.db")
    assert run("import", str(tmp_path / "back.jsonl"), "-o", again).exit_code == 0
    copied = str(tmp_path / "copied.db")
    assert run("import", stored, "-o", copied).exit_code == 0
    assert output("diff", again, copied, "--exit-code") == output("diff", stored, stored)


def test_documents_are_extracted_into_a_store_and_added_to_it(
    location: str, tmp_path: Path
) -> None:
    article, other = tmp_path / "article.txt", tmp_path / "other.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    other.write_text("Iraq condemned the attacks.\n", encoding="utf-8")
    assert run("extract", str(article), "-o", location, "--title", "Drones").exit_code == 0
    assert run("extract", str(other), "-o", location, "--add").exit_code == 0
    first, second = (json.loads(line) for line in output("log", location, "--json").splitlines())
    assert (first["command"], first["title"]) == ("claimtrail extract", "Drones")
    assert first["person"] == second["person"]
    assert (second["did"], second["removed"], second["changed"]) == ("added", {}, {})
    assert second["added"]["documents"] == 1
    together = tmp_path / "together.yaml"
    run("extract", str(article), "-o", str(together), "--title", "Drones")
    run("extract", str(other), "-o", str(together), "--add")
    assert output("export", location, "-o", "-", "--to", "yaml") == together.read_text()


def test_another_case_is_not_overwritten_without_being_told(
    stored: str, case_file: str, tmp_path: Path
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("claimtrail: 1\ntitle: Other\nactors:\n  iran: {name: Iran}\n")
    refused = run("import", str(other), "-o", stored)
    assert refused.exit_code == 2
    assert "hint: give --add to add to it, or --force to write it anew" in refused.stderr
    assert "is there already and holds another case" in refused.stderr
    assert run("import", case_file, "-o", stored).exit_code == 0
    assert len(output("log", stored).splitlines()) == 1
    assert run("import", str(other), "-o", stored, "--force").exit_code == 0
    assert "removed 9 documents" in output("log", stored)
    assert "title: Other" in output("export", stored, "-o", "-", "--to", "yaml")


def test_an_export_does_not_overwrite_what_people_wrote(
    stored: str, case_file: str, tmp_path: Path
) -> None:
    written = tmp_path / "written.yaml"
    commented = f"# checked by hand\n{Path(case_file).read_text(encoding='utf-8')}"
    written.write_text(commented, encoding="utf-8")
    for name in (stored, case_file):
        assert run("export", name, "-o", str(written)).exit_code == 0
        assert written.read_text(encoding="utf-8") == commented
    smaller = tmp_path / "smaller.jsonl"
    smaller.write_text('{"claimtrail": 1}\n')
    refused = run("export", str(smaller), "-o", str(written))
    assert refused.exit_code == 2
    assert f"{written} is there already and holds another case" in refused.stderr
    assert "hint: give --force to write it anew" in refused.stderr
    assert written.read_text(encoding="utf-8") == commented
    assert run("export", str(smaller), "-o", str(written), "--force").exit_code == 0
    assert written.read_text(encoding="utf-8") == "claimtrail: 1\n"


def test_an_export_into_a_store_does_not_overwrite_it(stored: str, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    assert run("export", stored, "-o", other).exit_code == 0
    assert run("export", stored, "-o", other).exit_code == 0
    smaller = tmp_path / "smaller.jsonl"
    smaller.write_text('{"claimtrail": 1}\n')
    assert run("export", str(smaller), "-o", other).exit_code == 2


def test_verify_checks_the_log_and_names_what_was_altered(location: str, case_file: str) -> None:
    from evidence.store import opening

    run("import", case_file, "-o", location)
    clean = run("verify", location)
    assert clean.exit_code == 0
    assert "log: 1 entry, the last is " in clean.stdout
    with opening._database(location, create=False).writing() as connection:
        connection.exec_driver_sql(
            "UPDATE documents SET record = replace(record, 'drone', 'trone')"
            " WHERE id = 'washington-brief'"
        )
    altered = run("verify", location)
    assert altered.exit_code == 1
    assert "error[LOG002] document washington-brief is not as the log left it" in altered.stdout
    with opening._database(location, create=False).writing() as connection:
        connection.exec_driver_sql(
            "UPDATE documents SET record = '{' WHERE id = 'washington-brief'"
        )
    unreadable = run("verify", location, "--json")
    assert unreadable.exit_code == 1
    codes = [finding["code"] for finding in json.loads(unreadable.stdout)["findings"]]
    assert codes == ["LOG002", "LOG003"]
    shown = run("show", location, "document:washington-brief")
    assert shown.exit_code == 2
    assert "`claimtrail verify` tells which one" in shown.stderr


def test_a_case_file_keeps_no_log(case_file: str) -> None:
    refused = run("log", case_file)
    assert refused.exit_code == 2
    assert "case files keep no log" in refused.stderr
    assert "version control" in refused.stderr


def test_a_broken_line_leaves_the_store_as_it_was(stored: str, tmp_path: Path) -> None:
    lines = tmp_path / "case.jsonl"
    lines.write_text('{"claimtrail": 1}\n{"type": "actor", "id": "a"}\n{"type": "x"}\n')
    before = output("export", stored, "-o", "-", "--to", "yaml")
    broken = run("import", str(lines), "-o", stored, "--force")
    assert broken.exit_code == 2
    assert "line 2" in broken.stderr
    assert "line 3" in broken.stderr
    assert output("export", stored, "-o", "-", "--to", "yaml") == before


def test_searching_says_where_the_words_stand(case_file: str) -> None:
    found = json.loads(output("search", case_file, "drone attacks", "--json"))
    assert found["found"] == len(found["hits"]) > 0
    assert found["truncated"] is False
    for hit in found["hits"]:
        words = {hit["excerpt"][start:end].casefold() for start, end in hit["words"]}
        assert words == {"drone", "attacks"}
    assert run("search", case_file, "...").exit_code == 2
    assert output("search", case_file, "zeppelin") == "0 records have these words\n"
