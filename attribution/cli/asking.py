"""Commands that ask a case: trace, show, what-if, search."""

from __future__ import annotations

import click

from attribution import console
from attribution.case_input import case_at, record_in, records_in, search_in
from attribution.cli.parameters import AS_JSON, CASE
from attribution.reports import record_report, search_report, trail_report, what_if_report
from evidence.lookup import actor_meant, typed_id
from graphs.build import build as build_graph
from graphs.trace import trace as trace_trails


@click.command(name="trace")
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


@click.command()
@CASE
@click.argument("record", metavar="ID")
@AS_JSON
def show(case_file: str, record: str, as_json: bool) -> None:
    """Show a record with everything it rests on.

    ID is that of a claim, an actor, a document or any other record, or the name of an actor;
    write "document:weekly" where an id stands for several.
    """
    case, found, findings = record_in(case_file, record)
    console.emit(record_report(case, found, findings=findings, as_json=as_json), "-")


@click.command()
@CASE
@click.argument("words")
@click.option(
    "--limit",
    default=20,
    show_default=True,
    type=click.IntRange(min=1),
    help="The most hits to show; it is said where there are more.",
)
@AS_JSON
def search(case_file: str, words: str, limit: int, as_json: bool) -> None:
    """Find claims, and quoted passages, by their words.

    A record is found that holds all of WORDS, in any order; case and accents do not matter. Quoted
    "several words" must stand together, and "suppl*" is any word that begins so.
    """
    console.emit(search_report(search_in(case_file, words, limit), as_json=as_json), "-")


@click.command(name="what-if")
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
    case, records, claims = records_in(case_file, without)
    withdrawn = [typed_id(record) for record in records]
    console.emit(what_if_report(case, withdrawn, claims=claims, as_json=as_json), "-")
