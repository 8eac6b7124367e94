"""CSV as spreadsheets write it (RFC 4180), and the delimiters that some write instead."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from evidence.formats.tables.cells import guarded, unguarded
from evidence.formats.tables.sheets import Sheet

_DELIMITERS = ",;\t"


def dump(columns: Iterable[str], rows: Iterable[Iterable[str | None]]) -> bytes:
    """Write a table as UTF-8 with a byte order mark, by which Excel knows the encoding."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(["" if c is None else guarded(c) for c in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def parse(text: str) -> tuple[tuple[str, ...], list[tuple[str | None, ...]]]:
    """Read a table: the names of its columns, and its rows with None for empty cells.

    Raises:
        ValueError: If it is no CSV, with the line.
    """
    with _any_length():
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        try:
            columns = tuple(name.strip() for name in next(reader, []))
            rows = [tuple(unguarded(c) if c else None for c in row) for row in reader]
        except csv.Error as error:
            raise ValueError(f"is damaged CSV: line {reader.line_num}: {error}") from None
    return columns, rows


def sheet(name: str, text: str) -> Sheet:
    """Read a table as the sheet `name`.

    Raises:
        ValueError: If it is no CSV, with the line.
    """
    return Sheet(name, *parse(text))


def header(text: str) -> tuple[str, ...]:
    """The names in the first line of a text, if it is CSV."""
    line = text.split("\n", 1)[0].rstrip("\r")[:10_000]
    try:
        return tuple(name.strip() for name in next(csv.reader([line], delimiter=_delimiter(line))))
    except (csv.Error, StopIteration):
        return ()


def _delimiter(text: str) -> str:
    """The delimiter that the first line holds most often."""
    line = text.split("\n", 1)[0]
    return max(_DELIMITERS, key=line.count)


@contextmanager
def _any_length() -> Iterator[None]:
    """Let cells be of any length while the block runs: texts of documents are long."""
    before = csv.field_size_limit(sys.maxsize)
    try:
        yield
    finally:
        csv.field_size_limit(before)
