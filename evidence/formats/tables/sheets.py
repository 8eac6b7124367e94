"""A case as sheets, one for each type of record, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from evidence.case import SECTIONS, Case
from evidence.casefile.written import default_id
from evidence.formats.format import Imported
from evidence.formats.ledger import Ledger
from evidence.formats.tables.cells import column_for
from evidence.ids import slug
from evidence.model import Record

HEADING = "case"
"""Name of the sheet that holds title and description."""

_HEADING_COLUMNS = ("title", "description")
_NAMED_BY = {"documents": ("title", "url"), "actors": ("name",), "claims": ("text",)}


@dataclass(frozen=True)
class Sheet:
    """A table.

    Attributes:
        name: The section that its rows are records of, or `HEADING`.
        columns: Keys of the fields, as in case files.
        rows: Texts of the cells; None where a cell is empty.
    """

    name: str
    columns: tuple[str, ...]
    rows: Iterable[tuple[str | None, ...]]


def columns_of(section: str) -> tuple[str, ...]:
    """The columns of a section's sheet, the id first."""
    fields = SECTIONS[section].model_fields
    keys = [field.alias or name for name, field in fields.items() if name != "id"]
    return ("id", *keys)


def sheets_of(case: Case) -> Iterator[Sheet]:
    """The sheets of a case: its heading, then each section that is not empty."""
    heading = tuple(getattr(case, name) or None for name in _HEADING_COLUMNS)
    yield Sheet(HEADING, _HEADING_COLUMNS, [heading])
    for section in SECTIONS:
        records = getattr(case, section).values()
        if records:
            columns = columns_of(section)
            yield Sheet(section, columns, [_row(r, section, columns) for r in records])


def _row(record: Record, section: str, columns: tuple[str, ...]) -> tuple[str | None, ...]:
    values = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    cells = (
        None if name not in values else column_for(name, section=section).to_text(values[name])
        for name in columns
    )
    return tuple(cells)


def read_sheets(
    sheets: Iterable[Sheet], format_name: str, file: str, *, others: Iterable[str] = ()
) -> Imported:
    """Read the rows of sheets into records; rows that are none are refused, each with why.

    A row without an id gets one from its name, title or words, as records in case files do.

    Args:
        sheets: Those of sections, and the heading.
        format_name: The format that they come in.
        file: The file that they come from.
        others: Names of sheets of no section, which are refused.
    """
    ledger = Ledger(format_name, file)
    heading: dict[str, str] = {}
    read = 0
    for name in others:
        read += 1
        ledger.refuse(name, f"is none of {', '.join((HEADING, *SECTIONS))}", "rename it")
    for sheet in sheets:
        rows = list(_filled_rows(sheet))
        if sheet.name == HEADING:
            heading = {n: row[n] for _, row in rows[:1] for n in _HEADING_COLUMNS if n in row}
            continue
        read += len(rows)
        for number, row in rows:
            _account(sheet.name, f"{sheet.name} row {number}", row, ledger)
    return ledger.close(read, **heading)


def _filled_rows(sheet: Sheet) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows that hold something, by their number, with the cells that do."""
    for number, cells in enumerate(sheet.rows, start=2):
        row = {n: c for n, c in zip(sheet.columns, cells, strict=False) if c is not None}
        if row:
            yield number, row


def _account(section: str, which: str, row: Mapping[str, str], ledger: Ledger) -> None:
    known = frozenset(columns_of(section))
    if ledger.take(which, _of_row(section, {n: c for n, c in row.items() if n in known}, ledger)):
        for name in row:
            if name not in known:
                ledger.lose(section, name, which)


def _of_row(section: str, row: Mapping[str, str], ledger: Ledger) -> Iterator[Record]:
    record = _record(section, row)
    if ledger.holds(type(record), record.id):
        raise ValueError(f"has the id {record.id!r}, which another row has")
    yield record


def _record(section: str, row: Mapping[str, str]) -> Record:
    values: dict[str, Any] = {}
    for name, cell in row.items():
        try:
            values[name] = column_for(name, section=section).to_value(cell)
        except ValueError as error:
            raise ValueError(f"is damaged: {name} {error}") from None
    kind = SECTIONS[section]
    if "id" in values:
        return kind.model_validate(values)
    naming = next((row[n] for n in _NAMED_BY.get(section, ()) if n in row), None)
    record = kind.model_validate({**values, "id": slug(naming) if naming else "?"})
    return record if naming else record.model_copy(update={"id": default_id(record)})
