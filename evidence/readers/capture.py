"""Bytes that were taken in, with what is known of them from outside."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import IO

from evidence.readers.refusals import TOO_LARGE, Refused

HEAD = 4096
"""How many bytes are looked at to tell what kind of file it is."""


@dataclass(frozen=True)
class Limits:
    """What reading one file may cost; more is refused, and said.

    Attributes:
        largest: Bytes of one text, page, mail or archived record.
        unpacked: Bytes that everything in a packed file may come to.
        seconds: Processor time to get one document out of a file; by the clock, two more.
        memory: Bytes of memory while a file is read.
        nesting: How deep files may lie in files.
    """

    largest: int = 20 * 2**20
    unpacked: int = 200 * 2**20
    seconds: float = 5.0
    memory: int = 2**30
    nesting: int = 8


STANDARD_LIMITS = Limits()
"""What reading one file may cost unless the caller says otherwise."""


@dataclass(frozen=True)
class Capture:
    """Bytes that were taken in.

    Attributes:
        name: For messages: the file, and the place in it ("box.mbox: mail 3").
        filename: What it is called itself, with its ending, for ids and titles.
        source: The bytes, or the file that holds them.
        limits: What reading it may cost.
        encoding: What the user says text is encoded in that is not UTF-8.
        charset: What whoever sent it says it is encoded in.
        fields: Fields of `Document` that are known from outside, such as `url` and `retrieved`.
    """

    name: str
    filename: str
    source: Path | bytes
    limits: Limits = STANDARD_LIMITS
    encoding: str | None = None
    charset: str | None = None
    fields: Mapping[str, object] = field(default_factory=dict)

    def part(
        self,
        data: bytes,
        where: str,
        filename: str,
        *,
        charset: str | None = None,
        fields: Mapping[str, object] | None = None,
    ) -> Capture:
        """Bytes that lie in these: `where` says at which place."""
        name = f"{self.name}: {where}"
        return Capture(name, filename, data, self.limits, self.encoding, charset, fields or {})

    def open(self) -> IO[bytes]:
        """Open the bytes for reading, from the start."""
        source = self.source
        return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")

    @cached_property
    def suffix(self) -> str:
        """The ending of its name, in lower case, with the dot."""
        return PurePosixPath(self.filename).suffix.lower()

    @property
    def stem(self) -> str:
        """Its name without the ending."""
        return PurePosixPath(self.filename).stem

    @cached_property
    def head(self) -> bytes:
        """The first bytes, as many as `HEAD`."""
        with self.open() as stream:
            return stream.read(HEAD)

    def data(self) -> bytes:
        """All the bytes.

        Raises:
            Refused: If they are more than the limit.
        """
        with self.open() as stream:
            return bounded(stream, self.limits.largest)


def bounded(stream: IO[bytes], largest: int) -> bytes:
    """Read a stream to its end.

    Raises:
        Refused: If it holds more than `largest` bytes, of which no more than one is read.
    """
    chunks, left = [], largest + 1
    while left and (chunk := stream.read(min(left, 2**20))):
        chunks.append(chunk)
        left -= len(chunk)
    if not left:
        raise Refused(f"has more than {largest:,} bytes", "split it, or raise --largest", TOO_LARGE)
    return b"".join(chunks)
