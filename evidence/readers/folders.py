"""Inputs as users name them, files, folders and patterns, to the files that they mean."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from evidence.findings import Finding, Place, Severity


def files_in(inputs: Iterable[str]) -> Iterator[Path | Finding]:
    """Yield each file that the inputs mean once, in order, and a finding for what cannot be opened.

    Folders are walked in the order of their names; hidden files and folders and links that lead
    back to a folder already seen are passed over. A pattern is expanded where the shell did not.
    """
    seen_files: set[tuple[int, int]] = set()
    for name in inputs:
        for path in _expanded(name):
            for found in _walk(path, frozenset()):
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
    return Finding(
        code="INT001",
        severity=severity,
        message=f"{printable(path)} {why}",
        place=Place(file=printable(path)),
        hint="check the name and that you may read it",
    )


def printable(path: Path) -> str:
    """A file name that can be shown: control characters and undecodable bytes are escaped."""
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)
