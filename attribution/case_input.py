"""Cases, documents and settings as the command line names them: files, or "-" for a stream."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attribution import console
from attribution.audit import AuditConfig, Holding, InMemory, InStore
from attribution.audit.settings import find_settings, read_settings
from attribution.overwriting import there_already
from attribution.verification import Verification, verify, verify_stored
from evidence.case import Case
from evidence.casefile import (
    CASE_FORMATS,
    attach_texts,
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
from evidence.findings import Finding, Place
from evidence.lookup import record_meant
from evidence.model import Record
from evidence.readers import Intake, Limits, read_bytes, read_documents
from evidence.readers.fetching import Fetcher
from evidence.readers.made_here import begins_as_case

if TYPE_CHECKING:
    from evidence.store import Entry, Search

STANDARD = "-"
_STREAM = "standard input"

STORE_SUFFIXES = (".db", ".sqlite", ".sqlite3")
"""Endings of the names of SQLite files."""

STORE_SCHEMES = ("postgresql://", "postgres://")
"""Beginnings of the URLs of PostgreSQL databases."""


def case_at(name: str) -> Case:
    """Read the case in the file `name`, or from standard input.

    Files of documents lie beside the case file; those of a case from standard input are looked for
    in the working directory.

    Raises:
        ClaimtrailError: If it cannot be read as a case.
    """
    if is_store(name):
        # SQLAlchemy takes a while to load, and few commands need it.
        from attribution.stored import opened

        return opened(name).case()
    if name != STANDARD:
        return read_case(Path(name))
    data = sys.stdin.buffer.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseFileError(_STREAM, [f"is not UTF-8: {error.reason}"]) from error
    case = read_case_text(text, guess_format(text), source=_STREAM)
    return attach_texts(case, Path(_STREAM).absolute())


def holding_at(name: str) -> Holding:
    """Where the case `name` is held: a store is left where it is, a file is read.

    Raises:
        CaseFileError: If it is a file and cannot be read as a case.
    """
    return InStore(name) if is_store(name) else InMemory(case_at(name))


def is_store(name: str) -> bool:
    """Whether `name` is that of a database: an SQLite file, or a URL of PostgreSQL."""
    return name.lower().endswith(STORE_SUFFIXES) or name.startswith(STORE_SCHEMES)


def record_in(name: str, words: str) -> tuple[Case, Record, list[Finding] | None]:
    """The record that a person means in the case `name`, with as much of the case as concerns it.

    Returns:
        The case, or of a store the part around the record; the record; and what an audit of that
        part finds, None where the whole case is at hand to be audited.

    Raises:
        ClaimtrailError: If it cannot be read as a case.
        UnknownIdError: If there is no such record, or there are several.
    """
    if is_store(name):
        from attribution.stored import part_about

        return part_about(name, words)
    case = case_at(name)
    return case, record_meant(case, words), None


def records_in(name: str, words: Sequence[str]) -> tuple[Case, list[Record], int]:
    """The records that a person means in the case `name`, with as much of it as rests on them.

    Returns:
        The case, or of a store the part that rests on the records; the records; and how many claims
        the whole case has.

    Raises:
        ClaimtrailError: If it cannot be read as a case.
        UnknownIdError: If there is no such record, or there are several.
    """
    if is_store(name):
        from attribution.stored import part_affected

        return part_affected(name, words)
    case = case_at(name)
    return case, [record_meant(case, each) for each in words], len(case.claims)


def holds_case(name: str) -> bool:
    """Whether `name` is a store, or a file that begins like a case file."""
    if is_store(name):
        return True
    path = Path(name)
    return name != STANDARD and path.is_file() and begins_as_case(path)


def spare_case(out: str) -> None:
    """Refuse to write what is no case where one is.

    Raises:
        ClaimtrailError: If a case lies at `out`.
    """
    if Path(out).is_file() and holds_case(out):
        raise ClaimtrailError(
            f"{out} is a case, which would be lost", hint="name another file to write"
        )


def is_case_target(out: str, format_name: str | None) -> bool:
    """Whether `out`, or the name of a format, asks for a case rather than for another format."""
    if format_name is not None:
        return format_name in {each.name for each in CASE_FORMATS}
    # ".json" may be many formats.
    return is_store(out) or out.lower().endswith((".yaml", ".yml", ".jsonl"))


def copy_case(name: str, out: str, format_name: str, *, force: bool) -> None:
    """Copy a case: between stores and JSON Lines files record by record.

    Args:
        name: A case file or store.
        out: Another, or "-" for standard output in the format `format_name`.
        format_name: One of the names in `CASE_FORMATS`.
        force: Whether another case may be replaced.

    Raises:
        ClaimtrailError: If `name` is no case, or `out` holds another that may not be replaced.
    """
    if is_store(out):
        from attribution import stored

        stored.copy_case(name, out, from_store=is_store(name), force=force)
    else:
        put_case(case_at(name), out, format_name, known=None, force=force)


def search_in(name: str, words: str, limit: int) -> Search:
    """Find claims and passages of the case `name` by their words.

    Raises:
        ClaimtrailError: If it cannot be read as a case, or there is no word to search for.
    """
    from evidence.store import search_case

    if is_store(name):
        from attribution.stored import opened

        return opened(name).search(words, limit)
    return search_case(case_at(name), words, limit)


def logged_at(name: str) -> Iterator[Entry]:
    """The log of the stored case `name`.

    Raises:
        ClaimtrailError: If it is no store, or cannot be read.
    """
    if not is_store(name):
        raise ClaimtrailError(
            f"{name}: case files keep no log",
            hint="put the file under version control, or keep the case in a database (case.db)",
        )
    from attribution.stored import opened

    return opened(name).log()


def verified(name: str) -> Verification:
    """Verify the case `name`: its quotes and, of a store, its log and records.

    Raises:
        ClaimtrailError: If it cannot be read as a case.
    """
    return verify_stored(name) if is_store(name) else verify(InMemory(case_at(name)))


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
    return {} if name == STANDARD or is_store(name) else record_places(Path(name))


def settings_for(name: str) -> AuditConfig:
    """The audit's settings that lie beside the case file `name`, or above it."""
    start = Path.cwd() if name == STANDARD or "://" in name else Path(name).resolve().parent
    path = find_settings(start)
    return read_settings(path) if path else AuditConfig()


