"""Where the camera looks: kept in the address once it was moved, set anew for what is asked."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest

pytestmark = pytest.mark.browser


def camera(reader) -> tuple[float, float, float]:
    reader.frame()
    data = reader.page.evaluate("({ ...document.getElementById('canvas').dataset })")
    return float(data["x"]), float(data["y"]), float(data["scale"])


def drag_the_map(reader) -> None:
    box = reader.page.locator("#canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + 5, box["y"] + 5
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    reader.page.mouse.move(x + 120, y + 60, steps=4)
    reader.page.mouse.up()
    reader.frame()
    reader.page.wait_for_function(
        """() => {
            const { x, y } = document.getElementById("canvas").dataset;
            return location.hash.includes(`at=${Math.round(x)},${Math.round(y)},`);
        }"""
    )


def test_a_moved_camera_is_in_the_address_and_another_visit_sees_the_same(
    open_page, page_file, reader
):
    reader.page.locator("#zoom-in").click()
    drag_the_map(reader)
    fragment = reader.address.partition("#")[2]
    assert re.fullmatch(r"at=-?\d+,-?\d+,\d+\.\d{3}", unquote(fragment))

    again = open_page(page_file, f"#{fragment}")
    assert camera(again) == pytest.approx(camera(reader), abs=0.6)


def test_show_all_forgets_where_the_camera_was(reader):
    before = camera(reader)
    drag_the_map(reader)
    reader.page.locator("#fit").click()

    assert "at=" not in reader.address
    assert camera(reader) == pytest.approx(before)


def test_moving_the_camera_leaves_no_step_to_go_back_to(reader):
    length = reader.page.evaluate("history.length")
    drag_the_map(reader)

    assert reader.page.evaluate("history.length") == length


def test_what_reframes_the_map_forgets_where_the_camera_was(reader):
    drag_the_map(reader)
    reader.page.get_by_label("Status").select_option("contested")

    assert "standing=contested" in reader.address
    assert "at=" not in reader.address


@pytest.mark.parametrize("words", ["1,2", "1e9,0,1.000", "0,0,0.000", "NaN,0,1.000", "0,0,-1.000"])
def test_an_address_with_no_viewpoint_shows_everything(open_page, page_file, reader, words):
    assert camera(open_page(page_file, f"#at={words}")) == pytest.approx(camera(reader))


def test_a_path_fills_the_map(open_page, page_file):
    reader = open_page(page_file, "#from=actor:pentagon&to=actor:kss")
    steps = reader.page.locator("ol.path > li").count()
    box = reader.page.locator("#canvas").bounding_box()
    assert box is not None
    assert steps >= 1
    for key in ("actor:pentagon", "actor:kss"):
        x, y = reader.node_point(key)
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] + 40 < y < box["y"] + box["height"]
