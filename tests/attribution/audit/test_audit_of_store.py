"""The audit of a store finds what the audit of the same case in memory finds, however shared."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import cases

from attribution.audit import RULES, Audit, AuditConfig, InMemory, InStore, audited
from attribution.audit.examples import example
from bench.generated import generated_case
from evidence.case import Case
from evidence.casefile import read_case_text
from evidence.store import open_store

DAY = AuditConfig(day="2021-07-04")


def stored(case: Case, path: Path) -> InStore:
    path.unlink(missing_ok=True)
    with open_store(str(path), create=True) as store:
        store.replace(case.records(), title=case.title)
    return InStore(str(path))


def same(one: Audit, other: Audit) -> bool:
    return (list(one.findings), list(one.waived), one.sole_origins, one.carried) == (
        list(other.findings),
        list(other.waived),
        other.sole_origins,
        other.carried,
    )


@pytest.fixture(scope="module")
def generated() -> Case:
    return generated_case(600)


def test_a_generated_case(generated: Case, tmp_path: Path) -> None:
    in_memory = audited(InMemory(generated), DAY)
    assert len(in_memory.findings) > 100
    assert same(audited(stored(generated, tmp_path / "case.db"), DAY), in_memory)


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_each_bad_example(code: str, tmp_path: Path) -> None:
    case = read_case_text(example(code, "bad"), "yaml")
    in_memory = audited(InMemory(case), DAY)
    assert same(audited(stored(case, tmp_path / "case.db"), DAY), in_memory)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(case=cases())
def test_any_case(case: Case, tmp_path: Path) -> None:
    in_memory = audited(InMemory(case), DAY)
    assert same(audited(stored(case, tmp_path / "case.db"), DAY), in_memory)


def test_the_findings_do_not_depend_on_how_many_share_the_work(
    generated: Case, tmp_path: Path
) -> None:
    alone = audited(InMemory(generated), DAY)
    assert same(audited(stored(generated, tmp_path / "case.db"), DAY, jobs=2), alone)
    assert same(audited(InMemory(generated), DAY, jobs=2), alone)


STRAY = """
claimtrail: 1
documents: {d: {text: What was said}}
claims: {c: {text: C}}
attributions:
  - {id: one, claim: gone, by: p, stance: asserts, in: d, quote: not there, within: two}
  - {id: two, claim: gone, by: p, stance: asserts, within: one}
"""


def test_attributions_of_claims_that_are_not_there_are_checked_as_well() -> None:
    found = audited(InMemory(read_case_text(STRAY, "yaml")), DAY).findings
    of_strays = {(f.code, f.ids[0]) for f in found if {"one", "two"} & set(f.ids)}
    assert {("SRC002", "one"), ("SRC004", "two"), ("SRC005", "one"), ("COR003", "one")} <= of_strays
