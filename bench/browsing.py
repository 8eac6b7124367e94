"""The page in a browser beside pyvis: time to a picture, frames while panning, search, file size.

`python -m bench.browsing` prints a table. Needs Chromium, as the tests of the page do; nothing is
fetched. "fixed" is pyvis with the same coordinates, physics off and straight edges.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import networkx as nx
from playwright.sync_api import Browser, Error, Page, sync_playwright
from pyvis.network import Network

from bench.generated import generated_case
from evidence.casefile import dump_case
from graphs.build import build
from graphs.export.page.network import PageNetwork

SWITCHES = ("--headless", "--no-sandbox", "--disable-gpu")
SIZES = (1_000, 5_000, 10_000, 100_000)
"""Nodes of generated cases."""

LARGEST_OF_PYVIS = 10_000
PATIENCE = 60
"""How many times longer than ours pyvis as it is may take before it is given up."""

PANNING = 4.0
NOTE = "window.drawnAt = performance.now()"
SHOOT = f"requestAnimationFrame(() => requestAnimationFrame(() => {{ {NOTE}; }}))"
NOTE_OURS = f"""new MutationObserver((_, observer) => {{
    if (!document.documentElement?.dataset.drawn) return;
    observer.disconnect();
    {SHOOT};
}}).observe(document, {{ attributes: true, subtree: true, childList: true }});"""
COUNT_FRAMES = """() => {
    window.frames_ = [];
    const note = now => { window.frames_.push(now); requestAnimationFrame(note); };
    requestAnimationFrame(note);
}"""
SEARCH = """async words => {
    const box = document.getElementById("search");
    const ask = word => {
        const start = performance.now();
        box.value = word;
        box.dispatchEvent(new Event("input"));
        return performance.now() - start;
    };
    const isFound = () => document.querySelector("#results [data-index]") !== null;
    while (ask(words[0]), !isFound()) await new Promise(done => setTimeout(done, 200));
    return Math.max(...words.map(word => [ask(""), ask(word)][1]));
}"""
WORDS = ("alfa republic", "ministry", "denied that the", "sector 42")


@dataclass(frozen=True)
class Opened:
    """What a browser needed for a page: seconds, and milliseconds a frame and for a search."""

    picture: float
    ready: float
    frame: float
    search: float | None = None


def write_pages(nodes: int, folder: Path) -> Iterator[tuple[str, Path, float]]:
    """Write the pages to compare, with the most that each may weigh in MB (0: no bound)."""
    case = generated_case(2 * nodes)
    graph = build(case)
    ours = PageNetwork(case, graph, [])
    record = len(dump_case(case, "jsonl").encode()) / 1e6
    yield "ours", _written(folder / "ours.html", ours.generate_html()), 1.2 + record / 2
    if nodes <= LARGEST_OF_PYVIS:
        yield "pyvis, fixed", _written(folder / "fixed.html", _pyvis(graph, ours, fixed=True)), 0
    if nodes <= min(SIZES):
        yield "pyvis as it is", _written(folder / "asis.html", _pyvis(graph, ours, fixed=False)), 0


def _pyvis(graph: nx.MultiDiGraph, ours: PageNetwork, *, fixed: bool) -> str:
    network: Any = Network(directed=True, cdn_resources="in_line", height="900px")
    for node in ours.nodes:
        place = {"x": node["x"], "y": node["y"]} if fixed else {}
        network.nodes.append({"id": node["id"], "label": node["lines"][0], "shape": "dot", **place})
        network.node_ids.append(node["id"])
        network.node_map[node["id"]] = network.nodes[-1]
    for tail, head in graph.edges():
        network.edges.append({"from": tail, "to": head, "arrows": "to"})
    if fixed:
        still = {"physics": {"enabled": False}, "edges": {"smooth": False}}
        network.set_options(json.dumps({**still, "layout": {"improvedLayout": False}}))
    shoot = SHOOT if fixed else f"network.once('stabilizationIterationsDone', () => {SHOOT})"
    html: str = network.generate_html()
    return html.replace("</body>", f"<script>{shoot};</script></body>")


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def opened(browser: Browser, path: Path, *, is_ours: bool, limit: float) -> Opened | None:
    """Open a page in a fresh context and use it; None where no picture comes within `limit`."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    context.set_default_timeout(limit * 1000)
    page = context.new_page()
    if is_ours:
        page.add_init_script(NOTE_OURS)
    try:
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function("() => window.drawnAt")
        if is_ours:
            page.wait_for_selector("html[data-ready]", state="attached")
        ready = page.evaluate("performance.now() / 1000")
        frame = _panned(page)
        search = page.evaluate(SEARCH, list(WORDS)) if is_ours else None
        return Opened(page.evaluate("window.drawnAt / 1000"), ready, frame, search)
    except Error:
        return None
    finally:
        context.close()


def _panned(page: Page) -> float:
    """Milliseconds a frame while the picture is dragged about."""
    page.mouse.move(640, 450)
    page.mouse.down()
    page.evaluate(COUNT_FRAMES)
    end, step = time.monotonic() + PANNING, 0
    while time.monotonic() < end:
        step += 1
        page.mouse.move(640 + step % 40 * 3, 450 + step % 25 * 2)
    page.mouse.up()
    return float(page.evaluate("(frames_.at(-1) - frames_[0]) / Math.max(1, frames_.length - 1)"))


@click.command()
@click.option("--largest", type=int, default=max(SIZES), help="Leave out sizes above this.")
def main(largest: int) -> None:
    """Print what each page costs in a browser, at growing sizes."""
    columns = ("nodes", "page", "MB", "may be MB", "picture s", "ready s", "frame ms", "search ms")
    click.echo(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(args=list(SWITCHES), executable_path=_chromium())
        for nodes in SIZES:
            if nodes <= largest:
                _compare(browser, nodes)
        browser.close()


def _compare(browser: Browser, nodes: int) -> None:
    limit = 600.0
    with tempfile.TemporaryDirectory() as folder:
        for name, path, bound in write_pages(nodes, Path(folder)):
            found = opened(browser, path, is_ours=name == "ours", limit=limit)
            if found is not None and name == "ours":
                limit = PATIENCE * found.picture
            click.echo(_row(nodes, name, path.stat().st_size / 1e6, bound, found, limit))


def _row(
    nodes: int, name: str, size: float, bound: float, found: Opened | None, limit: float
) -> str:
    cells = [f"{nodes:,}", name, f"{size:.1f}", f"{bound:.1f}" if bound else ""]
    if found is None:
        cells += [f"more than {limit:.0f}", "", "", ""]
    else:
        search = "" if found.search is None else f"{found.search:.0f}"
        cells += [f"{found.picture:.2f}", f"{found.ready:.2f}", f"{found.frame:.0f}", search]
    return f"| {' | '.join(cells)} |"


def _chromium() -> str | None:
    """Where the tests look for Chromium; None for the one that Playwright brings."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CLAIMTRAIL_CHROMIUM") or next(
        filter(None, map(shutil.which, names)), None
    )


if __name__ == "__main__":
    main()
