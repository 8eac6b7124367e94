"""Tables that people typed, and what a spreadsheet would do with those that are written."""

from __future__ import annotations

import csv
import io
import zipfile

import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import given
from strategies import words

from evidence.case import Case
from evidence.formats import Content, guess_format, import_content
from evidence.formats.tables import CSV, EXCEL, LONG, PARQUET, archive
from evidence.formats.tables.cells import NAMES, guarded, unguarded
from evidence.model import Actor, Claim, Document
from evidence.vocabulary import Stance


def case_of(name: str, text: str, *, refused: int = 0) -> Case:
    imported = import_content(Content(name, text.encode()))
    assert imported.counts.refused == refused
    return Case.of(imported.records)


@given(words)
def test_a_guarded_cell_is_no_formula_and_comes_back(text: str) -> None:
    cell = guarded(text)
    assert cell
    assert cell[0] not in "=+-@\t\r"
    assert unguarded(cell) == text


def test_a_cell_that_a_person_began_with_an_apostrophe_is_left_alone() -> None:
    assert unguarded("'tis") == "'tis"


def test_a_long_table_typed_by_a_person() -> None:
    case = case_of(
        "mine.csv",
        "Claim;Source;Stance;Document;URL;Published;Quote;Mood\r\n"
        "It flew;Ann;asserts;Brief;https://x.example;2021-07;it flew;calm\r\n"
        "It flew;Bob;Denies;Brief;https://x.example;2021-07;;\r\n"
        "\r\n"
        "Nobody says;;;;;;;\r\n",
    )
    assert [claim.text for claim in case.claims.values()] == ["It flew", "Nobody says"]
    said = {case.actors[a.by or ""].name: a.stance for a in case.attributions.values()}
    assert said == {"Ann": Stance.ASSERTS, "Bob": Stance.DENIES}
    (document,) = case.documents.values()
    assert (document.title, document.published) == ("Brief", "2021-07")
    assert [p.exact for a in case.attributions.values() for p in a.content] == ["it flew"]


def test_rows_of_a_long_table_that_are_damaged_say_why() -> None:
    text = "claim,source,stance,extra\n,Ann,asserts,\nIt flew,Ann,sings,\nIt flew,Ann,asserts,x\n"
    imported = import_content(Content("mine.csv", text.encode()))
    assert (imported.counts.mapped, imported.counts.refused) == (1, 2)
    messages = " | ".join(f.message for f in imported.findings)
    assert "row 2 has no claim" in messages
    assert "row 3 is damaged: stance" in messages
    assert "'extra'" in messages


def test_a_single_table_is_known_by_its_name_or_its_columns() -> None:
    for name in ("actors.csv", "anything.csv"):
        case = case_of(name, "name,kind\nIran,state\n")
        assert case.actors["iran"].name == "Iran"
    assert guess_format(Content("x.csv", b"colour,size\nred,1\n")) is None


def test_names_in_a_cell() -> None:
    assert NAMES.to_value("a; b ;c") == ["a", "b", "c"]
    assert NAMES.to_value('["a;b"]') == ["a;b"]
    assert NAMES.to_value("['a', 'b']") == ["a", "b"]
    assert NAMES.to_text(["a", "b"]) == "a; b"
    assert NAMES.to_text(["a;b"]) == '["a;b"]'
    with pytest.raises(ValueError, match="no list"):
        NAMES.to_value("[__import__('os')]")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("a,,high", "confidence is no number"),
        ("a,Text,2", "confidence"),
        ("a,,0.5", "text"),
        (f"{'i' * 201},Text,0.5", "id"),
    ],
)
def test_damaged_rows_are_refused(row: str, why: str) -> None:
    imported = import_content(Content("claims.csv", f"id,text,confidence\n{row}\n".encode()))
    assert imported.counts.refused == 1
    assert why in imported.findings[0].message


def test_an_id_in_two_rows_and_unknown_tables_are_refused() -> None:
    case_of("claims.csv", "id,text\na,One\na,Two\n", refused=1)
    data = archive.packed([("claims.csv", b"id,text\na,One\n"), ("notes.txt", b"x")])
    imported = import_content(Content("case.csv.zip", data))
    assert (imported.counts.mapped, imported.counts.refused) == (1, 1)
    assert "notes.txt" in imported.findings[0].message


