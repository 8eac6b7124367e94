"""The command line: one thin function per command; the work is done by the packages."""

from __future__ import annotations

import click

from attribution import __version__, console
from attribution.cli.asking import search, show, trace_command, what_if
from attribution.cli.checking import audit_command, log_command, rules, verify
from attribution.cli.exchange import export_command, import_command
from attribution.cli.making import demo, extract, schema, train
from attribution.cli.pictures import graph, map_command
from attribution.cli.together import diff_command, merge


@click.group(cls=console.Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimtrail")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def main(debug: bool) -> None:
    """See who says what, who supports whom, and how well each claim is sourced.

    Documents go in; a case file comes out, with every attributed claim tied to a speaker and to
    the exact words of a hashed document. From a case file come a graph, a page and an audit.

    \b
    Try it:
      claimtrail demo -o demo
      claimtrail extract article.txt -o case.yaml
      claimtrail graph case.yaml -o graph.html
      claimtrail audit case.yaml

    A CASE is a file in YAML, JSON or JSON Lines, an SQLite database (case.db) or the URL of one in
    PostgreSQL (postgresql://...); "-" is standard input or output.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or unreadable input.
    """  # noqa: D301 - click reads the backspace character as "do not rewrap"


COMMANDS: tuple[click.Command, ...] = (
    demo,
    extract,
    graph,
    map_command,
    audit_command,
    trace_command,
    show,
    search,
    what_if,
    verify,
    log_command,
    rules,
    import_command,
    export_command,
    merge,
    diff_command,
    train,
    schema,
)
"""The commands, in the order in which `claimtrail --help` lists them."""

for command in COMMANDS:
    main.add_command(command)
