"""The picture of the page that the README shows: the hand-written case, one claim opened.

`python docs/generator/picture.py` draws it with the Chromium that is on the machine.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

from attribution.audit import AuditConfig, audit
from attribution.example import example_case
from evidence.casefile import read_case
from graphs.build import build
from graphs.export.page import write_page

PICTURE = Path(__file__).resolve().parents[1] / "images" / "page.png"
OPENED = "claim:iran-role"
SIZE = {"width": 1440, "height": 900}


def main() -> None:
    """Write the page of the example and take its picture."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "graph.html"
        with example_case() as path:
            case = read_case(path)
        graph = build(case)
        write_page(case, graph, audit(case, graph, AuditConfig()), page)
        _photograph(f"{page.as_uri()}#select={quote(OPENED, safe='')}")


def _photograph(address: str) -> None:
    program = os.environ.get("CLAIMTRAIL_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(address)
        page.wait_for_selector("html[data-ready]", state="attached")
        page.wait_for_timeout(1000)  # the view glides to the claim
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
