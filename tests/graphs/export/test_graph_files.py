from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.case import Case
from evidence.errors import ClaimtrailError
from evidence.model import Actor, Attribution, Claim, Document, Relation
from graphs.build import build
from graphs.export import EXPORTERS, export, exporter_for
from graphs.export.dot import quoted
from graphs.export.plain import NOTE, plain, visible

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]> & &amp; <![CDATA[",
    'quote " backslash \\ \\N \\',
    "line\nfeed\ttab",
    "null \x00 escape \x1b bell \x07",
    "\u202eright to left \u2028 line separator",
    "Kata’ib Hezbollah كتائب حزب الله 🚀",
    "javascript:alert(1)//href=",
    "; } digraph x { a -> b",
]
GRAPH_FORMATS = [suffix for suffix in EXPORTERS if suffix != ".html"]


@pytest.fixture
def case() -> Case:
    actors = [Actor(id=f"x{number}", name=text) for number, text in enumerate(HOSTILE)]
    claims = [Claim(id=text, text=text, subject="x0", object="gone") for text in HOSTILE]
    said = [
        Attribution(id=f"a{n}", claim=text, by=f"x{n}", stance="denies", confidence=0.5)
        for n, text in enumerate(HOSTILE)
    ]
    doubled = [
        Relation(id=name, who="x1", does=HOSTILE[3], to="x2", what=HOSTILE[0]) for name in "rst"
    ]
    document = Document(id="d", title=HOSTILE[1], publisher="x4", published="2021-07")
    return Case.of([document, *actors, *claims, *said, *doubled], title=HOSTILE[2])


def written(case: Case, suffix: str, folder: Path) -> Path:
    out = folder / f"graph{suffix}"
    export(case, build(case), [], out)
    return out


def read_graphml(path: Path) -> nx.MultiDiGraph:
    return nx.read_graphml(path, edge_key_type=str, force_multigraph=True)


def read_gexf(path: Path) -> nx.MultiDiGraph:
    """Read a file; NetworkX forgets keys where no edges are parallel, so they are put back."""
    found = nx.read_gexf(path)
    if found.is_multigraph():
        return found
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(found.nodes(data=True))
    keys = re.findall(r'for="networkx_key" value="([^"]*)"', path.read_text("utf-8"))
    for (tail, head, data), key in zip(sorted_by_id(found), keys, strict=True):
        graph.add_edge(tail, head, html.unescape(key), **data)
    return graph


def sorted_by_id(graph: nx.DiGraph) -> list[tuple[str, str, dict[str, object]]]:
    return sorted(graph.edges(data=True), key=lambda edge: int(edge[2]["id"]))


def read_nodelink(path: Path) -> nx.MultiDiGraph:
    return nx.node_link_graph(json.loads(path.read_text("utf-8")), edges="edges")


def read_cytoscape(path: Path) -> nx.MultiDiGraph:
    return nx.cytoscape_graph(json.loads(path.read_text("utf-8")), name="label")


READERS: dict[str, Callable[[Path], nx.MultiDiGraph]] = {
    ".graphml": read_graphml,
    ".gexf": read_gexf,
    ".json": read_nodelink,
    ".cyjs": read_cytoscape,
}


def edges_of(graph: nx.MultiDiGraph, added: frozenset[str]) -> list[tuple[object, ...]]:
    return sorted(
        (tail, head, key, sorted((k, v) for k, v in data.items() if k not in added and v != ""))
        for tail, head, key, data in graph.edges(keys=True, data=True)
    )


def nodes_of(graph: nx.MultiDiGraph, added: frozenset[str]) -> dict[str, dict[str, object]]:
    return {
        key: {k: v for k, v in data.items() if k not in added and v != ""}
        for key, data in graph.nodes(data=True)
    }


ADDED = {
    ".graphml": (frozenset[str](), frozenset({"id"})),
    ".gexf": (frozenset[str](), frozenset({"id", "label"})),
    ".json": (frozenset[str](), frozenset[str]()),
    ".cyjs": (frozenset({"id", "value", "name"}), frozenset({"id", "source", "target", "key"})),
}
"""What a format or its reader adds to nodes and to edges."""


@pytest.mark.parametrize("suffix", READERS)
def test_networkx_reads_back_what_was_written(suffix: str, case: Case, tmp_path: Path) -> None:
    clean = visible if suffix in {".graphml", ".gexf"} else str
    expected = plain(build(case), clean)
    found = READERS[suffix](written(case, suffix, tmp_path))
    node_extras, edge_extras = ADDED[suffix]
    assert nodes_of(found, node_extras) == nodes_of(expected, node_extras)
    assert edges_of(found, edge_extras) == edges_of(expected, edge_extras)
    assert found.number_of_edges() == 34


KEYS = st.text(max_size=12)
VALUES = st.text(max_size=40) | st.integers(-9, 9) | st.booleans() | st.floats(0, 1)


@st.composite
def any_graph(draw: st.DrawFn) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph(title=draw(st.text(max_size=20)))
    for key in draw(st.lists(KEYS, min_size=1, max_size=6, unique=True)):
        graph.add_node(key, type="claim", id=key, label=draw(st.text(max_size=20)))
    ends = st.sampled_from(list(graph))
    for number in range(draw(st.integers(0, 6))):
        data = {"type": "says", "words": draw(st.text(max_size=40)), "flag": draw(st.booleans())}
        graph.add_edge(draw(ends), draw(ends), draw(KEYS) + str(number), **data)
    return graph


@settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(any_graph())
@pytest.mark.parametrize("suffix", READERS)
def test_no_text_breaks_a_file(suffix: str, tmp_path: Path, graph: nx.MultiDiGraph) -> None:
    out = tmp_path / f"any{suffix}"
    exporter_for(out)(Case(), graph, [], out)
    found = READERS[suffix](out)
    assert found.number_of_nodes() == graph.number_of_nodes()
    assert found.number_of_edges() == graph.number_of_edges()
    clean = visible if suffix in {".graphml", ".gexf"} else str
    expected = plain(graph, clean)
    assert edges_of(found, ADDED[suffix][1]) == edges_of(expected, ADDED[suffix][1])


@pytest.mark.parametrize("suffix", GRAPH_FORMATS)
def test_the_graph_is_not_changed(suffix: str, case: Case, tmp_path: Path) -> None:
    graph, same = build(case), build(case)
    export(case, graph, [], tmp_path / f"graph{suffix}")
    assert list(graph.nodes(data=True)) == list(same.nodes(data=True))
    assert list(graph.edges(keys=True, data=True)) == list(same.edges(keys=True, data=True))
    assert graph.graph == same.graph


def test_nothing_in_a_file_depends_on_day_or_hashing(tmp_path: Path) -> None:
    script = (
        "import sys, time\n"
        "time.strftime = lambda *_: sys.argv[2]\n"
        "from pathlib import Path\n"
        "from evidence.case import Case\n"
        "from evidence.model import Actor, Relation\n"
        "from graphs.build import build\n"
        "from graphs.export import export\n"
        "actors = [Actor(id=f'a{n}', name='A', speaks_for=['b', 'c']) for n in range(9)]\n"
        "relation = Relation(id='r', who='a1', does='backs', to='a2')\n"
        "case = Case.of([*actors, relation])\n"
        "for suffix in sys.argv[3:]:\n"
        "    export(case, build(case), [], Path(sys.argv[1] + suffix))\n"
    )
    for seed, day in (("0", "2021-07-04"), ("1", "2031-01-01")):
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / seed), day, *GRAPH_FORMATS],
            check=True,
            cwd=Path(__file__).parents[3],
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
    for suffix in GRAPH_FORMATS:
        first, second = ((tmp_path / f"{seed}{suffix}").read_bytes() for seed in "01")
        assert first == second
        assert b"2021" not in first


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_what_xml_cannot_hold_is_seen_and_counted(suffix: str, case: Case, tmp_path: Path) -> None:
    text = written(case, suffix, tmp_path).read_text("utf-8")
    assert "null ␀ escape ␛ bell ␇" in text
    assert NOTE in text
    ElementTree.fromstring(text.encode("utf-8"))  # noqa: S314  # written by us, just now


