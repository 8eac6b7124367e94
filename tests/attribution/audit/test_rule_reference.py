"""The reference pages, the catalogue and the rules say the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from attribution.audit import RULES, Rule
from attribution.audit.catalogue import INTAKE, entries, entry_of, rule_list, rule_page
from attribution.audit.examples import example
from attribution.audit.reference import pages, write_pages
from evidence.errors import ClaimtrailError

PAGES = Path(__file__).parents[3] / "docs" / "reference" / "rules"


def test_pages_in_the_repository_are_those_that_would_be_written() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    assert written == pages(), "run: python -m attribution.audit.reference docs/reference/rules"


def test_writing_removes_pages_of_codes_that_are_no_more(tmp_path: Path) -> None:
    (tmp_path / "OLD999.md").write_text("gone", encoding="utf-8")
    write_pages(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(pages())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule: Rule) -> None:
    assert type(rule).__doc__, "a rule says what it checks, and why"
    assert rule.title
    assert rule.tradecraft
    assert len(rule.why) > 80
    assert example(rule.code, "bad") != example(rule.code, "good")
    assert f"# {rule.code}: {rule.title}" in pages()[f"{rule.code}.md"]


def test_codes_are_unique_and_listed() -> None:
    codes = [entry.code for entry in entries()]
    assert len(codes) == len(set(codes))
    assert [line.split()[0] for line in rule_list().splitlines()] == codes
    assert [row["code"] for row in json.loads(rule_list(as_json=True))] == codes
    assert {entry.code for entry in INTAKE} <= set(codes)


def test_page_of_a_rule_shows_both_examples() -> None:
    page = rule_page("cor002")
    assert page.startswith("COR002  many sources, one origin  (warning)")
    assert "Reported:" in page
    assert "    claimtrail: 1" in page
    told = json.loads(rule_page("COR002", as_json=True))
    assert told["bad"] == example("COR002", "bad")


def test_unknown_code_lists_those_near() -> None:
    with pytest.raises(ClaimtrailError, match="COR0002") as error:
        entry_of("COR0002")
    assert "COR002" in error.value.hint
