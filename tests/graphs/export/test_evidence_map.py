"""The evidence map: claims by kinds of source, both sides apart, strength by origins."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import cases

from evidence.case import Case
from evidence.casefile import read_case_text
from evidence.findings import Finding, Severity
from graphs.export.map import RowsOf, map_html, write_map
from graphs.export.map.kinds import KINDS
from graphs.export.map.marks import MOST, marks
from graphs.export.map.rows import EvidenceMap, Row, evidence_map
from graphs.origins import Independence, Origin

CASE = """
claimtrail: 1
title: Who closed the port?
documents:
  wire: {title: Agency wire, publisher: agency, published: 2021-07-04, original: true}
  paper: {title: Morning paper, publisher: paper}
  radio: {title: Radio script, publisher: radio}
actors:
  agency: {name: Alfa Agency, kind: outlet}
  paper: {name: Morning Paper, kind: outlet}
  radio: {name: Radio Bravo, kind: outlet}
  state: {name: the Republic, kind: state}
  envoy: {name: an envoy, kind: person, speaks_for: state}
  guard: {name: a guard, kind: person}
claims:
  closed:
    text: The port was closed
    subject: state
    said:
      - {by: envoy, stance: denies, in: wire, quote: we closed nothing}
      - {by: guard, stance: asserts, in: wire, quote: it was shut}
      - {stance: asserts, in: paper, form: own voice}
      - {stance: asserts, in: radio, form: own voice}
    shown: [{evidence: photo, kind: supports}, {evidence: log, kind: contradicts}]
  reopened: {text: The port should reopen, subject: state, said: [{by: guard, stance: demands}]}
  burnt: {text: The store burnt}
evidence:
  photo: {kind: imagery, text: A photo of the gate}
  log: {text: A log of ships}
derivations:
  - {what: paper, rests_on: wire}
  - {what: radio, rests_on: wire}
"""

LOOP = """
claimtrail: 1
derivations: [{what: paper, rests_on: radio}, {what: radio, rests_on: paper}]
"""


def case() -> Case:
    return read_case_text(CASE, "yaml")


def drawn(rows_of: RowsOf = RowsOf.CLAIMS, findings: tuple[Finding, ...] = ()) -> EvidenceMap:
    return evidence_map(case(), findings, rows_of)


def sides(row: Row) -> dict[str, dict[str, tuple[str, int]]]:
    return {
        kind.name: {s.name: (str(s.independence), len(s.entries)) for s in cell.values()}
        for kind, cell in row.cells.items()
    }


def row_of(title: str, rows_of: RowsOf = RowsOf.CLAIMS) -> Row:
    return next(row for row in drawn(rows_of).rows if row.title == title)


def test_sides_stand_apart_and_are_counted_by_origins_not_by_records() -> None:
    assert sides(row_of("The port was closed")) == {
        "state": {"against": ("1", 1)},
        "person": {"for": ("1", 1)},
        "outlet": {"for": ("1", 2)},
        "imagery": {"for": ("1", 1)},
        "unknown": {"against": ("1", 1)},
    }


def test_a_voice_that_takes_no_side_is_neither() -> None:
    row = row_of("The port should reopen")
    assert sides(row) == {"person": {"neither": ("1", 1)}}
    assert not row.takes_sides


def test_weakest_claims_come_first_and_those_without_sides_last() -> None:
    assert [row.title for row in drawn().rows] == [
        "The store burnt",
        "The port was closed",
        "The port should reopen",
    ]


def test_topics_gather_the_claims_about_one_actor() -> None:
    topics = {row.title: list(row.claims) for row in drawn(RowsOf.TOPICS).rows}
    assert topics == {"about no actor": ["burnt"], "the Republic": ["closed", "reopened"]}
    assert "neither" in row_of("the Republic", RowsOf.TOPICS).cells[KINDS[3]]


def test_what_is_circular_is_named() -> None:
    whole = case()
    outlets = {i: a for i, a in whole.attributions.items() if a.document in ("paper", "radio")}
    looped = replace(
        whole,
        derivations=read_case_text(LOOP, "yaml").derivations,
        attributions=outlets,
        bearings={},
    )
    found = evidence_map(looped, ())
    assert [(d.nodes, d.claims) for d in found.circular] == [
        (("document:paper", "document:radio"), ("closed",))
    ]
    closed = next(row for row in found.rows if row.title == "The port was closed")
    assert closed.circular == "document paper and document radio"
    assert not any(row.circular for row in drawn().rows)


GUARD = """
claimtrail: 1
actors: {guard: {name: a guard, kind: person}, cook: {name: a cook, kind: person}}
claims:
  closed: {text: The port was closed, said: [{by: guard, stance: asserts}]}
  burnt: {text: The store burnt, said: [{by: guard, stance: asserts}]}
  full:
    text: The store was full
    said: [{by: guard, stance: asserts}, {by: cook, stance: asserts}]
  safe: {text: Nobody was hurt, said: [{by: cook, stance: asserts}]}
