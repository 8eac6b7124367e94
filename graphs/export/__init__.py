"""Writing a graph to files: pictures and the formats of other graph tools, chosen by suffix.

`EXPORTERS` lists the formats that come with claimtrail. Outside packages add theirs by an entry
point of the group `claimtrail.exporters` whose name is the suffix without its dot.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

import networkx as nx

from evidence.case import Case
from evidence.errors import ClaimtrailError
from evidence.findings import Finding
from graphs.export.cytoscape import write_cytoscape
from graphs.export.dot import write_dot
from graphs.export.gexf import write_gexf
from graphs.export.graphml import write_graphml
from graphs.export.nodelink import write_nodelink

GROUP = "claimtrail.exporters"
"""The group of entry points that outside packages register exporters in."""


class Exporter(Protocol):
    """Writes a graph to a file: the whole file or none, and the same bytes each time."""

    def __call__(
        self, case: Case, graph: nx.MultiDiGraph, findings: Sequence[Finding], out: Path
    ) -> None:
        """Write `graph`, which was built from `case`, to `out`.

        Raises:
            ClaimtrailError: If the file cannot be written.
        """


class _GraphWriter(Protocol):
    def __call__(self, graph: nx.MultiDiGraph, out: Path) -> None: ...


def _of_graph(write: _GraphWriter) -> Exporter:
    """An exporter for a format that has no place for anything but the graph."""

    def export_graph(
        case: Case, graph: nx.MultiDiGraph, findings: Sequence[Finding], out: Path
    ) -> None:
        write(graph, out)

    return export_graph


def _export_page(
    case: Case, graph: nx.MultiDiGraph, findings: Sequence[Finding], out: Path
) -> None:
    # The page alone needs pyvis, which is slow to import.
    from graphs.export.page import write_page
    from graphs.export.page.earlier import places_in

    write_page(case, graph, findings, out, previous=places_in(out))


EXPORTERS: dict[str, Exporter] = {
    ".html": _export_page,
    ".graphml": _of_graph(write_graphml),
    ".gexf": _of_graph(write_gexf),
    ".json": _of_graph(write_nodelink),
    ".cyjs": _of_graph(write_cytoscape),
    ".dot": _of_graph(write_dot),
}
"""The formats that come with claimtrail, by suffix, in the order in which they are listed."""


def exporter_for(out: Path) -> Exporter:
    """The exporter that writes files with the suffix of `out`.

    Raises:
        ClaimtrailError: If there is none; the hint lists the suffixes that there are.
    """
    suffix = out.suffix.lower()
    if suffix in EXPORTERS:
        return EXPORTERS[suffix]
    outside = {f".{point.name.lower()}": point for point in entry_points(group=GROUP)}
    if suffix in outside:
        exporter: Exporter = outside[suffix].load()
        return exporter
    raise ClaimtrailError(
        f"{out}: graphs cannot be written as {suffix!r}" if suffix else f"{out}: has no suffix",
        hint=f"choose one of {' '.join([*EXPORTERS, *sorted(outside)])}",
    )


def export(case: Case, graph: nx.MultiDiGraph, findings: Sequence[Finding], out: Path) -> None:
    """Write a graph to a file in the format that its suffix names.

    Args:
        case: The case.
        graph: What `graphs.build` made of it.
        findings: What the audit found; only pages show it.
        out: The file to write.

    Raises:
        ClaimtrailError: If no exporter knows the suffix, or the file cannot be written.
    """
    exporter_for(out)(case, graph, findings, out)