def test_keys_that_become_alike_stay_apart(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    for key in ("a\x00", "a␀"):
        graph.add_node(key, type="claim", id=key, label=key)
    graph.add_edge("a\x00", "a␀", "k\x00")
    graph.add_edge("a\x00", "a␀", "k␀")
    copy = plain(graph, visible)
    assert list(copy.edges(keys=True)) == [("a␀", "a␀′", "k␀"), ("a␀", "a␀′", "k␀′")]
    assert copy.graph[NOTE] == 3


def test_cytoscape_elements_have_ids_that_are_unique(case: Case, tmp_path: Path) -> None:
    data = json.loads(written(case, ".cyjs", tmp_path).read_text("utf-8"))
    elements = [*data["elements"]["nodes"], *data["elements"]["edges"]]
    ids = [element["data"]["id"] for element in elements]
    assert len(set(ids)) == len(ids)
    assert data["data"]["name"] == case.title


DOT_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
DOT_LINE = re.compile(
    r' {2}(?:graph|"(?:[^"\\]|\\.)*"(?: -> "(?:[^"\\]|\\.)*")?)'
    r' \["(?:[^"\\]|\\.)*"="(?:[^"\\]|\\.)*"(?:, "(?:[^"\\]|\\.)*"="(?:[^"\\]|\\.)*")*\];'
)


def dot_text(match: str) -> str:
    return re.sub(r"\\(.)", lambda escape: {"n": "\n"}.get(escape[1], escape[1]), match)


def test_every_line_of_a_dot_file_is_one_statement(case: Case, tmp_path: Path) -> None:
    lines = written(case, ".dot", tmp_path).read_text("utf-8").split("\n")
    assert lines[0] == "digraph claimtrail {"
    assert lines[-2:] == ["}", ""]
    assert [line for line in lines[1:-2] if not DOT_LINE.fullmatch(line)] == []
    graph = build(case)
    assert len(lines) == 4 + graph.number_of_nodes() + graph.number_of_edges()
    keys = [dot_text(DOT_STRING.findall(line)[0]) for line in lines[2 : 2 + len(graph)]]
    assert keys == [visible(key) for key in graph]


@given(st.text())
def test_quoted_text_ends_where_its_quotes_do(text: str) -> None:
    assert DOT_STRING.fullmatch(quoted(text))
    assert dot_text(quoted(text)[1:-1]) == text


def test_an_unknown_suffix_is_an_error_that_lists_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ClaimtrailError, match=r"cannot be written as '\.xlsx'") as caught:
        exporter_for(tmp_path / "graph.xlsx")
    assert caught.value.hint.startswith("choose one of .html .graphml .gexf .json .cyjs .dot")
    with pytest.raises(ClaimtrailError, match="has no suffix"):
        exporter_for(tmp_path / "graph")


def test_suffixes_are_read_in_any_case() -> None:
    assert exporter_for(Path("GRAPH.DOT")) is EXPORTERS[".dot"]


def test_outside_packages_can_add_exporters(monkeypatch: pytest.MonkeyPatch) -> None:
    def write_nothing(*_: object) -> None:
        """Stands for an exporter of another package."""

    class Point:
        name = "TXT"

        def load(self) -> object:
            return write_nothing

    monkeypatch.setattr("graphs.export.entry_points", lambda group: [Point()])
    assert exporter_for(Path("graph.txt")) is write_nothing
    with pytest.raises(ClaimtrailError) as caught:
        exporter_for(Path("graph.xlsx"))
    assert ".txt" in caught.value.hint


@pytest.mark.parametrize("suffix", GRAPH_FORMATS)
def test_a_folder_that_is_not_there_is_an_error(suffix: str, case: Case, tmp_path: Path) -> None:
    with pytest.raises(ClaimtrailError, match="cannot be written"):
        written(case, suffix, tmp_path / "nowhere")
