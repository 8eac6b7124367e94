"""Without this source: what falls in the page is what `graphs.origins.withdraw` says."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from random_lineages import random_case

from evidence.case import Case, dossiers
from graphs.origins import Lineage, Outcome, load_bearing, network, supports, withdraw

pytestmark = pytest.mark.browser

HEADINGS = {
    Outcome.UNSUPPORTED: "Loses all support",
    Outcome.ONE_ORIGIN: "Falls to one origin",
    Outcome.WEAKER: "Loses some support",
    Outcome.LESS_OPPOSED: "Loses what speaks against it",
}


def sources(case: Case) -> list[str]:
    sections = {"document": case.documents, "actor": case.actors, "evidence": case.evidence}
    return [f"{kind}:{key}" for kind, section in sections.items() for key in section]


def withdraw_in(reader, *keys: str) -> None:
    word = quote(",".join(quote(key, safe="") for key in keys), safe="")
    reader.page.evaluate("word => { location.hash = 'without=' + word; }", word)
    reader.page.wait_for_function("word => location.hash.endsWith(word)", arg=word)
    reader.frame()


def losses_in(reader) -> dict[str, tuple[str, str]]:
    """What the panel says of each claim: its outcome, and its origins before and after."""
    return {
        line["claim"]: (part["title"], line["origins"])
        for part in reader.page.evaluate(
            """() => [...document.querySelectorAll("#panel .part")].map(part => ({
                title: part.querySelector("h3").firstChild.textContent,
                lines: [...part.querySelectorAll(".line")].map(line => ({
                    claim: line.querySelector("a").textContent,
                    origins: line.querySelector(".faint").textContent,
                })),
            }))"""
        )
        for line in part["lines"]
    }


@pytest.mark.parametrize("seed", [1, 4, 12, 23, 31, 47])
def test_the_page_loses_what_python_says_is_lost(open_page, write_case_page, seed):
    case = random_case(seed)
    reader = open_page(write_case_page(case, []))
    for key in sources(case):
        withdraw_in(reader, key)
        expected = {
            loss.claim: (
                HEADINGS[loss.outcome],
                f"independent origins: {loss.before} before, {loss.after} after",
            )
            for loss in withdraw(case, [key])
        }
        assert losses_in(reader) == expected, key


@pytest.mark.parametrize("seed", [2, 9, 17, 28])
def test_a_claim_hangs_on_what_python_says_it_hangs_on(open_page, write_case_page, seed):
    case = random_case(seed)
    lineage = Lineage(case)
    whole = network(lineage, {f"claim:{d.claim.id}": supports(d) for d in dossiers(case)})
    reader = open_page(write_case_page(case, []))
    for claim in case.claims:
        reader.choose(f"claim:{claim}")
        hanging = reader.page.locator("#panel .lineage > .line", has_text="It all hangs on")
        links = hanging.locator("a, .dangling").all_inner_texts() if hanging.count() else []
        names = {
            case.find(node.partition(":")[2]).title or node.partition(":")[2]
            if node.startswith("document:")
            else node.partition(":")[2]
            for node in load_bearing(whole, f"claim:{claim}")
            if case.find(node.partition(":")[2])
        }
        assert set(links) >= names


def test_a_button_withdraws_a_source_and_puts_it_back(reader):
    reader.choose("document:weekly-brief")
    button = reader.page.get_by_role("button", name="Without this source")
    button.click()
    assert "without=document" in reader.address
    assert button.get_attribute("aria-pressed") == "true"
    assert "No longer stands" in reader.panel
    assert "Without Weekly brief" in reader.page.locator("#chips").inner_text()

    reader.page.locator("#panel").get_by_role("link", name="A launch rail").first.click()
    assert "Loses all support" in reader.panel
    reader.page.get_by_role("link", name="put it back").click()
    assert "Loses all support" not in reader.panel
    assert reader.page.locator("#chips").inner_text() == ""


def test_lines_of_what_no_longer_stands_leave_the_map(reader):
    before = reader.picture()
    withdraw_in(reader, "actor:strait-institute", "actor:iran-un-mission")
    reader.frame()

    assert reader.picture() != before
    assert reader.heading.startswith("Without Strait Institute, Iran's mission to the UN")


def test_withdrawing_what_nothing_rests_on_costs_nothing(reader):
    withdraw_in(reader, "actor:delta-drone")

    assert "No claim of this case loses anything" in reader.panel


def test_the_lineage_of_a_claim_goes_up_to_its_origins(reader):
    reader.choose("claim:five-attacks")

    part = reader.page.locator("#panel .lineage")
    assert (
        part.locator(".line").first.inner_text().startswith("1 independent origin: United States")
    )
    part.locator("summary").click()
    steps = part.locator(".steps").first.inner_text()
    assert "Pentagon" in steps
    assert "origin" in steps
