"""The evidence map in a browser: offline, by keyboard, in light and dark, without a fault."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from attribution.audit import audit
from attribution.audit.bottom_line import leads
from graphs.export.map import RowsOf, write_map

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.fixture(scope="session", params=list(RowsOf))
def map_file(request, drone_attacks, tmp_path_factory):
    path = tmp_path_factory.mktemp("map") / "map.html"
    found = audit(drone_attacks)
    told = leads(drone_attacks, found)
    write_map(drone_attacks, found, path, leads=told, rows_of=request.param)
    return path


@pytest.fixture
def opened(open_page, map_file):
    def open_map(**options):
        return open_page(map_file, quiet=False, **options)

    return open_map


def violations(reader):
    options = {"runOnly": TAGS, "resultTypes": ["violations"]}
    found = Axe().run(reader.page, options=options).response["violations"]
    return [f"{v['id']}: {n['target']} {n['failureSummary']}" for v in found for n in v["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [{}, PHONE], ids=["desk", "phone"])
def test_axe_finds_no_violation(opened, scheme, screen):
    reader = opened(color_scheme=scheme, **screen)

    assert violations(reader) == []
    reader.page.locator("button.cell").first.click()
    assert violations(reader) == []
    assert reader.noises == []


def test_a_cell_opens_its_records_and_closes_by_key(opened):
    reader = opened()
    cell = reader.page.locator("button.cell").first
    cell.focus()
    reader.page.keyboard.press("Enter")
    records = reader.page.locator(".records:popover-open")
    assert records.count() == 1
    assert records.locator("li").count() >= 1

    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.activeElement.textContent") == "Close"
    reader.page.keyboard.press("Escape")
    assert reader.page.locator(".records:popover-open").count() == 0
    assert reader.page.evaluate("document.activeElement.className") == "cell"


def test_only_the_table_is_wider_than_a_phone(opened):
    reader = opened(**PHONE)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_dark_is_dark(opened):
    background = "getComputedStyle(document.body).backgroundColor"
    assert opened(color_scheme="dark").page.evaluate(background) == "rgb(21, 23, 26)"
    assert opened(color_scheme="light").page.evaluate(background) == "rgb(247, 245, 240)"


def test_supports_and_contradicts_do_not_look_alike(opened):
    page = opened().page
    shown = {side: page.locator(f"button .{side}").first for side in ("for", "against")}
    marks = {side: mark.inner_text()[0] for side, mark in shown.items()}
    colours = {
        side: mark.evaluate("mark => getComputedStyle(mark).color") for side, mark in shown.items()
    }
    assert len(set(marks.values())) == len(set(colours.values())) == 2
