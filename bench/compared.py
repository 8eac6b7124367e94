"""The pages that are compared in a browser: ours, and pyvis twice.

"pyvis, fixed" is bare vis-network as pyvis writes it: the coordinates of our page, physics off,
straight edges. It gets the nodes and lines that our page shows at first and no others, one line of
words for each node, and nothing on edges but their arrows. "pyvis as it is" gets the same without
coordinates, and lays itself out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyvis.network import Network

from attribution.audit import audit
from bench.generated import generated_case
from evidence.casefile import dump_case
from graphs.build import build
from graphs.export.page.network import PageNetwork

OURS, FIXED, AS_IS = "ours", "pyvis, fixed", "pyvis as it is"

HIDDEN = "about"
"""The lines that our page hides at first."""

LARGEST_FIXED = 10_000
LARGEST_AS_IS = 1_000

DRAWN = (
    "requestAnimationFrame(() => requestAnimationFrame(() => (window.drawnAt = performance.now())))"
)
"""Notes when the frame that has just been asked for is on the screen."""


@dataclass(frozen=True)
class Written:
    """A page to open.

    Attributes:
        name: Which of the compared ones it is.
        path: The file.
        bound: The most that it may weigh in MB; None for those of pyvis.
    """

    name: str
    path: Path
    bound: float | None = None

    @property
    def size(self) -> float:
        """What it weighs, in MB."""
        return self.path.stat().st_size / 1e6


def write_pages(nodes: int, folder: Path) -> Iterator[Written]:
    """Write the pages of one generated and audited case of so many nodes into a folder."""
    case = generated_case(2 * nodes)
    graph = build(case)
    ours = PageNetwork(case, graph, audit(case, graph))
    record = len(dump_case(case, "jsonl").encode()) / 1e6
    yield Written(OURS, _written(folder / "ours.html", ours.generate_html()), 1.2 + record / 2)
    if nodes <= LARGEST_FIXED:
        yield Written(FIXED, _written(folder / "fixed.html", _fixed(ours)))
    if nodes <= LARGEST_AS_IS:
        yield Written(AS_IS, _written(folder / "as-is.html", _as_is(ours)))


def _fixed(ours: PageNetwork) -> str:
    network = _filled(ours, placed=True)
    still = {"physics": {"enabled": False}, "edges": {"smooth": False}}
    network.set_options(json.dumps({**still, "layout": {"improvedLayout": False}}))
    return _noting(network, f"{DRAWN};")


def _as_is(ours: PageNetwork) -> str:
    network = _filled(ours, placed=False)
    return _noting(network, f"network.once('stabilizationIterationsDone', () => {DRAWN});")


def _filled(ours: PageNetwork, *, placed: bool) -> Any:
    network: Any = Network(directed=True, cdn_resources="in_line", height="100vh")
    for node in ours.nodes:
        place = {"x": node["x"], "y": node["y"]} if placed else {}
        network.nodes.append({"id": node["id"], "label": node["lines"][0], "shape": "dot", **place})
        network.node_ids.append(node["id"])
        network.node_map[node["id"]] = network.nodes[-1]
    for edge in ours.edges:
        if edge["group"] != HIDDEN:
            network.edges.append({"from": edge["from"], "to": edge["to"], "arrows": "to"})
    return network


def _noting(network: Any, script: str) -> str:
    html: str = network.generate_html()
    return html.replace("</body>", f"<script>{script}</script></body>")


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
