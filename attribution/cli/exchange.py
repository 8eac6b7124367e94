"""Commands for other people's formats: import, export."""

from __future__ import annotations

import click

from attribution import console
from attribution.case_input import (
    STANDARD,
    case_at,
    copy_case,
    holds_case,
    is_case_target,
    put_case,
    spare_case,
)
from attribution.cli.parameters import AS_JSON, CASE
from attribution.exchange import exported_as, imported_from, put_exported
from attribution.reports.importing import import_report, problem_lines
from evidence.casefile import CASE_FORMATS
from evidence.errors import ClaimtrailError
from evidence.findings import Severity
from evidence.formats import FORMATS

_READ = ", ".join(each.name for each in FORMATS if each.read)
_WRITTEN = ", ".join(each.name for each in FORMATS if each.write)


@click.command(name="import")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--out",
    metavar="CASE",
    help="Case to write; its ending names the format. '-' is standard output. May be left out "
    "where only the report is wanted.",
)
@click.option(
    "--from", "from_format", metavar="NAME", help=f"Format, where it is not plain: {_READ}."
)
@click.option("--report", is_flag=True, help="Print what became of each file and its objects.")
@AS_JSON
@click.option("--add", is_flag=True, help="Add to CASE, keeping its records and comments.")
@click.option("--force", is_flag=True, help="Write CASE anew where there is one already.")
@click.option(
    "--format",
    "format_name",
    default="yaml",
    show_default=True,
    type=click.Choice([each.name for each in CASE_FORMATS]),
    help="Format for standard output.",
)
@click.pass_context
def import_command(
    ctx: click.Context,
    /,
    inputs: tuple[str, ...],
    out: str | None,
    from_format: str | None,
    report: bool,
    as_json: bool,
    add: bool,
    force: bool,
    format_name: str,
) -> None:
    """Make a case of files in other formats, or copy a case.

    FILE is a file, a folder with everything below it, a pattern, or "-" for standard input. The
    format is told by the content. Objects without a counterpart are kept as they were; what is
    refused is reported, and the exit status is then 1, or 2 where nothing could be read.
    """
    report = report or as_json
    if out is None and not report:
        raise ClaimtrailError("nothing to do", hint="name a case with -o, or ask for --report")
    if out == STANDARD and report:
        raise ClaimtrailError("case and report both go to standard output", hint="name a file")
    if from_format is None and len(inputs) == 1 and holds_case(inputs[0]):
        if out is None or report or add:
            raise ClaimtrailError(
                f"{inputs[0]} is a case, which can only be copied as it is",
                hint="to add it to another case, use claimtrail merge",
            )
        copy_case(inputs[0], out, format_name, force=force)
        return
    known = case_at(out) if add and out else None
    imported = imported_from(inputs, from_format, known=known, name=out or "")
    if report:
        console.emit(import_report(imported, as_json=as_json), "-")
    else:
        grave = [f for f in imported.findings if f.severity is not Severity.INFO]
        click.echo(problem_lines(grave), err=True, nl=False)
    if not any(account.counts.mapped or account.counts.kept for account in imported.accounts):
        ctx.exit(console.UNUSABLE)
    if out is not None:
        put_case(imported.case, out, format_name, known=known, force=force)
    if any(finding.severity is Severity.ERROR for finding in imported.findings):
        ctx.exit(console.FINDINGS)


@click.command(name="export")
@CASE
@click.option("-o", "--out", required=True, metavar="FILE", help="File to write; '-' for stdout.")
@click.option(
    "--to", "to_format", metavar="NAME", help=f"Format, where FILE does not tell: {_WRITTEN}."
)
@click.option("--force", is_flag=True, help="Write a case anew where FILE holds another one.")
def export_command(case_file: str, out: str, to_format: str | None, *, force: bool) -> None:
    """Write a case in another format.

    What the format cannot hold is reported on standard error. Where FILE is a database, or ends in
    .yaml or .jsonl, or NAME is yaml, json or jsonl, it is the case that is copied.
    """
    if is_case_target(out, to_format):
        copy_case(case_file, out, to_format or "yaml", force=force)
        return
    spare_case(out)
    exported = exported_as(case_at(case_file), out, to_format)
    console.report_intake(exported.findings)
    put_exported(exported, out)