"""


def test_what_much_hangs_on_is_ranked() -> None:
    found = evidence_map(read_case_text(GUARD, "yaml"), ())
    assert [(d.nodes, d.claims) for d in found.carriers] == [
        (("actor:guard",), ("closed", "burnt"))
    ]


def test_codes_of_findings_stand_with_their_claims() -> None:
    finding = Finding(code="X1", severity=Severity.INFO, message="m", ids=("closed", "wire"))
    codes = {row.title: row.codes for row in drawn(findings=(finding,)).rows}
    assert codes["The port was closed"] == ("X1",)
    assert codes["The store burnt"] == ()


@pytest.mark.parametrize(
    ("certain", "unknown", "side", "shown"),
    [
        (2, 0, "for", "●●"),
        (1, 2, "for", "●○○"),
        (0, 2, "against", "◆◇"),
        (1, 0, "neither", "▪"),
        (5, 2, "for", "● 5 to 7"),
    ],
)
def test_one_mark_for_each_origin(certain: int, unknown: int, side: str, shown: str) -> None:
    origins = [Origin((f"actor:{n}",), n < certain) for n in range(certain + unknown)]
    assert marks(side, Independence(tuple(origins))) == shown
    assert len(shown) <= max(MOST, 8)


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def all(self, name: str) -> list[str | None]:
        return [value for key, value in self.attributes if key == name]


def test_every_cell_opens_its_records_and_gaps_are_shown() -> None:
    text = map_html(case(), ())
    page = Page(text)
    opened = page.all("popovertarget")
    records = {value for value in page.all("id") if value and re.fullmatch(r"r\d+-\d+", value)}
    assert set(opened) == records
    assert len(records) == 6
    assert text.count('class="gap"') == 3 * len(KINDS) - 6
    plain = re.sub(r"</?bdi>", "", text)
    assert "“it was shut”" in plain
    assert "Agency wire, 2021-07-04, wire" in plain


def test_the_page_loads_and_runs_nothing() -> None:
    page = Page(map_html(case(), ()))
    assert page.tags.isdisjoint({"script", "img", "link", "iframe", "object", "form", "a"})
    assert "style" not in {name for name, _ in page.attributes}
    (policy,) = [c for c in page.all("content") if c and "default-src" in c]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_leads_are_told_in_their_order() -> None:
    leads = [
        Finding(code=f"X{n}", severity=Severity.INFO, message="m", hint=f"hint {n}") for n in (2, 1)
    ]
    text = map_html(case(), leads, leads=leads)
    assert text.index("hint 2") < text.index("hint 1")


@settings(max_examples=40, deadline=None)
@given(cases(), st.sampled_from(RowsOf))
def test_hostile_words_stay_words(case: Case, rows_of: RowsOf) -> None:
    text = map_html(case, (), rows_of=rows_of)
    page = Page(text)
    assert page.tags.isdisjoint({"script", "img", "iframe"})
    assert not any(name.startswith("on") for name, _ in page.attributes)
    assert set(page.all("popovertarget")) <= set(page.all("id"))
    text.encode("utf-8")


def test_an_empty_case_has_a_map() -> None:
    assert "no claims" in map_html(Case(), ())


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    write_map(case(), (), tmp_path / "one.html")
    write_map(case(), (), tmp_path / "other.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "other.html").read_bytes()
