"""The bundled inquiry: nine short documents, and a case written by hand over them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def example_inputs() -> Iterator[tuple[str, ...]]:
    """The inputs of the bundled inquiry, as a user would name them."""
    with _bundled("documents") as folder:
        yield (str(folder),)


@contextmanager
def example_case() -> Iterator[Path]:
    """The case file that was written by hand over the documents, with them beside it."""
    with _bundled("case.yaml") as path:
        yield path


@contextmanager
def _bundled(name: str) -> Iterator[Path]:
    with as_file(files(__package__)) as folder:
        yield folder / name
