"""The page in a browser beside pyvis: time to a picture, frames while panning, search, file size.

`python -m bench.browsing` prints a table: medians of several loads, each in a fresh context, ours
and pyvis by turns, so that whatever else the machine does slows both alike. Ratios are medians of
the ratios of the rounds. pyvis draws on a canvas of the size of ours. Needs Chromium, as the tests
of the page do; nothing is fetched.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

import click
from playwright.sync_api import Browser, sync_playwright

from bench.compared import AS_IS, FIXED, OURS, Written, write_pages
from bench.opened import SCREEN, Opened, opened

SWITCHES = ("--headless", "--no-sandbox", "--disable-gpu")
SIZES = (1_000, 5_000, 10_000, 100_000)
"""Nodes of generated cases."""

COLUMNS = (
    "nodes",
    "page",
    "MB",
    "may be MB",
    "picture s",
    "ready s",
    "frame ms",
    "search answers s",
    "search ms",
)
LIMIT = 600.0
PATIENCE = 60
"""How many times longer than ours pyvis as it is may take before it is given up."""

Round = dict[str, Opened | None]


@click.command()
@click.option("--size", "sizes", type=int, multiple=True, help="Nodes; several may be given.")
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True)
def main(sizes: tuple[int, ...], rounds: int) -> None:
    """Print what each page costs in a browser, at growing sizes."""
    click.echo(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(args=list(SWITCHES), executable_path=_chromium())
        for nodes in sizes or SIZES:
            for row in _compared(browser, nodes, rounds):
                click.echo(row)
        browser.close()


def _compared(browser: Browser, nodes: int, rounds: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        pages = {page.name: page for page in write_pages(nodes, Path(folder))}
        by_turns = [page for page in pages.values() if page.name != AS_IS]
        loads = [_round(browser, by_turns) for _ in range(rounds)]
        for page in by_turns:
            yield _row(nodes, page, [load[page.name] for load in loads], LIMIT)
        if FIXED in pages:
            yield ratio_row(nodes, loads)
        if AS_IS in pages:
            yield _as_is(browser, nodes, pages[AS_IS], loads)


def _round(browser: Browser, pages: Sequence[Written]) -> Round:
    """Open each page once, ours first, as the size of its canvas is that of the others."""
    found: Round = {}
    screen = SCREEN
    for page in pages:
        found[page.name] = used = opened(browser, page, screen, LIMIT)
        screen = used.canvas if used else SCREEN
    return found


def _as_is(browser: Browser, nodes: int, page: Written, loads: Sequence[Round]) -> str:
    """The row of pyvis as it is, opened once: it takes minutes."""
    ours = [found for load in loads if (found := load[OURS])]
    limit = PATIENCE * median(found.picture for found in ours)
    return _row(nodes, page, [opened(browser, page, ours[0].canvas, limit)], limit)


def _row(nodes: int, page: Written, loads: Sequence[Opened | None], limit: float) -> str:
    """The medians of the loads of one page; a load that failed makes the row say so."""
    bound = "" if page.bound is None else f"{page.bound:.1f}"
    cells = [f"{nodes:,}", page.name, f"{page.size:.1f}", bound]
    found = [load for load in loads if load is not None]
    if len(found) < len(loads):
        return _line([*cells, f"more than {limit:.0f}", "", "", "", ""])
    return _line([*cells, *_medians(found, ("{:.2f}", "{:.2f}", "{:.0f}", "{:.2f}", "{:.0f}"))])


def ratio_row(nodes: int, loads: Sequence[Round]) -> str:
    """How many times as long as pyvis with the same coordinates ours takes."""
    pairs = [(o, f) for load in loads if (o := load[OURS]) and (f := load[FIXED])]
    ratios = [
        Opened(o.picture / f.picture, o.ready / f.picture, o.frame / f.frame, o.canvas)
        for o, f in pairs
    ]
    return _line([f"{nodes:,}", f"{OURS} / {FIXED}", "", "", *_medians(ratios, ("{:.2f}",) * 5)])


_MEASURED: tuple[Callable[[Opened], float | None], ...] = (
    lambda o: o.picture,
    lambda o: o.ready,
    lambda o: o.frame,
    lambda o: o.answers,
    lambda o: o.search,
)


def _medians(loads: Sequence[Opened], formats: Sequence[str]) -> list[str]:
    cells = []
    for measured, written in zip(_MEASURED, formats, strict=True):
        values = [value for load in loads if (value := measured(load)) is not None]
        cells.append(written.format(median(values)) if values else "")
    return cells


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _chromium() -> str | None:
    """Where the tests look for Chromium; None for the one that Playwright brings."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CLAIMTRAIL_CHROMIUM") or next(
        filter(None, map(shutil.which, names)), None
    )


if __name__ == "__main__":
    main()
