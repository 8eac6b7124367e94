"""The records that were asked for last, as they are likely to be asked for again."""

from __future__ import annotations

from evidence.model import Record

MOST = 4_000_000
"""Code points of JSON whose records are kept; as records they take about ten bytes for each."""

_Key = tuple[str, str]


class Recent:
    """Records by section and id; the one that was not asked for longest goes first."""

    def __init__(self) -> None:
        self._kept: dict[_Key, tuple[Record, int]] = {}
        self._length = 0

    def get(self, key: _Key) -> Record | None:
        """The record, where it is kept."""
        found = self._kept.pop(key, None)
        if found is None:
            return None
        self._kept[key] = found
        return found[0]

    def put(self, key: _Key, record: Record, length: int) -> None:
        """Keep a record whose JSON has this length, and let go of others where it gets too much."""
        self._kept[key] = record, length
        self._length += length
        while self._length > MOST and len(self._kept) > 1:
            _, dropped = self._kept.pop(next(iter(self._kept)))
            self._length -= dropped
