"""The command line as its users use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from click.testing import CliRunner, Result

from attribution.cli import main
from evidence.casefile import read_case, read_case_text

ARTICLE = """Drones hit a base in Anbar on Monday. General Kenneth McKenzie said that
“Iranian-backed militias such as Kata’ib Hezbollah carried out the attack.” Iran denied that it
had any role in the attack. “We had nothing to do with it,” Saeed Khatibzadeh, a spokesman of
Iran’s foreign ministry, told reporters. Satellite images show new hangars at the base.
"""

CASE = """\
# our inquiry
claimtrail: 1
documents:
  brief: {text: "Iran denied any role. Officials said Iran supplied the drones."}
actors:
  iran: {name: Iran, kind: state}
  officials: {name: officials, kind: unnamed group}
  kataib: {name: Kata'ib Hezbollah, kind: armed group}
claims:
  supply:
    text: Iran supplied the drones
    said:
      - {by: officials, stance: asserts, in: brief, quote: Iran supplied the drones}
      - {by: iran, stance: denies, in: brief, quote: any role}
relations:
  - {who: iran, does: supplies, to: kataib, what: drones, claim: supply}
"""


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def test_help_explains_every_command_in_the_order_of_the_work() -> None:
    help_text = run("--help").output
    listed = [name for name in main.commands if f"\n  {name} " in help_text]
    assert listed == list(main.commands)
    assert "  claimtrail extract article.txt -o case.yaml\n" in help_text
    for name in main.commands:
        shown = run(name, "--help")
        assert shown.exit_code == 0
        assert shown.output.startswith(f"Usage: main {name}")


def test_extraction_is_valid_and_every_passage_stands_in_its_text(article: Path) -> None:
    result = run("extract", str(article), "--format", "json", "-o", "-")
    assert result.exit_code == 0
    tree = json.loads(result.stdout)
    schema = json.loads(run("schema").stdout)
    jsonschema.validate(tree, schema, cls=jsonschema.Draft202012Validator)
    text = tree["documents"]["article"]["text"]
    assert text == ARTICLE
    case = read_case_text(result.stdout, "json")
    passages = [p for a in case.attributions.values() for p in a.passages]
    passages += [p for e in case.evidence.values() for p in e.content]
    assert len(passages) > 8
    assert [p for p in passages if text[p.start : p.end] != p.exact] == []
    named = {case.actors[a.by].name for a in case.attributions.values() if a.by}
    assert {"Kenneth McKenzie", "Iran", "Saeed Khatibzadeh"} <= named
    assert [e.text for e in case.evidence.values()] == ["Satellite images"]


def test_the_same_command_gives_the_same_bytes_whatever_the_hash_seed(article: Path) -> None:
    def output(seed: str, *arguments: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-m", "attribution", *arguments],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout

    pages = []
    for seed in ("1", "2"):
        page = article.with_name(f"{seed}.html")
        case = article.with_name("case.yaml")
        output(seed, "extract", str(article), "-o", str(case), "--force")
        output(seed, "graph", str(case), "-o", str(page))
        pages.append((case.read_bytes(), page.read_bytes()))
    assert pages[0] == pages[1]


def test_spans_are_places_in_code_points(article: Path) -> None:
    result = run("extract", str(article), "--format", "spans", "-o", "-")
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    assert found["id"] == "article"
    cues = [ARTICLE[s:e] for a in found["attributions"] for s, e in a["cue"]]
    assert "denied" in cues
    assert all(set(a) == {"source", "cue", "content"} for a in found["attributions"])


def test_standard_input_and_output_can_be_chained(article: Path) -> None:
    extracted = run("extract", "-", "-o", "-", stdin=ARTICLE)
    assert "standard-input:" in extracted.stdout
    for form in ("yaml", "json", "jsonl"):
        case = run("extract", str(article), "-o", "-", "--format", form).stdout
        verified = run("verify", "-", stdin=case)
        assert verified.exit_code == 0, verified.output
    assert run("verify", "-", stdin=b"\xff").exit_code == 2


def test_a_bad_input_is_reported_and_the_rest_is_done(article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    out = tmp_path / "case.json"
    result = run("extract", str(article), str(tmp_path / "empty.txt"), "-o", str(out))
    assert result.exit_code == 1
    assert "error INT001" in result.stderr
    assert "empty.txt is empty (leave it out)" in result.stderr
    assert list(read_case(out).documents) == ["article"]
    nothing = run("extract", str(tmp_path / "none"), "-o", str(tmp_path / "other.json"))
    assert nothing.exit_code == 2
    assert "none cannot be opened" in nothing.stderr
    assert not (tmp_path / "other.json").exists()


def test_another_case_is_never_overwritten_unasked(article: Path, case: Path) -> None:
    refused = run("extract", str(article), "-o", str(case))
    assert refused.exit_code == 2
    assert "is there already" in refused.stderr
    assert "--add" in refused.stderr
    assert case.read_text(encoding="utf-8") == CASE
    assert run("extract", str(article), "-o", str(case), "--force").exit_code == 0
    assert run("extract", str(article), "-o", str(case)).exit_code == 0


def test_adding_keeps_records_and_comments(article: Path, case: Path) -> None:
    assert run("extract", str(article), "-o", str(case), "--add").exit_code == 0
    written = case.read_text(encoding="utf-8")
    assert written.startswith(CASE[: CASE.index("documents")])
    assert "- {by: iran, stance: denies, in: brief, quote: any role}" in written
    combined = read_case(case)
    assert set(combined.documents) == {"brief", "article"}
    denials = [a for a in combined.attributions.values() if a.document == "article"]
    assert "iran" in {a.by for a in denials}
    assert [a.name for a in combined.actors.values()].count("Iran") == 1
    again = run("extract", str(article), "-o", str(case), "--add")
    assert again.exit_code == 0
    assert case.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("ending", [".html", ".graphml", ".gexf", ".json", ".cyjs", ".dot"])
def test_graphs_are_written_by_ending(case: Path, ending: str) -> None:
    out = case.with_name(f"graph{ending}")
    assert run("graph", str(case), "-o", str(out)).exit_code == 0
    assert "Iran" in out.read_text(encoding="utf-8")


def test_an_unknown_ending_names_those_there_are(case: Path) -> None:
    result = run("graph", str(case), "-o", str(case.with_name("graph.pdf")))
    assert result.exit_code == 2
    assert ".html" in result.stderr
    assert ".graphml" in result.stderr


def test_the_audit_fails_as_it_is_told(case: Path) -> None:
    text = run("audit", str(case))
    assert "PRV001" in text.stdout
    codes = {
        f["code"]
        for f in json.loads(run("audit", str(case), "--format", "json").stdout)["findings"]
    }
    assert {"PRV001", "SRC003"} <= codes
    assert run("audit", str(case), "--fail-on", "warning").exit_code == 1
    assert run("audit", str(case), "--fail-on", "never").exit_code == 0
    only = run(
        "audit", str(case), "--select", "PRV,SRC003", "--ignore", "PRV001", "--format", "json"
    )
    assert {f["code"][:3] for f in json.loads(only.stdout)["findings"]} == {"PRV", "SRC"}
    assert "PRV001" not in only.stdout
    unknown = run("audit", str(case), "--select", "SCR001")
    assert unknown.exit_code == 2
    assert "SRC001" in unknown.stderr


def test_settings_and_baselines_are_kept_in_files(case: Path) -> None:
    folder = case.parent
    (folder / "claimtrail.toml").write_text('[audit]\nselect = ["PRV"]\n', encoding="utf-8")
    found = json.loads(run("audit", str(case), "--format", "json").stdout)["findings"]
    assert {f["code"][:3] for f in found} == {"PRV"}
    assert all(f["place"]["line"] for f in found)
    accepted = folder / "accepted.json"
    run("audit", str(case), "--write-baseline", str(accepted))
    again = run("audit", str(case), "--baseline", str(accepted), "--fail-on", "info")
    assert again.exit_code == 0
    assert "nothing found" in again.stdout
    (folder / "claimtrail.toml").write_text("[audit]\nselct = []\n", encoding="utf-8")
    wrong = run("audit", str(case))
    assert wrong.exit_code == 2
    assert "claimtrail.toml: selct" in wrong.stderr


def test_trace_shows_each_hop_with_its_words(case: Path) -> None:
    result = run("trace", str(case), "iran", "kata'ib hezbollah")
    assert result.exit_code == 0
    assert "supplies" in result.stdout
    assert "Iran supplied the drones" in result.stdout
    assert "denies" in result.stdout
    assert json.loads(run("trace", str(case), "iran", "kataib", "--json").stdout)
    unknown = run("trace", str(case), "Irak", "kataib")
    assert unknown.exit_code == 2
    assert "did you mean Iran" in unknown.stderr


def test_show_and_what_if_tell_what_a_claim_rests_on(case: Path) -> None:
    shown = run("show", str(case), "supply").stdout
    assert "officials asserts" in shown.replace("officials  asserts", "officials asserts")
    assert "any role" in shown
    assert json.loads(run("show", str(case), "supply", "--json").stdout)
    fallen = run("what-if", str(case), "--without", "officials")
    assert fallen.exit_code == 0
    assert "supply" in fallen.stdout


def test_a_case_from_standard_input_has_its_files_in_the_working_directory(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (case.parent / "brief.txt").write_text("Iran denied a role. Officials spoke.", "utf-8")
    kept_apart = CASE.replace(
        CASE[CASE.index("{text:") : CASE.index("\nactors")], "{file: brief.txt}"
    )
    case.write_text(kept_apart, "utf-8")
    monkeypatch.chdir(case.parent)
    named, streamed = run("verify", str(case)), run("verify", "-", stdin=kept_apart)
    assert (named.exit_code, named.stdout) == (streamed.exit_code, streamed.stdout)
    assert "SRC005" in streamed.stdout
    monkeypatch.chdir("/")
    elsewhere = run("verify", "-", stdin=kept_apart)
    assert (elsewhere.exit_code, "documents.brief.file" in elsewhere.stderr) == (2, True)


def test_verify_names_the_quote_that_no_longer_stands(case: Path) -> None:
    assert run("verify", str(case)).exit_code == 0
    case.write_text(CASE.replace("denied any role", "denied every role"), encoding="utf-8")
    result = run("verify", str(case))
    assert result.exit_code == 1
    assert "any role" in result.stdout
    assert json.loads(run("verify", str(case), "--json").stdout)["findings"]


def test_rules_are_listed_and_explained() -> None:
    listing = run("rules").stdout
    assert "SRC001" in listing
    assert "INT001" in listing
    page = run("rules", "cor002").stdout + run("rules", "COR002").stdout
    assert "origin" in page
    unknown = run("rules", "XYZ999")
    assert unknown.exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "none.yaml"),
        ("graph", "none.yaml", "-o", "x.html"),
        ("extract", "x.txt", "-o", "x.odt", "--extractor", "magic"),
        ("show", "none.yaml", "x"),
    ],
)
def test_errors_say_what_where_and_how_without_a_traceback(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
    assert "Traceback" not in result.stderr
    debugged = run("--debug", *arguments)
    assert "Traceback" in debugged.stderr


def test_the_demo_does_the_whole_job(tmp_path: Path) -> None:
    result = run("demo", "-o", str(tmp_path / "demo"))
    assert result.exit_code == 0, result.output
    made = [Path(line) for line in result.stdout.splitlines()]
    assert [path.name for path in made] == ["case.yaml", "graph.html", "audit.txt"]
    assert all(path.stat().st_size > 1000 for path in made)
    assert run("verify", str(made[0])).exit_code == 0
    before = [path.read_bytes() for path in made]
    run("demo", "-o", str(tmp_path / "demo"))
    assert [path.read_bytes() for path in made] == before


def test_a_folder_without_a_model_is_refused_with_how_to_get_one(article: Path) -> None:
    empty = str(article.parent)
    result = run("extract", str(article), "-o", "-", "--extractor", "trained", "--model", empty)
    assert result.exit_code == 2
    assert f"{empty}: holds no model" in result.stderr
    assert "claimtrail train" in result.stderr


def test_an_unknown_extractor_names_those_there_are(article: Path) -> None:
    result = run("extract", str(article), "-o", "-", "--extractor", "oracle")
    assert result.exit_code == 2
    assert "unknown extractor 'oracle'" in result.stderr
    assert "trained, rules, spacy" in result.stderr


def test_several_processes_write_the_same_bytes(article: Path, tmp_path: Path) -> None:
    (tmp_path / "second.txt").write_text("The envoy denied that he knew.\n", encoding="utf-8")
    inputs = (str(article), str(tmp_path / "second.txt"))
    for form in ("yaml", "spans"):
        options = ("--extractor", "rules", "--format", form, "-o", "-")
        alone, together = (run("extract", *inputs, *options, "--jobs", n) for n in ("1", "2"))
        assert alone.exit_code == 0
        assert together.stdout == alone.stdout


def test_training_names_the_extra_or_the_folder_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    result = run("train", str(tmp_path / "none"), "-o", str(tmp_path / "model"))
    assert result.exit_code == 2
    if find_spec("torch") is None:
        assert "pip install 'claimtrail[train]'" in result.stderr
    else:
        assert "none: cannot be read" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["graph", "{case}", "-o", "{case}"],
        ["map", "{case}", "-o", "{case}"],
        ["audit", "{case}", "-o", "{case}"],
        ["audit", "{case}", "--write-baseline", "{case}"],
        ["export", "{case}", "-o", "{case}", "--to", "stix"],
        ["demo", "-o", "{folder}"],
    ],
    ids=" ".join,
)
def test_no_case_is_lost_to_what_is_none(case: Path, arguments: list[str]) -> None:
    before = case.read_bytes()
    result = run(*(each.format(case=case, folder=case.parent) for each in arguments))
    assert (result.exit_code, "would be lost" in result.stderr) == (2, True)
    assert case.read_bytes() == before
    assert list(case.parent.iterdir()) == [case]


def test_a_map_goes_to_standard_output_and_a_graph_does_not(case: Path) -> None:
    assert run("map", str(case), "-o", "-").stdout.startswith("<!DOCTYPE html>")
    refused = run("graph", str(case), "-o", "-")
    assert (refused.exit_code, "name one with -o" in refused.stderr) == (2, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("command", ["--help", "--version", "rules"])
def test_a_result_that_cannot_be_written_is_an_error(command: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "attribution", command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (ended.returncode, ended.stderr.count("\n") <= 2) == (2, True)
    assert ended.stderr.startswith("error: a result: No space left on device")


def test_a_closed_standard_output_is_an_error() -> None:
    ended = subprocess.run(
        ["sh", "-c", 'exec "$0" -m attribution rules >&-', sys.executable],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (ended.returncode, "standard output is closed" in ended.stderr) == (2, True)


def test_what_an_earlier_run_left_in_a_folder_is_no_document(article: Path) -> None:
    folder = article.parent
    made = folder / "case.yaml"
    assert run("extract", str(folder), "-o", str(made), "--extractor", "rules").exit_code == 0
    assert run("graph", str(made), "-o", str(folder / "page.html")).exit_code == 0
    assert run("map", str(made), "-o", str(folder / "map.html")).exit_code == 0
    (folder / "more.txt").write_text("Eva Olsen said that the road was open.", "utf-8")
    again = run("extract", str(folder), "-o", str(made), "--extractor", "rules", "--add")
    assert (again.exit_code, again.stderr.count("was made by claimtrail")) == (0, 3)
    assert {d.filename for d in read_case(made).documents.values()} == {"article.txt", "more.txt"}


@pytest.mark.parametrize("command", ["extract", "import"])
def test_an_empty_folder_and_an_empty_name_are_told(tmp_path: Path, command: str) -> None:
    (tmp_path / "empty").mkdir()
    out = str(tmp_path / "case.yaml")
    for given, told in ((str(tmp_path / "empty"), "holds no files"), ("", "names nothing")):
        result = run(command, given, "-o", out)
        assert (result.exit_code, told in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("option", "value"),
    [("--seconds", "inf"), ("--seconds", "nan"), ("--threshold", "nan"), ("--largest", "-5")],
)
def test_a_number_that_bounds_nothing_is_wrong_usage(
    article: Path, option: str, value: str
) -> None:
    result = run("extract", str(article), "-o", "-", option, value)
    assert (result.exit_code, f"{value} is not in the range" in result.stderr) == (2, True)


def test_an_interruption_ends_with_130(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("attribution.cli.checking.verified", interrupt)
    result = run("verify", str(case))
    assert (result.exit_code, result.stderr) == (130, "interrupted\n")


@pytest.mark.parametrize("name", ["junit", "sarif"])
def test_reports_for_programs_can_be_read_whatever_is_in_them(tmp_path: Path, name: str) -> None:
    odd = Path(os.fsdecode(bytes(tmp_path) + b"/ca\xffse.yaml"))
    words = "The road\\uFFFE was \\uFDD0closed, he\\x0C said"
    odd.write_text(f'claimtrail: 1\nclaims: {{"{words}": {{text: "{words}"}}}}\n', "utf-8")
    written = run("audit", str(odd), "--format", name).stdout
    if name == "junit":
        suites = ElementTree.fromstring(written.encode())  # noqa: S314  # written here
        assert "<U+FFFE> was <U+FDD0>closed" in str(suites[0][0].attrib)
    else:
        (each,) = {
            place["physicalLocation"]["artifactLocation"]["uri"]
            for result in json.loads(written)["runs"][0]["results"]
            for place in result["locations"]
        }
        assert each.endswith("/ca%FFse.yaml")
