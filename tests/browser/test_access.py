"""Everybody can read the page: by keyboard, by screen reader, in light and dark, on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from evidence.case import Case
from evidence.model import Actor, Attribution, Claim, Document, Passage
from evidence.vocabulary import Stance

pytestmark = pytest.mark.browser

DESK = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PLACES = {
    "glance": "",
    "claim": "#select=claim:iran-behind",
    "document": "#select=document:weekly-brief",
    "path": "#from=actor:iran&to=actor:kss",
    "claims": "#view=table&select=actor:iran",
    "statements": "#view=table&tab=statements&sort=-date",
    "findings": "#view=table&tab=findings",
    "trial": "#without=document%253Aweekly-brief",
    "facets": "#stance=denies&said=2021-06-28..2021-06-30",
    "actor": "#select=actor:kataib-hezbollah",
    "evidence": "#select=evidence:debris&focus=evidence:debris&hops=2",
    "line": "#select=affirms%20actor:iraqi-officer%20claim:iran-behind",
    "relations": "#view=table&tab=relations&find=iran",
    "nothing left": "#stance=warns&speaker=actor:usa",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_no_violation(open_page, page_file, screen, scheme):
    reader = open_page(page_file, color_scheme=scheme, **screen)

    assert violations_everywhere(reader) == {place: [] for place in PLACES}


def violations_everywhere(reader) -> dict[str, list[str]]:
    found = {}
    for place, fragment in PLACES.items():
        reader.page.evaluate("fragment => { location.hash = fragment; }", fragment)
        reader.frame()
        found[place] = violations(reader)
    return found


def test_axe_finds_no_violation_in_help_search_and_menu(reader):
    reader.page.locator("#open-help").click()
    assert violations(reader) == []
    reader.page.keyboard.press("Escape")
    reader.page.locator("#save-menu summary").click()
    assert violations(reader) == []
    reader.page.locator("#search").fill("iran")
    assert violations(reader) == []


def violations(reader) -> list[str]:
    options = {"runOnly": TAGS, "resultTypes": ["violations"]}
    found = Axe().run(reader.page, options=options).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found
        for node in each["nodes"]
    ]


CONTROLS = """() => [...document.querySelectorAll(
        "a[href], button, input, select, summary, [tabindex='0']")]
    .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.disabled
        && each.tabIndex >= 0 && (each.type !== "radio" || each.checked))
    .map((each, i) => (each.dataset.stop = i, each.id || each.textContent.trim() || each.value))"""


@pytest.mark.parametrize(
    "place", ["glance", "claim", "document", "path", "statements", "trial", "facets", "line"]
)
def test_the_keyboard_alone_reaches_every_function(open_page, page_file, place):
    """Tab stops at whatever can be clicked; of radio buttons and tabs, arrows reach the others."""
    reader = open_page(page_file, PLACES[place])
    wanted = dict(enumerate(reader.page.evaluate(CONTROLS)))
    assert len(wanted) > 30
    reader.page.evaluate(
        """() => {
            window.stops = [];
            document.addEventListener("focusin", ({ target }) => stops.push(target.dataset.stop));
        }"""
    )
    for _ in range(len(wanted) + 5):
        reader.page.keyboard.press("Tab")
    reached = {int(stop) for stop in reader.page.evaluate("window.stops") if stop}

    assert [name for stop, name in wanted.items() if stop not in reached] == []


def test_nothing_that_answers_to_a_click_is_no_control(reader):
    """Listeners for clicks sit on controls, on the page as a whole, or on what has keys as well."""
    cursors = reader.page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter(each => each.checkVisibility() && getComputedStyle(each).cursor === "pointer")
            .filter(each => !each.closest("a, button, label, summary, select, input"))
            .map(each => each.outerHTML.slice(0, 80))"""
    )
    assert cursors == []


def test_arrow_keys_walk_the_map_and_enter_reads(reader):
    reader.page.locator("#canvas").focus()
    reader.page.keyboard.press("ArrowRight")
    first = reader.heading
    reader.page.keyboard.press("ArrowRight")
    assert reader.heading != first

    reader.page.keyboard.press("Enter")
    assert reader.page.evaluate("document.activeElement.id") == "panel-title"
    assert reader.page.locator("#status").inner_text() == f"Selected: {reader.heading}"
    reader.page.keyboard.press("Escape")
    assert reader.page.evaluate("document.activeElement.id") == "canvas"
    assert reader.page.locator("#status").inner_text() == "Nothing selected"


