"""The command line: one thin function per command; the work is done by the packages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from attribution import __version__, console, workflow
from attribution.audit import audit, worst
from attribution.audit.catalogue import rule_list, rule_page
from attribution.audit.fingerprints import baseline as baseline_of
from attribution.audit.fingerprints import new_since
from attribution.audit.places import placed
from attribution.case_input import (
    case_at,
    intake_of,
    places_in,
    put_case,
    settings_for,
    text_at,
)
from attribution.example import example_inputs
from attribution.extract import EXTRACTORS, detector_named
from attribution.model_making import trained_on
from attribution.reports import (
    AUDIT_REPORTS,
    record_report,
    trail_report,
    verification_report,
    what_if_report,
)
from attribution.verification import verify as verify_case
from evidence.casefile import CASE_FORMATS, case_schema
from evidence.findings import Severity
from evidence.lookup import actor_meant, record_meant, typed_id
from evidence.readers import LARGEST
from graphs.build import build as build_graph
from graphs.export import EXPORTERS, export
from graphs.trace import trace as trace_trails

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

CASE: Decorator = click.argument("case_file", metavar="CASE")
AS_JSON: Decorator = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


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

    A CASE is a file in YAML, JSON or JSON Lines; "-" is standard input or output.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or unreadable input.
    """  # noqa: D301 - click reads the backspace character as "do not rewrap"


@main.command()
@click.option(
    "-o",
    "--out",
    default="claimtrail-demo",
    show_default=True,
    metavar="DIR",
    help="Folder for what is made; it is created where there is none.",
)
def demo(out: str) -> None:
    """Do the whole job on the bundled example.

    Writes a case file, a page and an audit. The example is a small inquiry into drone attacks in
    Iraq in 2021, in nine short documents.
    """
    with example_inputs() as inputs:
        job = workflow.run(inputs, detector_named("rules"), title="Who is behind the attacks?")
    for made in workflow.write_all(job, Path(out)):
        click.echo(made)


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--out",
    required=True,
    metavar="CASE",
    help="Case file to write; its ending names the format. '-' is standard output.",
)
@click.option(
    "--format",
    "format_name",
    default="yaml",
    show_default=True,
    type=click.Choice([*(f.name for f in CASE_FORMATS), "spans"]),
    help="Format for standard output. 'spans' are the bare places of source, cue and "
    "content in each document, as JSON Lines.",
)
@click.option(
    "--extractor",
    default="rules",
    show_default=True,
    metavar="NAME",
    help="What finds attributions: " + ", ".join(EXTRACTORS) + ".",
)
@click.option(
    "--model",
    metavar="DIR",
    help="Model of the extractor 'trained', as `claimtrail train` makes it.",
)
@click.option("--title", default="", metavar="TEXT", help="Title of the case.")
@click.option("--retrieved", metavar="DATE", help="When the documents were captured.")
@click.option("--encoding", metavar="NAME", help="Encoding of texts that are not UTF-8.")
@click.option(
    "--largest", default=LARGEST, show_default=True, metavar="BYTES", help="Leave out larger files."
)
@click.option("--add", is_flag=True, help="Add to CASE, keeping its records and comments.")
@click.option("--force", is_flag=True, help="Write CASE anew where there is one already.")
@click.pass_context
def extract(
    ctx: click.Context, /, inputs: tuple[str, ...], out: str, format_name: str, **options: Any
) -> None:
    """Find who says what in documents and write it down as a case.

    INPUT is a file, a folder with everything below it, a pattern, or "-" for text from standard
    input. Plain text, Markdown and HTML are read. What cannot be read is reported on standard
    error and left out; the exit status is then 1, or 2 where nothing could be read.
    """
    detector = detector_named(options["extractor"], model=options["model"])
    intake = intake_of(inputs, options["encoding"], options["largest"], options["retrieved"])
    console.report_intake(intake.findings)
    if not intake.documents:
        ctx.exit(console.UNUSABLE)
    if format_name == "spans":
        with console.progress("extracting", len(intake.documents)) as advance:
            lines = workflow.spans(intake, detector, progress=advance)
        console.emit("".join(lines), out)
    else:
        known = case_at(out) if options["add"] else None
        with console.progress("extracting", len(intake.documents)) as advance:
            case = workflow.extract(
                intake, detector, title=options["title"], known=known, progress=advance
            )
        put_case(case, out, format_name, known=known, force=options["force"])
    if any(f.severity is Severity.ERROR for f in intake.findings):
        ctx.exit(console.FINDINGS)


