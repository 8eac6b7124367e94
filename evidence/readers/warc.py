"""WARC and ARC (ISO 28500): every page and document that a crawl captured, by warcio."""

from __future__ import annotations

import gzip
import math
from collections import Counter
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from evidence.dates import iso_date
from evidence.errors import needing
from evidence.findings import Severity
from evidence.readers.capture import Capture, bounded
from evidence.readers.media_types import charset_in, ending_of, type_in
from evidence.readers.reader import Part, Reader
from evidence.readers.refusals import LEFT_OUT, UNREADABLE, Refused, refusal
from evidence.readers.urls import name_in_url

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_BEGINNINGS = (b"WARC/", b"filedesc://")
_GZIP = b"\x1f\x8b"
_END = b"\r\n\r\n"
"""What every record of a WARC ends with (ISO 28500, 4)."""

_PIECE = 2**16
_LONGEST_HEADER = 2**20
"""Bytes that may lie between what two records hold; a line of them takes quadratic time to read."""

_CONTENT = ("response", "resource", "conversion")
"""Records that hold what was captured; the others tell of the crawl."""


def _begins(head: bytes) -> bool:
    return head.startswith((*_BEGINNINGS, _GZIP))


def _holds(capture: Capture) -> bool:
    """Whether it is a web archive, packed or not."""
    if capture.head.startswith(_BEGINNINGS):
        return True
    with capture.open() as stream, gzip.GzipFile(fileobj=stream) as unpacked:
        try:
            return unpacked.read(len(_BEGINNINGS[1])).startswith(_BEGINNINGS)
        except (OSError, EOFError):
            return False


class _Unpacked(gzip.GzipFile):
    """A packed archive that says so where it is cut off; warcio takes that for its end."""

    def read(self, size: int | None = -1) -> bytes:
        """Read some unpacked bytes, no more than `size`; all that is whole before an error.

        Raises:
            ValueError: If the file ends amid a record.
        """
        try:
            return super().read1(-1 if size is None else size)
        except EOFError:
            raise ValueError("it is cut off") from None


class _Ending:
    """An archive that is not packed; what its last bytes are shows whether it is whole."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._last = b""

    def read(self, size: int = -1) -> bytes:
        """Read some bytes, no more than `size`."""
        data = self._stream.read(size)
        self._last = (self._last + data)[-len(_END) :]
        return data

    @property
    def is_whole(self) -> bool:
        """Whether what was read ends as a record of a WARC does."""
        return self._last == _END


class _Metered:
    """An archive of which no more than `left` bytes can be read."""

    def __init__(self, archive: _Unpacked | _Ending) -> None:
        self._archive = archive
        self.left: float = _LONGEST_HEADER

    def read(self, size: int = -1) -> bytes:
        """Read some bytes, no more than `size`.

        Raises:
            ValueError: If that is more than was left.
        """
        data = self._archive.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise ValueError(f"it has a header of more than {_LONGEST_HEADER:,} bytes")
        return data


def records_of(capture: Capture, stream: IO[bytes]) -> Iterator[Part]:
    """Yield what each record of a web archive captured, then what was left out.

    Args:
        capture: The file that the archive is, or lies in.
        stream: The archive, at its start.

    Raises:
        MissingExtraError: If warcio is not installed.
        ValueError: If the archive is damaged, or cut off.
    """
    beginning = stream.read(len(_BEGINNINGS[0]))
    stream.seek(0)
    archive = _Unpacked(fileobj=stream) if beginning.startswith(_GZIP) else _Ending(stream)
    left_out: Counter[str] = Counter()
    for record in _records(archive):
        if record.rec_type in _CONTENT:
            why = _passed_over(record)
            if why is None:
                yield from _captured(capture, record)
            else:
                left_out[why] += 1
    if left_out:
        yield _left_out(capture, left_out)
    if beginning == _BEGINNINGS[0] and isinstance(archive, _Ending) and not archive.is_whole:
        raise ValueError("it does not end as a record does, and may be cut off")


def _records(archive: _Unpacked | _Ending) -> Iterator[ArcWarcRecord]:
    """Yield the records of an archive, each to be read before the next is asked for."""
    with needing("documents", "reading web archives"):
        from warcio.archiveiterator import ArchiveIterator
    metered = _Metered(archive)
    for record in ArchiveIterator(metered, arc2warc=True, check_digests=True):
        metered.left = math.inf
        yield record
        while record.raw_stream.read(_PIECE):
            pass
        metered.left = _LONGEST_HEADER


def _passed_over(record: ArcWarcRecord) -> str | None:
    """Why what a record captured is no document; None where it may be one."""
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return f"answers with status {status}"
    kind = type_in(_header(record, "Content-Type"))
    return None if ending_of(kind) else kind or "of unknown type"


def _captured(capture: Capture, record: ArcWarcRecord) -> Iterator[Part]:
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or ""
    where = f"record {headers.get_header('WARC-Record-ID') or url}"
    try:
        data = bounded(record.content_stream(), capture.limits.largest)
    except Refused as error:
        yield refusal(f"{capture.name}: {where}", error.why, error.hint, error.code)
        return
    if record.raw_stream.limit:
        raise ValueError(f"it is cut off in {where}")
    if record.digest_checker.passed is False:
        yield refusal(
            f"{capture.name}: {where}",
            "does not match the digest that the crawl took of it",
            "compare it with another capture",
            UNREADABLE,
            Severity.WARNING,
        )
    kind = _header(record, "Content-Type")
    fields = {
        "url": url or None,
        "retrieved": iso_date(headers.get_header("WARC-Date") or ""),
        "captured": f"WARC {where} of {capture.name}",
    }
    filename = name_in_url(url) + str(ending_of(type_in(kind)))
    yield capture.part(data, url or where, filename, charset=charset_in(kind), fields=fields)


def _header(record: ArcWarcRecord, name: str) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header(name) or ""


def _left_out(capture: Capture, left_out: Counter[str]) -> Part:
    counts = ", ".join(f"{count:,} {why}" for why, count in left_out.items())
    return refusal(
        capture.name,
        f"holds captures that are no documents and are left out: {counts}",
        "nothing is to be done",
        LEFT_OUT,
        Severity.INFO,
    )


def _read(capture: Capture) -> Iterator[Part]:
    with capture.open() as stream:
        yield from records_of(capture, stream)


WARC = Reader(
    "WARC", "application/warc", (".warc", ".arc", ".gz"), _read, _begins, _holds, by_name=False
)
