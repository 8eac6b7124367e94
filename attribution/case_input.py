"""Cases, documents and settings as the command line names them: files, or "-" for a stream."""

from __future__ import annotations

import sys
from pathlib import Path

from attribution import console
from attribution.audit import AuditConfig
from attribution.audit.settings import find_settings, read_settings
from evidence.case import Case
from evidence.casefile import (
    dump_case,
    format_of,
    guess_format,
    read_case,
    read_case_text,
    record_places,
    update_case,
    write_case,
)
from evidence.errors import CaseFileError, ClaimtrailError
from evidence.findings import Place
from evidence.readers import Intake, read_bytes, read_documents

STANDARD = "-"


def case_at(name: str) -> Case:
    """Read the case in the file `name`, or from standard input.

    Raises:
        CaseFileError: If it cannot be read as a case.
    """
    if name != STANDARD:
        return read_case(Path(name))
    data = sys.stdin.buffer.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseFileError("standard input", [f"is not UTF-8: {error.reason}"]) from error
    return read_case_text(text, guess_format(text), source="standard input")


def text_at(name: str) -> str:
    """Read a file of text in UTF-8.

    Raises:
        ClaimtrailError: If that cannot be done.
    """
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ClaimtrailError(f"{name}: cannot be read: {error}", hint="check the name") from error


def places_in(name: str) -> dict[str, Place]:
    """Where each record stands in the case file `name`; nothing for standard input."""
    return {} if name == STANDARD else record_places(Path(name))


def settings_for(name: str) -> AuditConfig:
    """The audit's settings that lie beside the case file `name`, or above it."""
    start = Path.cwd() if name == STANDARD else Path(name).resolve().parent
    path = find_settings(start)
    return read_settings(path) if path else AuditConfig()


def intake_of(
    inputs: tuple[str, ...], encoding: str | None, largest: int, retrieved: str | None
) -> Intake:
    """Read the documents that the user names, showing progress on a terminal.

    Args:
        inputs: Files, folders, patterns, and "-" for standard input.
        encoding: What texts are encoded in that are not UTF-8.
        largest: Bytes above which a file is left out.
        retrieved: When the documents were captured, where the user says so.
    """
    named = [name for name in inputs if name != STANDARD]
    with console.progress("reading", None) as advance:
        intakes = [read_documents(named, encoding=encoding, largest=largest, progress=advance)]
    if STANDARD in inputs:
        data = sys.stdin.buffer.read(largest + 1)
        intakes.append(read_bytes(data, Path("standard-input"), encoding=encoding, largest=largest))
    return Intake.of(intakes).retrieved_on(retrieved)


def put_case(case: Case, out: str, format_name: str, *, known: Case | None, force: bool) -> None:
    """Write a case where the user wants it; never over another case without being told to.

    Args:
        case: The case.
        out: A file name, or "-" for standard output in the format `format_name`.
        format_name: One of the names in `CASE_FORMATS`.
        known: The case that `out` held and that `case` adds to; None where it is written anew.
        force: Whether a file that holds something else may be replaced.

    Raises:
        ClaimtrailError: If `out` is there, holds something else, and may not be replaced.
    """
    if out == STANDARD:
        console.emit(dump_case(case, format_name), out)
        return
    path = Path(out)
    if known is not None:
        update_case(case, path)
        return
    format_of(path)
    if path.exists() and not force and not _holds(path, case):
        raise ClaimtrailError(
            f"{path} is there already and holds another case",
            hint="give --add to add to it, or --force to write it anew",
        )
    write_case(case, path)


def _holds(path: Path, case: Case) -> bool:
    try:
        return read_case(path) == case
    except CaseFileError:
        return False
