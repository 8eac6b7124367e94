"""Zip archives of tables: the same bytes each time, and no more than was promised."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator

LARGEST = 2**30
"""Bytes above which the unpacked files of an archive are refused together."""

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError)
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Pack named files, without times."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return stream.getvalue()


def names_in(data: bytes) -> tuple[str, ...]:
    """The names of the files in an archive; none where it is no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return ()


def unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of an archive with their names, in its order.

    Raises:
        ValueError: If it is damaged, encrypted, or unpacks to more than `LARGEST` bytes.
    """
    left = LARGEST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                with archive.open(entry) as stream:
                    held = stream.read(left + 1)
                left -= len(held)
                if left < 0:
                    raise ValueError(f"unpacks to more than {LARGEST:,} bytes")
                yield entry.filename, held
    except (*_DAMAGE, RuntimeError, NotImplementedError, OSError) as error:
        raise ValueError(f"is a damaged or encrypted archive: {error}") from None
