"""What can be measured: a piece of work of a size, prepared first and then timed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

CASE_SIZES = (1_000, 10_000, 100_000)
"""Sizes of generated cases in attributions."""

DOCUMENT_SIZES = (10, 100, 400)
"""Numbers of articles of about 2 kB."""

Work = Callable[[], object]


@dataclass(frozen=True)
class Prepared:
    """Work that is ready to be timed.

    Attributes:
        work: What is timed.
        items: How many items it handles, such as attributions or documents.
        bytes: How many bytes of text it handles; 0 where that says nothing.
    """

    work: Work
    items: int
    bytes: int = 0


@dataclass(frozen=True)
class Job:
    """Something to measure at several sizes.

    Attributes:
        name: Its name on the command line and in the report.
        item: What its size counts, such as "attributions".
        prepare: Makes the work for a size, untimed.
        baseline: Name of a job that does the bare minimum of the same work; None for baselines.
        sizes: The sizes that it is measured at, growing.
        also: Names of more baselines.
    """

    name: str
    item: str
    prepare: Callable[[int], Prepared]
    baseline: str | None
    sizes: tuple[int, ...]
    also: tuple[str, ...] = ()
