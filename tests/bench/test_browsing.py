from __future__ import annotations

from pathlib import Path

import pytest

from bench import browsing
from bench.browsing import Opened, write_pages


def test_pages_of_one_case_are_written_side_by_side(tmp_path: Path) -> None:
    pages = {
        name: (path.read_text("utf-8"), bound) for name, path, bound in write_pages(40, tmp_path)
    }

    assert list(pages) == ["ours", "pyvis, fixed", "pyvis as it is"]
    assert pages["ours"][1] > 1.2
    assert len(pages["ours"][0].encode()) / 1e6 < pages["ours"][1]
    assert '"physics": {"enabled": false}' in pages["pyvis, fixed"][0]
    assert "stabilizationIterationsDone" in pages["pyvis as it is"][0]


@pytest.mark.parametrize(
    ("found", "row"),
    [
        (Opened(0.5, 1.25, 17.2, 8.9), "| 1,000 | ours | 1.2 | 2.0 | 0.50 | 1.25 | 17 | 9 |"),
        (Opened(0.5, 0.6, 17.2), "| 1,000 | ours | 1.2 | 2.0 | 0.50 | 0.60 | 17 |  |"),
        (None, "| 1,000 | ours | 1.2 | 2.0 | more than 60 |  |  |  |"),
    ],
)
def test_a_row_says_what_was_measured(found: Opened | None, row: str) -> None:
    assert browsing._row(1000, "ours", 1.2, 2.0, found, 60) == row
