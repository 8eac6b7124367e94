"""A hostile document, all the way from its file to the page: nothing in it runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from attribution.cli import main
from evidence.casefile import read_case

pytestmark = pytest.mark.browser

NOTE_WHAT_RUNS = "window.ran = []; window.run = what => window.ran.push(what);"

DOCUMENT = """---
title: "<script>run('title')</script><img src=x onerror=run('img')>"
authors: "<img src=x onerror=run('author')>"
publisher: "Daily <svg onload=run('publisher')> Post"
url: "javascript:run('url')"
---
Ann <script>run('name')</script> Author said that “<img src=x onerror=run('quote')> Iran armed
Kata’ib Hezbollah with href drones.” The ministry denied that <a href="javascript:run('href')">it
had any role</a> in the attack. Satellite images show </script><script>run('shown')</script> new
hangars. Iranian-backed <b onmouseover=run('hover')>groups such as Badr attacked US troops.
"""


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    source = folder / "<img src=x onerror=run('file')>.md"
    source.write_text(DOCUMENT, encoding="utf-8")
    case, page = folder / "case.yaml", folder / "page.html"
    for arguments in (
        ["extract", str(source), "-o", str(case)],
        ["graph", str(case), "-o", str(page)],
    ):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output
    assert len(read_case(case).attributions) >= 3
    return page


def test_every_node_and_line_of_an_extracted_hostile_document_is_harmless(open_page, hostile_page):
    reader = open_page(hostile_page, init=NOTE_WHAT_RUNS)
    edges = reader.edges()
    places = {node["id"]: reader.point_of(node["x"], node["y"]) for node in reader.nodes()}
    assert len(places) >= 6
    assert len(edges) >= 6
    for key, place in places.items():
        reader.page.mouse.move(*place)
        reader.frame()
        reader.click_node(key)
    for edge in edges:
        reader.choose(edge["id"])
        assert reader.page.locator('a[href^="javascript"]').count() == 0
    assert reader.page.evaluate("window.ran") == []
    assert reader.page.locator("img, iframe, object, embed, main script").count() == 0
