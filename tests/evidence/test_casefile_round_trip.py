"""Cases survive every format, whatever words they hold."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from strategies import HOSTILE, cases

from evidence.case import Case
from evidence.casefile import (
    case_schema,
    dump_case,
    read_case,
    read_case_text,
    update_case,
    write_case,
)
from evidence.casefile.yamltext import update
from evidence.model import Actor, Claim, Document
from evidence.yaml_reading import parse

slow = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", ["yaml", "json", "jsonl"])
@slow
@given(case=cases())
def test_a_case_reads_back_equal_and_writes_the_same_bytes(name: str, case: Case) -> None:
    text = dump_case(case, name)
    again = read_case_text(text, name)
    assert again == case
    assert dump_case(again, name) == text


@slow
@given(case=cases())
def test_what_is_written_is_valid_against_the_schema(case: Case) -> None:
    tree = json.loads(dump_case(case, "json"))
    jsonschema.validate(tree, case_schema(), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_survive_yaml_in_every_kind_of_place(words: str) -> None:
    case = Case.of(
        [
            Document(id=words, title=words, text=words),
            Actor(id="a", name=words, aliases=(words, words)),
            Claim(id="c", text=words),
        ],
        title=words,
    )
    assert read_case_text(dump_case(case, "yaml"), "yaml") == case


@slow
@given(before=cases(max_records=6), after=cases(max_records=6))
@example(before=Case(), after=Case(title="x"))
def test_updating_a_yaml_file_makes_it_hold_the_new_case(
    before: Case, after: Case, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("case") / "case.yaml"
    write_case(before, path)
    update_case(after, path)
    assert read_case(path) == after


NUMBERS = st.from_regex(r"[-+]?[0-9]{1,20}(\.[0-9]{0,20})?([eE][-+]?[0-9]{1,3})?", fullmatch=True)
TIMES = st.sampled_from(["2001-1-4", "2001-12-14t21:59:43.10-05:00", "12:30:45"])
OTHERS = st.sampled_from(["TRUE", "No", "~", "NULL", "0x1F", "0o14", "1_000", "-.INF", ".NaN"])


@given(NUMBERS | TIMES | OTHERS)
@example("3.748855765437232e-140")
@settings(deadline=None)
def test_updating_leaves_what_looks_like_no_text_as_it_is_written(written: str) -> None:
    text = f"title: before\nclaims:\n  - {{id: {written}, text: {written}}}  # {written}\n"
    tree = parse(text)[0]
    assert update(text, tree | {"title": "after"}) == text.replace("before", "after")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("dash", [0, 1, 2, 4])
@pytest.mark.parametrize("inward", [2, 3, 4, 8])
def test_what_is_added_is_set_in_and_ends_its_lines_as_the_rest(
    inward: int, dash: int, end: str
) -> None:
    step, hyphen = " " * inward, " " * dash
    before = [
        "claimtrail: 1  # of July",
        "claims:",
        f"{step}role:",
        f"{step * 2}text: Iran had a hand in it",
        f"{step * 2}said:",
        f"{step * 2}{hyphen}- by: iran",
        f"{step * 2}{hyphen}  stance: denies",
        f"{step * 2}{hyphen}- {{by: us, stance: asserts}}",
    ]
    added = [f"{step * 2}{hyphen}- by: uk", f"{step * 2}{hyphen}  stance: denies"]
    text = "".join(line + end for line in before)
    tree = parse(text)[0]
    tree["claims"]["role"]["said"].append({"by": "uk", "stance": "denies"})
    assert update(text, tree) == "".join(line + end for line in before + added)


def test_updating_keeps_comments_layout_and_short_keys(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        """\
# Inquiry of July
claimtrail: 1
actors:
  iran: {name: Iran, kind: state}   # the accused
claims:
  role:
    text: Iran had a hand in it
    said:
      # said at the council
      - {by: iran, stance: denies, in: brief, quote: "not so"}
""",
        encoding="utf-8",
    )
    case = read_case(path)
    more = Case.of([*case.records(), Actor(id="us", name="United States")])
    update_case(more, path)
    written = path.read_text(encoding="utf-8")
    for kept in (
        "# Inquiry of July",
        "iran: {name: Iran, kind: state}   # the accused",
        "# said at the council",
        '- {by: iran, stance: denies, in: brief, quote: "not so"}',
    ):
        assert kept in written
    assert read_case(path) == more


def test_a_document_kept_in_a_file_is_not_copied_into_the_case_file(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("It was not so.\n", encoding="utf-8")
    path = tmp_path / "case.yaml"
    path.write_text("claimtrail: 1\ndocuments:\n  brief: {file: brief.txt}\n", encoding="utf-8")
    case = read_case(path)
    assert case.documents["brief"].text == "It was not so.\n"
    write_case(case, path)
    assert "It was not so" not in path.read_text(encoding="utf-8")
    assert read_case(path) == case
    elsewhere = tmp_path / "other"
    elsewhere.mkdir()
    write_case(case, elsewhere / "case.yaml")
    assert read_case(elsewhere / "case.yaml") == case
