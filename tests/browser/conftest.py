"""A browser without a network, pages to open in it, and a reader who uses them."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, Route, sync_playwright

from evidence.case import Case
from evidence.casefile import read_case
from evidence.findings import Finding, Severity
from graphs.build import build
from graphs.export.page import write_page
from graphs.export.page.blocks import unpacked

CASE_FILE = Path(__file__).parent / "drone_attacks.yaml"
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FINDINGS = (
    Finding(
        code="SRC001",
        severity=Severity.ERROR,
        message="claim base-cordoned: nobody says so",
        ids=("base-cordoned",),
        hint="add who says so under `said`",
    ),
    Finding(
        code="SRC005",
        severity=Severity.ERROR,
        message="attribution a28: its words are not in document gazette-29-june",
        ids=("a28", "gazette-29-june"),
        hint="copy the words as they stand",
    ),
    Finding(
        code="BAL002",
        severity=Severity.WARNING,
        message="claim iran-behind: denied by the accused only",
        ids=("iran-behind",),
    ),
    Finding(
        code="PRV003",
        severity=Severity.INFO,
        message="document weekly-brief: lineage unknown",
        ids=("weekly-brief",),
    ),
)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = find_chromium(playwright)
    if chromium is None:
        pytest.fail(
            "no Chromium: install it (`apt-get install chromium` or `playwright install chromium`)"
            " or name one in CLAIMTRAIL_CHROMIUM",
            pytrace=False,
        )
    running = playwright.chromium.launch(executable_path=chromium, args=list(SWITCHES))
    yield running
    running.close()


def find_chromium(playwright: Playwright) -> str | None:
    named = os.environ.get("CLAIMTRAIL_CHROMIUM")
    on_path = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    own = playwright.chromium.executable_path
    candidates = [named, *on_path, own if Path(own).exists() else None]
    return next((candidate for candidate in candidates if candidate), None)


@dataclass
class Reader:
    """Uses one page as a reader would, and notes whatever a quiet page would not do."""

    page: Page
    noises: list[str] = field(default_factory=list)

    def choose(self, key: str) -> None:
        """Open a node or edge by the address bar."""
        self.page.evaluate("key => { location.hash = 'select=' + encodeURIComponent(key); }", key)
        self.page.wait_for_function(
            "key => decodeURIComponent(location.hash).includes(key)", arg=key
        )

    def block(self, name: str) -> Any:
        """What the page was given in a block of data."""
        block = self.page.locator(f"#{name}")
        text = block.text_content() or ""
        return json.loads(
            unpacked(text) if block.get_attribute("data-packed") is not None else text
        )

    def nodes(self) -> list[dict[str, Any]]:
        """The nodes of the picture."""
        columns = self.block("picture")["nodes"]
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def edges(self) -> list[dict[str, Any]]:
        """The edges of the picture, with the ids that the page gives them."""
        return list(edges_of(self.block("edges"), self.block("picture")["nodes"]["id"]))

    def point_of(self, x: float, y: float) -> tuple[float, float]:
        """Where a place of the picture is on the screen, in pixels."""
        self.page.wait_for_selector("#canvas[data-scale]", state="attached")
        return tuple(  # type: ignore[return-value]  # two numbers
            self.page.evaluate(
                """([x, y]) => {
                    const canvas = document.getElementById("canvas");
                    const box = canvas.getBoundingClientRect();
                    const { scale, x: middleX, y: middleY } = canvas.dataset;
                    return [box.left + box.width / 2 + (x - middleX) * scale,
                        box.top + box.height / 2 + (y - middleY) * scale];
                }""",
                [x, y],
            )
        )

    def node_point(self, key: str) -> tuple[float, float]:
        node = next(node for node in self.nodes() if node["id"] == key)
        return self.point_of(node["x"], node["y"])

    def click_node(self, key: str) -> None:
        """Click a node where it has come to rest: a picture that opens still moves."""
        before, point = None, self.node_point(key)
        while point != before:
            self.frame()
            before, point = point, self.node_point(key)
        self.page.mouse.click(*point)

    def part(self, title: str) -> Locator:
        """A part of the panel by its heading."""
        heading = self.page.locator("h3", has_text=title)
        return self.page.locator("#panel .part").filter(has=heading)

    def frame(self) -> None:
        """Wait until what was asked for has been drawn."""
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    def picture(self) -> bytes:
        """The picture as pixels, once it has come to rest: a busy browser shows frames late."""
        canvas = self.page.locator("#canvas")
        before, now = b"", canvas.screenshot()
        while now != before:
            self.frame()
            before, now = now, canvas.screenshot()
        return now

    @property
    def address(self) -> str:
        """The address as the page has it: the browser tells the test of a change only later."""
        return str(self.page.evaluate("location.href"))

    @property
    def panel(self) -> str:
        return self.page.locator("#panel").inner_text()

    @property
    def heading(self) -> str:
        return self.page.locator("#panel-title").inner_text()


FAMILIES = ("affirms", "opposes", "relays", "wants", "judges")


def edges_of(columns: dict[str, Any], keys: list[str]) -> Iterator[dict[str, Any]]:
    """Edges with their ids: group, ends, and the word where it tells lines apart."""
    seen: Counter[str] = Counter()
    for row, tail in enumerate(columns["from"]):
        ends = keys[tail], keys[columns["to"][row]]
        group = columns["groups"][columns["group"][row]]
        words = columns["phrases"][columns["words"][row]]
        name = " ".join([group, *ends, *([] if group in FAMILIES else words[:1])])
        seen[name] += 1
        yield {
            "id": name if seen[name] == 1 else f"{name} ({seen[name]})",
            "from": ends[0],
            "to": ends[1],
            "group": group,
            "records": columns["records"][row],
        }


OpenPage = Callable[..., Reader]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open a file with the network cut; any request or message of the console fails the test."""
    readers: list[Reader] = []

    def open_file(
        path: Path, fragment: str = "", *, quiet: bool = True, init: str = "", **options: Any
    ) -> Reader:
        options = {"viewport": {"width": 1440, "height": 900}, **options}
        context = browser.new_context(offline=True, **options)
        context.set_default_timeout(60_000)
        reader = Reader(context.new_page())
        listen(reader, path)
        if init:
            reader.page.add_init_script(init)
        reader.page.goto(path.as_uri() + fragment)
        if quiet:
            reader.page.wait_for_selector("html[data-ready]", state="attached")
            readers.append(reader)
        return reader

    yield open_file
    noises = [noise for reader in readers for noise in reader.noises]
    for reader in readers:
        reader.page.context.close()
    assert noises == []


