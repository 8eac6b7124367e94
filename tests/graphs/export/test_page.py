from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pyvis.network import Network

from evidence.case import Case
from evidence.casefile import read_case_text
from evidence.findings import Finding, Severity
from evidence.model import Actor, Attribution, Claim, Document, Evidence, Passage
from evidence.vocabulary import EvidenceKind, Stance
from graphs.build import build
from graphs.export.page import write_page
from graphs.export.page.blocks import PLAIN
from graphs.export.page.earlier import places_in
from graphs.export.page.network import PageNetwork
from graphs.export.page.security import content_security_policy


def small_case() -> Case:
    text = "Smoke \U0001f525 rose. The ministry denied that it had fired."
    return Case.of(
        [
            Document(id="wire", title="Wire", text=text, url="https://wire.example/1"),
            Actor(id="ministry", name="the ministry"),
            Actor(id="group", name="the group"),
            Claim(id="fired", text="The ministry had fired", subject="ministry"),
            Claim(id="lonely", text="Nobody says this"),
            said("a1", "ministry", Stance.DENIES, quote="it had fired"),
            said("a2", "group", Stance.ACCUSES, quote="not there"),
            said("a3", "group", Stance.ASSERTS, quote="fired"),
            Evidence(id="smoke", kind=EvidenceKind.IMAGERY, text="Smoke", document="wire"),
        ],
        title="Who fired?",
    )


def said(record_id: str, by: str | None, stance: Stance, quote: str = "fired") -> Attribution:
    content = (Passage(exact=quote),)
    return Attribution(
        id=record_id, claim="fired", by=by, stance=stance, document="wire", content=content
    )


FINDINGS = (
    Finding(code="SRC001", severity=Severity.ERROR, message="nobody says so", ids=("lonely",)),
)


