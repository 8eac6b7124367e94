"""Commands that draw a case: graph."""

from __future__ import annotations

from pathlib import Path

import click

from attribution.audit import audit
from attribution.case_input import case_at, settings_for
from attribution.cli.parameters import CASE
from graphs.build import build as build_graph
from graphs.export import EXPORTERS, export


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
    case = case_at(case_file)
    drawn = build_graph(case)
    export(case, drawn, audit(case, drawn, settings_for(case_file)), Path(out))
