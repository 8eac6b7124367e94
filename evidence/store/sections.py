"""Sections of a stored case: mappings whose records are read when they are asked for."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import Any, Generic, TypeVar, cast

from evidence.case import SECTIONS, Case
from evidence.model import Record
from evidence.store.snapshot import Snapshot

R = TypeVar("R", bound=Record)


class StoredSection(Mapping[str, R], Generic[R]):
    """A section of a case in a database, in the order of the case.

    Going through it streams: a few hundred records are in memory at a time.
    """

    def __init__(self, snapshot: Snapshot, name: str) -> None:
        self._snapshot = snapshot
        self._name = name
        self._count: int | None = None

    def __len__(self) -> int:
        if self._count is None:
            self._count = self._snapshot.count(self._name)
        return self._count

    def __iter__(self) -> Iterator[str]:
        return self._snapshot.ids(self._name)

    def __contains__(self, record_id: object) -> bool:
        return isinstance(record_id, str) and self._snapshot.holds(self._name, record_id)

    def __getitem__(self, record_id: str) -> R:
        record = self._snapshot.record(self._name, record_id)
        if record is None:
            raise KeyError(record_id)
        return cast("R", record)

    def values(self) -> ValuesView[R]:
        """The records, streamed."""
        return _Records(self)

    def items(self) -> ItemsView[str, R]:
        """The records with their ids, streamed."""
        return _Items(self)

    def streamed(self) -> Iterator[R]:
        """The records, one after the other."""
        return cast("Iterator[R]", self._snapshot.records(self._name))

    def __repr__(self) -> str:
        return f"<{len(self)} stored {self._name}>"


class _Records(ValuesView[R]):
    _mapping: StoredSection[R]

    def __iter__(self) -> Iterator[R]:
        return self._mapping.streamed()


class _Items(ItemsView[str, R]):
    _mapping: StoredSection[R]

    def __iter__(self) -> Iterator[tuple[str, R]]:
        return ((record.id, record) for record in self._mapping.streamed())


def stored_case(snapshot: Snapshot) -> Case:
    """The case that a snapshot shows; nothing of it is read before it is asked for."""
    title, description = snapshot.about()
    sections: dict[str, Any] = {name: StoredSection(snapshot, name) for name in SECTIONS}
    return Case(title, description, **sections)
