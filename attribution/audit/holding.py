"""Where a case is held: in memory or in a store; either gives its dossiers slice by slice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from evidence.case import Case, Dossier, dossiers
from graphs.origins import AttributionsOf

Part = tuple[int, int]
"""(k, n): the k-th of n slices, counted from 0; the slices in order are the whole."""


@dataclass(frozen=True)
class Held:
    """A case that can be read now.

    Attributes:
        case: Its records; in a store they are read when they are asked for.
        dossiers: Yields the dossiers of a slice, or all of them, in the order of the case.
        attributions_of: Finds the attributions of a claim; None: as `Lineage` does it.
    """

    case: Case
    dossiers: Callable[[Part | None], Iterator[Dossier]]
    attributions_of: AttributionsOf | None = None


class Holding(Protocol):
    """Where a case is held; it can be sent to another process and opened there."""

    def opened(self) -> AbstractContextManager[Held]:
        """Open the case for as long as the block runs."""
        ...


@dataclass(frozen=True)
class InMemory:
    """A case in memory; another process is sent a copy of it."""

    case: Case

    @contextmanager
    def opened(self) -> Iterator[Held]:
        """Give the case."""
        yield Held(self.case, self._dossiers)

    def _dossiers(self, part: Part | None) -> Iterator[Dossier]:
        k, n = part or (0, 1)
        count = len(self.case.claims)
        return islice(dossiers(self.case), k * count // n, (k + 1) * count // n)


@dataclass(frozen=True)
class InStore:
    """A case in a store, by its path or URL; each process opens it by itself."""

    location: str

    @contextmanager
    def opened(self) -> Iterator[Held]:
        """Open the store."""
        # SQLAlchemy takes a while to load, and few audits need it
        from evidence.store import open_store

        with open_store(self.location) as store:
            yield Held(store.case(), store.dossiers, store.attributions_of)
