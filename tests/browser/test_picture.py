"""The picture: the same each time, readable at first sight, told apart without colour."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

import pytest

from attribution.example import example_case
from evidence.case import Case
from evidence.casefile import read_case
from evidence.model import Claim
from graphs.export.page.boxes import FORMS
from graphs.keys import NodeType

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"


def test_two_loads_look_the_same(open_page, page_file):
    first, second = (open_page(page_file).picture() for _ in range(2))

    assert first == second


def test_everything_is_on_the_canvas_at_first(reader):
    assert_all_on_canvas(reader)


def test_everything_is_on_the_canvas_when_the_tables_came_first(open_page, page_file):
    reader = open_page(page_file, "#view=table")
    reader.page.locator("#to-map").click()
    reader.page.wait_for_selector("#canvas[data-scale]")
    reader.frame()

    assert_all_on_canvas(reader)


def assert_all_on_canvas(reader):
    box = reader.page.locator("#canvas").bounding_box()
    assert box is not None
    for node in reader.nodes():
        for side in (-0.5, 0.5):
            x, y = reader.point_of(
                node["x"] + side * node["width"], node["y"] + side * node["height"]
            )
            assert box["x"] <= x <= box["x"] + box["width"]
            assert box["y"] <= y <= box["y"] + box["height"]


def test_no_two_boxes_overlap(reader):
    for one, other in combinations(reader.nodes(), 2):
        across = abs(one["x"] - other["x"]) * 2 >= one["width"] + other["width"]
        down = abs(one["y"] - other["y"]) * 2 >= one["height"] + other["height"]
        assert across or down, (one["id"], other["id"])


def test_groups_of_lines_differ_without_colour(reader):
    """In the legend's samples, which come from the same table as the lines of the map."""
    reader.page.get_by_label("Is about").check()
    samples = reader.page.evaluate(
        """() => [...document.querySelectorAll("#legend .sample[class*=edge-]")].map(sample => [
            sample.querySelector("line").getAttribute("stroke-dasharray"),
            sample.querySelector("line").getAttribute("stroke-width"),
            sample.querySelector("path")?.getAttribute("d"),
        ].join(" "))"""
    )
    assert len(samples) == 13
    assert len(set(samples)) == 13


def test_pointing_at_a_node_tells_its_whole_text(reader):
    reader.page.mouse.move(*reader.node_point("claim:iran-behind"))

    hover = reader.page.locator("#hover")
    hover.wait_for(state="visible")
    assert hover.inner_text() == "Iran had a hand in the drone attacks on US forces in Iraq"


def test_clicking_beside_everything_lets_go(reader):
    reader.click_node("claim:iran-behind")
    box = reader.page.locator("#canvas").bounding_box()
    assert box is not None
    reader.page.mouse.click(box["x"] + 4, box["y"] + box["height"] - 4)

    assert "At a glance" in reader.panel


def test_printing_shows_panel_and_map_on_white(reader):
    reader.choose("claim:iran-behind")
    reader.page.locator("#theme").click()
    reader.page.emulate_media(media="print")
    reader.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")

    assert reader.page.evaluate("document.documentElement.dataset.theme") == "light"
    assert not reader.page.locator("#search").is_visible()
    assert reader.page.locator("#panel").is_visible()
    reader.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert reader.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_words_from_the_right_are_painted_from_the_right(open_page, write_case_page, tmp_path):
    case = Case.of(
        [Claim(id="c", text="הרחפנים הורכבו בעיראק (ב-2021)!"), Claim(id="d", text="It rained")]
    )
    reader = open_page(write_case_page(case, []))
    reader.page.locator("#save-menu summary").click()
    with reader.page.expect_download() as download:
        reader.page.locator("#save-svg").click()
    download.value.save_as(tmp_path / "map.svg")
    drawing = ElementTree.parse(tmp_path / "map.svg")  # noqa: S314  # our own
    lines = [(text.text, text.get("direction")) for text in drawing.iter(f"{SVG}text")]

    assert ("It rained", None) in lines
    hebrew = [direction for text, direction in lines if text and "ה" in text]
    assert hebrew
    assert set(hebrew) == {"rtl"}


def test_letters_of_the_first_view_can_be_read(open_page, write_case_page):
    """About seventy nodes, as an analyst has them, on a common screen."""
    with example_case() as path:
        case = read_case(path)
    reader = open_page(write_case_page(case, []))
    assert len(reader.nodes()) >= 60

    scale = float(reader.page.locator("#canvas").get_attribute("data-scale") or 0)
    assert scale * FORMS[NodeType.CLAIM].font >= 9.5
