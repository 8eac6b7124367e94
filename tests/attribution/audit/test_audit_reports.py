"""The audit told to people and to programs."""

from __future__ import annotations

import json
import unicodedata

import pytest
from click import unstyle
from hypothesis import given, settings
from strategies import cases

from attribution.audit import Audit, AuditConfig, InMemory, audit, audited
from attribution.reports import AUDIT_REPORTS
from attribution.reports.audit_json import audit_json
from attribution.reports.audit_text import audit_text
from attribution.reports.excerpts import excerpt
from attribution.reports.terminal import plain, printable
from evidence.case import Case
from evidence.casefile import read_case_text
from evidence.findings import Finding, Place, Severity
from evidence.model import Document, Passage
from graphs.build import build

CASE = """
claimtrail: 1
title: Who closed the port?
documents:
  brief:
    title: Evening brief
    original: true
    text: |-
      Night shift.
      As several reports suggest, the port was closed by the mayor, and it stayed so.
actors: {reports: {name: several reports, kind: unnamed group}}
claims:
  closed:
    text: The mayor closed the port
    said:
      - {by: reports, stance: asserts, in: brief, quote: the port was closed by the mayor}
  open: {text: The port was open}
"""


def case_and_findings(*select: str) -> tuple[Case, list[Finding]]:
    case = read_case_text(CASE, "yaml")
    return case, audit(case, build(case), AuditConfig(select=select))


def test_text_shows_the_words_concerned_with_a_mark_under_them() -> None:
    case, found = case_and_findings("SRC001", "SRC007")
    assert audit_text(case, Audit(found)) == (
        "error[SRC001] no source\n"
        "  claim open: nobody says so and nothing shows it\n"
        "    = The port was open\n"
        "  help: add who says so under `said`, or what shows it under `shown`\n"
        "\n"
        "warning[SRC007] only unnamed sources\n"
        "  claim closed: only unnamed sources say so (several reports)\n"
        "    = The mayor closed the port\n"
        "    --> brief:2:29, several reports asserts\n"
        "     | … reports suggest, the port was closed by the mayor, and it stayed so.\n"
        "     |                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  help: find somebody who says so by name, or evidence that shows it\n"
        "\n"
        "in short\n"
        "  look next: add who says so under `said`, or what shows it under `shown` (SRC001: "
        "claim open:\n    nobody says so and nothing shows it)\n"
        "  look next: find somebody who says so by name, or evidence that shows it (SRC007: "
        "claim closed:\n    only unnamed sources say so (several reports))\n"
        "\n"
        "found 1 error, 1 warning in 2 claims and 1 document; "
        "`claimtrail rules CODE` explains a rule\n"
    )


def test_findings_of_one_rule_stand_together_and_share_their_help() -> None:
    case = read_case_text("claimtrail: 1\nclaims: {a: {text: A}, b: {text: B}}", "yaml")
    text = audit_text(case, audited(InMemory(case)))
    assert "error[SRC001] no source (2)\n" in text
    assert text.count("help:") == 1


def test_words_of_a_claim_are_not_said_twice() -> None:
    made = 'made: {extractor: rules, version: "1"}'
    case = read_case_text(f"claimtrail: 1\nclaims: {{c: {{text: A port, {made}}}}}", "yaml")
    text = audit_text(case, audited(InMemory(case)))
    assert text.count("A port") == 1


def test_evidence_without_quote_is_shown_by_its_own_words() -> None:
    case = read_case_text(
        "claimtrail: 1\nevidence: {e: {kind: imagery, text: A photo}}\n"
        "claims: {c: {text: C, shown: [{evidence: e, kind: supports}]}}",
        "yaml",
    )
    finding = Finding(code="X1", severity=Severity.INFO, message="m", ids=("e",))
    assert "  m\n    = A photo\n" in audit_text(case, Audit([finding]))


def test_clean_case_is_said_to_be_so() -> None:
    case, _ = case_and_findings()
    assert audit_text(case, Audit([])) == "nothing found in 2 claims and 1 document\n"


def test_colours_are_put_on_only_where_wanted() -> None:
    case, found = case_and_findings()
    assert "\x1b" not in audit_text(case, Audit(found))
    colourful = audit_text(case, Audit(found), colour=True)
    assert "\x1b[31merror[SRC001]\x1b[0m" in colourful
    assert unstyle(colourful) == audit_text(case, Audit(found))


def test_place_and_cut_search_are_told() -> None:
    case, _ = case_and_findings()
    finding = Finding(
        code="SRC001",
        severity=Severity.ERROR,
        message="claim x: nothing",
        place=Place(file="case.yaml", line=7),
        truncated=True,
    )
    text = audit_text(case, Audit([finding]))
    assert "case.yaml:7: claim x: nothing (and perhaps more: the search was cut short)" in text


def test_many_excerpts_are_counted_not_listed() -> None:
    said = "".join(f"      - {{by: p, stance: asserts, in: d{i}}}\n" for i in range(5))
    case = read_case_text(f"claimtrail: 1\nclaims:\n  c:\n    text: C\n    said:\n{said}", "yaml")
    found = audit(case, build(case), AuditConfig(select=("COR002",)))
    assert "    ... and 3 more\n" in audit_text(case, Audit(found))


def test_json_holds_everything() -> None:
    case, found = case_and_findings()
    report = json.loads(AUDIT_REPORTS["json"](case, Audit(found)))
    assert report["version"] == 1
    assert report["title"] == "Who closed the port?"
    assert report["summary"]["error"] == 1
    assert report["summary"]["claims"] == 2
    assert [Finding.model_validate(f) for f in report["findings"]] == found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two  \n lines", "two lines"),
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("safe\u202etxt.exe", "safe<U+202E>txt.exe"),
        ("نص می\u200cخواهم", "نص می\u200cخواهم"),
        ("🛩️", "🛩️"),
    ],
)
def test_words_of_documents_cannot_steer_a_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


@settings(max_examples=50, deadline=None)
@given(cases())
def test_any_case_is_audited_and_reported(case: Case) -> None:
    found = audit(case, build(case))
    text = audit_text(case, Audit(found))
    harmful = {c for c in text if unicodedata.category(c) == "Cc"} - {"\n"}
    assert not harmful
    assert json.loads(audit_json(case, Audit(found)))["findings"] == [
        finding.model_dump(mode="json") for finding in found
    ]


def test_excerpt_of_wide_characters_is_marked_in_columns() -> None:
    document = Document(id="d", text="他说 港口关闭 了")
    shown = excerpt(document, "d", Passage(exact="港口关闭"))
    assert shown.lines(plain, indent="", style="red") == [
        " | 他说 港口关闭 了",
        " |      ^^^^^^^^",
    ]


def test_long_words_are_cut_in_the_middle() -> None:
    words = "a" * 100 + "b" * 100
    shown = excerpt(Document(id="d", text=words), "d", Passage(exact=words))
    assert shown.words.startswith("aaa")
    assert " … " in shown.words
    assert shown.words.endswith("bbb")
    assert len(shown.words) < 90
