"""Each rule finds something in its bad example and nothing in its good one."""

from __future__ import annotations

import pytest

from attribution.audit import RULES, Rule, audit
from attribution.audit.examples import example
from evidence.casefile import read_case_text
from evidence.findings import Finding
from graphs.build import build


def findings_of(rule: Rule, text: str) -> list[Finding]:
    case = read_case_text(text, "yaml")
    # All rules are run: whether a waiver is needed shows only then.
    return [f for f in audit(case, build(case)) if f.code == rule.code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_bad_example_is_found_and_named(rule: Rule) -> None:
    text = example(rule.code, "bad")
    found = findings_of(rule, text)
    assert found
    assert {f.code for f in found} == {rule.code}
    case = read_case_text(text, "yaml")
    assert all(f.hint and f.message for f in found)
    assert all(case.find(i) is not None for f in found for i in f.ids)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_good_example_is_clean(rule: Rule) -> None:
    assert findings_of(rule, example(rule.code, "good")) == []
