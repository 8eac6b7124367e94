"""Waivers: what somebody accepts, with a reason and for a time, in the case and in every report."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from attribution.audit import Audit, AuditConfig, InMemory, audited, worst
from attribution.audit.waivers import has_expired
from attribution.reports import AUDIT_REPORTS
from evidence.case import Case
from evidence.casefile import read_case_text
from evidence.errors import ClaimtrailError
from evidence.findings import Severity
from evidence.model import Waiver

UNSOURCED = "claimtrail: 1\nclaims: {a: {text: A}, b: {text: B}}\n"


def case_of(*waivers: str) -> Case:
    listed = "".join(f"  - {{{waiver}, reason: typing, author: desk}}\n" for waiver in waivers)
    return read_case_text(f"{UNSOURCED}waivers:\n{listed}" if waivers else UNSOURCED, "yaml")


def audit_of(*waivers: str, **choices: object) -> Audit:
    config = AuditConfig.model_validate({"day": "2021-07-04", **choices})
    return audited(InMemory(case_of(*waivers)), config)


def told(audit: Audit) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.code, finding.ids) for finding in audit.findings]


def test_a_waiver_is_about_one_rule_and_one_record() -> None:
    audit = audit_of("rule: SRC001, record: a")
    assert told(audit) == [("SRC001", ("b",))]
    (waived,) = audit.waived
    assert waived.finding.ids == ("a",)
    assert waived.waiver.reason == "typing"


@pytest.mark.parametrize("rule", ["SRC001", "SRC", "S"])
def test_a_waiver_without_record_is_about_the_whole_case(rule: str) -> None:
    audit = audit_of(f"rule: {rule}")
    assert told(audit) == []
    assert len(audit.waived) == 2
    assert worst(audit.findings) is None


def test_only_the_record_that_a_finding_names_first_counts() -> None:
    text = """
actors: {p: {name: P, kind: person}}
claims:
  c: {text: C, said: [{by: p, stance: denies}, {by: p, stance: asserts, id: yes}]}
waivers: [{rule: BAL003, record: yes, reason: R, author: A}]
"""
    case = read_case_text("claimtrail: 1" + text, "yaml")
    codes = {f.code for f in audited(InMemory(case)).findings}
    assert {"BAL003", "WAV002"} <= codes


@pytest.mark.parametrize(
    ("expires", "holds"),
    [("2021-07-03", False), ("2021-07-04", True), ("2021-06", False), ("2021-07", True)],
)
def test_a_waiver_holds_to_its_last_day(expires: str, holds: bool) -> None:
    audit = audit_of(f"rule: SRC001, expires: {expires}")
    codes = {finding.code for finding in audit.findings}
    assert codes == (set() if holds else {"SRC001", "WAV001"})
    assert bool(audit.waived) is holds
    waiver = Waiver(id="w", rule="SRC", reason="r", author="a", expires=expires)
    assert has_expired(waiver, "2021-07-04") is not holds


def test_a_waiver_that_nothing_answers_to_is_reported() -> None:
    (unused,) = audit_of("rule: COR001, record: a", ignore=("SRC",)).findings
    assert (unused.code, unused.severity) == ("WAV002", Severity.WARNING)
    assert "COR001 for a" in unused.message


def test_waivers_of_rules_that_were_not_run_are_not_judged() -> None:
    assert told(audit_of("rule: COR001", select=("WAV",))) == []
    assert told(audit_of("rule: COR", ignore=("COR007", "SRC"))) == []


def test_a_slip_of_the_pen_is_an_error_and_waives_nothing() -> None:
    audit = audit_of("rule: SCR001")
    assert [f.code for f in audit.findings] == ["SRC001", "SRC001", "WAV003"]
    assert audit.waived == []


def test_findings_about_waivers_cannot_be_waived() -> None:
    audit = audit_of("rule: WAV", "rule: COR001, record: a", ignore=("SRC",))
    assert {f.code for f in audit.findings} == {"WAV002"}
    assert audit.waived == []


def test_of_two_waivers_the_one_for_the_record_counts() -> None:
    audit = audit_of("rule: SRC001, id: whole", "rule: SRC, record: a, id: own")
    assert [w.waiver.id for w in audit.waived] == ["own", "whole"]


def test_severities_are_changed_before_waiving() -> None:
    audit = audit_of("rule: COR001", severity={"WAV002": "error"}, ignore=("SRC",))
    assert worst(audit.findings) is Severity.ERROR


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ClaimtrailError, match="'soon' is no date"):
        AuditConfig().narrowed(day="soon")


def test_every_report_tells_what_was_waived_and_why() -> None:
    case = case_of("rule: SRC001, record: a, expires: 2999")
    audit = audited(InMemory(case), AuditConfig(day="2021-07-04"))
    reports = {name: report(case, audit) for name, report in AUDIT_REPORTS.items()}
    for name, text in reports.items():
        assert "typing" in text, name
    assert "waived (1)" in reports["text"]
    assert "1 waived" in reports["text"]
    assert json.loads(reports["json"])["waived"][0]["waiver"]["author"] == "desk"
    skipped = ElementTree.fromstring(reports["junit"]).findall(".//skipped")  # noqa: S314
    assert [element.get("message") for element in skipped] == ["typing (desk, until 2999)"]
    (result,) = [
        r for r in json.loads(reports["sarif"])["runs"][0]["results"] if "suppressions" in r
    ]
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "typing (desk)"}
    ]
    assert "::notice title=SRC001 waived%3A no source::" in reports["github"]
