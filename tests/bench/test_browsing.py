from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench.browsing import Round, ratio_row
from bench.compared import AS_IS, FIXED, HIDDEN, OURS, write_pages
from bench.opened import Opened
from graphs.export.page.scripts import asset


def test_pages_of_one_case_are_written_side_by_side(tmp_path: Path) -> None:
    pages = {page.name: page for page in write_pages(40, tmp_path)}
    texts = {name: page.path.read_text("utf-8") for name, page in pages.items()}

    assert list(pages) == [OURS, FIXED, AS_IS]
    assert 1.2 < (pages[OURS].bound or 0) > len(texts[OURS].encode()) / 1e6
    assert pages[FIXED].bound is None
    assert '"physics": {"enabled": false}' in texts[FIXED]
    assert "stabilizationIterationsDone" in texts[AS_IS]


def test_pyvis_draws_the_lines_that_our_page_shows_at_first(tmp_path: Path) -> None:
    fixed = next(page for page in write_pages(40, tmp_path) if page.name == FIXED)
    ours = (tmp_path / "ours.html").read_text("utf-8")
    groups = re.search(r'"group":\[([\d,]*)\]', ours)
    names = re.search(r'"groups":\[("affirms"[^\]]*)\]', ours)
    assert groups
    assert names
    hidden = str(names[1].split(",").index(f'"{HIDDEN}"'))
    shown = [group for group in groups[1].split(",") if group != hidden]

    assert fixed.path.read_text("utf-8").count('"arrows": "to"') == len(shown)
    assert f'hide: "{HIDDEN}"' in asset("core/state.js")


@pytest.mark.parametrize(
    ("loads", "row"),
    [
        (
            [(1.0, 2.0), (3.0, 4.0), (2.0, 8.0)],
            "| 1,000 | ours / pyvis, fixed |  |  | 0.50 | 0.75 | 0.50 |  |  |",
        ),
        ([(1.0, 4.0)], "| 1,000 | ours / pyvis, fixed |  |  | 0.25 | 0.38 | 0.25 |  |  |"),
    ],
)
def test_ratios_are_medians_of_the_rounds(loads: list[tuple[float, float]], row: str) -> None:
    rounds: list[Round] = [
        {
            OURS: Opened(ours, 1.5 * ours, ours, (1, 1), 9.0, 9.0),
            FIXED: Opened(fixed, fixed, fixed, (1, 1)),
        }
        for ours, fixed in loads
    ]

    assert ratio_row(1000, rounds) == row


def test_rounds_in_which_a_page_did_not_open_have_no_ratio() -> None:
    used = Opened(1.0, 1.0, 1.0, (1, 1))

    assert ratio_row(40, [{OURS: used, FIXED: None}]).endswith("|  |  |  |  |  |")
