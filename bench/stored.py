"""Steps of a case in an SQLite file: import, show, search, export, and the bare minimum of them."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bench.generated import generated_records
from bench.job import CASE_SIZES, Job, Prepared

FOLDER = "CLAIMTRAIL_BENCH_FOLDER"
"""Names the folder where the steps of one run find the same cases, which take long to make."""

SIZES = (*CASE_SIZES[1:], 1_000_000)
"""Attributions of the cases."""


def _folder() -> Path:
    return Path(os.environ.get(FOLDER) or tempfile.mkdtemp())


def _lines(size: int) -> Path:
    """A generated case as JSON Lines."""
    from evidence.casefile.jsontext import heading_line, record_line

    path = _folder() / f"{size}.jsonl"
    if not path.exists():
        with path.open("w", encoding="utf-8") as stream:
            stream.write(heading_line(f"Generated case of {size} attributions", ""))
            stream.writelines(record_line(record) for record in generated_records(size))
    return path


def stored(size: int) -> Path:
    """The same case in an SQLite file."""
    lines = _lines(size)
    path = lines.with_suffix(".db")
    if not path.exists():
        _import(lines, path)
    return path


def _import(lines: Path, path: Path) -> None:
    from evidence.casefile import stream_case
    from evidence.store import open_store

    with open_store(str(path), create=True) as store:
        new = stream_case(lines)
        store.replace(new.records, title=new.title)


def _importing(size: int) -> Prepared:
    lines, numbers = _lines(size), count()
    folder = Path(tempfile.mkdtemp(dir=lines.parent))
    return Prepared(
        lambda: _import(lines, folder / f"{next(numbers)}.db"), size, lines.stat().st_size
    )


def _showing(size: int) -> Prepared:
    """One dossier as text: the store opened, the claim looked up, its origins and its audit."""
    from attribution.reports import record_report
    from attribution.stored import part_about

    path = str(stored(size))
    claim = f"t{size // 500}-c7"

    def show() -> str:
        case, record, findings = part_about(path, claim)
        return record_report(case, record, findings=findings)

    return Prepared(show, 1)


def _searching(size: int) -> Prepared:
    from evidence.store import open_store

    store = open_store(str(stored(size)))
    return Prepared(lambda: store.search("supplies sector 42"), 1)


def _exporting(size: int) -> Prepared:
    from evidence.casefile import write_case
    from evidence.store import open_store

    path = stored(size)
    out = path.with_suffix(".exported.jsonl")
    return Prepared(lambda: write_case(open_store(str(path)).case(), out), size)


def _verifying(size: int) -> Prepared:
    """The log, and every record against it."""
    from evidence.store import open_store

    store = open_store(str(stored(size)))
    return Prepared(lambda: list(store.check()), size)


def _executemany(size: int) -> Prepared:
    """The rows of the same case, all of them in memory, put into tables without indexes."""
    with sqlite3.connect(stored(size)) as source:
        tables = dict(_tables(source))
        rows = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608
    folder, numbers = Path(tempfile.mkdtemp(dir=_folder())), count()

    def insert() -> None:
        with sqlite3.connect(folder / f"{next(numbers)}.db") as bare:
            for name, statement in tables.items():
                bare.execute(statement)
                if rows[name]:
                    places = ", ".join("?" * len(rows[name][0]))
                    bare.executemany(f"INSERT INTO {name} VALUES ({places})", rows[name])  # noqa: S608

    return Prepared(insert, size)


def _tables(source: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """The tables of a case, without those of the index of words, by what makes them."""
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
    yield from source.execute(query)


def _loads(size: int) -> Prepared:
    """The same JSON Lines read by the standard library, line by line."""
    path = _lines(size)

    def read() -> None:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                json.loads(line)

    return Prepared(read, size, path.stat().st_size)


STORE_STEPS = (
    Job(
        "import to SQLite",
        "attributions",
        _importing,
        "bare executemany",
        SIZES,
        also=("bare json.loads",),
    ),
    Job("show from SQLite", "attributions", _showing, None, SIZES),
    Job("search in SQLite", "attributions", _searching, None, SIZES),
    Job("export from SQLite", "attributions", _exporting, None, SIZES),
    Job("verify in SQLite", "attributions", _verifying, None, SIZES),
)
"""What is measured."""

STORE_BASELINES = (
    Job("bare executemany", "attributions", _executemany, None, SIZES),
    Job("bare json.loads", "attributions", _loads, None, SIZES),
)
"""What an import is compared with."""