def listen(reader: Reader, path: Path) -> None:
    def on_route(route: Route) -> None:
        own = route.request.url.split("#")[0] == path.as_uri()
        if own:
            route.continue_()
        else:
            reader.noises.append(f"request: {route.request.url[:200]}")
            route.abort()

    reader.page.route("**/*", on_route)
    reader.page.on("console", lambda message: reader.noises.append(f"console: {message.text}"))
    reader.page.on("pageerror", lambda error: reader.noises.append(f"error: {error}"))
    reader.page.on("dialog", lambda dialog: (reader.noises.append("dialog"), dialog.dismiss()))


@pytest.fixture(scope="session")
def drone_attacks() -> Case:
    return read_case(CASE_FILE)


@pytest.fixture(scope="session")
def write_case_page(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Write the page of a case into a folder of its own."""

    def write(case: Case, findings: Sequence[Finding] = FINDINGS) -> Path:
        path = tmp_path_factory.mktemp("page") / "page.html"
        write_page(case, build(case), findings, path)
        return path

    return write


@pytest.fixture(scope="session")
def page_file(drone_attacks: Case, write_case_page: Callable[..., Path]) -> Path:
    return write_case_page(drone_attacks)


@pytest.fixture
def reader(open_page: OpenPage, page_file: Path) -> Reader:
    """The page of the drone attacks, freshly opened."""
    return open_page(page_file)
