"""The pictures that the README shows: the page with one claim opened, and the evidence map.

`python docs/generator/picture.py` draws them with the Chromium that is on the machine.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from attribution.audit import AuditConfig, audit
from attribution.audit.bottom_line import leads
from attribution.example import example_case
from evidence.casefile import read_case
from graphs.build import build
from graphs.export.map import write_map
from graphs.export.page import write_page

IMAGES = Path(__file__).resolve().parents[1] / "images"
OPENED = "claim:iran-role"
SIZE = {"width": 1440, "height": 900}


def main() -> None:
    """Write the page and the map of the example and take their pictures."""
    with tempfile.TemporaryDirectory() as folder:
        page, evidence_map = Path(folder) / "graph.html", Path(folder) / "map.html"
        with example_case() as path:
            case = read_case(path)
        graph = build(case)
        found = audit(case, graph, AuditConfig())
        write_page(case, graph, found, page)
        write_map(case, found, evidence_map, leads=leads(case, found))
        opened = f"{page.as_uri()}#select={quote(OPENED, safe='')}"
        _photograph(opened, IMAGES / "page.png", "html[data-ready]")
        _photograph(evidence_map.as_uri(), IMAGES / "map.png", "table")


def _photograph(address: str, picture: Path, shown: str) -> None:
    program = os.environ.get("CLAIMTRAIL_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(address)
        page.wait_for_selector(shown, state="attached")
        page.wait_for_timeout(1000)  # the view of the page glides to the claim
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    main()
