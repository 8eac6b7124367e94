"""The page as a notebook shows it: in a frame, apart from what is around it."""

from __future__ import annotations

import pytest

import graphs

pytestmark = pytest.mark.browser


def test_a_notebook_shows_a_page_that_works_in_its_frame(open_page, drone_attacks, tmp_path):
    around = tmp_path / "notebook.html"
    shown = graphs.show(drone_attacks)
    around.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{shown._repr_html_()}", "utf-8")
    reader = open_page(around, quiet=False)
    frame = reader.page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")

    frame.get_by_role("link", name="Iran had a hand").first.click()
    heading = frame.locator("#panel-title")
    assert heading.inner_text() == "Iran had a hand in the drone attacks on US forces in Iraq"
    frame.locator("#panel .close").click()
    assert heading.inner_text() == "At a glance"
    frame.locator("#to-table").click()
    assert frame.locator("#tabpanel tbody tr").count() == len(drone_attacks.claims)
    assert reader.noises == []
    assert reader.page.evaluate("location.hash") == ""


def test_nothing_in_the_package_answers_to_another_name():
    with pytest.raises(AttributeError, match="no attribute 'shew'"):
        graphs.shew  # noqa: B018  # looking is what fails
