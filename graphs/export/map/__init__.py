"""The evidence map: what supports and what contradicts each claim, by kind of source, with gaps.

One HTML file that needs neither a network nor a script: cells open their records by the browser's
own popovers. In the manner of the evidence gap maps of systematic reviews.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from evidence.atomic import write_atomically
from evidence.case import Case
from evidence.findings import Finding
from graphs.export.map.cells import SIDES
from graphs.export.map.kinds import KINDS
from graphs.export.map.marks import marks
from graphs.export.map.rows import RowsOf, evidence_map
from graphs.export.page.security import content_security_policy
from graphs.naming import listed, nodes_name

__all__ = ["RowsOf", "map_html", "write_map"]

_PAGES = Environment(
    loader=PackageLoader("graphs.export.map", "assets"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def write_map(
    case: Case,
    findings: Sequence[Finding],
    out: Path,
    *,
    leads: Sequence[Finding] = (),
    rows_of: RowsOf = RowsOf.CLAIMS,
) -> None:
    """Write the evidence map of a case.

    Args:
        case: The case.
        findings: What the audit found.
        out: The file to write, as UTF-8; same case, same bytes.
        leads: Findings whose hints say what to look for next, in that order.
        rows_of: Whether each claim has a row, or each actor that claims are about.

    Raises:
        ClaimtrailError: If the file cannot be written.
    """
    write_atomically(out, map_html(case, findings, leads=leads, rows_of=rows_of))


def map_html(
    case: Case,
    findings: Sequence[Finding],
    *,
    leads: Sequence[Finding] = (),
    rows_of: RowsOf = RowsOf.CLAIMS,
) -> str:
    """The evidence map of a case as a page; see `write_map`."""
    style = files(__package__).joinpath("assets", "map.css").read_text(encoding="utf-8")
    drawn = evidence_map(case, findings, rows_of)
    groups = [(group, list(kinds)) for group, kinds in groupby(KINDS, lambda kind: kind.group)]
    filled = {kind: sum(kind in row.cells for row in drawn.rows) for kind in KINDS}
    page = _PAGES.get_template("map.html.j2").render(
        case=case,
        drawn=drawn,
        rows_of=rows_of,
        kinds=KINDS,
        groups=groups,
        filled=filled,
        sides=SIDES,
        leads=leads,
        marks=marks,
        listed=listed,
        nodes_name=nodes_name,
        style=style,
        policy=content_security_policy(scripts=(), styles=(style,)),
    )
    return page.rstrip() + "\n"
