"""Inputs as users name them, files, folders and patterns, to the files that they mean."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from evidence.findings import Finding, Severity
from evidence.readers.made_here import begins_as_case, begins_as_page
from evidence.readers.refusals import LEFT_OUT, escaped, refusal


def files_in(
    inputs: Iterable[str], seen_files: set[tuple[int, int]] | None = None
) -> Iterator[Path | Finding]:
    """Yield each file that the inputs mean once, in order, and a finding for what cannot be opened.

    Files among `seen_files`, by device and number, are passed over, and those yielded are added.
    Folders are walked in the order of their names; hidden files and folders, links that lead back
    to a folder already seen, and cases and pages that were made here are passed over. A pattern is
    expanded where the shell did not.
    """
    seen_files = set() if seen_files is None else seen_files
    for name in inputs:
        if not name:
            yield refusal(
                "''", "names nothing", "check that the variable that stands for it is set"
            )
            continue
        for path in _expanded(name):
            for found in _named(path):
                if isinstance(found, Finding):
                    yield found
                    continue
                status = found.stat()
                if (status.st_dev, status.st_ino) not in seen_files:
                    seen_files.add((status.st_dev, status.st_ino))
                    yield found


def _expanded(name: str) -> list[Path]:
    path = Path(name)
    if os.path.lexists(path) or not glob.has_magic(name):
        return [path]
    anchor = Path(path.anchor)
    pattern = str(path.relative_to(anchor)) if path.anchor else name
    return sorted(anchor.glob(pattern)) or [path]


def _named(path: Path) -> Iterator[Path | Finding]:
    """What is found at a path that was named; of a folder that holds nothing, that it does."""
    if not path.is_dir():
        yield from _walk(path, frozenset())
        return
    nothing = True
    for found in _walk(path, frozenset()):
        nothing = False
        yield found if isinstance(found, Finding) else _unless_made_here(found)
    if nothing:
        yield _refused(path, "holds no files", Severity.WARNING)


def _unless_made_here(path: Path) -> Path | Finding:
    """A file that a folder holds, if it is none that an earlier run has left there."""
    try:
        made = begins_as_case(path) or begins_as_page(path)
    except OSError as error:
        return _refused(path, f"cannot be opened: {error.strerror}")
    if not made:
        return path
    hint = "name the file itself if it is meant"
    return refusal(printable(path), "was made by claimtrail", hint, LEFT_OUT, Severity.INFO)


def _walk(path: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path | Finding]:
    try:
        status = path.stat()
        here = (status.st_dev, status.st_ino)
        if not path.is_dir():
            yield path if path.is_file() else _refused(path, "is neither a file nor a folder")
            return
        if here in above:
            yield _refused(path, "is a link back to a folder that holds it", Severity.INFO)
            return
        names = sorted(entry.name for entry in path.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield _refused(path, f"cannot be opened: {error.strerror}")
        return
    for name in names:
        yield from _walk(path / name, above | {here})


def _refused(path: Path, why: str, severity: Severity = Severity.ERROR) -> Finding:
    hint = "check the name and that you may read it"
    return refusal(printable(path), why, hint, severity=severity)


def printable(path: Path) -> str:
    """A file name that can be shown: control characters and undecodable bytes are escaped."""
    return escaped(os.fsencode(path).decode("utf-8", "backslashreplace"))
