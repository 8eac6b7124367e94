"""Commands for people who work on one inquiry together: merge, diff."""

from __future__ import annotations

import click

from attribution import console
from attribution.case_merging import compared_case, merged_case, put_merged
from attribution.cli.parameters import AS_JSON, Decorator
from attribution.reports import difference_report
from evidence.casefile import CASE_FORMATS
from evidence.difference import diff as difference_of
from evidence.findings import Severity

KEPT_AT: Decorator = click.option(
    "--path",
    "kept_at",
    metavar="FILE",
    help="Where the case is kept, where git hands over copies under other names.",
)


@click.command()
@click.argument("ours", metavar="A")
@click.argument("theirs", metavar="B")
@click.option(
    "-o",
    "--out",
    required=True,
    metavar="CASE",
    help="Case to write; its ending names the format. '-' is standard output. Where it is A, the "
    "comments of A are kept.",
)
@click.option("--base", metavar="CASE", help="The case that both were made from.")
@click.option(
    "--format",
    "format_name",
    default="yaml",
    show_default=True,
    type=click.Choice([f.name for f in CASE_FORMATS]),
    help="Format for standard output.",
)
@KEPT_AT
@click.option("--force", is_flag=True, help="Write CASE anew where there is one already.")
@click.pass_context
def merge(
    ctx: click.Context,
    /,
    ours: str,
    theirs: str,
    out: str,
    base: str | None,
    format_name: str,
    kept_at: str | None,
    force: bool,
) -> None:
    """Make one case of two.

    Records that agree fuse. Where both cases say something else about the same record, A is kept
    and a finding names both; the exit status is then 1. With --base only what a side changed since
    then counts, as in a three-way merge.
    """
    merged = merged_case(ours, theirs, base, kept_at)
    put_merged(merged.case, out, format_name, ours=ours, kept_at=kept_at, force=force)
    console.report_intake(merged.findings)
    if any(finding.severity is Severity.ERROR for finding in merged.findings):
        ctx.exit(console.FINDINGS)


@click.command(name="diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@AS_JSON
@click.option("--exit-code", is_flag=True, help="End with status 1 where there is a difference.")
@KEPT_AT
@click.pass_context
def diff_command(
    ctx: click.Context,
    /,
    before: str,
    after: str,
    as_json: bool,
    exit_code: bool,
    kept_at: str | None,
) -> None:
    """Tell what sets two cases apart, record by record and field by field.

    Stances that changed and sources that were taken back come first. A and B are cases, or files
    of other formats, which are imported for this. The last line counts the ids that people or
    formats gave; those made of what a record says are left out of it.
    """
    cases = compared_case(before, kept_at), compared_case(after, kept_at)
    difference = difference_of(*cases)
    console.emit(difference_report(*cases, difference, as_json=as_json), "-")
    if exit_code and difference:
        ctx.exit(console.FINDINGS)
