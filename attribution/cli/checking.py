"""Commands that check a case: audit, verify, rules."""

from __future__ import annotations

import click

from attribution import console
from attribution.audit import audit, worst
from attribution.audit.catalogue import rule_list, rule_page
from attribution.audit.fingerprints import baseline as baseline_of
from attribution.audit.fingerprints import new_since
from attribution.audit.places import placed
from attribution.case_input import case_at, places_in, settings_for, text_at
from attribution.cli.parameters import AS_JSON, CASE
from attribution.reports import AUDIT_REPORTS, verification_report
from attribution.verification import verify as verify_case
from evidence.findings import Severity
from graphs.build import build as build_graph


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
@click.option("-o", "--out", default="-", metavar="FILE", help="Write the report to a file.")
@click.pass_context
def audit_command(
    ctx: click.Context,
    /,
    case_file: str,
    format_name: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    baseline: str | None,
    write_baseline: str | None,
    out: str,
) -> None:
    """Check how well each claim of a case is sourced.

    `claimtrail rules` tells what is checked, and why. What to check can be kept in a
    claimtrail.toml, or under [tool.claimtrail] in a pyproject.toml, beside the case or above it.
    """
    case = case_at(case_file)
    config = settings_for(case_file).narrowed(_codes(select), _codes(ignore))
    findings = placed(audit(case, build_graph(case), config), places_in(case_file))
    if write_baseline:
        console.emit(baseline_of(findings), write_baseline)
    if baseline:
        findings = new_since(findings, text_at(baseline))
    console.emit(AUDIT_REPORTS[format_name](case, findings), out)
    gravest = worst(findings)
    if gravest and fail_on != "never" and gravest.rank >= Severity(fail_on).rank:
        ctx.exit(console.FINDINGS)


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for part in given for code in part.split(",") if code.strip())


@click.command()
@CASE
@AS_JSON
@click.pass_context
def verify(ctx: click.Context, /, case_file: str, as_json: bool) -> None:
    """Check that every quote still stands in its document.

    Each passage is looked up by its words and its context, and each text compared with its hash.
    """
    verification = verify_case(case_at(case_file))
    console.emit(verification_report(verification, as_json=as_json), "-")
    if verification.findings:
        ctx.exit(console.FINDINGS)


@click.command()
@click.argument("code", required=False)
@AS_JSON
def rules(code: str | None, as_json: bool) -> None:
    """List the rules of the audit, or explain the one with CODE."""
    console.emit(rule_page(code, as_json=as_json) if code else rule_list(as_json=as_json), "-")