def intake_of(
    inputs: tuple[str, ...],
    encoding: str | None,
    limits: Limits,
    retrieved: str | None,
    fetcher: Fetcher,
) -> Intake:
    """Read the documents that the user names, showing progress on a terminal.

    Args:
        inputs: Files, folders, patterns, addresses, and "-" for standard input.
        encoding: What texts are encoded in that are not UTF-8.
        limits: What reading a file may cost.
        retrieved: When the documents were captured, where the user says so.
        fetcher: Fetches addresses.
    """
    named = [name for name in inputs if name != STANDARD]
    with console.progress("reading", None) as advance:
        intakes = [
            read_documents(named, encoding=encoding, limits=limits, fetch=fetcher, progress=advance)
        ]
    if STANDARD in inputs:
        data = sys.stdin.buffer.read(limits.largest + 1)
        name, how = Path("standard-input"), "standard input"
        intakes.append(read_bytes(data, name, encoding=encoding, limits=limits, captured=how))
    return Intake.of(intakes).retrieved_on(retrieved)


def captures_beside(out: str, keep: str | None) -> Path:
    """The folder for the bytes of fetched pages: as the user says, or beside the case `out`."""
    if keep is not None:
        return Path(keep)
    beside = Path() if out == STANDARD or "://" in out else Path(out).parent
    return beside / "captured"


def put_case(case: Case, out: str, format_name: str, *, known: Case | None, force: bool) -> None:
    """Write a case where the user wants it; never over another case without being told to.

    A file that holds the same case already is left as it is, with its comments.

    Args:
        case: The case.
        out: A file name, the URL of a database, or "-" for standard output in the format
            `format_name`.
        format_name: One of the names in `CASE_FORMATS`.
        known: The case that `out` held and that `case` adds to; None where it is written anew.
        force: Whether a file that holds something else may be replaced.

    Raises:
        ClaimtrailError: If `out` is there, holds something else, and may not be replaced.
    """
    if out == STANDARD:
        console.emit(dump_case(case, format_name), out)
        return
    if is_store(out):
        from attribution.stored import put_stored

        put_stored(case, out, known=known, force=force)
        return
    path = Path(out)
    if known is not None:
        update_case(case, path)
        return
    format_of(path)
    if path.exists() and not force:
        if _holds(path, case):
            return
        raise there_already(out)
    write_case(case, path)


def _holds(path: Path, case: Case) -> bool:
    try:
        return read_case(path) == case
    except CaseFileError:
        return False
