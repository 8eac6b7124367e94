"""Measuring work in processes of its own, so that neither memory nor warmth is shared."""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass

from bench.job import Job

ENOUGH_SECONDS = 10.0
MOST_REPEATS = 5


@dataclass(frozen=True)
class Measurement:
    """What one piece of work cost.

    Attributes:
        job: Name of the job.
        size: The size that was asked for.
        items: How many items were handled.
        bytes: How many bytes of text were handled.
        seconds: Time on the clock; the least of a few repeats where one is short.
        cpu: Time of processors in that repeat, which other processes disturb less.
        peak: The most memory that the process ever held, preparations included, in MB.
        failure: Why there are no figures; empty where there are.
    """

    job: str
    size: int
    items: int = 0
    bytes: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    peak: float = 0.0
    failure: str = ""


def measure(job: Job, size: int) -> Measurement:
    """Prepare and time a job in this process."""
    prepared = job.prepare(size)
    gc.collect()
    timings: list[tuple[float, float]] = []
    while not timings or (_total(timings) < ENOUGH_SECONDS and len(timings) < MOST_REPEATS):
        clock, cpu = time.perf_counter(), time.process_time()
        prepared.work()
        timings.append((time.perf_counter() - clock, time.process_time() - cpu))
    seconds, spent = min(timings)
    return Measurement(
        job.name, size, prepared.items, prepared.bytes, seconds, spent, _peak_megabytes()
    )


def measure_apart(job: Job, size: int, limit: float) -> Measurement:
    """Measure a job in a process of its own.

    Args:
        job: What to measure; the process finds it by its name.
        size: At which size.
        limit: Seconds after which the process, preparations included, is given up.
    """
    command = [sys.executable, "-m", "bench", "--measure", job.name, str(size)]
    try:
        done = subprocess.run(  # noqa: S603  # this very program
            command, capture_output=True, text=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        return Measurement(job.name, size, failure=f"took more than {limit:.0f} s")
    if done.returncode != 0:
        return Measurement(job.name, size, failure=_last_line(done.stderr))
    return Measurement(**json.loads(done.stdout.splitlines()[-1]))


def as_json(measurement: Measurement) -> str:
    """The measurement as one line of JSON."""
    return json.dumps(asdict(measurement))


def _total(timings: list[tuple[float, float]]) -> float:
    return sum(seconds for seconds, _ in timings)


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Kilobytes on Linux, bytes on macOS.
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else "ended without a word"