def test_unclosed_quotes_are_damage() -> None:
    imported = import_content(Content("claims.csv", b'id,text\na,"One\n'))
    assert imported.counts.refused == 1
    assert "damaged CSV" in imported.findings[0].message


def test_no_cell_of_csv_begins_like_a_formula() -> None:
    case = Case.of([Claim(id="=1+1", text="=HYPERLINK(1)"), Claim(id="-a", text="@x")])
    assert CSV.write is not None
    assert LONG.write is not None
    with zipfile.ZipFile(io.BytesIO(CSV.write(case).data)) as packed:
        text = packed.read("claims.csv").decode("utf-8-sig")
    for table in (text, LONG.write(case).data.decode("utf-8-sig")):
        cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_workbook_holds_text_and_no_formulas() -> None:
    case = Case.of([Claim(id="8664.0", text="=1+1", confidence=0.25)])
    assert EXCEL.write is not None
    book = openpyxl.load_workbook(io.BytesIO(EXCEL.write(case).data))
    cells = [cell for row in book["claims"].iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert cells[0].value == "8664.0"


def test_a_workbook_that_was_typed_by_a_person() -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "claims"
    page.append(["id", "text", "confidence", "when"])
    import datetime

    page.append([12, "One", 0.5, datetime.datetime(2021, 7, 4)])
    other = book.create_sheet("pivot")
    other.append(["x"])
    stream = io.BytesIO()
    book.save(stream)
    imported = import_content(Content("case.xlsx", stream.getvalue()))
    (claim,) = imported.records
    assert isinstance(claim, Claim)
    assert (claim.id, claim.confidence, claim.when) == ("12", 0.5, "2021-07-04")
    assert [f.ids for f in imported.findings] == [("pivot",)]


def test_a_long_table_in_a_workbook() -> None:
    book = openpyxl.Workbook()
    for row in (["claim", "source", "stance"], ["It flew", "Ann", "asserts"]):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    imported = import_content(Content("mine.xlsx", stream.getvalue()))
    assert {type(r).__name__ for r in imported.records} == {"Claim", "Actor", "Attribution"}


def test_parquet_has_types() -> None:
    case = Case.of([Actor(id="a", name="A", aliases=("B",)), Claim(id="c", text="C", confidence=1)])
    assert PARQUET.write is not None
    with zipfile.ZipFile(io.BytesIO(PARQUET.write(case).data)) as packed:
        actors = pyarrow.parquet.read_table(io.BytesIO(packed.read("actors.parquet")))
        claims = packed.read("claims.parquet")
    assert actors.column("aliases").to_pylist() == [["B"]]
    assert pyarrow.parquet.read_table(io.BytesIO(claims)).column("confidence")[0].as_py() == 1.0
    imported = import_content(Content("claims.parquet", claims))
    assert [r.id for r in imported.records] == ["c"]


def test_what_a_long_table_cannot_hold_is_counted() -> None:
    case = Case.of([Claim(id="c", text="C"), Document(id="d", title="D"), Actor(id="a", name="A")])
    assert LONG.write is not None
    messages = [f.message for f in LONG.write(case).findings]
    assert len(messages) == 2
    assert all("are left out" in message for message in messages)


def test_archives_that_unpack_to_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST", 1000)
    data = archive.packed([("claims.csv", b"id,text\n" + b"a" * 5000)])
    assert len(data) < 1000
    imported = import_content(Content("case.csv.zip", data))
    assert "unpacks to more than 1,000 bytes" in imported.findings[0].message


@pytest.mark.parametrize("table", [CSV, EXCEL, PARQUET], ids=lambda table: table.name)
def test_cut_and_scrambled_archives_are_refused(table) -> None:
    whole = table.write(Case.of([Claim(id="c", text="C" * 500)])).data
    for cut in range(0, len(whole), max(1, len(whole) // 23)):
        assert import_content(Content("x", whole[:cut]), table.name).counts.refused == 1
    for place in range(0, len(whole), max(1, len(whole) // 37)):
        broken = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        import_content(Content("x", broken), table.name)
