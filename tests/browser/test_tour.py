"""One visit that uses everything, with the mouse and then by keyboard alone.

As in every test here the network is cut, and any request or message of the console is a failure.
"""

from __future__ import annotations

import re

import pytest

from evidence.findings import Finding, Severity
from graphs.build import build
from graphs.export.page import placing, write_page

pytestmark = pytest.mark.browser

DOWNLOADS = ("#save-case", "#save-png", "#save-svg")
FINDING = Finding(
    code="SRC001", severity=Severity.ERROR, message="nobody says so", ids=("five-attacks",)
)
HASHES = re.compile(r"( 'sha256-[A-Za-z0-9+/]{43}=')+")


def assert_closed(reader) -> None:
    """The policy lets scripts and styles run by their hashes, and nothing else at all."""
    policy = reader.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute(
        "content"
    )
    directives = dict(each.split(" ", 1) for each in (policy or "").split("; "))
    assert directives.pop("default-src") == "'none'"
    assert HASHES.fullmatch(" " + directives.pop("script-src"))
    assert HASHES.fullmatch(" " + directives.pop("style-src"))
    assert directives == {
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def download(reader, button: str) -> str:
    reader.page.locator("#save-menu summary").click()
    with reader.page.expect_download() as saved:
        reader.page.locator(button).click()
    return str(saved.value.suggested_filename)


def test_a_visit_that_uses_everything_is_quiet(open_page, page_file):
    reader = open_page(page_file, init="window.print = () => { window.printed = true; };")
    page = reader.page
    assert_closed(reader)

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

    page.mouse.move(*reader.node_point("claim:iran-behind"))
    page.locator("#hover").wait_for(state="visible")
    reader.click_node("claim:iran-behind")
    page.keyboard.press("l")
    reader.choose("affirms actor:iraqi-officer claim:iran-behind")
    assert "Behind this link" in reader.panel
    reader.choose("claim:iran-behind")
    page.locator("#panel summary", has_text="Step by step").click()
    reader.choose("actor:iran")
    for steps in ("1 step", "2 steps", "3 steps"):
        page.get_by_role("link", name=steps, exact=True).click()
    page.get_by_role("link", name="Show the rest again").click()
    page.get_by_role("link", name="Only what it says").click()
    page.locator("#chips a").first.click()
    page.get_by_role("link", name="Find a path from here").click()
    reader.click_node("actor:kataib-hezbollah")
    assert page.locator("ol.path > li").count() >= 1
    page.get_by_role("link", name="End the path").first.click()
    reader.choose("document:weekly-brief")
    page.get_by_role("button", name="Without this source").click()
    page.get_by_role("link", name="put it back").click()
    reader.page.locator(".full-text a").first.click()

    for box in page.locator("#legend input[type=checkbox]").all():
        box.click()
    page.get_by_role("link", name="Show everything").click()
    for facet in page.locator("#facets select").all():
        facet.select_option(index=1)
        facet.select_option("")
    page.get_by_label("When it happened").check()
    page.locator("#time-bins").click(position={"x": 200, "y": 10})
    page.get_by_role("link", name="All times").click()
    page.get_by_label("When it was said").check()
    brush_half(reader)
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
    page.locator("#save-menu summary").click()
    page.locator("#print").click()
    assert page.evaluate("window.printed")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("#to-table").click()
    page.locator("#open-legend").click()
    page.locator("#close-legend").click()
    reader.frame()
    assert reader.noises == []


def brush_half(reader) -> None:
    """Drag over the first half of the timeline."""
    box = reader.page.locator("#time-bins").bounding_box()
    assert box is not None
    reader.page.mouse.move(box["x"] + 2, box["y"] + 8)
    reader.page.mouse.down()
    reader.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 8, steps=3)
    reader.page.mouse.up()
    assert "said=" in reader.address


def test_a_visit_to_the_groups_of_a_large_case_is_quiet(open_page, drone_attacks, tmp_path):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(placing, "WHOLE", 20)
        write_page(drone_attacks, build(drone_attacks), [FINDING], tmp_path / "page.html")
    reader = open_page(tmp_path / "page.html")
    page = reader.page
    assert_closed(reader)

    reader.choose("group:0")
    page.get_by_role("link", name="Open this group").click()
    page.get_by_role("link", name="Back to all groups").click()
    reader.choose("claim:iran-behind")
    page.get_by_role("link", name="2 steps").click()
    page.get_by_role("link", name="Show the rest again").click()
    page.evaluate("() => { location.hash = 'from=actor:pentagon&to=actor:kss'; }")
    page.wait_for_selector("ol.path")
    page.get_by_role("link", name="End the path").first.click()
    page.locator("#search").fill("launch rail")
    page.locator("#search").press("Enter")
    page.locator("#to-table").click()
    page.go_back()
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
    keys.press("l")
    assert "Behind this link" in reader.panel
    keys.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    keys.press("Escape")
    for key in "++-0":
        keys.press(key)
    keys.press("?")
    keys.press("Escape")
    for control, effect in (("#theme", "document.documentElement.dataset.theme == 'dark'"),
                            ("#open-help", "document.getElementById('help').open")):  # fmt: skip
        tab_to(reader, control)
        keys.press("Enter")
        assert page.evaluate(effect)
        keys.press("Escape")
    tab_to(reader, "#legend input[value=evidence]")
    keys.press("Space")
    assert "evidence" in page.evaluate("location.hash")
    keys.press("Space")
    assert "evidence" not in page.evaluate("location.hash")

    keys.press("/")
    keys.type("weekly brief")
    keys.press("Enter")
    tab_to(reader, "#panel .without")
    keys.press("Enter")
    assert "without=" in reader.address
    assert page.evaluate("document.activeElement.matches('.without')")
    keys.press("Enter")
    assert "without=" not in reader.address

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
    assert "stance=" in reader.address
    tab_to(reader, "#chips a")
    while "stance=" in reader.address:
        keys.press("Enter")
        keys.press("Tab")
    tab_to(reader, "#time-from")
    keys.press("ArrowRight")
    assert "said=" in reader.address
    tab_to(reader, "#time-all")
    keys.press("Enter")
    assert "said=" not in reader.address

    tab_to(reader, "[name=time]")
    keys.press("ArrowRight")
    assert page.get_by_label("When it happened").is_checked()
    for button in DOWNLOADS:
        tab_to(reader, "#save-menu summary")
        keys.press("Enter")
        tab_to(reader, button)
        with page.expect_download():
            keys.press("Enter")

    keys.press("/")
    keys.type("iran's mission")
    keys.press("Enter")
    while page.evaluate("document.activeElement.textContent") != "2 steps":
        keys.press("Tab")
    keys.press("Enter")
    assert "hops=2" in reader.address

    tab_to(reader, "#to-table")
    keys.press("Enter")
    tab_to(reader, "#tab-claims")
    keys.press("ArrowRight")
    tab_to(reader, "th button")
    keys.press("Enter")
    assert "sort=" in reader.address
    tab_to(reader, "#save-menu summary")
    keys.press("Enter")
    tab_to(reader, "#save-csv")
    with page.expect_download() as saved:
        keys.press("Enter")
    assert saved.value.suggested_filename.endswith(".csv")
