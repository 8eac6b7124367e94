"""The measurements as a table, with the ratios and the growth that show whether cost is linear."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from bench.job import Job
from bench.measuring import Measurement

Results = Mapping[tuple[str, int], Measurement]
"""Measurements by job and size."""

HEADINGS = ("step", "size", "seconds", "CPU s", "per second", "peak MB", "times baseline", "growth")

LEGEND = (
    "seconds: on the clock, the least of up to five repeats. CPU s: of processors.",
    "peak MB: the most that the process ever held, making the input included.",
    "times baseline: CPU time in terms of the bare minimum of the same work, same size, same run.",
    "growth: the exponent of cost from the size before to this one; 1 is linear, 2 is quadratic.",
)


def report(steps: Sequence[Job], results: Results) -> str:
    """A Markdown table of the steps at all sizes measured, and what its columns mean."""
    rows = [row for job in steps for row in _rows(job, results)]
    return "\n".join([*_table(rows), "", *(f"- {line}" for line in LEGEND)])


def _rows(job: Job, results: Results) -> list[Sequence[str]]:
    rows = []
    previous: Measurement | None = None
    for size in job.sizes:
        measurement = results.get((job.name, size))
        if measurement is None:
            continue
        rows.append(_row(job, measurement, previous, results))
        previous = None if measurement.failure else measurement
    return rows


def _row(
    job: Job, measurement: Measurement, previous: Measurement | None, results: Results
) -> Sequence[str]:
    size = f"{measurement.size:,} {job.item}"
    if measurement.failure:
        return (job.name, size, measurement.failure, "", "", "", "", "")
    ratios = [_ratio(name, measurement, results) for name in (job.baseline, *job.also) if name]
    return (
        job.name,
        size,
        _digits(measurement.seconds),
        _digits(measurement.cpu),
        _rate(job, measurement),
        f"{measurement.peak:.0f}",
        ", ".join(ratio for ratio in ratios if ratio),
        "" if previous is None else f"{growth(previous, measurement):.2f}",
    )


def growth(smaller: Measurement, larger: Measurement) -> float:
    """The exponent k for which cost grows as size to the power of k, from one size to another.

    Size is counted in bytes of text where there are any, else in what the job counts.
    """
    sizes = [float(m.bytes or m.size) for m in (smaller, larger)]
    costs = [max(m.cpu, 1e-9) for m in (smaller, larger)]
    return math.log(costs[1] / costs[0]) / math.log(sizes[1] / sizes[0])


def _rate(job: Job, measurement: Measurement) -> str:
    parts = [f"{measurement.items / measurement.seconds:,.0f}"] if measurement.items > 1 else []
    if measurement.bytes:
        parts.append(f"{measurement.bytes / measurement.seconds / 1e6:.2f} MB")
    return ", ".join(parts)


def _ratio(name: str, measurement: Measurement, results: Results) -> str:
    """The cost in terms of the baseline `name`; empty where that was not measured."""
    baseline = results.get((name, measurement.size))
    if baseline is None or baseline.failure:
        return f"{name}: {baseline.failure}" if baseline else ""
    ratio = measurement.cpu / max(baseline.cpu, 1e-9)
    return f"{ratio:{',.0f' if ratio >= 10 else '.2g'}} x {name}"


def _digits(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds >= 0.1 else f"{seconds:.4f}"


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    cells = [HEADINGS, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEADINGS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return [lines[0], rule, *lines[1:]]
