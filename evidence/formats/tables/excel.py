"""Sheets as an Excel workbook, every cell of text, nothing taken for a formula or cut short."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from evidence.errors import needing
from evidence.formats.tables.archive import packed, unpacked
from evidence.formats.tables.cells import guarded, unguarded
from evidence.formats.tables.sheets import Sheet

CONTINUED = "continued"
"""Name of the sheet that holds the rest of long texts: sheet, id, column, text."""

_LONGEST = 16_000  # Excel cuts cells at 32,767 UTF-16 units; a code point may need two
_TIME = datetime(1980, 1, 1)
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def _openpyxl() -> Any:
    with needing("tables", "Excel"):
        import openpyxl
        import openpyxl.cell
    return openpyxl


def dump(sheets: Iterable[Sheet]) -> bytes:
    """Write sheets as a workbook; the same sheets give the same bytes.

    Raises:
        MissingExtraError: If openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    book = openpyxl.Workbook(write_only=True)
    book.properties.created = book.properties.modified = _TIME
    rest: list[tuple[str, str, str, str]] = []
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        _append(openpyxl, page, sheet.columns)
        for row in sheet.rows:
            first = [None if c is None else c[:_LONGEST] for c in row]
            _append(openpyxl, page, first)
            rest += _parts(sheet, row)
    if rest or not book.sheetnames:
        page = book.create_sheet(CONTINUED)
        for row in (("sheet", "id", "column", "text"), *rest):
            _append(openpyxl, page, row)
    stream = io.BytesIO()
    book.save(stream)
    return packed((name, _timeless(data)) for name, data in unpacked(stream.getvalue()))


def _parts(sheet: Sheet, row: tuple[str | None, ...]) -> Iterator[tuple[str, str, str, str]]:
    """What does not fit into the cells of a row."""
    for name, cell in zip(sheet.columns, row, strict=True):
        for start in range(_LONGEST, len(cell or ""), _LONGEST):
            yield (
                sheet.name,
                (row[0] or "")[:_LONGEST],
                name,
                (cell or "")[start : start + _LONGEST],
            )


def _append(openpyxl: Any, page: Any, row: Iterable[str | None]) -> None:
    cells = []
    for text in row:
        cell = openpyxl.cell.WriteOnlyCell(page)
        if text is not None:
            cell._value, cell.data_type = _escaped(guarded(text)), "s"
        cells.append(cell)
    page.append(cells)


def _escaped(text: str) -> str:
    """Characters that XML cannot hold, as Excel writes them: "_x0007_"."""
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _timeless(data: bytes) -> bytes:
    return _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", data)


def parse(data: bytes) -> list[Sheet]:
    """Read the sheets of a workbook, in its order.

    Raises:
        MissingExtraError: If openpyxl is not installed.
        ValueError: If it is damaged.
    """
    openpyxl = _openpyxl()
    for _ in unpacked(data):
        pass  # refuses archives that unpack to too much before openpyxl unpacks them
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        pages = {page.title: list(page.iter_rows(values_only=True)) for page in book.worksheets}
    except (KeyError, ValueError, TypeError, OSError, AttributeError, SyntaxError) as error:
        raise ValueError(f"is a damaged workbook: {error}") from None
    rest = _rests(pages.pop(CONTINUED, []))
    return [_sheet(title, rows, rest) for title, rows in pages.items() if rows]


def _rests(rows: list[tuple[Any, ...]]) -> dict[tuple[str, str, str], str]:
    rests: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in rows[1:]:
        sheet, record, column, text = (_text(value) or "" for value in row[:4])
        rests[sheet, record, column].append(text)
    return {place: "".join(parts) for place, parts in rests.items()}


def _sheet(title: str, rows: list[tuple[Any, ...]], rest: dict[tuple[str, str, str], str]) -> Sheet:
    columns = tuple((_text(value) or "").strip() for value in rows[0])
    read: list[tuple[str | None, ...]] = []
    for row in rows[1:]:
        cells = [_text(value) for value in row]
        record = (cells[0] if cells else None) or ""
        read.append(
            tuple(
                None if cell is None else cell + rest.get((title, record, name), "")
                for name, cell in zip(columns, cells, strict=False)
            )
        )
    return Sheet(title, columns, read)


def _text(value: Any) -> str | None:
    """A cell as text; whole numbers and dates as people type them."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        day = value.time() == datetime.min.time()
        return value.date().isoformat() if day else value.isoformat()
    return unguarded(_unescaped(str(value)))
