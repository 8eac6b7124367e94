"""One visit that uses everything, with the mouse and then by keyboard alone.

As in every test here the network is cut, and any request or message of the console is a failure.
"""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

DOWNLOADS = ("#save-case", "#save-png", "#save-svg")


def download(reader, button: str) -> str:
    reader.page.locator("#save-menu summary").click()
    with reader.page.expect_download() as saved:
        reader.page.locator(button).click()
    return str(saved.value.suggested_filename)


def test_a_visit_that_uses_everything_is_quiet(open_page, page_file):
    reader = open_page(page_file)
    page = reader.page
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-")

    page.locator("#open-help").click()
    page.locator("#help .primary").click()
    page.locator("#theme").click()
    for button in ("#zoom-in", "#zoom-out", "#fit"):
        page.locator(button).click()
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 350, box["y"] + 320, steps=4)
    page.mouse.up()
    page.mouse.wheel(0, -200)

    reader.click_node("claim:iran-behind")
    page.locator("#panel summary", has_text="Step by step").click()
    reader.choose("actor:iran")
    page.get_by_role("link", name="2 steps").click()
    page.get_by_role("link", name="Show the rest again").click()
    page.get_by_role("link", name="Find a path from here").click()
    reader.click_node("actor:kataib-hezbollah")
    assert page.locator("ol.path > li").count() >= 1
    page.get_by_role("link", name="End the path").first.click()
    reader.choose("document:weekly-brief")
    page.get_by_role("button", name="Without this source").click()
    page.get_by_role("link", name="put it back").click()

    page.get_by_label("Evidence").uncheck()
    for facet in page.locator("#facets select").all():
        facet.select_option(index=1)
        facet.select_option("")
    page.get_by_label("When it happened").check()
    page.locator("#time-bins").click(position={"x": 200, "y": 10})
    page.get_by_role("link", name="All times").click()
    names = [download(reader, button) for button in DOWNLOADS]

    page.locator("#to-table").click()
    for tab in page.locator("[role=tab]").all():
        tab.click()
        page.locator("thead button").first.click()
    page.locator("#find").fill("iran")
    names.append(download(reader, "#save-csv"))
    assert [name.rpartition(".")[2] for name in names] == ["jsonl", "png", "svg", "csv"]

    page.locator("#search").fill("drone")
    page.locator("#results [role=option]").first.click()
    for _ in range(4):
        page.go_back()
    page.go_forward()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    reader.frame()
    assert reader.noises == []


def tab_to(reader, wanted: str) -> None:
    """Press Tab until the focus is on what a selector names."""
    for _ in range(200):
        reader.page.keyboard.press("Tab")
        if reader.page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    pytest.fail(f"the keyboard does not reach {wanted}")


def test_the_keyboard_alone_does_everything(reader):
    page, keys = reader.page, reader.page.keyboard
    tab_to(reader, "#canvas")
    keys.press("ArrowRight")
    keys.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    keys.press("Escape")

    keys.press("/")
    keys.type("weekly brief")
    keys.press("Enter")
    tab_to(reader, "#panel .without")
    keys.press("Enter")
    assert "without=" in page.url
    assert page.evaluate("document.activeElement.matches('.without')")
    keys.press("Enter")
    assert "without=" not in page.url

    keys.press("/")
    keys.type("pentagon")
    keys.press("Enter")
    while page.evaluate("document.activeElement.textContent") != "Find a path from here":
        keys.press("Tab")
    keys.press("Enter")
    keys.press("/")
    keys.type("kataib hezbollah")
    keys.press("Enter")
    assert reader.heading == "From Pentagon to Kata'ib Hezbollah"

    tab_to(reader, "[data-facet=stance]")
    keys.press("ArrowDown")
    assert "stance=" in page.url
    tab_to(reader, "#chips a")
    while "stance=" in page.url:
        keys.press("Enter")
        keys.press("Tab")
    tab_to(reader, "#time-from")
    keys.press("ArrowRight")
    assert "said=" in page.url
    tab_to(reader, "#time-all")
    keys.press("Enter")
    assert "said=" not in page.url

    tab_to(reader, "#to-table")
    keys.press("Enter")
    tab_to(reader, "#tab-claims")
    keys.press("ArrowRight")
    tab_to(reader, "th button")
    keys.press("Enter")
    assert "sort=" in page.url
    tab_to(reader, "#save-menu summary")
    keys.press("Enter")
    tab_to(reader, "#save-csv")
    with page.expect_download() as saved:
        keys.press("Enter")
    assert saved.value.suggested_filename.endswith(".csv")
