"""Import and export as the command line names them: files in, a case out, and the other way."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from attribution.case_input import STANDARD
from evidence.atomic import write_atomically
from evidence.case import Case
from evidence.errors import ClaimtrailError
from evidence.findings import Finding
from evidence.formats import Content, Counts, Exported, format_for_file, format_named
from evidence.formats.importing import FileAccount, Import, import_files
from evidence.merging import merge
from evidence.readers.folders import files_in, printable


def imported_from(
    inputs: Iterable[str], format_name: str | None, *, known: Case | None, name: str
) -> Import:
    """Import the files that the user names, and add them to a case that is known already.

    Args:
        inputs: Files, folders and patterns; "-" is standard input.
        format_name: Their format; None: each as its content says.
        known: The case to add to.
        name: What findings call that case.

    Raises:
        ClaimtrailError: If there is no such format.
    """
    unread: list[FileAccount] = []
    imported = import_files(_contents(inputs, unread), format_name)
    imported = replace(imported, accounts=(*imported.accounts, *unread))
    if known is None:
        return imported
    merged = merge(known, imported.case, names=(name, "what is imported"))
    return replace(imported, case=merged.case, conflicts=imported.conflicts + merged.findings)


def _contents(inputs: Iterable[str], unread: list[FileAccount]) -> Iterator[Content]:
    """The files that can be read; an account of each other one goes to `unread`."""
    for given in inputs:
        if given == STANDARD:
            yield Content("standard-input", sys.stdin.buffer.read())
            continue
        for found in files_in([given]):
            if isinstance(found, Finding):
                unread.append(FileAccount(given, Counts(read=1, refused=1), (found,)))
            else:
                yield Content(printable(found), found.read_bytes())


def exported_as(case: Case, out: str, format_name: str | None) -> Exported:
    """Write a case in the format `format_name`, or in the one that the name of a file asks for.

    Raises:
        ClaimtrailError: If there is no such format, it is only read, or the name does not tell.
    """
    if format_name is None and out == STANDARD:
        raise ClaimtrailError("standard output does not tell the format", hint="say it by --to")
    chosen = format_named(format_name) if format_name else format_for_file(out)
    if chosen.write is None:
        raise ClaimtrailError(f"{chosen.name} is read, not written", hint="choose another format")
    return chosen.write(case)


def put_exported(exported: Exported, out: str) -> None:
    """Write what was exported to the file `out`, whole or not at all, or to standard output."""
    if out == STANDARD:
        sys.stdout.buffer.write(exported.data)
        sys.stdout.buffer.flush()
    else:
        write_atomically(Path(out), exported.data)
