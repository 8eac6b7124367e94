"""Files that are either whole or not there: written beside their place, then renamed into it."""

from __future__ import annotations

import errno
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

    A link stays, and what it leads to is replaced. What is no file, such as a pipe or a device,
    cannot be replaced: it is written to as the block goes on.

    Raises:
        ClaimtrailError: If it cannot be written.
    """
    with _told_as_written(path):
        target = path.resolve() if path.is_symlink() else path
        opened = _open_new(target) if _is_replaceable(path) else path.open("wb")
        with opened as stream:
            yield stream


@contextmanager
def _open_new(path: Path) -> Iterator[IO[bytes]]:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:64]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode_of(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _is_replaceable(path: Path) -> bool:
    """Whether a file stands there, or nothing yet."""
    return path.is_file() or path.is_dir() or not path.exists()


@contextmanager
def _told_as_written(path: Path) -> Iterator[None]:
    """Say of an error of the system that it happened to `path`, and what mends it."""
    try:
        yield
    except OSError as error:
        raise ClaimtrailError(
            f"{path}: cannot be written: {error.strerror}", hint=_mend(path, error)
        ) from error


def _mend(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "make room, or name a file on another disk"
    if path.is_dir():
        return "name a file, not a folder"
    return "name a folder that exists and that you may write to"


def write_atomically(path: Path, data: str | bytes) -> None:
    """Write `data` (text as UTF-8, line ends as they are) to `path`, whole or not at all."""
    with open_atomically(path) as stream:
        stream.write(data.encode("utf-8") if isinstance(data, str) else data)


def _mode_of(path: Path) -> int:
    """The mode of the file that is replaced, or what the user's umask gives a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
