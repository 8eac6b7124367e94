"""The pictures of page and evidence map in README and documentation, all of the bundled example.

`python docs/generator/picture.py` takes them with the Chromium that is on the machine.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

from attribution.audit import audit
from attribution.audit.bottom_line import leads
from attribution.example import example_case
from evidence.casefile import read_case
from graphs.build import build
from graphs.export.map import write_map
from graphs.export.page import write_page

IMAGES = Path(__file__).resolve().parents[1] / "images"
DESK = (1440, 900)
PHONE = (390, 844)


@dataclass(frozen=True)
class Picture:
    """A view of the page.

    Attributes:
        name: Of the file, without its suffix.
        view: What to show: names and values of the page's address.
        size: Of the window in pixels.
        scheme: "light" or "dark".
        of: What it is a picture of: the page, or the evidence map.
    """

    name: str
    view: dict[str, str]
    size: tuple[int, int] = DESK
    scheme: Literal["light", "dark"] = "light"
    of: Literal["page", "map"] = "page"


PICTURES = (
    Picture("page", {}),
    Picture("page-dark", {}, scheme="dark"),
    Picture("page-phone", {"select": "claim:iran-role"}, PHONE),
    Picture("page-claim", {"select": "claim:iran-role"}),
    Picture("page-path", {"from": "actor:pentagon", "to": "actor:kataib-hezbollah"}),
    Picture("page-without", {"without": quote("document:field-arms-notes", safe="")}),
    Picture("page-table", {"view": "table", "sort": "-origins"}),
    Picture("map", {}, of="map"),
)


def main() -> None:
    """Write page and evidence map of the example and take their pictures."""
    program = os.environ.get("CLAIMTRAIL_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        _write(Path(folder))
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for picture in PICTURES:
            _photograph(browser, Path(folder) / f"{picture.of}.html", picture)
        browser.close()


def _write(folder: Path) -> None:
    with example_case() as path:
        case = read_case(path)
    graph = build(case)
    findings = audit(case, graph)
    write_page(case, graph, findings, folder / "page.html")
    write_map(case, findings, folder / "map.html", leads=leads(case, findings))


def _photograph(browser: Browser, page: Path, picture: Picture) -> None:
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=picture.scheme, offline=True
    )
    view = "&".join(f"{name}={quote(value, safe=':')}" for name, value in picture.view.items())
    tab = context.new_page()
    tab.goto(f"{page.as_uri()}#{view}")
    if picture.of == "page":
        tab.wait_for_selector("html[data-ready]", state="attached")
    tab.wait_for_timeout(500)  # a canvas that changes its size is drawn again a little later
    tab.screenshot(path=IMAGES / f"{picture.name}.png")
    context.close()


if __name__ == "__main__":
    main()
