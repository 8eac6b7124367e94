"""Facets, chips and the timeline: limiting map and tables alike."""

from __future__ import annotations

import pytest

from evidence.case import Case
from evidence.model import Actor, Attribution, Claim, Document
from evidence.vocabulary import Stance

pytestmark = pytest.mark.browser


def rows(reader) -> list[str]:
    return reader.page.locator("#tabpanel tbody td:first-child").all_inner_texts()


def chips(reader) -> str:
    return reader.page.locator("#chips").inner_text()


@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [
        ("Status", "contested", {"Iran had a hand", "Iran has supplied drones"}),
        ("Stance", "warns", {"The United States will bear"}),
        ("Speaker", "actor:iraqi-officer", {"Iran had a hand"}),
        ("Outlet", "actor:strait-institute", {"Iran has supplied drones", "Kata'ib"}),
        ("Finding", "SRC001", {"The area south of Jurf"}),
    ],
)
def test_a_facet_limits_the_table_to_what_it_says(open_page, page_file, label, value, expected):
    reader = open_page(page_file, "#view=table")
    everything = len(rows(reader))
    reader.page.get_by_label(label).select_option(value)

    kept = rows(reader)
    assert 0 < len(kept) < everything
    for beginning in expected:
        assert any(row.startswith(beginning) for row in kept)
    assert reader.page.locator("#row-count").inner_text() == f"{len(kept)} of {everything}"


def test_facets_add_up_and_each_has_a_way_out(reader):
    reader.page.get_by_label("Stance").select_option("denies")
    reader.page.get_by_label("Speaker").select_option("actor:iran")
    assert "Stance: denies show all" in " ".join(chips(reader).split())
    assert "speaker=actor:iran" in reader.address

    reader.page.locator("#to-table").click()
    assert [row[:15] for row in rows(reader)] == ["Iran had a hand"]
    reader.page.locator("#chips a").first.click()
    reader.page.locator("#chips a").first.click()
    assert chips(reader) == ""
    assert reader.page.get_by_label("Speaker").input_value() == ""


def test_statements_of_other_speakers_leave_the_table_of_statements(open_page, page_file):
    reader = open_page(page_file, "#view=table&tab=statements&speaker=actor:pentagon")

    assert set(rows(reader)) == {"Pentagon"}


def test_the_panel_of_an_actor_limits_the_case_to_what_it_says(reader):
    reader.choose("actor:strait-institute")
    reader.page.get_by_role("link", name="Only what it says").click()
    assert "Speaker: Strait Institute" in chips(reader)

    reader.page.get_by_role("link", name="Only what it published").click()
    assert "Outlet: Strait Institute" in chips(reader)


def test_a_map_without_anything_left_says_so(open_page, page_file):
    reader = open_page(page_file, "#stance=warns&speaker=actor:usa")

    assert "everything is filtered out" in chips(reader)
    reader.page.get_by_role("link", name="Show everything").click()
    assert chips(reader) == ""


def test_the_timeline_counts_days_and_is_brushed_by_dragging(reader):
    bins = reader.page.locator("#time-bins")
    assert bins.locator("rect").count() == 8  # 27 June to 4 July
    box = bins.bounding_box()
    assert box is not None
    reader.page.mouse.move(box["x"] + 0.05 * box["width"], box["y"] + 10)
    reader.page.mouse.down()
    reader.page.mouse.move(box["x"] + 0.2 * box["width"], box["y"] + 10, steps=3)
    reader.page.mouse.up()

    assert "said=2021-06-27..2021-06-28" in reader.address
    assert reader.page.locator("#time-range").inner_text() == "27 June 2021 – 28 June 2021"
    assert bins.locator("rect.is-out").count() == 6
    reader.page.locator("#to-table").click()
    assert all("Iran had a hand" not in row for row in rows(reader))


def test_the_brush_can_be_moved_by_keyboard_and_let_go(reader):
    reader.page.locator("#time-from").focus()
    for _ in range(6):
        reader.page.keyboard.press("ArrowRight")
    assert "said=2021-07-03..2021-07-04" in reader.address
    assert reader.page.locator("#time-from").get_attribute("aria-valuetext") == "3 July 2021"

    reader.page.get_by_role("link", name="All times").click()
    assert "said" not in reader.address


def test_a_statement_counts_when_it_was_said_not_when_it_was_printed(open_page, page_file):
    reader = open_page(page_file, "#view=table&tab=statements&said=2021-07-02..2021-07-02")

    assert reader.page.locator("#tabpanel tbody td:nth-child(2)").all_inner_texts() == ["asserts"]
    assert "launch rail" in reader.page.locator("#tabpanel").inner_text()


def test_what_happened_has_a_timeline_of_its_own(reader):
    reader.page.get_by_label("When it happened").check()
    assert "15 without a date" in reader.page.locator("#timeline").inner_text()
    # A month that is known no better counts from its first day and lasts to its last.
    reader.page.locator("#time-from").focus()
    reader.page.keyboard.press("End")
    assert "happened=2021-06-30..2021-06-30" in reader.address

    reader.page.locator("#to-table").click()
    assert [row[:20] for row in rows(reader)] == ["Iran-backed militias"]
    reader.page.get_by_label("When it was said").check()
    assert "happened" not in reader.address


def test_back_takes_a_facet_back(reader):
    reader.page.get_by_label("Stance").select_option("denies")
    reader.page.go_back()

    assert "stance" not in reader.address
    assert reader.page.get_by_label("Stance").input_value() == ""


def test_a_case_without_dates_has_no_timeline(open_page, write_case_page):
    case = Case.of([Actor(id="a", name="A"), Claim(id="c", text="It rained")])
    reader = open_page(write_case_page(case, []))

    assert not reader.page.locator("#timeline").is_visible()


def test_centuries_of_dates_become_decades(open_page, write_case_page):
    said = [
        Attribution(id=f"a{year}", claim="c", stance=Stance.ASSERTS, document=f"d{year}")
        for year in (99, 1648, 2021)
    ]
    documents = [Document(id=f"d{year}", published=f"{year:04}") for year in (99, 1648, 2021)]
    case = Case.of([*documents, Claim(id="c", text="It rained"), *said])
    reader = open_page(write_case_page(case, []))

    assert reader.page.locator("#time-bins rect").count() == (2020 - 90) // 10 + 1
    assert reader.page.locator("#time-ends").inner_text().split() == ["90", "2029"]
