"""`python -m bench`: measure the steps of the main job and print a table."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from bench.job import Job
from bench.jobs import JOBS, STEPS
from bench.measuring import Measurement, as_json, measure, measure_apart
from bench.report import Results, report
from bench.stored import FOLDER
from evidence.atomic import write_atomically


@click.command()
@click.option("--step", "steps", multiple=True, type=click.Choice([job.name for job in STEPS]))
@click.option("--largest", type=int, default=sys.maxsize, help="Leave out sizes above this.")
@click.option("--limit", type=float, default=300, show_default=True, help="Seconds for each.")
@click.option("--json", "json_path", type=click.Path(path_type=Path), help="Also write JSON Lines.")
@click.option("--measure", "single", type=(click.Choice(list(JOBS)), int), hidden=True)
def main(
    steps: tuple[str, ...],
    largest: int,
    limit: float,
    json_path: Path | None,
    single: tuple[str, int] | None,
) -> None:
    """Measure time and memory of the steps of the main job, each in a process of its own."""
    if single is not None:
        click.echo(as_json(measure(JOBS[single[0]], single[1])))
        return
    chosen = [job for job in STEPS if not steps or job.name in steps]
    with tempfile.TemporaryDirectory() as folder:
        os.environ[FOLDER] = folder
        results = _measured(_plan(chosen, largest), limit)
    click.echo(f"claimtrail bench, Python {platform.python_version()}, {platform.machine()}\n")
    click.echo(report(chosen, results))
    if json_path is not None:
        write_atomically(json_path, "".join(f"{as_json(m)}\n" for m in results.values()))


def _plan(steps: Sequence[Job], largest: int) -> list[tuple[Job, int]]:
    """Each step at each size, followed by its baseline at the same size, each once."""
    plan: dict[tuple[str, int], None] = {}
    for job in steps:
        for size in job.sizes:
            if size <= largest:
                plan[job.name, size] = None
                for baseline in (job.baseline, *job.also):
                    if baseline and size in JOBS[baseline].sizes:
                        plan[baseline, size] = None
    return [(JOBS[name], size) for name, size in plan]


def _measured(plan: Sequence[tuple[Job, int]], limit: float) -> Results:
    results: dict[tuple[str, int], Measurement] = {}
    for number, (job, size) in enumerate(plan, start=1):
        click.echo(f"{number}/{len(plan)} {job.name}: {size:,} {job.item}", err=True)
        results[job.name, size] = measure_apart(job, size, limit)
    return results


if __name__ == "__main__":
    main()
