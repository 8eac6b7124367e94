"""Sheets as Parquet files, with typed columns."""

from __future__ import annotations

import io
from typing import Any

from evidence.errors import needing
from evidence.formats.tables.cells import JSON, NAMES, NUMBER, PASSAGES, TRUTH, WHOLE, column_for
from evidence.formats.tables.sheets import Sheet


def _pyarrow() -> tuple[Any, Any]:
    with needing("tables", "Parquet"):
        import pyarrow
        import pyarrow.parquet
    return pyarrow, pyarrow.parquet


def dump(sheet: Sheet) -> bytes:
    """Write a sheet as a Parquet file.

    Raises:
        MissingExtraError: If pyarrow is not installed.
    """
    pa, pq = _pyarrow()
    types = {NAMES: pa.list_(pa.string()), NUMBER: pa.float64(), WHOLE: pa.int64()}
    types[TRUTH] = pa.bool_()
    columns = list(zip(*sheet.rows, strict=True))
    arrays = []
    for name, cells in zip(sheet.columns, columns, strict=True):
        column = column_for(name, section=sheet.name)
        values = cells
        if column in types:
            values = tuple(None if c is None else column.to_value(c) for c in cells)
        arrays.append(pa.array(values, types.get(column, pa.string())))
    stream = io.BytesIO()
    pq.write_table(pa.table(arrays, names=list(sheet.columns)), stream, compression="zstd")
    return stream.getvalue()


def parse(name: str, data: bytes) -> Sheet:
    """Read a Parquet file as the sheet `name`.

    Raises:
        MissingExtraError: If pyarrow is not installed.
        ValueError: If it is damaged.
    """
    pa, pq = _pyarrow()
    try:
        table = pq.read_table(io.BytesIO(data))
        columns = tuple(table.column_names)
        values = [table.column(each).to_pylist() for each in columns]
    except (pa.ArrowException, OSError) as error:
        raise ValueError(f"is damaged Parquet: {error}") from None
    texts = [
        [None if v is None else _text(v, each, name) for v in column]
        for each, column in zip(columns, values, strict=True)
    ]
    return Sheet(name, columns, list(zip(*texts, strict=True)))


def _text(value: Any, column: str, section: str) -> str:
    known = column_for(column, section=section)
    if isinstance(value, str) and known not in (NAMES,):
        return value
    return known.to_text(value) if known not in (JSON, PASSAGES) else str(value)
