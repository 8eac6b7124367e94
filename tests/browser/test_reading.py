"""Reading: search, panel, legend, path and permalinks, used as a reader would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser


def test_search_opens_what_was_found_by_keyboard_alone(reader):
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("supplied drones")

    assert reader.page.locator("#results [role=option]").count() >= 1
    reader.page.keyboard.press("Enter")

    assert reader.heading == "Iran has supplied drones and engines to Kata'ib Hezbollah"
    assert reader.page.evaluate("document.activeElement.id") == "panel-title"


def test_search_ignores_accents_case_and_apostrophes(reader):
    reader.page.locator("#search").fill("KATAIB HEZBOLLAH")

    first = reader.page.locator("#results [role=option]").first
    assert first.inner_text() == "Kata'ib Hezbollah"


def test_search_finds_words_of_quotes_and_of_full_texts(reader):
    reader.page.locator("#search").fill("legally void")
    assert "Iran had a hand" in reader.page.locator("#results").inner_text()

    reader.page.locator("#search").fill("Jurf al-Sakhar launch")
    assert "Weekly brief" in reader.page.locator("#results").inner_text()


def test_search_says_when_nothing_is_found(reader):
    reader.page.locator("#search").fill("zeppelin")

    assert reader.page.locator("#results").inner_text() == "Nothing found"


def test_arrows_choose_among_results_and_escape_closes_them(reader):
    box = reader.page.locator("#search")
    box.fill("drone")
    box.press("ArrowDown")
    options = reader.page.locator("#results [data-index]")
    chosen = [options.nth(i).get_attribute("aria-selected") for i in range(3)]
    assert chosen == ["false", "true", "false"]
    assert box.get_attribute("aria-activedescendant") == "result-1"

    box.press("Escape")
    assert not reader.page.locator("#results").is_visible()


def test_clicking_a_claim_shows_who_says_so_in_which_words(reader):
    reader.click_node("claim:iran-supplies")

    assert reader.heading == "Iran has supplied drones and engines to Kata'ib Hezbollah"
    assert "1 voice says so; 2 deny or doubt it." in reader.panel
    quote = reader.page.locator("#panel .card", has_text="two Iraqi security officials").first
    assert quote.locator("mark.content").inner_text() == (
        "Iran has supplied drones and engines to Kata'ib Hezbollah"
    )
    assert quote.locator(".cue").inner_text() == "according to"
    assert quote.locator(".source").inner_text() == "two Iraqi security officials"
    assert "Strait Institute · 4 July 2021" in quote.inner_text()


def test_a_quote_that_is_not_in_the_document_is_said_to_be_missing(reader):
    reader.choose("claim:iran-behind")

    lost = reader.page.locator("#panel .lost")
    assert lost.inner_text() == (
        "These words were not found in the document: “no such words stand in this document”"
    )


def test_a_statement_passed_on_names_who_passed_it_on(reader):
    reader.choose("claim:five-attacks")

    assert reader.panel.count("as reported by Meridian Agency") == 2


def test_an_undercutting_bearing_tells_which_step_it_is_aimed_at(reader):
    reader.choose("claim:iran-behind")

    assert "aimed at the step from Drone debris shown at Erbil airport" in reader.panel


def test_findings_show_their_hint_with_code_set_as_code(reader):
    reader.choose("claim:base-cordoned")

    finding = reader.page.locator("#panel .finding")
    assert "SRC001" in finding.inner_text()
    assert finding.locator(".hint code").inner_text() == "said"


def test_an_actor_shows_what_it_says_and_what_is_said_about_it(reader):
    reader.choose("actor:kataib-hezbollah")

    assert "Kata'ib Hezbollah builds its drones itself" in reader.part("What it says").inner_text()
    about = reader.part("What is said about it").inner_text()
    assert "Iran has supplied drones and engines" in about


def test_a_document_shows_its_whole_text_with_passages_that_lead_to_claims(reader):
    reader.choose("document:statement-kh")

    text = reader.page.locator(".full-text")
    assert text.inner_text().startswith("The resistance does not need permission")
    text.locator("a", has_text="every foreign soldier leave Iraq").click()
    assert reader.heading == "Every foreign soldier must leave Iraq"


def test_clicking_a_line_shows_the_passages_behind_it(reader):
    edge = next(e for e in reader.edges() if e["from"] == "actor:iraqi-officer")
    ends = {node["id"]: node for node in reader.nodes()}
    tail, head = ends[edge["from"]], ends[edge["to"]]
    # A line can be covered by boxes: try along it until one is hit that is not a node.
    for part in (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65):
        x, y = (tail[c] + part * (head[c] - tail[c]) for c in "xy")
        reader.page.mouse.click(*reader.point_of(x, y))
        if "Behind this link" in reader.panel:
            break

    assert "an Iraqi officer accuses: Iran had a hand" in reader.heading
    assert "points in one direction" in reader.page.locator("#panel mark").first.inner_text()


def test_a_line_for_several_statements_shows_each_of_them(reader):
    edge = next(e for e in reader.edges() if len(e["records"]) == 3)
    reader.choose(edge["id"])

    assert reader.page.locator("#panel .card").count() == 3


def test_legend_counts_and_hides(reader):
    box = reader.page.get_by_label("Denies or doubts it")
    assert reader.page.locator("label", has=box).locator(".n").inner_text() == "5"

    box.uncheck()
    reader.frame()
    assert "hide=about,opposes" in reader.address

    reader.page.get_by_label("Claims", exact=False).first.uncheck()
    assert "claim" in reader.address.split("hide=")[1]


def test_only_contested_keeps_contested_claims_and_what_is_tied_to_them(reader):
    reader.page.get_by_label("Status").select_option("contested")
    reader.choose("claim:five-attacks")  # hidden, yet its panel can be read
    assert reader.heading.startswith("At least five")


def test_hidden_search_result_is_brought_back(reader):
    reader.page.get_by_label("Evidence").uncheck()
    assert "evidence" in reader.address

    reader.page.keyboard.press("/")
    reader.page.keyboard.type("debris shown")
    reader.page.keyboard.press("Enter")

    assert "hide" not in reader.address or "evidence" not in reader.address.split("hide=")[1]
    assert reader.heading == "Drone debris shown at Erbil airport"


def test_focus_limits_the_map_and_says_so(reader):
    reader.choose("actor:iran")
    reader.page.get_by_role("link", name="2 steps").click()

    assert "Only 2 steps around Iran" in reader.page.locator("#chips").inner_text()
    reader.page.get_by_role("link", name="Show the rest again").click()
    assert reader.page.locator("#chips").inner_text() == ""


def test_a_path_shows_each_step_with_the_words_behind_it(reader):
    reader.choose("actor:pentagon")
    reader.page.get_by_role("link", name="Find a path from here").click()
    assert "Path from Pentagon to" in reader.page.locator("#chips").inner_text()
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("Kataib Hezbollah")
    reader.page.keyboard.press("Enter")

    assert reader.heading == "From Pentagon to Kata'ib Hezbollah"
    steps = reader.page.locator("ol.path > li").all_inner_texts()
    assert len(steps) == 2
    assert steps[0].strip().startswith("Pentagon speaks for United States")
    assert steps[1].strip().startswith("Kata'ib Hezbollah demands of United States")


def test_an_address_brings_back_what_was_seen(open_page: Callable, page_file: Path):
    reader = open_page(page_file, "#select=document:weekly-brief&view=table&tab=findings")

    assert reader.heading == "Weekly brief: cheap drones and expensive denials"
    assert reader.page.locator("#tab-findings").get_attribute("aria-selected") == "true"


def test_back_and_forward_walk_through_what_was_chosen(reader):
    reader.click_node("claim:engines-sold")
    reader.page.get_by_role("link", name="Iran had a hand").first.click()
    assert reader.heading.startswith("Iran had a hand")

    reader.page.go_back()
    assert reader.heading.startswith("The engines are sold openly")
    reader.page.go_forward()
    assert reader.heading.startswith("Iran had a hand")


def test_an_address_that_names_nothing_is_ignored(open_page: Callable, page_file: Path):
    reader = open_page(page_file, "#select=claim:none&tab=__proto__&view=x&hops=9&focus=%E0%A4%A")

    assert "At a glance" in reader.panel
    assert reader.page.locator("#map").is_visible()
