"""How well a case is covered, and the page that shows it."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

from hypothesis import given, settings
from strategies import cases

from attribution.audit import Audit, InMemory, audited
from attribution.reports.audit_html import MATRIX_COLUMNS, audit_html
from evidence.case import Case
from evidence.casefile import read_case_text
from evidence.findings import Finding, Severity
from graphs.coverage import coverage

CASE = """
claimtrail: 1
title: Who closed the port?
actors:
  mayor: {name: The mayor, kind: person}
  harbour: {name: Harbour office, kind: organisation}
documents:
  brief: {title: Brief, original: true, publisher: harbour}
evidence: {photo: {kind: imagery, text: Photo, in: brief}}
claims:
  strong:
    text: The port was closed
    said:
      - {by: mayor, stance: asserts, in: brief}
      - {by: harbour, stance: confirms, in: brief}
    shown: [{evidence: photo, kind: supports}]
  weak: {text: It was closed by night, said: [{by: mayor, stance: asserts, in: brief}]}
  none: {text: It was never open, said: [{by: harbour, stance: denies}]}
"""


class Page(HTMLParser):
    """The elements of a page, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def case() -> Case:
    return read_case_text(CASE, "yaml")


def test_claims_come_weakest_first_with_their_figures() -> None:
    found = [Finding(code="X1", severity=Severity.INFO, message="m", ids=("weak", "strong"))]
    told = coverage(case(), found)
    assert [
        (c.claim, str(c.independence), c.supporting, c.opposing, c.codes) for c in told.claims
    ] == [
        ("none", "0", 0, 1, ()),
        ("weak", "1", 1, 0, ("X1",)),
        ("strong", "2", 3, 0, ("X1",)),
    ]


def test_sources_are_ranked_by_what_they_say_and_what_they_carry() -> None:
    told = coverage(case())
    assert [(s.node, s.claims) for s in told.sources] == [
        ("actor:harbour", 2),
        ("actor:mayor", 2),
        ("evidence:photo", 1),
    ]
    assert {(s.node, s.carries) for s in told.load_bearing} == {
        ("document:brief", 2),
        ("actor:harbour", 2),
        ("actor:mayor", 1),
    }
    by_source = told.claims[2].by_source
    assert by_source == {
        "actor:mayor": ("for",),
        "actor:harbour": ("for",),
        "evidence:photo": ("for",),
    }


def test_page_loads_nothing_but_its_own_style() -> None:
    text = audit_html(case(), audited(InMemory(case())))
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    policy = re.search(r"Content-Security-Policy\" content=\"(.*?)\"", text)
    assert style
    assert policy
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy[1] == f"default-src 'none'; style-src 'sha256-{digest}'"
    page = Page(text)
    tags = {tag for tag, _ in page.elements}
    assert tags.isdisjoint({"script", "img", "link", "iframe", "object", "form"})
    assert not any("style" in attributes for _, attributes in page.elements)
    links = [attributes["href"] for tag, attributes in page.elements if tag == "a"]
    assert links
    assert all(link and link.startswith("#") for link in links)


def test_links_lead_to_the_findings_of_their_rule() -> None:
    page = Page(audit_html(case(), audited(InMemory(case()))))
    targets = {attributes.get("id") for _, attributes in page.elements}
    links = {str(attributes["href"])[1:] for tag, attributes in page.elements if tag == "a"}
    assert links <= targets


def test_page_begins_with_the_bottom_line_and_the_gaps() -> None:
    text = audit_html(case(), audited(InMemory(case())))
    assert text.index('id="short"') < text.index('id="claims"') < text.index('id="gaps"')
    assert "look next" in text
    assert re.search(r'<a href="#COR001">COR001</a> one independent origin: 1 claim ', text)


def test_page_names_the_origins_of_each_claim() -> None:
    text = audit_html(case(), Audit([]))
    rows = re.findall(r'<th scope="row" class="words">.*?</tr>', text, re.DOTALL)
    (strong,) = [row for row in rows if ">strong<" in row]
    assert '<td class="words">' in strong
    assert strong.count(";") >= 1


def test_columns_that_are_left_out_are_counted() -> None:
    count = MATRIX_COLUMNS + 2
    said = "".join(f"      - {{by: p{i}, stance: asserts}}\n" for i in range(count))
    crowded = read_case_text(
        f"claimtrail: 1\nclaims:\n  c:\n    text: C\n    said:\n{said}", "yaml"
    )
    text = audit_html(crowded, Audit([]))
    assert f"The {MATRIX_COLUMNS} sources that speak of most claims are shown; 2 more" in text
    assert "more are not" not in audit_html(case(), Audit([]))


def test_empty_case_has_a_page() -> None:
    text = audit_html(Case(), Audit([]))
    assert "No claim hangs on one source alone." in text
    assert "Nothing was found." in text


@settings(max_examples=30, deadline=None)
@given(cases())
def test_hostile_words_stay_words(case: Case) -> None:
    text = audit_html(case, audited(InMemory(case)))
    page = Page(text)
    tags = {tag for tag, _ in page.elements}
    assert tags.isdisjoint({"script", "img", "iframe"})
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert "\x1b" not in text
