"""Cases to tables and back."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from round_trips import as_case
from strategies import cases

from evidence.case import Case
from evidence.formats import Content, Format, import_content
from evidence.formats.tables import CSV, EXCEL, LONG, PARQUET
from evidence.model import Claim, Document

HOSTILE_CELLS = Case.of(
    [
        Claim(id=str(number), text=text, what=text)
        for number, text in enumerate(
            [
                "=1+1",
                "'=1",
                "'",
                "''",
                "+x",
                "-1",
                "@a",
                "\tx",
                "\rx",
                "_x0041_",
                "\ufffe\x1f",
                "[x",
            ]
        )
    ]
    + [Document(id="d", title="", text="🛩️" * 40_000, pages=(0, 7), original=False)],
    title="=cmd()",
)


@pytest.mark.parametrize("table", [CSV, EXCEL, PARQUET], ids=lambda table: table.name)
@given(case=cases())
@example(case=HOSTILE_CELLS)
@example(case=Case())
@settings(deadline=None, max_examples=60)
def test_any_case_comes_back_equal(table: Format, case: Case) -> None:
    assert table.write is not None
    exported = table.write(case)
    assert exported.findings == ()
    content = Content(f"case{table.suffixes[0]}", exported.data)
    imported = import_content(content)
    assert imported.findings == ()
    assert as_case(imported) == case
    assert table.write(as_case(imported)).data == exported.data


@given(case=cases())
@example(case=HOSTILE_CELLS)
@settings(deadline=None)
def test_a_long_table_that_was_read_comes_back_equal(case: Case) -> None:
    assert LONG.write is not None
    first = import_content(Content("a.csv", LONG.write(case).data), "long")
    again = import_content(Content("b.csv", LONG.write(as_case(first)).data), "long")
    assert as_case(again) == as_case(first)
    assert first.counts.mapped == first.counts.read
