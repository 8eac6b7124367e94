"""The long table: who says what, one row for each time, as a researcher keeps it in a spreadsheet.

The columns `claim`, `source` and `stance` make a table long; the others may be left out. Who or
what a row names is told apart by name, or by id where the table has these columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evidence.case import Case
from evidence.formats.format import Exported, Imported
from evidence.formats.ledger import Ledger
from evidence.formats.losses import losses
from evidence.formats.tables import csvtext
from evidence.formats.tables.sheets import Sheet
from evidence.ids import content_id, slug
from evidence.model import Actor, Attribution, Claim, Document, Record

NEEDED = ("claim", "source", "stance")
"""The columns that every long table has."""

COLUMNS = (
    *NEEDED,
    "document",
    "url",
    "published",
    "quote",
    "when",
    "certainty",
    "note",
    "claim id",
    "source id",
    "document id",
    "attribution id",
)
"""The columns of a long table, in the order in which they are written."""


def is_long(columns: tuple[str, ...]) -> bool:
    """Whether a table with these columns is a long table, and not one of attributions."""
    names = {name.casefold() for name in columns}
    return names >= set(NEEDED) and "by" not in names


def read_long(sheet: Sheet, file: str) -> Imported:
    """Read a long table; rows without a claim are refused.

    A row without a stance states its claim and says of nobody that they said so.
    """
    ledger = Ledger("long", file)
    columns = tuple(name.casefold() for name in sheet.columns)
    read = 0
    for number, cells in enumerate(sheet.rows, start=2):
        row = {n: c for n, c in zip(columns, cells, strict=False) if c is not None}
        if not row:
            continue
        read += 1
        _account(f"row {number}", row, ledger)
    return ledger.close(read)


def _account(which: str, row: Mapping[str, str], ledger: Ledger) -> None:
    if "claim" not in row:
        ledger.refuse(which, "has no claim")
        return
    if not ledger.take(which, _records(row)):
        return
    for name in row:
        if name not in COLUMNS:
            ledger.lose("row", name, which)


def _records(row: Mapping[str, str]) -> Iterator[Record]:
    claim = Claim(id=_id(row, "claim id", row["claim"]), text=row["claim"])
    speaker = _named(row, "source id", "source")
    document = _named(row, "document id", "document", "url")
    yield claim
    if speaker:
        yield Actor(id=speaker, name=row.get("source", speaker))
    if document:
        fields = {"title": row.get("document"), **_some(row, "url", "published")}
        yield Document.model_validate({"id": document, **fields})
    if "stance" in row:
        yield _attribution(row, claim.id, speaker, document)


def _attribution(
    row: Mapping[str, str], claim: str, speaker: str | None, document: str | None
) -> Attribution:
    stance, quote = row["stance"].strip().casefold(), row.get("quote")
    own = content_id("a", claim, speaker, stance, document, *([quote] if quote else []))
    return Attribution.model_validate(
        {
            "id": row.get("attribution id", own),
            "claim": claim,
            "by": speaker,
            "stance": stance,
            "in": document,
            "quote": (quote,) if quote else (),
            **_some(row, "when", "certainty", "note"),
        }
    )


def _some(row: Mapping[str, str], *names: str) -> dict[str, str]:
    return {name: row[name] for name in names if name in row}


def _named(row: Mapping[str, str], id_column: str, *columns: str) -> str | None:
    """The id of what a row names; None where it names nothing."""
    name = next((row[column] for column in columns if column in row), None)
    return _id(row, id_column, name) if name or id_column in row else None


def _id(row: Mapping[str, str], id_column: str, name: str | None) -> str:
    return row[id_column] if id_column in row else slug(name or "")


def write_long(case: Case) -> Exported:
    """Write who says what in a case as a long table in CSV, and tell what it does not hold."""
    rows = [tuple(row.get(name) for name in COLUMNS) for row in _rows(case)]
    again = read_long(Sheet("long", COLUMNS, rows), "")
    return Exported(csvtext.dump(COLUMNS, rows), losses(case, again, "long table"))


def _rows(case: Case) -> Iterator[dict[str, str | None]]:
    said: set[str] = set()
    for attribution in case.attributions.values():
        claim = case.claims.get(attribution.claim)
        if claim is not None:
            said.add(claim.id)
            yield _row_of(claim, attribution, case)
    for claim in case.claims.values():
        if claim.id not in said:
            yield {"claim": claim.text, "claim id": claim.id}


def _row_of(claim: Claim, attribution: Attribution, case: Case) -> dict[str, str | None]:
    speaker = case.actors.get(attribution.by or "")
    document = case.documents.get(attribution.document or "")
    row: dict[str, Any] = {
        "claim": claim.text,
        "source": speaker.name if speaker else None,
        "stance": attribution.stance.value,
        "quote": attribution.content[0].exact if attribution.content else None,
        "when": attribution.when,
        "certainty": attribution.certainty.value if attribution.certainty else None,
        "note": attribution.note,
        "claim id": claim.id,
        "source id": attribution.by,
        "document id": attribution.document,
        "attribution id": attribution.id,
    }
    if document is not None:
        row |= {name: getattr(document, name) for name in ("url", "published")}
        row["document"] = document.title
    return row
