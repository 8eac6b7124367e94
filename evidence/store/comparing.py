"""Whether a stored case has the same records as a stream of them."""

from __future__ import annotations

from collections.abc import Iterable

from evidence.case import SECTIONS
from evidence.model import Record
from evidence.store.rows import SECTION_OF, hash_of, json_of
from evidence.store.snapshot import Snapshot


def same_records(snapshot: Snapshot, records: Iterable[Record]) -> bool:
    """Compare record by record, by their hashes; nothing but the next one is in memory."""
    stored = {section: snapshot.hashes(section) for section in SECTIONS}
    for record in records:
        if next(stored[SECTION_OF[type(record)]], None) != hash_of(json_of(record)):
            return False
    return all(next(rest, None) is None for rest in stored.values())