class Elements(HTMLParser):
    """The text of each script and style element, by type and id."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.policy = ""
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.blocks: dict[str, str] = {}
        self.addresses: list[str] = []
        self._open: tuple[str, dict[str, str | None]] = ("", {})
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_attributes = dict(attrs)
        self._open = (tag, given_attributes)
        if given_attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = given_attributes["content"] or ""
        self.addresses += [v or "" for k, v in attrs if k in ("src", "href", "srcset", "action")]

    def handle_endtag(self, tag: str) -> None:
        self._open = ("", {})

    def handle_data(self, data: str) -> None:
        tag, attributes = self._open
        if tag == "style":
            self.styles.append(data)
        elif tag == "script" and "type" in attributes:
            self.blocks[attributes["id"] or ""] = data
        elif tag == "script":
            self.scripts.append(data)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    case = small_case()
    path = tmp_path_factory.mktemp("page") / "page.html"
    write_page(case, build(case), FINDINGS, path)
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def elements(page: str) -> Elements:
    return Elements(page)


def test_the_page_is_one_file_and_stands_alone(tmp_path):
    case = small_case()
    write_page(case, build(case), FINDINGS, tmp_path / "page.html")

    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_the_page_names_nothing_to_fetch(elements):
    assert elements.addresses == ["#panel", "#", "#"]
    assert "sourceMappingURL" not in "".join(elements.scripts)
    assert not re.search(r"@import|url\(", "".join(elements.styles))


def test_the_policy_trusts_exactly_the_scripts_and_styles_that_are_there(elements):
    assert len(elements.scripts) == 2
    assert len(elements.styles) == 1
    assert elements.policy == content_security_policy(
        scripts=elements.scripts, styles=elements.styles
    )
    assert elements.policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in elements.policy


def test_the_record_can_be_taken_out_of_the_page_again(elements):
    assert read_case_text(elements.blocks["case"], "jsonl") == small_case()


def test_findings_travel_with_the_page(elements):
    reading = json.loads(elements.blocks["reading"])

    assert [finding["code"] for finding in reading["findings"]] == ["SRC001"]


def test_same_case_same_bytes_whatever_the_hash_seed():
    program = (
        "from graphs.build import build; from graphs.export.page.network import PageNetwork;"
        "from evidence.casefile import read_case_text; import sys, hashlib;"
        "case = read_case_text(sys.stdin.read(), 'jsonl');"
        "html = PageNetwork(case, build(case), ()).generate_html();"
        "print(hashlib.sha256(html.encode()).hexdigest())"
    )
    case = Elements(PageNetwork(small_case(), build(small_case()), ()).generate_html())
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=case.blocks["case"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_the_network_is_one_of_pyvis_filled_without_its_search():
    case = small_case()
    graph = build(case)
    network = PageNetwork(case, graph, ())

    assert isinstance(network, Network)
    assert network.get_nodes() == sorted(graph)
    assert network.get_node("claim:fired")["type"] == "claim"


def test_pyvis_own_way_of_writing_makes_the_same_page(tmp_path, monkeypatch, page):
    monkeypatch.chdir(tmp_path)
    case = small_case()
    PageNetwork(case, build(case), FINDINGS).write_html("page.html")

    assert Path("page.html").read_text(encoding="utf-8") == page
    assert len(list(tmp_path.iterdir())) == 1


def test_an_empty_case_still_makes_a_page():
    elements = Elements(PageNetwork(Case(), build(Case()), ()).generate_html())

    assert json.loads(elements.blocks["picture"])["nodes"]["id"] == []


def test_a_title_is_escaped():
    case = Case(title="<script>alert(1)</script>")
    html = PageNetwork(case, build(case), ()).generate_html()

    assert "<script>alert(1)" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 2


def test_places_are_read_out_of_a_page_whether_packed_or_not(tmp_path, monkeypatch):
    case = small_case()
    for limit in (PLAIN, 10):
        monkeypatch.setattr("graphs.export.page.blocks.PLAIN", limit)
        write_page(case, build(case), FINDINGS, tmp_path / "page.html")
        places = places_in(tmp_path / "page.html")
        assert sorted(places) == sorted(build(case))


def test_nodes_stay_where_an_earlier_page_had_them(tmp_path):
    case = small_case()
    there = {"claim:fired": (1000.0, -500.0), "actor:group": (1200.0, -500.0), "gone": (0.0, 0.0)}
    write_page(case, build(case), FINDINGS, tmp_path / "page.html", previous=there)
    places = places_in(tmp_path / "page.html")

    assert places["claim:fired"] == (1000.0, -500.0)
    assert places["actor:group"] == (1200.0, -500.0)
    assert "gone" not in places


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>",
        '<script type="application/json" id="picture">{</script>',
        '<script type="application/json" id="picture" data-packed>x</script>',
        '<script type="application/json" id="picture">[]</script>',
        '<script type="application/json" id="picture">{"groups":null,"nodes":'
        '{"id":["a"],"x":[NaN],"y":[0]}}</script>',
        '<script type="application/json" id="picture">{"groups":null,"nodes":'
        '{"id":["a","b"],"x":[1],"y":[0]}}</script>',
        '<script type="application/json" id="picture">{"groups":null,"nodes":'
        '{"id":["a"],"x":["far"],"y":[0]}}</script>',
    ],
)
def test_what_is_no_page_has_no_places(tmp_path, text):
    path = tmp_path / "page.html"
    path.write_text(text, encoding="utf-8")

    assert places_in(path) == {}
    assert places_in(tmp_path / "none.html") == {}


def test_a_case_that_is_too_large_for_one_picture_has_groups(monkeypatch):
    monkeypatch.setattr("graphs.export.page.placing.WHOLE", 3)
    case = small_case()
    html = PageNetwork(case, build(case), ()).generate_html()
    picture = json.loads(Elements(html).blocks["picture"])

    groups = picture["groups"]
    assert len(groups["of"]) == len(picture["nodes"]["id"])
    assert set(groups["of"]) == set(range(len(groups["x"])))
    edges = sum(map(sum, groups["inside"])) + sum(count for *_, count in groups["ties"])
    assert edges == build(case).number_of_edges()
    assert html == PageNetwork(case, build(case), ()).generate_html()
