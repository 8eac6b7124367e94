"""The network behind the page: pyvis's, with its own template and nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import networkx as nx
from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup
from pyvis.network import Network

from evidence.atomic import write_atomically
from evidence.case import Case
from evidence.casefile import dump_pieces
from evidence.findings import Finding
from graphs.collector import collector_held
from graphs.export.page.blocks import Block, json_block, json_lines_block
from graphs.export.page.drawn_edges import edge_columns, edge_options
from graphs.export.page.drawn_nodes import (
    SCALES,
    badges_of,
    boxes_of,
    node_columns,
    node_options,
)
from graphs.export.page.placing import Place, placed
from graphs.export.page.reading import reading
from graphs.export.page.scripts import asset, page_script, page_style, strings, vis_script
from graphs.export.page.security import content_security_policy
from graphs.export.page.sourcing import sourcing_of
from graphs.export.page.standing import standings


class PageNetwork(Network):  # type: ignore[misc]  # pyvis ships no type information
    """A pyvis network of a case that renders as one offline page.

    pyvis finds the ends of an edge by a search through all edges, so nodes and edges are filled in
    directly, in the form its own `add_node` and `add_edge` leave them in.

    Args:
        case: The case to embed.
        graph: The case as `graphs.build` projects it.
        findings: What the audit found, in the order in which to show them.
        previous: Where nodes stood in an earlier page; they stay there.
    """

    def __init__(
        self,
        case: Case,
        graph: nx.MultiDiGraph,
        findings: Sequence[Finding],
        previous: Mapping[str, Place] | None = None,
    ) -> None:
        super().__init__(directed=True, heading=case.title, cdn_resources="in_line")
        self.case = case
        with collector_held():
            self._fill(case, graph, findings, previous)

    def _fill(
        self,
        case: Case,
        graph: nx.MultiDiGraph,
        findings: Sequence[Finding],
        previous: Mapping[str, Place] | None,
    ) -> None:
        sourcing = sourcing_of(case)
        standing = standings(case)
        boxes = boxes_of(graph, standing, sourcing)
        placing = placed(graph, boxes, previous)
        self.nodes = node_options(graph, boxes, placing.places)
        self.node_ids = [node["id"] for node in self.nodes]
        self.node_map = {node["id"]: node for node in self.nodes}
        self.edges = edge_options(graph)
        self._picture = {
            "nodes": node_columns(self.nodes, standing, sourcing, badges_of(case, findings)),
            "groups": placing.groups,
            "scales": SCALES,
        }
        self._reading = reading(case, sourcing, findings)

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
        scripts = (vis_script(), page_script())
        style = page_style()
        page: str = _template().render(
            title=self.case.title,
            strings=strings(),
            policy=content_security_policy(scripts=scripts, styles=[style]),
            dated=_is_dated(self.case),
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

    def _blocks(self) -> dict[str, Block]:
        """The data of the page by element id, in the order in which the page wants them."""
        with collector_held():
            return {
                "strings": json_block(strings()),
                "picture": json_block(self._picture),
                "edges": json_block(edge_columns(self.edges, self.node_ids)),
                "reading": json_block(self._reading),
                "case": json_lines_block(dump_pieces(self.case, "jsonl")),
            }


def _is_dated(case: Case) -> bool:
    """Whether there is anything to show on a timeline."""
    published = (document.published for document in case.documents.values())
    said = (attribution.when for attribution in case.attributions.values())
    happened = (claim.when for claim in case.claims.values())
    return any(date is not None for dates in (published, said, happened) for date in dates)


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(asset("template.html.j2"))
