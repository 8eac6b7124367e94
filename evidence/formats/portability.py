"""Objects that were kept as they were: whether they can go out again as they came in."""

from __future__ import annotations

from evidence.formats.format import Imported
from evidence.formats.ledger import Ledger
from evidence.model import Kept


def comes_back(kept: Kept, format_name: str, kind: str, own_id: str | None) -> bool:
    """Whether keeping an object anew gives the very record that it was taken from.

    Args:
        kept: The record.
        format_name: The format that would keep the object.
        kind: What that format would call it.
        own_id: The id that the object would bring.
    """
    ledger = Ledger(format_name, "")
    ledger.keep(kind, kept.data, id=own_id)
    imported: Imported = ledger.close(1)
    return imported.records == (kept,)
