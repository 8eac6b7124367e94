"""Files that are either whole or not there: written beside their place, then renamed into it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from evidence.errors import ClaimtrailError


@contextmanager
def open_atomically(path: Path) -> Iterator[IO[bytes]]:
    """Open a temporary file that takes the place of `path` when the block ends without an error.

    Raises:
        ClaimtrailError: If the folder does not exist or cannot be written to.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:64]}.", dir=path.parent)
    except OSError as error:
        raise ClaimtrailError(
            f"{path}: cannot be written: {error.strerror}",
            hint="name a folder that exists and that you may write to",
        ) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode_of(path))
        _replace(Path(name), path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_atomically(path: Path, data: str | bytes) -> None:
    """Write `data` (text as UTF-8, line ends as they are) to `path`, whole or not at all."""
    with open_atomically(path) as stream:
        stream.write(data.encode("utf-8") if isinstance(data, str) else data)


def _replace(written: Path, path: Path) -> None:
    try:
        written.replace(path)
    except OSError as error:
        raise ClaimtrailError(
            f"{path}: cannot be written: {error.strerror}", hint="name a file, not a folder"
        ) from error


def _mode_of(path: Path) -> int:
    """The mode of the file that is replaced, or what the user's umask gives a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
