"""Files, folders, patterns and addresses, as users name them, to documents."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from evidence.findings import Finding
from evidence.ids import free_slug
from evidence.readers.capture import STANDARD_LIMITS, Capture, Limits
from evidence.readers.decoding import check_encoding
from evidence.readers.folders import files_in, printable
from evidence.readers.intake import Intake
from evidence.readers.isolation import IsolatedReader, Request
from evidence.readers.recognising import is_isolated
from evidence.readers.refusals import refusal
from evidence.readers.registry import readers
from evidence.readers.taking_in import Taking
from evidence.readers.urls import is_url

LARGEST = STANDARD_LIMITS.largest
"""Bytes above which a file is reported and left out, unless the caller sets another bound."""

Fetch = Callable[[str], Capture | Finding]
"""Fetches what stands at an address, or says why not; see `evidence.readers.fetching`."""


def read_documents(
    inputs: Iterable[str],
    *,
    encoding: str | None = None,
    limits: Limits = STANDARD_LIMITS,
    fetch: Fetch | None = None,
    progress: Callable[[object], None] = lambda _: None,
) -> Intake:
    """Read files, folders, patterns and addresses into documents with ids of their own.

    Args:
        inputs: Names as the user gave them.
        encoding: What text is encoded in where it is not UTF-8.
        limits: What reading a file may cost.
        fetch: Fetches addresses; without it they are not read.
        progress: Called with the name of each file before it is read.

    Returns:
        The documents in the order of the inputs, and a finding for each thing left out.

    Raises:
        ClaimtrailError: If there is no such encoding.
    """
    check_encoding(encoding)
    taken: set[str] = set()
    intakes: list[Intake] = []
    with IsolatedReader() as isolated:
        for found in _captures(inputs, encoding, limits, fetch):
            if isinstance(found, Finding):
                intakes.append(Intake(findings=(found,)))
            else:
                progress(found.name)
                intakes.extend(_with_free_ids(_read(found, isolated), taken))
    return Intake.of(intakes)


def read_file(
    path: Path,
    *,
    encoding: str | None = None,
    limits: Limits = STANDARD_LIMITS,
    isolated: IsolatedReader | None = None,
) -> Intake:
    """Read one file into documents, or say in a finding why that cannot be done.

    Args:
        path: The file.
        encoding: What text is encoded in where it is not UTF-8.
        limits: What reading it may cost.
        isolated: Reads what is not plain text; who reads many files saves time by sharing one.

    Raises:
        ClaimtrailError: If there is no such encoding.
    """
    check_encoding(encoding)
    with nullcontext(isolated) if isolated else IsolatedReader() as reader:
        return Intake.of(_read(_of_file(path, encoding, limits), reader))


def read_bytes(
    data: bytes,
    path: Path,
    *,
    encoding: str | None = None,
    limits: Limits = STANDARD_LIMITS,
    captured: str = "file",
) -> Intake:
    """Read the bytes of the file `path`, which need not exist, into documents or a finding.

    Args:
        data: The bytes.
        path: What they are called.
        encoding: What text is encoded in where it is not UTF-8.
        limits: What reading them may cost.
        captured: How they were taken in, in words.

    Raises:
        ClaimtrailError: If there is no such encoding.
    """
    check_encoding(encoding)
    name, fields = printable(Path(path.name)), {"captured": captured}
    capture = Capture(printable(path), name, data, limits, encoding, fields=fields)
    with IsolatedReader() as isolated:
        return Intake.of(_read(capture, isolated))


def _captures(
    inputs: Iterable[str], encoding: str | None, limits: Limits, fetch: Fetch | None
) -> Iterator[Capture | Finding]:
    """Yield what the inputs mean, in order; files that several of them mean once."""
    seen: set[tuple[int, int]] = set()
    for name in inputs:
        if is_url(name):
            hint = "fetch it yourself and name the file"
            yield fetch(name) if fetch else refusal(name, "is an address, not a file", hint)
            continue
        for found in files_in([name], seen):
            yield found if isinstance(found, Finding) else _of_file(found, encoding, limits)


def _of_file(path: Path, encoding: str | None, limits: Limits) -> Capture:
    return Capture(printable(path), printable(Path(path.name)), path, limits, encoding)


def _read(capture: Capture, isolated: IsolatedReader) -> Iterator[Intake]:
    """Read in this process what is nothing but text, everything else in another."""
    try:
        apart = is_isolated(capture, readers())
    except OSError as error:
        why, hint = f"cannot be read: {error.strerror}", "check your rights"
        yield Intake(findings=(refusal(capture.name, why, hint),))
        return
    if not apart:
        yield from Taking(readers()).of(capture)
    elif isinstance(capture.source, Path):
        yield from isolated.read(Request.of(capture, capture.source))
    else:
        with tempfile.NamedTemporaryFile() as spooled:
            spooled.write(capture.source)
            spooled.flush()
            yield from isolated.read(Request.of(capture, Path(spooled.name)))


def _with_free_ids(intakes: Iterable[Intake], taken: set[str]) -> Iterator[Intake]:
    """Give the documents of one file ids that no other file's have."""
    ids: dict[str, str] = {}
    for intake in intakes:
        for document in intake.documents:
            ids[document.id] = free_slug(document.id, taken)
            taken.add(ids[document.id])
        yield intake.renamed(ids)