def test_a_key_walks_along_the_lines_of_what_is_chosen(reader):
    lines = [e for e in reader.edges() if "claim:iran-behind" in (e["from"], e["to"])]
    shown = [line["id"] for line in lines if line["group"] != "about"]
    reader.choose("claim:iran-behind")
    reader.page.locator("#canvas").focus()
    walked = []
    for _ in range(len(shown) + 1):
        reader.page.keyboard.press("l")
        walked.append(
            reader.page.evaluate("new URLSearchParams(location.hash.slice(1)).get('select')")
        )
        assert "Behind this link" in reader.panel

    assert sorted(walked[:-1]) == sorted(shown)
    assert walked[-1] == walked[0]


def test_keys_zoom_and_fit(reader):
    canvas = reader.page.locator("#canvas")
    canvas.focus()
    before = float(canvas.get_attribute("data-scale") or 0)
    reader.page.keyboard.press("+")
    reader.frame()
    assert float(canvas.get_attribute("data-scale") or 0) == pytest.approx(before * 1.3)
    reader.page.keyboard.press("0")
    reader.frame()
    assert float(canvas.get_attribute("data-scale") or 0) == pytest.approx(before)


def test_help_opens_and_closes_by_key(reader):
    reader.page.keyboard.press("?")
    assert reader.page.locator("#help").is_visible()
    reader.page.keyboard.press("Escape")
    assert not reader.page.locator("#help").is_visible()


def test_the_theme_follows_the_system_and_can_be_switched(open_page, page_file):
    reader = open_page(page_file, color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    assert reader.page.evaluate(background) == "rgb(21, 23, 26)"

    reader.page.locator("#theme").click()
    assert reader.page.evaluate(background) == "rgb(247, 245, 240)"


def test_nothing_sticks_out_on_a_phone(open_page, page_file):
    for place in PLACES.values():
        reader = open_page(page_file, place, **PHONE)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_right_to_left_words_keep_their_direction(reader):
    bdi = reader.page.evaluate("getComputedStyle(document.querySelector('#panel bdi')).unicodeBidi")
    assert bdi == "isolate"


def test_a_phone_starts_with_letters_that_can_be_read(open_page, page_file):
    reader = open_page(page_file, **PHONE)
    assert float(reader.page.locator("#canvas").get_attribute("data-scale") or 0) > 0.6

    reader.page.locator("#fit").click()
    reader.frame()
    assert float(reader.page.locator("#canvas").get_attribute("data-scale") or 0) < 0.6


def test_a_phone_keeps_what_was_chosen_in_sight(open_page, page_file):
    reader = open_page(page_file, **PHONE)
    reader.choose("actor:delta-drone")
    reader.page.wait_for_timeout(300)  # the panel grows, the canvas learns of it by observing

    x, y = reader.node_point("actor:delta-drone")
    box = reader.page.locator("#canvas").bounding_box()
    assert box is not None
    assert box["x"] < x < box["x"] + box["width"]
    assert box["y"] < y < box["y"] + box["height"]


def test_right_to_left_titles_and_quotes_are_set_from_the_right(open_page, write_case_page):
    text = "قال المتحدث باسم الوزارة إن الطائرات أطلقت من مزرعة."
    case = Case.of(
        [
            Document(id="wire", title="بيان الوزارة", text=text, language="ar"),
            Actor(id="ministry", name="الوزارة"),
            Claim(id="farm", text="الطائرات أطلقت من مزرعة"),
            Attribution(
                id="a",
                claim="farm",
                by="ministry",
                stance=Stance.ASSERTS,
                document="wire",
                content=(Passage(exact="الطائرات أطلقت من مزرعة"),),
            ),
        ],
        title="من أطلق الطائرات؟",
    )
    reader = open_page(write_case_page(case, []), "#select=claim:farm")

    direction = "element => getComputedStyle(element).direction"
    for place in ("h1", "#panel-title", "#panel blockquote"):
        assert reader.page.locator(place).first.evaluate(direction) == "rtl", place
    assert reader.page.locator("#panel mark").inner_text() == "الطائرات أطلقت من مزرعة"
    reader.choose("document:wire")
    assert reader.page.locator(".full-text").evaluate(direction) == "rtl"


def test_the_legend_of_a_phone_opens_and_closes(open_page, page_file):
    reader = open_page(page_file, **PHONE)
    assert not reader.page.locator("#legend").is_visible()

    reader.page.locator("#open-legend").click()
    assert reader.page.evaluate("document.activeElement.id") == "close-legend"
    reader.page.keyboard.press("Enter")
    assert not reader.page.locator("#legend").is_visible()
