"""Commands that draw a case: graph, map."""

from __future__ import annotations

from pathlib import Path

import click

from attribution import console
from attribution.audit import audit
from attribution.audit.bottom_line import leads
from attribution.case_input import STANDARD, case_at, settings_for, spare_case
from attribution.cli.parameters import CASE
from evidence.errors import ClaimtrailError
from graphs.build import build as build_graph
from graphs.export import EXPORTERS, export
from graphs.export.map import RowsOf, map_html


@click.command()
@CASE
@click.option(
    "-o",
    "--out",
    required=True,
    metavar="FILE",
    help="File to write; its ending names the format: " + " ".join(EXPORTERS) + ".",
)
def graph(case_file: str, out: str) -> None:
    """Draw a case as a page, or write its graph to a file."""
    if out == STANDARD:
        raise ClaimtrailError("a graph is written to a file", hint="name one with -o")
    spare_case(out)
    case = case_at(case_file)
    drawn = build_graph(case)
    export(case, drawn, audit(case, drawn, settings_for(case_file)), Path(out))


@click.command(name="map")
@CASE
@click.option(
    "-o", "--out", required=True, metavar="FILE", help="HTML file to write; '-' for stdout."
)
@click.option(
    "--rows",
    default=RowsOf.CLAIMS.value,
    show_default=True,
    type=click.Choice([each.value for each in RowsOf]),
    help="What a row is: a claim, or a topic with all claims about one actor.",
)
def map_command(case_file: str, out: str, rows: str) -> None:
    """Map the evidence of a case: claims by kinds of source, with gaps.

    One page that needs no network and no script. What supports a claim and what contradicts it are
    shown apart, by independent origins; a cell opens its records.
    """
    spare_case(out)
    case = case_at(case_file)
    found = audit(case, config=settings_for(case_file))
    console.emit(map_html(case, found, leads=leads(case, found), rows_of=RowsOf(rows)), out)
