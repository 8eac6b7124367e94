"""Commands that check a case: audit, verify, log, rules."""

from __future__ import annotations

from typing import Any

import click

from attribution import console
from attribution.audit import audited, worst
from attribution.audit.catalogue import rule_list, rule_page
from attribution.audit.fingerprints import baseline as baseline_of
from attribution.audit.fingerprints import new_since
from attribution.case_input import (
    holding_at,
    logged_at,
    places_in,
    settings_for,
    spare_case,
    text_at,
    verified,
)
from attribution.cli.parameters import AS_JSON, CASE
from attribution.reports import AUDIT_REPORTS, log_report, verification_report
from evidence.findings import Severity


@click.command(name="audit")
@CASE
@click.option(
    "--format",
    "format_name",
    default="text",
    show_default=True,
    type=click.Choice(list(AUDIT_REPORTS)),
    help="How to report.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODE",
    help="Report only these rules or families, as in SRC or SRC001,COR.",
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Leave these out.")
@click.option(
    "--fail-on",
    default="error",
    show_default=True,
    type=click.Choice([*(s.value for s in Severity), "never"]),
    help="The least severity at which the exit status is 1.",
)
@click.option("--baseline", metavar="FILE", help="Report only what FILE does not hold.")
@click.option("--write-baseline", metavar="FILE", help="Accept what is found now: write it down.")
@click.option(
    "--jobs",
    default=1,
    show_default=True,
    type=click.IntRange(min=1),
    help="How many processes share the work.",
)
@click.option("--day", metavar="DATE", help="The day on which waivers must hold; by default today.")
@click.option("-o", "--out", default="-", metavar="FILE", help="Write the report to a file.")
@click.pass_context
def audit_command(
    ctx: click.Context,
    /,
    case_file: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    **options: Any,
) -> None:
    """Check how well each claim of a case is sourced.

    `claimtrail rules` tells what is checked, and why. What to check can be kept in a
    claimtrail.toml, or under [tool.claimtrail] in a pyproject.toml, beside the case or above it.
    A finding that is accepted can be waived in the case, with a reason, under `waivers`.
    """
    for written in (options["out"], options["write_baseline"]):
        if written:
            spare_case(written)
    settings = settings_for(case_file)
    config = settings.narrowed(_codes(select), _codes(ignore), day=options["day"])
    holding = holding_at(case_file)
    audit = audited(holding, config, jobs=options["jobs"]).placed(places_in(case_file))
    if options["write_baseline"]:
        console.emit(baseline_of(audit.findings), options["write_baseline"])
    if options["baseline"]:
        name = options["baseline"]
        audit = audit.of(new_since(audit.findings, text_at(name), name=name))
    with holding.opened() as held:
        report = AUDIT_REPORTS[options["format_name"]](held.case, audit)
    console.emit(report, options["out"])
    gravest, fail_on = worst(audit.findings), options["fail_on"]
    if gravest and fail_on != "never" and gravest.rank >= Severity(fail_on).rank:
        ctx.exit(console.FINDINGS)


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for part in given for code in part.split(",") if code.strip())


@click.command()
@CASE
@AS_JSON
@click.pass_context
def verify(ctx: click.Context, /, case_file: str, as_json: bool) -> None:
    """Check that every quote still stands in its document, and every record as it was stored.

    Each passage is looked up by its words and its context, and each text compared with its hash.
    Of a case in a database the log is checked too, and every record against the log.
    """
    verification = verified(case_file)
    console.emit(verification_report(verification, as_json=as_json), "-")
    if verification.findings:
        ctx.exit(console.FINDINGS)


@click.command(name="log")
@CASE
@AS_JSON
def log_command(case_file: str, as_json: bool) -> None:
    """List the changes of a case in a database: what, when, by whom.

    Case files keep no log of their own: put them under version control.
    """
    console.emit(log_report(logged_at(case_file), as_json=as_json), "-")


@click.command()
@click.argument("code", required=False)
@AS_JSON
def rules(code: str | None, as_json: bool) -> None:
    """List the rules of the audit, or explain the one with CODE."""
    console.emit(rule_page(code, as_json=as_json) if code else rule_list(as_json=as_json), "-")
