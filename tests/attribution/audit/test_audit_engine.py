"""Selecting, grading and ordering findings; what the audit promises whatever the case."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution.audit import RULES, AuditConfig, Rule, Thresholds, all_rules, audit, worst
from attribution.audit.examples import example
from attribution.audit.rules import added_rules
from evidence.case import SECTIONS, Case
from evidence.casefile import read_case_text
from evidence.errors import ClaimtrailError
from evidence.findings import Finding, Severity, finding_order
from graphs.build import build

UNSOURCED = "claimtrail: 1\nclaims: {a: {text: A}, b: {text: B}}\ndocuments: {d: {title: D}}"


def case_of(text: str = UNSOURCED) -> Case:
    return read_case_text(text, "yaml")


def codes(case: Case, **choices: object) -> list[str]:
    return [f.code for f in audit(case, build(case), AuditConfig.model_validate(choices))]


def test_select_and_ignore_take_codes_and_beginnings() -> None:
    case = case_of()
    assert set(codes(case)) == {"SRC001", "SRC003", "PRV001", "PRV002", "PRV003"}
    assert set(codes(case, select=("PRV",))) == {"PRV001", "PRV002", "PRV003"}
    assert set(codes(case, select=("PRV", "SRC001"), ignore=("PRV00",))) == {"SRC001"}
    assert codes(case, ignore=("S", "P")) == []


@pytest.mark.parametrize("choice", ["select", "ignore"])
def test_unknown_code_lists_those_near(choice: str) -> None:
    with pytest.raises(ClaimtrailError, match="SCR001") as error:
        codes(case_of(), **{choice: ("SCR001",)})
    assert "SRC001" in error.value.hint


def test_code_that_is_near_nothing_lists_the_families() -> None:
    with pytest.raises(ClaimtrailError) as error:
        codes(case_of(), select=("?",))
    assert "COR" in error.value.hint


def test_empty_code_is_refused() -> None:
    with pytest.raises(ClaimtrailError, match="''"):
        codes(case_of(), ignore=("",))


def test_severity_can_be_changed_by_whole_code_only() -> None:
    case = case_of()
    found = audit(case, build(case), AuditConfig(severity={"SRC001": Severity.INFO}))
    assert {f.severity for f in found if f.code == "SRC001"} == {Severity.INFO}
    with pytest.raises(ClaimtrailError, match="'SRC'"):
        codes(case, severity={"SRC": "info"})


def test_thresholds_move_the_line() -> None:
    case = case_of(example("COR004", "bad"))
    assert "COR004" in codes(case)
    assert "COR004" not in codes(case, thresholds=Thresholds(sole_origin_claims=6))
    assert "COR004" in codes(
        case_of(example("COR004", "good")), thresholds=Thresholds(sole_origin_claims=4)
    )


def test_findings_come_gravest_first() -> None:
    case = case_of()
    found = audit(case, build(case))
    assert found == sorted(found, key=finding_order)
    assert worst(found) is Severity.ERROR
    assert worst([]) is None


class _Loud(Rule):
    """Finds something in every case."""

    code = "EXT001"
    severity = Severity.INFO
    title = "loud"
    tradecraft = "none"

    def of_case(self, context: object) -> list[Finding]:
        return [self.finding("loud")]


class _EntryPoint:
    name = "loud"

    @staticmethod
    def load() -> type[Rule]:
        return _Loud


@pytest.fixture
def another_package(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package with a rule of its own; rules are looked up once, so they are forgotten twice."""
    monkeypatch.setattr("attribution.audit.rules.entry_points", lambda group: [_EntryPoint()])
    added_rules.cache_clear()
    yield
    added_rules.cache_clear()


@pytest.mark.usefixtures("another_package")
def test_rules_of_other_packages_are_run() -> None:
    assert [rule.code for rule in all_rules()] == [*(rule.code for rule in RULES), "EXT001"]
    assert codes(case_of(), select=("EXT",)) == ["EXT001"]


EVERY_EXAMPLE = [
    read_case_text(example(rule.code, "bad"), "yaml") for rule in RULES if rule.code != "SRC002"
]


def shuffled(case: Case, seed: int) -> Case:
    rng = random.Random(seed)  # noqa: S311  # no secrets here
    sections = {}
    for name in SECTIONS:
        items = list(getattr(case, name).items())
        rng.shuffle(items)
        sections[name] = dict(items)
    return replace(case, **sections)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(EVERY_EXAMPLE), st.integers())
def test_order_of_records_changes_no_verdict(case: Case, seed: int) -> None:
    other = shuffled(case, seed)
    before = [(f.code, sorted(f.ids)) for f in audit(case, build(case))]
    after = [(f.code, sorted(f.ids)) for f in audit(other, build(other))]
    assert sorted(before) == sorted(after)


def test_empty_case_is_clean() -> None:
    assert audit(Case(), nx.MultiDiGraph()) == []