@main.command()
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


@main.command(name="audit")
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


@main.command(name="trace")
@CASE
@click.argument("start", metavar="FROM")
@click.argument("goal", metavar="TO")
@click.option(
    "--length",
    default=4,
    show_default=True,
    type=click.IntRange(min=1),
    help="The most hops of a path.",
)
@click.option(
    "--predicate",
    "predicates",
    multiple=True,
    metavar="WORD",
    help="Follow only these relations, as in supplies; may be given again.",
)
@click.option("--any-direction", is_flag=True, help="Follow relations against their direction too.")
@click.option(
    "--limit",
    default=20,
    show_default=True,
    type=click.IntRange(min=1),
    help="The most paths to show; it is said where there are more.",
)
@AS_JSON
def trace_command(
    case_file: str,
    start: str,
    goal: str,
    length: int,
    predicates: tuple[str, ...],
    any_direction: bool,
    limit: int,
    as_json: bool,
) -> None:
    """Trace how one actor is tied to another, and who says so.

    FROM and TO are ids, names or aliases of actors.
    """
    case = case_at(case_file)
    tracing = trace_trails(
        case,
        build_graph(case),
        actor_meant(case, start).id,
        actor_meant(case, goal).id,
        cutoff=length,
        predicates=predicates or None,
        directed=not any_direction,
        limit=limit,
    )
    console.emit(trail_report(tracing, as_json=as_json), "-")


@main.command()
@CASE
@click.argument("record", metavar="ID")
@AS_JSON
def show(case_file: str, record: str, as_json: bool) -> None:
    """Show a record with everything it rests on.

    ID is that of a claim, an actor, a document or any other record, or the name of an actor;
    write "document:weekly" where an id stands for several.
    """
    case = case_at(case_file)
    console.emit(record_report(case, record_meant(case, record), as_json=as_json), "-")


@main.command(name="what-if")
@CASE
@click.option(
    "--without",
    multiple=True,
    required=True,
    metavar="ID",
    help="Source to withdraw, by id or name; may be given again.",
)
@AS_JSON
def what_if(case_file: str, without: tuple[str, ...], as_json: bool) -> None:
    """Tell which claims fall if a source is withdrawn.

    A source is an actor, a document, an attribution or a piece of evidence. That a claim loses its
    support does not mean that it is refuted.
    """
    case = case_at(case_file)
    withdrawn = [typed_id(record_meant(case, words)) for words in without]
    console.emit(what_if_report(case, withdrawn, as_json=as_json), "-")


@main.command()
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


@main.command()
@click.argument("code", required=False)
@AS_JSON
def rules(code: str | None, as_json: bool) -> None:
    """List the rules of the audit, or explain the one with CODE."""
    console.emit(rule_page(code, as_json=as_json) if code else rule_list(as_json=as_json), "-")


@main.command()
@click.argument("annotations", metavar="DIR")
@click.option("-o", "--out", required=True, metavar="MODEL", help="Folder for the model.")
@click.option(
    "--epochs",
    default=3.0,
    show_default=True,
    type=click.FloatRange(min=0, max=8),
    help="How often each article is seen.",
)
@click.option("--seed", default=1, show_default=True, help="Fixes every random choice.")
def train(annotations: str, out: str, epochs: float, seed: int) -> None:
    """Train an extractor on annotated articles.

    Needs the extra "train". DIR holds text/NAME.txt and attributions/NAME_xxxx.ann, in brat
    stand-off format. Use the model by `claimtrail extract --extractor trained --model MODEL`.
    """
    console.emit(trained_on(annotations, Path(out), epochs, seed), "-")


@main.command()
def schema() -> None:
    """Print the JSON Schema of case files.

    With it editors complete and check a case that is written by hand.
    """
    console.emit(json.dumps(case_schema(), indent=2, ensure_ascii=False) + "\n", "-")
