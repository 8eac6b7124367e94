"""Readers: files of several kinds to documents; what cannot be read becomes a finding."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path

from pydantic import ValidationError

from evidence.errors import ClaimtrailError
from evidence.findings import Finding, Place, Severity
from evidence.ids import free_slug, slug, text_hash
from evidence.model import Document
from evidence.readers.decoding import decode, looks_binary
from evidence.readers.folders import files_in, printable
from evidence.readers.html import HTML
from evidence.readers.markdown import MARKDOWN
from evidence.readers.plain import PLAIN
from evidence.readers.reader import Intake, Reader, Reading, publisher_actor

__all__ = [
    "READERS",
    "Intake",
    "Reader",
    "Reading",
    "read_bytes",
    "read_documents",
    "read_file",
    "readers",
]

READERS: list[Reader] = [PLAIN, MARKDOWN, HTML]
"""The readers, in the order in which they are asked; packages add theirs by entry points."""

LARGEST = 20 * 2**20
"""Bytes above which a file is reported and left out, unless the caller sets another bound."""


@lru_cache(maxsize=1)
def readers() -> tuple[Reader, ...]:
    """The readers of this package, then those of installed packages (`claimtrail.readers`)."""
    added = sorted(entry_points(group="claimtrail.readers"), key=lambda point: point.name)
    return (*READERS, *(point.load() for point in added))


def read_documents(
    inputs: Iterable[str],
    *,
    encoding: str | None = None,
    largest: int = LARGEST,
    progress: Callable[[Path], None] = lambda _: None,
) -> Intake:
    """Read files, folders and patterns into documents with ids of their own.

    Args:
        inputs: Names as the user gave them.
        encoding: What text is encoded in where it is not UTF-8.
        largest: Bytes above which a file is left out.
        progress: Called with each file before it is read.

    Returns:
        The documents in the order of the inputs, and a finding for each file left out.
    """
    intakes: list[Intake] = []
    taken: set[str] = set()
    for found in files_in(inputs):
        if isinstance(found, Finding):
            intakes.append(Intake(findings=(found,)))
            continue
        progress(found)
        intake = read_file(found, encoding=encoding, largest=largest)
        named = tuple(_with_free_id(d, taken) for d in intake.documents)
        taken.update(d.id for d in named)
        intakes.append(Intake(named, intake.actors, intake.findings))
    return Intake.of(intakes)


def _with_free_id(document: Document, taken: set[str]) -> Document:
    return document.model_copy(update={"id": free_slug(document.id, taken)})


def read_file(path: Path, *, encoding: str | None = None, largest: int = LARGEST) -> Intake:
    """Read one file into a document, or say in a finding why that cannot be done."""
    try:
        with path.open("rb") as stream:
            data = stream.read(largest + 1)
    except OSError as error:
        return _refused(path, "INT001", f"cannot be read: {error.strerror}", "check your rights")
    return read_bytes(data, path, encoding=encoding, largest=largest)


def read_bytes(
    data: bytes, path: Path, *, encoding: str | None = None, largest: int = LARGEST
) -> Intake:
    """Read the bytes of the file `path`, which need not exist, into a document or a finding.

    Raises:
        ClaimtrailError: If there is no such encoding.
    """
    if len(data) > largest:
        return _refused(
            path, "INT003", f"has more than {largest:,} bytes", "split it, or raise --largest"
        )
    if not data.strip():
        return _refused(path, "INT001", "is empty", "leave it out")
    if looks_binary(data):
        return _refused(path, "INT002", "is not text", "convert it to text, Markdown or HTML")
    try:
        text = decode(data, encoding)
    except UnicodeDecodeError as error:
        place = f"is not {error.encoding}: {error.reason} at byte {error.start:,}"
        return _refused(path, "INT002", place, "name its encoding with --encoding")
    except LookupError as error:
        raise ClaimtrailError(str(error), hint="name one such as utf-8 or cp1252") from None
    return _read(path, data, text)


def _read(path: Path, data: bytes, text: str) -> Intake:
    reader = _reader_for(path, text)
    try:
        reading = reader.read(text)
        document = _document(path, data, reading, reader)
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        return _refused(path, "INT001", f"is damaged {reader.name}: {wrong}", "mend the file")
    except ValueError as error:
        return _refused(path, "INT001", f"is damaged {reader.name}: {error}", "mend the file")
    if not reading.text.strip():
        return _refused(path, "INT001", "holds no text", "leave it out")
    actors = (publisher_actor(reading.publisher),) if reading.publisher else ()
    return Intake((document,), actors)


def _document(path: Path, data: bytes, reading: Reading, reader: Reader) -> Document:
    fields = {"title": path.stem, **reading.fields}
    return Document.model_validate(
        {
            "id": slug(path.stem),
            "filename": printable(Path(path.name)),
            "media_type": reader.media_type,
            "publisher": slug(reading.publisher) if reading.publisher else None,
            "raw_sha256": hashlib.sha256(data).hexdigest(),
            "sha256": text_hash(reading.text),
            "text": reading.text,
            **fields,
        }
    )


def _reader_for(path: Path, text: str) -> Reader:
    """The reader of the file's ending; a web page under another name is still one."""
    if text[:256].lstrip().lower().startswith(("<!doctype html", "<html")):
        return HTML
    suffix = path.suffix.lower()
    return next((r for r in readers() if suffix in r.suffixes), PLAIN)


def _refused(path: Path, code: str, why: str, hint: str) -> Intake:
    name = printable(path)
    return Intake(
        findings=(
            Finding(
                code=code,
                severity=Severity.ERROR,
                message=f"{name} {why}",
                place=Place(file=name),
                hint=hint,
            ),
        )
    )
