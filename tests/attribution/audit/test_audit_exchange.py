"""The audit in formats that other programs read, and what is kept between two audits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from junitparser import JUnitXml
from sarif_pydantic import Sarif
from strategies import cases

from attribution.audit import Audit, AuditConfig, InMemory, Waived, audit, audited
from attribution.audit.catalogue import entries
from attribution.audit.fingerprints import baseline, fingerprint, new_since
from attribution.audit.places import placed
from attribution.reports import AUDIT_REPORTS
from attribution.reports.audit_markdown import escaped
from evidence.case import Case
from evidence.casefile import read_case_text
from evidence.errors import ClaimtrailError
from evidence.findings import Finding, Place, Severity
from evidence.model import Waiver
from graphs.build import build


def finding(code: str = "SRC001", *ids: str, **fields: object) -> Finding:
    return Finding.model_validate(
        {"code": code, "severity": "error", "message": "wrong", "ids": ids, **fields}
    )


PLACE = Place(file="case.yaml", line=7, column=3)

PLACED = finding(
    "SRC005",
    "a-1",
    "weekly",
    message="100% wrong: see\nthere",
    hint="mend, then go on",
    place=Place(file="cases/my case.yaml", line=7, column=3),
)


def test_findings_take_the_place_of_their_first_record_that_has_one() -> None:
    places = {"b": Place(file="case.yaml", line=2), "c": Place(file="case.yaml", line=3)}
    found = placed([finding("SRC001", "a", "b", "c"), finding("SRC001", "x"), PLACED], places)
    assert [str(f.place) for f in found] == ["case.yaml:2", "None", "cases/my case.yaml:7:3"]


def test_sarif_says_what_the_standard_asks_for() -> None:
    log = json.loads(AUDIT_REPORTS["sarif"](Case(title="T"), Audit([PLACED, finding("EXT001")])))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [entry.code for entry in entries()]
    assert {rule["defaultConfiguration"]["level"] for rule in rules} <= {"error", "warning", "note"}
    first, second = run["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "SRC005"
    assert first["message"]["text"] == "100% wrong: see\nthere; mend, then go on"
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "cases/my%20case.yaml"},
        "region": {"startLine": 7, "startColumn": 3},
    }
    assert [place["name"] for place in location["logicalLocations"]] == ["a-1", "weekly"]
    assert "ruleIndex" not in second, "rules of other packages are not in the table"
    assert "locations" not in second


@settings(max_examples=50, deadline=None)
@given(case=cases())
def test_any_sarif_log_is_read_by_another_implementation(case: Case) -> None:
    audit = audited(InMemory(case))
    text = AUDIT_REPORTS["sarif"](case, audit.placed(dict.fromkeys(case.claims, PLACE)))
    log = Sarif.model_validate_json(text)
    read = [(r.rule_id, r.message.text) for r in log.runs[0].results or []]
    everything = [*audit.findings, *(waived.finding for waived in audit.waived)]
    assert [code for code, _ in read] == [finding.code for finding in everything]
    assert all(f.message in str(text) for f, (_, text) in zip(everything, read, strict=True))


def test_junit_is_read_by_a_junit_parser() -> None:
    waiver = Waiver(id="w", rule="SRC", reason="typing", author="desk")
    noted = finding("PRV003", severity=Severity.INFO)
    audit = Audit([PLACED, noted], (Waived(finding("SRC001", "x"), waiver),))
    report = JUnitXml.fromstring(AUDIT_REPORTS["junit"](Case(), audit).encode())
    (suite,) = report
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (3, 1, 0, 1)
    outcomes = [type(case.result[0]).__name__ if case.result else "passed" for case in suite]
    assert outcomes == ["Failure", "passed", "Skipped"]


def test_junit_counts_failures_and_passes_what_is_of_information() -> None:
    noted = finding("PRV003", severity=Severity.INFO)
    root = ElementTree.fromstring(AUDIT_REPORTS["junit"](Case(), Audit([PLACED, noted])))  # noqa: S314
    assert (root.tag, root.get("tests"), root.get("failures")) == ("testsuites", "2", "1")
    failed, passed = root.findall("testsuite/testcase")
    assert failed.get("classname") == "claimtrail.SRC005"
    assert (failed.get("file"), failed.get("line")) == ("cases/my case.yaml", "7")
    failure = failed.find("failure")
    assert failure is not None
    assert failure.get("type") == "error"
    assert passed.find("failure") is None


def test_junit_of_a_clean_case_is_one_test_that_passes() -> None:
    root = ElementTree.fromstring(AUDIT_REPORTS["junit"](Case(), Audit([])))  # noqa: S314  # our own
    assert [case.get("name") for case in root.iter("testcase")] == ["nothing found"]
    assert root.get("failures") == "0"


def test_github_commands_escape_what_would_end_them() -> None:
    assert AUDIT_REPORTS["github"](Case(), Audit([PLACED])) == (
        "::error file=cases/my case.yaml,line=7,col=3,"
        "title=SRC005 quote not found%2C or not unique::"
        "100%25 wrong: see there%0Amend, then go on\n"
    )
    assert AUDIT_REPORTS["github"](Case(), Audit([])) == ""


def test_markdown_takes_the_meaning_from_hostile_words() -> None:
    assert escaped("<b>*x*</b> [y](z) @all | `") == (r"\<b\>\*x\*\</b\> \[y\]\(z\) \@all \| \`")
    hostile = finding(message="claim <img src=x onerror=alert(1)>")
    text = AUDIT_REPORTS["markdown"](Case(title="# <script>"), Audit([hostile]))
    assert "<img" not in text.replace(r"\<img", "")
    assert "<script" not in text.replace(r"\<script", "")
    assert "| error | 1 |" in text


@settings(max_examples=50, deadline=None)
@given(case=cases())
def test_any_case_is_reported_in_every_format(case: Case) -> None:
    found = audit(case, build(case))
    reports = {name: report(case, Audit(found)) for name, report in AUDIT_REPORTS.items()}
    ElementTree.fromstring(reports["junit"])  # noqa: S314  # our own
    json.loads(reports["json"])
    json.loads(reports["sarif"])
    assert all(line.startswith("::") for line in reports["github"].splitlines())


def test_fingerprints_outlive_words_and_order() -> None:
    one = finding("COR002", "c", "a1", "a2", message="both lead back")
    other = finding("COR002", "c", "a2", "a1", message="all lead back", severity="info")
    assert fingerprint(one) == fingerprint(other)
    assert fingerprint(one) != fingerprint(finding("COR002", "c", "a1"))
    assert fingerprint(one) != fingerprint(finding("COR001", "c", "a1", "a2"))


def test_only_new_findings_are_left_after_a_baseline() -> None:
    old = [finding("SRC001", "a"), finding("SRC005", "b"), finding("SRC005", "b")]
    accepted = baseline(old)
    assert new_since(old, accepted) == []
    more = [*old, finding("SRC005", "b"), finding("SRC001", "c")]
    assert new_since(more, accepted) == more[3:]
    assert baseline(reversed(old)) == accepted


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"claimtrail-baseline": 2}', '{"claimtrail-baseline": 1}', "null"]
)
def test_what_is_no_baseline_is_refused(text: str) -> None:
    with pytest.raises(ClaimtrailError, match="not a baseline"):
        new_since([], text)


def test_baseline_of_a_case_silences_that_case() -> None:
    case = read_case_text("claimtrail: 1\nclaims: {a: {text: A}}\ndocuments: {d: {}}", "yaml")
    found = audit(case, build(case), AuditConfig())
    assert found
    assert new_since(found, baseline(found)) == []


EXAMPLE = Path(__file__).parents[3] / "attribution" / "example" / "case.yaml"

IN_EVERY_FORMAT = """
import sys
from pathlib import Path
from attribution.audit import InMemory, audited
from attribution.reports import AUDIT_REPORTS
from evidence.casefile import read_case
case = read_case(Path(sys.argv[1]))
found = audited(InMemory(case))
for report in AUDIT_REPORTS.values():
    sys.stdout.buffer.write(report(case, found).encode())
"""


def reports_under(seed: str) -> bytes:
    command = [sys.executable, "-c", IN_EVERY_FORMAT, str(EXAMPLE)]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


def test_same_case_same_bytes_whatever_the_hash_seed() -> None:
    once = reports_under("1")
    assert b"COR003" in once
    assert reports_under("2") == once
