"""Tables: a case as sheets in CSV, Parquet or Excel, and the long table of who says what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from evidence.case import SECTIONS, Case
from evidence.formats.content import Content
from evidence.formats.format import Exported, Format, Imported
from evidence.formats.tables import archive, csvtext, excel, parquet
from evidence.formats.tables.long import is_long, read_long, write_long
from evidence.formats.tables.sheets import HEADING, Sheet, columns_of, read_sheets, sheets_of

__all__ = ["CSV", "EXCEL", "LONG", "PARQUET"]

_SHEETS = (HEADING, *SECTIONS)
_DELIMITED = (".csv", ".tsv", ".tab")


def _section_of(name: str, columns: tuple[str, ...]) -> str | None:
    """The section whose records a table holds: as its file is called, or by its columns."""
    stem = PurePath(name).stem.casefold()
    if stem in _SHEETS:
        return stem
    for section, kind in SECTIONS.items():
        needed = {f.alias or n for n, f in kind.model_fields.items() if f.is_required()} - {"id"}
        if needed and needed <= set(columns) <= set(columns_of(section)):
            return section
    return None


def _is_csv(content: Content) -> bool:
    names = archive.names_in(content.data)
    if any(_is_sheet(name, ".csv") for name in names):
        return True
    if names or not content.is_text or content.suffix not in _DELIMITED:
        return False
    return _section_of(content.name, csvtext.header(content.text)) is not None


def _is_sheet(name: str, suffix: str) -> bool:
    return name.endswith(suffix) and PurePath(name).stem in _SHEETS


def _read_csv(content: Content) -> Imported:
    files = dict(archive.unpacked(content.data)) if archive.names_in(content.data) else {}
    if files:
        sheets = (csvtext.sheet(*_named(name, data)) for name, data in _sheets(files, ".csv"))
        return read_sheets(sheets, "csv", content.name, others=_others(files, ".csv"))
    columns, rows = csvtext.parse(content.text)
    section = _section_of(content.name, columns)
    if section is None:
        raise ValueError("has columns of no record type; call it by a section, as in actors.csv")
    return read_sheets([Sheet(section, columns, rows)], "csv", content.name)


def _named(name: str, data: bytes) -> tuple[str, str]:
    return PurePath(name).stem, Content(name, data).text


def _sheets(files: Mapping[str, bytes], suffix: str) -> Iterator[tuple[str, bytes]]:
    return ((name, data) for name, data in files.items() if _is_sheet(name, suffix))


def _others(files: Mapping[str, bytes], suffix: str) -> Iterator[str]:
    return (n for n in files if not _is_sheet(n, suffix) and not n.endswith("/"))


def _write_csv(case: Case) -> Exported:
    files = ((f"{s.name}.csv", csvtext.dump(s.columns, s.rows)) for s in sheets_of(case))
    return Exported(archive.packed(files))


def _is_parquet(content: Content) -> bool:
    if content.data.startswith(b"PAR1"):
        return True
    return any(_is_sheet(name, ".parquet") for name in archive.names_in(content.data))


def _read_parquet(content: Content) -> Imported:
    if content.data.startswith(b"PAR1"):
        sheet = parquet.parse(PurePath(content.name).stem.casefold(), content.data)
        section = _section_of(content.name, sheet.columns)
        if section is None:
            raise ValueError("has columns of no record type; call it by a section")
        return read_sheets([parquet.parse(section, content.data)], "parquet", content.name)
    files = dict(archive.unpacked(content.data))
    sheets = (parquet.parse(PurePath(n).stem, data) for n, data in _sheets(files, ".parquet"))
    return read_sheets(sheets, "parquet", content.name, others=_others(files, ".parquet"))


def _write_parquet(case: Case) -> Exported:
    files = ((f"{sheet.name}.parquet", parquet.dump(sheet)) for sheet in sheets_of(case))
    return Exported(archive.packed(files))


def _is_excel(content: Content) -> bool:
    return "xl/workbook.xml" in archive.names_in(content.data)


def _read_excel(content: Content) -> Imported:
    sheets = excel.parse(content.data)
    if len(sheets) == 1 and is_long(sheets[0].columns):
        return read_long(sheets[0], content.name)
    known = [sheet for sheet in sheets if sheet.name in _SHEETS]
    others = [sheet.name for sheet in sheets if sheet.name not in _SHEETS]
    return read_sheets(known, "excel", content.name, others=others)


def _is_long(content: Content) -> bool:
    return content.is_text and is_long(csvtext.header(content.text))


def _read_long(content: Content) -> Imported:
    return read_long(csvtext.sheet("long", content.text), content.name)


LONG = Format(
    name="long",
    title="a long table of claims, sources and stances",
    suffixes=(".csv",),
    recognises=_is_long,
    read=_read_long,
    write=write_long,
)
"""One table of who says what, in CSV; read from a workbook too."""

CSV = Format(
    name="csv",
    title="CSV tables",
    suffixes=(".csv.zip",),
    recognises=_is_csv,
    read=_read_csv,
    write=_write_csv,
)
"""A table for each type of record, in an archive; single tables are read too."""

EXCEL = Format(
    name="excel",
    title="an Excel workbook",
    suffixes=(".xlsx",),
    recognises=_is_excel,
    read=_read_excel,
    write=lambda case: Exported(excel.dump(sheets_of(case))),
)
"""A sheet for each type of record."""

PARQUET = Format(
    name="parquet",
    title="Parquet tables",
    suffixes=(".parquet.zip",),
    recognises=_is_parquet,
    read=_read_parquet,
    write=_write_parquet,
)
"""A table for each type of record, in an archive; single tables are read too."""
