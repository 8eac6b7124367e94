"""The network behind the page: pyvis's, with its own template and nothing from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx
from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup
from pyvis.network import Network

from evidence.atomic import write_atomically
from evidence.case import Case
from evidence.casefile import dump_case
from evidence.findings import Finding
from graphs.export.page.boxes import Box
from graphs.export.page.data import boxes_of, edge_options, node_options, view
from graphs.export.page.security import content_security_policy, escaped_json, json_block
from graphs.export.page.spacing import drawn_together
from graphs.layout import positions

SCRIPTS = (
    "strings.js",
    "dom.js",
    "record.js",
    "state.js",
    "stage.js",
    "filters.js",
    "palette.js",
    "edge-style.js",
    "node-shapes.js",
    "edge-labels.js",
    "map.js",
    "map-controls.js",
    "quotes.js",
    "cards.js",
    "panel-claim.js",
    "panel-nodes.js",
    "panel-edge.js",
    "trail.js",
    "panel.js",
    "legend.js",
    "search.js",
    "columns.js",
    "table.js",
    "export.js",
    "main.js",
)
"""The page's own scripts in the order in which they are joined into one scope."""

STYLES = ("palette.css", "frame.css", "panel.css", "table.css", "media.css")
"""The page's style sheets in the order in which they are joined."""

_VIS_SCRIPT = "templates/lib/vis-9.1.2/vis-network.min.js"


class PageNetwork(Network):  # type: ignore[misc]  # pyvis ships no type information
    """A pyvis network of a case that renders as one offline page.

    pyvis finds the ends of an edge by a search through all edges, so nodes and edges are filled in
    directly, in the form its own `add_node` and `add_edge` leave them in.

    Args:
        case: The case to embed.
        graph: The case as `graphs.build` projects it.
        findings: What the audit found, in the order in which to show them.
    """

    def __init__(self, case: Case, graph: nx.MultiDiGraph, findings: Sequence[Finding]) -> None:
        super().__init__(directed=True, heading=case.title, cdn_resources="in_line")
        boxes = boxes_of(case, graph)
        self.case = case
        self.nodes = node_options(graph, boxes, _placed(graph, boxes))
        self.node_ids = [node["id"] for node in self.nodes]
        self.node_map = {node["id"]: node for node in self.nodes}
        self.edges = edge_options(graph)
        self.view = view(case, findings)

    def generate_html(
        self, name: str = "index.html", local: bool = True, notebook: bool = False
    ) -> str:
        """Render the page.

        Args:
            name: Not used; pyvis's signature.
            local: Not used; pyvis's signature.
            notebook: Not used; pyvis's signature.

        Returns:
            The whole page. The same case gives the same text.
        """
        scripts = (_vis_script(), _page_script())
        style = _page_style()
        page: str = _template().render(
            title=self.case.title,
            strings=_strings(),
            policy=content_security_policy(scripts=scripts, styles=[style]),
            style=Markup(style),  # noqa: S704 - our own file
            scripts=[Markup(script) for script in scripts],  # noqa: S704 - pyvis's and our own
            blocks=self._blocks(),
        )
        return page

    def write_html(
        self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the page to the file `name`, and nothing beside it.

        Args:
            name: The file.
            local: Not used; pyvis's signature.
            notebook: Not used; pyvis's signature.
            open_browser: Not used; opening is left to the caller.
        """
        write_atomically(Path(name), self.generate_html())

    def _blocks(self) -> dict[str, Markup]:
        """The data of the page by element id, escaped for the elements they stand in."""
        picture = {"nodes": self.nodes, "edges": self.edges}
        blocks = {
            "strings": json_block(_strings()),
            "view": json_block({**picture, **self.view}),
            "case": escaped_json(dump_case(self.case, "jsonl")),
        }
        return {name: Markup(text) for name, text in blocks.items()}  # noqa: S704 - escaped above


def _placed(graph: nx.MultiDiGraph, boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    sizes = {key: (float(box.width), float(box.height)) for key, box in boxes.items()}
    return drawn_together(graph, positions(graph, sizes), sizes)


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_asset("template.html.j2"))


@cache
def _strings() -> dict[str, Any]:
    strings: dict[str, Any] = json.loads(_asset("strings.json"))
    return strings


@cache
def _page_script() -> str:
    joined = "\n".join(_asset(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{joined}}})();\n'


@cache
def _page_style() -> str:
    return "\n".join(_asset(name) for name in STYLES)


@cache
def _vis_script() -> str:
    """vis-network as pyvis ships it, but for the line that has debuggers fetch a source map."""
    script = files("pyvis").joinpath(_VIS_SCRIPT).read_text(encoding="utf-8")
    lines = script.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("//# sourceMappingURL"))


def _asset(name: str) -> str:
    return (files(__package__) / "assets" / name).read_text(encoding="utf-8")
