"""Opening a page in a browser and using it, with a clock.

*Picture*: the first picture is usable. All that it shows stands on the canvas at its place, and it
can be dragged and zoomed. Noted two frames after it was asked for, when it is on the screen.
*Ready*: panel, tables, legend, timeline and search box are there too; a page of pyvis has none.
*Answers*: the first search finds something. All three in seconds from the start of loading.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, FloatRect, Page
from playwright.sync_api import TimeoutError as TimedOut

from bench.compared import DRAWN, OURS, Written

SCREEN = (1440, 900)
PANNING = 3.0
NOTE_OURS = f"""new MutationObserver((_, observer) => {{
    if (!document.documentElement?.dataset.drawn) return;
    observer.disconnect();
    {DRAWN};
}}).observe(document, {{ attributes: true, attributeFilter: ["data-drawn"], subtree: true }});"""
COUNT_FRAMES = """() => {
    window.frames_ = [];
    const note = now => { window.frames_.push(now); requestAnimationFrame(note); };
    requestAnimationFrame(note);
}"""
SEARCH = """async words => {
    const box = document.getElementById("search");
    const frame = () => new Promise(requestAnimationFrame);
    const ask = async text => {
        const start = performance.now();
        box.value = text;
        box.dispatchEvent(new Event("input"));
        await frame();
        await frame();
        return performance.now() - start;
    };
    const isFound = () => document.querySelector("#results [data-index]") !== null;
    while (await ask(words[0]), !isFound()) await new Promise(done => setTimeout(done, 50));
    const answers = performance.now() / 1000;
    let longest = 0;
    for (const word of words) {
        await ask("");
        for (let i = 1; i <= word.length; i += 1) {
            longest = Math.max(longest, await ask(word.slice(0, i)));
        }
    }
    await ask("");
    return [answers, longest];
}"""
WORDS = ("alfa republic", "ministry", "denied that the", "sector 42")
"""What is searched for, letter by letter."""

Size = tuple[int, int]


@dataclass(frozen=True)
class Opened:
    """What a browser needed for a page: seconds, and milliseconds a frame and for a search.

    Attributes:
        picture: Until the first picture is usable.
        ready: Until everything else is there too.
        frame: For a frame while the picture is dragged about.
        canvas: Width and height of the picture in pixels.
        answers: Until a search finds something; None for pages without one.
        search: From a letter typed to the results on the screen, at most; None likewise.
    """

    picture: float
    ready: float
    frame: float
    canvas: Size
    answers: float | None = None
    search: float | None = None


def opened(browser: Browser, page: Written, screen: Size, limit: float) -> Opened | None:
    """Open a page in a fresh context and use it; None where it takes longer than `limit` seconds.

    Args:
        browser: Where to open it.
        page: What to open.
        screen: Width and height of the window in pixels.
        limit: Seconds for each step.
    """
    context = browser.new_context(viewport={"width": screen[0], "height": screen[1]}, offline=True)
    context.set_default_timeout(limit * 1000)
    try:
        tab = context.new_page()
        if page.name == OURS:
            tab.add_init_script(NOTE_OURS)
        tab.goto(page.path.as_uri(), wait_until="commit")
        return _used(tab, is_ours=page.name == OURS)
    except TimedOut:
        return None
    finally:
        context.close()


def _used(tab: Page, *, is_ours: bool) -> Opened:
    tab.wait_for_function("() => window.drawnAt")
    if is_ours:
        tab.wait_for_selector("html[data-ready]", state="attached")
    ready = tab.evaluate("performance.now() / 1000")
    found: Sequence[float | None] = tab.evaluate(SEARCH, list(WORDS)) if is_ours else (None, None)
    canvas = _canvas(tab)
    return Opened(
        picture=tab.evaluate("window.drawnAt / 1000"),
        ready=ready,
        frame=_panned(tab, canvas),
        canvas=(round(canvas["width"]), round(canvas["height"])),
        answers=found[0],
        search=found[1],
    )


def _canvas(tab: Page) -> FloatRect:
    box = tab.locator("canvas").first.bounding_box()
    if box is None:
        raise ValueError("the page shows no canvas")
    return box


def _panned(tab: Page, canvas: FloatRect) -> float:
    """Milliseconds a frame while the picture is dragged about."""
    x, y = canvas["x"] + canvas["width"] / 2, canvas["y"] + canvas["height"] / 2
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.evaluate(COUNT_FRAMES)
    end, step = time.monotonic() + PANNING, 0
    while time.monotonic() < end:
        step += 1
        tab.mouse.move(x + step % 40 * 3, y + step % 25 * 2)
    tab.mouse.up()
    return float(tab.evaluate("(frames_.at(-1) - frames_[0]) / Math.max(1, frames_.length - 1)"))
