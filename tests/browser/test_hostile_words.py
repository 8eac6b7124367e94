"""Words from documents stay words: nothing in them runs, wherever they stand."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from pydantic import BaseModel, ValidationError

from evidence.case import Case
from evidence.findings import Finding, Severity
from evidence.model import (
    Actor,
    Attribution,
    Bearing,
    Claim,
    Derivation,
    Document,
    Evidence,
    Kept,
    Making,
    Passage,
    Record,
    Relation,
    Waiver,
)
from evidence.vocabulary import ActorKind, BearingKind, EvidenceKind, Form, Stance
from graphs.export.map import write_map

pytestmark = pytest.mark.browser

NOTE_WHAT_RUNS = "window.ran = []; window.run = what => window.ran.push(what);"
NASTY = (
    "<script>run('script')</script><img src=x onerror=\"run('img')\">"
    "</script><script>run('break out')</script><a href=\"javascript:run('href')\">href</a>"
    "\" onmouseover=\"run('attribute')\" '><svg onload=run('svg')>{{7*7}}<!--\u2028\u2029\U0001f600"
)
ADDRESS = "javascript:run('address')"
MARKUP = re.compile("<script|<img|javascript:")


def hostile_case() -> Case:
    """Every field that can hold text holds markup; ids too."""
    made = Making(extractor=NASTY, version=NASTY)
    words = Passage(exact=NASTY, prefix=NASTY, suffix=NASTY)
    lost = Passage(exact=f"lost {NASTY[:60]}")
    common = {"note": NASTY, "made": made, "retracted": NASTY}

    def name(letter: str) -> str:
        return f"{letter}<img src=x onerror=\"run('id')\">'\"&<script>run('id')</script>"

    records: list[Record] = [
        Document(
            id=name("d"), title=NASTY, publisher=name("p"), authors=(NASTY,), url=ADDRESS,
            archived="data:text/html,<script>run('data')</script>", language=NASTY, file=NASTY,
            captured=NASTY, filename=NASTY, media_type=NASTY, text=f"{NASTY}\n\n{NASTY} href",
            **common,
        ),
        Document(id="d2", title=NASTY, url=f"https://a.example/\"onclick=run('u')//{NASTY}"),
        Actor(
            id=name("p"), name=NASTY, kind=ActorKind.OUTLET, aliases=(NASTY,),
            speaks_for=(name("q"), NASTY[:150]), party_to=(NASTY,), **common,
        ),
        Actor(id=name("q"), name=f"href {NASTY}", kind=ActorKind.UNNAMED),
        Claim(
            id=name("c"), text=NASTY, subject=name("p"), predicate=NASTY, object=name("q"),
            what=NASTY, **common,
        ),
        Claim(id="other", text=f"javascript:run('claim') {NASTY}", made=Making(person=NASTY)),
        Attribution(
            id=name("a"), claim=name("c"), by=name("p"), stance=Stance.ASSERTS, document=name("d"),
            source=(words,), cue=(lost,), content=(words, lost), form=Form.MIXED, joined=NASTY,
            within=name("b"), **common,
        ),
        Attribution(id=name("b"), claim=name("c"), by=name("q"), stance=Stance.DENIES,
                    document=name("d"), content=(lost,)),
        Evidence(id=name("e"), kind=EvidenceKind.IMAGERY, text=NASTY, document=name("d"),
                 content=(words,), **common),
        Bearing(id=name("x"), source=name("e"), target=name("a"), kind=BearingKind.UNDERCUTS,
                document=name("d"), content=(lost,), **common),
        Bearing(id=name("y"), source="other", target=name("c"), kind=BearingKind.CONTRADICTS),
        Relation(id=name("r"), who=name("p"), does=NASTY, to=name("q"), what=NASTY,
                 claims=(name("c"), NASTY[:150]), **common),
        Derivation(id=name("v"), what=name("d"), rests_on=NASTY[:150], **common),
        Waiver(id=name("w"), rule=NASTY, record=name("c"), reason=NASTY, author=NASTY, **common),
        Kept(id=name("k"), format=NASTY, kind=NASTY, data={NASTY: [{NASTY: NASTY}]}, **common),
    ]  # fmt: skip
    return Case.of(records, title=NASTY, description=NASTY)


def hostile_findings(case: Case) -> list[Finding]:
    return [
        Finding(code="X<img src=x>1", severity=Severity.ERROR, message=f"`{NASTY}` {NASTY}",
                hint=NASTY, ids=(record.id, NASTY))
        for record in case.records()
    ]  # fmt: skip


def is_hostile(value: object) -> bool:
    """Whether markup stands anywhere in a value."""
    if isinstance(value, BaseModel):
        return any(is_hostile(each) for _, each in value)
    if isinstance(value, dict):
        return any(map(is_hostile, [*value, *value.values()]))
    if isinstance(value, tuple | list):
        return any(map(is_hostile, value))
    return isinstance(value, str) and bool(MARKUP.search(value))


def takes_any_words(model: BaseModel, field: str) -> bool:
    """Whether a field may hold whatever somebody writes, alone or in a list."""
    given = {name: getattr(model, name) for name in type(model).model_fields}
    for words in (NASTY[:150], [NASTY[:150]]):
        try:
            type(model).model_validate({**given, field: words})
        except ValidationError:
            continue
        return True
    return False


def test_every_field_that_takes_any_words_is_hostile():
    case = hostile_case()
    models: dict[type[BaseModel], list[BaseModel]] = {}
    for record in case.records():
        models.setdefault(type(record), []).append(record)
    assert set(models) == set(Record.__subclasses__())
    models[Making] = [record.made for record in case.records() if record.made is not None]
    models[Passage] = [words for each in case.attributions.values() for words in each.content]
    models[Finding] = list(hostile_findings(case))

    tame = [
        (model.__name__, field)
        for model, examples in models.items()
        for field in model.model_fields
        if any(takes_any_words(example, field) for example in examples)
        and not any(is_hostile(getattr(example, field)) for example in examples)
    ]
    assert tame == []
    assert is_hostile(case.title)
    assert is_hostile(case.description)


@pytest.fixture(scope="module")
def hostile_page(write_case_page) -> Path:
    case = hostile_case()
    return write_case_page(case, hostile_findings(case))


@pytest.fixture
def hostile(open_page, hostile_page):
    reader = open_page(hostile_page, init=NOTE_WHAT_RUNS)
    yield reader
    assert reader.page.evaluate("window.ran") == []
    assert reader.page.locator("img, iframe, object, embed").count() == 0


def test_nothing_runs_on_load(hostile):
    assert hostile.page.locator("h1").inner_text().startswith("<script>run('script')</script>")
    assert hostile.page.title().startswith("<script>")


def test_nothing_runs_on_hovering_and_clicking_every_node(hostile):
    nodes = hostile.nodes()
    assert len(nodes) == 9

    for node in nodes:
        hostile.page.mouse.move(*hostile.point_of(node["x"], node["y"]))
        hostile.frame()
        hostile.click_node(node["id"])
        assert hostile.page.evaluate("decodeURIComponent(location.hash)") != ""
        assert_no_live_link(hostile)


def test_nothing_runs_on_hovering_and_clicking_every_line(hostile):
    nodes = {node["id"]: node for node in hostile.nodes()}
    edges = hostile.edges()
    assert len(edges) >= 10

    for edge in edges:
        tail, head = nodes[edge["from"]], nodes[edge["to"]]
        middle = hostile.point_of((tail["x"] + head["x"]) / 2, (tail["y"] + head["y"]) / 2)
        hostile.page.mouse.move(*middle)
        hostile.frame()
        hostile.page.mouse.click(*middle)
        hostile.choose(edge["id"])
        assert_no_live_link(hostile)


def test_nothing_runs_in_any_table_or_the_menus(hostile):
    hostile.page.locator("#to-table").click()
    for tab in hostile.page.locator("[role=tab]").all():
        tab.click()
        assert hostile.page.locator("#tabpanel tbody tr").count() >= 1
        assert_no_live_link(hostile)
        hostile.page.locator("thead button").first.click()


def test_nothing_runs_from_search_filter_or_address(open_page, hostile_page, hostile):
    hostile.page.locator("#search").fill(NASTY)
    assert hostile.page.locator("#results [role=option]").count() >= 1
    hostile.page.locator("#search").press("Enter")
    hostile.page.locator("#to-table").click()
    hostile.page.locator("#find").fill(NASTY)
    assert hostile.page.locator("#tabpanel tbody tr").count() >= 1

    names = (
        "select find tab hide sort from stance speaker outlet finding standing said happened"
        " without within focus hops view at"
    ).split()
    again = open_page(
        hostile_page, "#" + "&".join(f"{name}={NASTY}" for name in names), init=NOTE_WHAT_RUNS
    )
    for name in names:
        words = f"{name}={quote(quote(NASTY, safe=''), safe='')}"
        again.page.evaluate("words => { location.hash = words; }", words)
        again.frame()
        assert_no_live_link(again)
    assert again.page.evaluate("window.ran") == []


def test_nothing_runs_from_the_lists_of_facets_and_the_timeline(hostile):
    for facet in hostile.page.locator("#facets select").all():
        for value in facet.locator("option").all():
            facet.select_option(value.get_attribute("value"))
        assert hostile.page.locator("#chips .chip").count() >= 1
        assert_no_live_link(hostile)
        facet.select_option("")


def test_nothing_runs_from_what_is_withdrawn(hostile):
    for node in hostile.nodes():
        hostile.choose(node["id"])
        button = hostile.page.locator("#panel .without")
        if button.count():
            button.click()
            assert "Without" in hostile.page.locator("#chips").inner_text()
    hostile.choose("")
    assert_no_live_link(hostile)


def test_the_drawing_of_hostile_words_holds_words_only(hostile, tmp_path):
    hostile.page.locator("#save-menu summary").click()
    with hostile.page.expect_download() as download:
        hostile.page.locator("#save-svg").click()
    download.value.save_as(tmp_path / "map.svg")
    drawing = ElementTree.parse(tmp_path / "map.svg")  # noqa: S314  # our own, and what is asked

    tags = {element.tag.partition("}")[2] for element in drawing.iter()}
    assert tags <= {"svg", "g", "path", "rect", "text", "clipPath"}
    names = {name for element in drawing.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name]


def test_nothing_runs_in_the_evidence_map(open_page, tmp_path):
    case = hostile_case()
    findings = hostile_findings(case)
    write_map(case, findings, tmp_path / "map.html", leads=findings[:3])
    reader = open_page(tmp_path / "map.html", init=NOTE_WHAT_RUNS, quiet=False)
    for cell in reader.page.locator("button.cell").all():
        cell.click()
        reader.page.keyboard.press("Escape")

    assert reader.page.locator("button.cell").count() >= 2
    assert reader.page.evaluate("window.ran") == []
    assert reader.page.locator("img, iframe, object, embed, a[href], script").count() == 0
    assert reader.noises == []


def test_a_path_over_hostile_nodes_runs_nothing(hostile):
    nodes = [node["id"] for node in hostile.nodes()]
    hostile.page.evaluate(
        "ends => { location.hash = 'from=' + ends.map(encodeURIComponent).join('&to='); }",
        [
            next(n for n in nodes if n.startswith("evidence:")),
            next(n for n in nodes if n.startswith("document:d<")),
        ],
    )
    hostile.page.wait_for_selector("ol.path")
    assert_no_live_link(hostile)


def test_only_web_addresses_become_links(hostile):
    hostile.choose("document:d2")
    link = hostile.page.locator("#panel a[target=_blank]").first
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert (link.get_attribute("href") or "").startswith("https://a.example/")

    first = next(n["id"] for n in hostile.nodes() if n["id"].startswith("document:d<"))
    hostile.choose(first)
    assert ADDRESS in hostile.panel
    assert hostile.page.locator("#panel a[target=_blank]").count() == 0


def assert_no_live_link(reader) -> None:
    hrefs = reader.page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href'))")
    assert all(href.startswith(("#", "https://a.example/")) for href in hrefs)


def test_the_control_page_shows_that_running_would_be_noticed(open_page, tmp_path):
    page = tmp_path / "control.html"
    page.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{NASTY}</body>", encoding="utf-8")
    reader = open_page(page, init=NOTE_WHAT_RUNS, quiet=False)
    reader.page.wait_for_function("window.ran.length >= 3")
    reader.page.click("a")

    assert {"script", "img", "break out"} <= set(reader.page.evaluate("window.ran"))
    assert any(noise.startswith("request:") for noise in reader.noises)


def test_the_policy_stops_what_the_scripts_would_not(open_page, hostile_page):
    """Even markup that were written into the page could neither run nor fetch."""
    reader = open_page(hostile_page, init=NOTE_WHAT_RUNS, quiet=False)
    reader.page.wait_for_selector("html[data-ready]", state="attached")
    refused = reader.page.evaluate(
        """words => {
            try { document.body.innerHTML = words; return false; } catch { return true; }
        }""",
        NASTY,
    )
    reader.page.evaluate(
        """() => {
            const image = document.createElement("img");
            image.src = "https://a.example/beacon.png";
            document.body.append(image);
        }"""
    )
    reader.frame()

    assert refused
    assert reader.page.evaluate("window.ran") == []
    assert not any(noise.startswith("request:") for noise in reader.noises)
    assert any("Content Security Policy" in noise for noise in reader.noises)
