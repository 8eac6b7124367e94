"""The page: a case as one HTML file that needs neither a network nor a server.

The file carries the record itself as JSON Lines, what was worked out from it (positions, places of
quotes, lineage, findings) as JSON, and scripts that put both on the screen as text, never as
markup.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import networkx as nx

from evidence.atomic import write_atomically
from evidence.case import Case
from evidence.findings import Finding
from graphs.collector import collector_held

__all__ = ["page_html", "write_page"]


def write_page(
    case: Case,
    graph: nx.MultiDiGraph,
    findings: Sequence[Finding],
    out: Path,
    *,
    previous: Mapping[str, tuple[float, float]] | None = None,
) -> None:
    """Write a case as one self-contained HTML page: map, panel, search, legend and tables.

    Args:
        case: The case; it is embedded whole and can be taken out of the page again.
        graph: What `graphs.build` made of it.
        findings: What the audit found, in the order in which to show them.
        out: The file to write, as UTF-8; same case, same bytes.
        previous: Where nodes stood in an earlier page (see `earlier.places_in`); they stay there.

    Raises:
        ClaimtrailError: If the file cannot be written.
    """
    write_atomically(out, page_html(case, graph, findings, previous=previous))


def page_html(
    case: Case,
    graph: nx.MultiDiGraph,
    findings: Sequence[Finding],
    *,
    previous: Mapping[str, tuple[float, float]] | None = None,
) -> str:
    """The page that `write_page` writes.

    Args:
        case: The case.
        graph: What `graphs.build` made of it.
        findings: What the audit found, in the order in which to show them.
        previous: Where nodes stood in an earlier page; they stay there.
    """
    # pyvis brings IPython along, which only pages need to wait for
    from graphs.export.page.network import PageNetwork

    # Held until all but the text is gone again
    with collector_held():
        return PageNetwork(case, graph, findings, previous).generate_html()
