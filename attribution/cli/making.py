"""Commands that make cases and models: demo, extract, train, schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from attribution import console, workflow
from attribution.case_input import (
    captures_beside,
    case_at,
    holds_case,
    intake_of,
    put_case,
    spare_case,
)
from attribution.cli.parameters import Amount
from attribution.example import example_inputs
from attribution.extract import DEFAULT_EXTRACTOR, EXTRACTORS, detector_named
from attribution.model_making import trained_on
from evidence.casefile import CASE_FORMATS, case_schema
from evidence.findings import Severity
from evidence.readers import LARGEST, STANDARD_LIMITS, Limits
from evidence.readers.fetching import Fetcher

_DAY = 86_400
_DEMO = "Who is behind the attacks?"


@click.command()
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
    _spare_others(Path(out) / "case.yaml")
    with example_inputs() as inputs:
        job = workflow.run(inputs, detector_named(), title=_DEMO)
    for made in workflow.write_all(job, Path(out)):
        click.echo(made)


def _spare_others(path: Path) -> None:
    """Refuse to write over a case that is not of this demonstration."""
    if holds_case(str(path)) and case_at(str(path)).title != _DEMO:
        spare_case(str(path))


@click.command()
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
    default=DEFAULT_EXTRACTOR,
    show_default=True,
    metavar="NAME",
    help="What finds attributions: " + ", ".join(EXTRACTORS) + ".",
)
@click.option(
    "--model",
    metavar="DIR",
    help="Model of the extractor 'trained', as `claimtrail train` makes it.",
)
@click.option(
    "--threshold",
    metavar="P",
    type=Amount(0, 1),
    help="Least confidence of what the extractor 'trained' reports, from 0 to 1: higher is more "
    "precise, lower finds more.",
)
@click.option(
    "--jobs",
    default=1,
    show_default=True,
    metavar="N",
    type=click.IntRange(min=1),
    help="How many processes search documents.",
)
@click.option("--title", default="", metavar="TEXT", help="Title of the case.")
@click.option("--retrieved", metavar="DATE", help="When the documents were captured.")
@click.option("--encoding", metavar="NAME", help="Encoding of texts that are not UTF-8.")
@click.option(
    "--largest",
    default=LARGEST,
    show_default=True,
    metavar="BYTES",
    type=click.IntRange(min=1),
    help="Leave out larger files.",
)
@click.option(
    "--seconds",
    default=STANDARD_LIMITS.seconds,
    show_default=True,
    type=Amount(min=0, min_open=True, max=_DAY),
    help="Leave out documents that take longer to read.",
)
@click.option(
    "--keep",
    metavar="DIR",
    help="Folder for the bytes of fetched pages; 'captured' beside CASE where none is named.",
)
@click.option(
    "--allow-private", is_flag=True, help="Fetch from private addresses too, such as localhost."
)
@click.option("--add", is_flag=True, help="Add to CASE, keeping its records and comments.")
@click.option("--force", is_flag=True, help="Write CASE anew where there is one already.")
@click.pass_context
def extract(
    ctx: click.Context, /, inputs: tuple[str, ...], out: str, format_name: str, **options: Any
) -> None:
    """Find who says what in documents and write it down as a case.

    INPUT is a file, a folder with everything below it, a pattern, the address of a page, or "-" for
    standard input. Plain text, Markdown, HTML, PDF, DOCX, ODT, EPUB, mail, mailboxes and web
    archives (WARC, WACZ, MHTML) are read. What cannot be read is reported on standard error and
    left out; the exit status is then 1, or 2 where nothing could be read.
    """
    detector = detector_named(
        options["extractor"], model=options["model"], threshold=options["threshold"]
    )
    limits = Limits(largest=options["largest"], seconds=options["seconds"])
    fetcher = Fetcher(
        captures_beside(out, options["keep"]),
        encoding=options["encoding"],
        limits=limits,
        allow_private=options["allow_private"],
    )
    intake = intake_of(inputs, options["encoding"], limits, options["retrieved"], fetcher)
    console.report_intake(intake.findings)
    if not intake.documents:
        ctx.exit(console.UNUSABLE)
    if format_name == "spans":
        with console.progress("extracting", len(intake.documents)) as advance:
            lines = workflow.spans(intake, detector, jobs=options["jobs"], progress=advance)
        console.emit("".join(lines), out)
    else:
        known = case_at(out) if options["add"] else None
        with console.progress("extracting", len(intake.documents)) as advance:
            case = workflow.extract(
                intake,
                detector,
                title=options["title"],
                known=known,
                jobs=options["jobs"],
                progress=advance,
            )
        put_case(case, out, format_name, known=known, force=options["force"])
    if any(f.severity is Severity.ERROR for f in intake.findings):
        ctx.exit(console.FINDINGS)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--out", required=True, metavar="MODEL", help="Folder for the model.")
@click.option(
    "--epochs",
    default=(3.0,),
    show_default=True,
    multiple=True,
    type=click.FloatRange(min=0, max=8),
    help="How often each article is seen; given again, another network is trained, and the model "
    "is the mean of all.",
)
@click.option(
    "--held-out",
    default=50,
    show_default=True,
    type=click.IntRange(min=2),
    help="How many articles measure the model instead of training it.",
)
@click.option("--seed", default=1, show_default=True, help="Fixes every random choice.")
def train(
    sources: tuple[str, ...], out: str, epochs: tuple[float, ...], held_out: int, seed: int
) -> None:
    """Train an extractor on annotated articles.

    Needs the extra "train". A SOURCE is a case whose attributions people have corrected, or a
    folder that holds text/NAME.txt and attributions/NAME_xxxx.ann in brat stand-off format. Use
    the model by `claimtrail extract --extractor trained --model MODEL`.
    """
    folders = [name for name in sources if Path(name).is_dir()]
    cases = [case_at(name) for name in sources if name not in folders]
    console.emit(trained_on(folders, cases, Path(out), epochs, held_out=held_out, seed=seed), "-")


@click.command()
def schema() -> None:
    """Print the JSON Schema of case files.

    With it editors complete and check a case that is written by hand.
    """
    console.emit(json.dumps(case_schema(), indent=2, ensure_ascii=False) + "\n", "-")
