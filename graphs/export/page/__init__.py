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

__all__ = ["write_page"]


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
    # pyvis brings IPython along, which only pages need to wait for
    from graphs.export.page.network import PageNetwork

    write_atomically(out, PageNetwork(case, graph, findings, previous).generate_html())
