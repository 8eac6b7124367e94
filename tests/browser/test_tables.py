"""The tables: everything as rows, sorted, filtered and saved."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from evidence.casefile import read_case

pytestmark = pytest.mark.browser


def rows(reader):
    return reader.page.locator("#tabpanel tbody tr")


def first_column(reader):
    return reader.page.locator("#tabpanel tbody td:first-child").all_inner_texts()


@pytest.fixture
def tables(open_page, page_file):
    return open_page(page_file, "#view=table")


@pytest.mark.parametrize(
    ("tab", "section"),
    [
        ("claims", "claims"),
        ("statements", "attributions"),
        ("actors", "actors"),
        ("documents", "documents"),
        ("evidence", "evidence"),
        ("relations", "relations"),
    ],
)
def test_each_record_has_its_row(tables, drone_attacks, tab, section):
    tables.page.locator(f"#tab-{tab}").click()

    assert rows(tables).count() == len(getattr(drone_attacks, section))


def test_sorting_by_a_column_and_back(tables):
    tables.page.locator("#tab-actors").click()
    header = tables.page.locator("[data-column=says]")
    header.click()
    ascending = tables.page.locator("#tabpanel td:nth-child(3)").all_inner_texts()
    assert ascending == sorted(ascending, key=int)
    assert tables.page.locator("th[aria-sort=ascending]").count() == 1

    header.click()
    descending = tables.page.locator("#tabpanel td:nth-child(3)").all_inner_texts()
    assert descending == ascending[::-1]
    assert tables.page.locator("th[aria-sort=descending]").inner_text().startswith("Says")


def test_standing_is_sorted_by_what_needs_attention_first(tables):
    tables.page.locator("[data-column=standing]").click()

    standings = tables.page.locator("#tabpanel td:nth-child(2)").all_inner_texts()
    assert standings[:3] == ["Contested", "Contested", "No source"]


def test_filter_keeps_rows_with_every_word(tables):
    tables.page.locator("#find").fill("iran iraq")

    assert len(first_column(tables)) > 0
    assert all("iran" in t.lower() and "iraq" in t.lower() for t in first_column(tables))
    assert tables.page.locator("#row-count").inner_text() == f"{rows(tables).count()} of 17"


def test_tabs_are_walked_with_arrow_keys(tables):
    tables.page.locator("#tab-claims").focus()
    tables.page.keyboard.press("ArrowRight")
    assert tables.page.evaluate("document.activeElement.id") == "tab-statements"

    tables.page.keyboard.press("End")
    assert tables.page.evaluate("document.activeElement.id") == "tab-findings"
    assert rows(tables).count() == 4


def test_a_name_in_a_row_opens_the_panel_beside_the_table(tables):
    tables.page.get_by_role("link", name="The engines are sold openly").click()

    assert tables.heading == "The engines are sold openly on trading sites"
    assert tables.page.locator("#table").is_visible()


def save(reader, button, path: Path) -> Path:
    reader.page.locator("#save-menu summary").click()
    with reader.page.expect_download() as download:
        reader.page.locator(button).click()
    download.value.save_as(path)
    return path


def test_the_saved_table_is_the_filtered_table(tables, tmp_path):
    tables.page.locator("#find").fill("strikes")
    path = save(tables, "#save-csv", tmp_path / "table.csv")

    saved = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert saved[0][0] == "Claim"
    assert [row[0] for row in saved[1:]] == first_column(tables)


def test_the_saved_case_is_the_case(reader, drone_attacks, tmp_path):
    path = save(reader, "#save-case", tmp_path / "case.jsonl")

    assert read_case(path) == drone_attacks
    assert json.loads(path.read_text().splitlines()[0])["title"] == drone_attacks.title


def test_the_saved_table_holds_what_the_facets_let_through(open_page, page_file, tmp_path):
    reader = open_page(page_file, "#view=table&tab=statements&speaker=actor:pentagon")
    path = save(reader, "#save-csv", tmp_path / "table.csv")

    saved = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert {row[0] for row in saved[1:]} == {"Pentagon"}


def test_the_saved_drawing_holds_every_word_of_the_map(reader, tmp_path):
    path = save(reader, "#save-svg", tmp_path / "map.svg")
    drawing = ElementTree.parse(path)  # noqa: S314  # the page's own

    texts = " ".join(text or "" for element in drawing.iter() for text in [element.text])
    for node in reader.nodes():
        assert all(line in texts for line in node["lines"].split("\n")), node["id"]
    assert "Contested" in texts
    shapes = [e for e in drawing.iter() if e.tag.endswith("path") or e.tag.endswith("rect")]
    assert len(shapes) > 2 * len(reader.nodes())


def test_the_saved_picture_is_a_picture(reader, tmp_path):
    path = save(reader, "#save-png", tmp_path / "map.png")

    assert path.read_bytes().startswith(b"\x89PNG")
    assert path.stat().st_size > 20_000
