"""Dossiers of a stored case, a page of claims at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from evidence.case import Case, Dossier, dossiers
from evidence.model import Bearing, Record
from evidence.store.snapshot import Snapshot

PAGE_CLAIMS = 200
"""Claims whose dossiers are in memory together."""


def dossier_pages(snapshot: Snapshot, part: tuple[int, int]) -> Iterator[Dossier]:
    """Yield the dossiers of the k-th of n slices of the claims, where `part` is (k, n).

    Raises:
        ValueError: Unless 0 <= k < n.
    """
    place, parts = part
    if not 0 <= place < parts:
        raise ValueError(f"{part} is no part: (k, n) needs 0 <= k < n")
    total = snapshot.count("claims")
    start, end = total * place // parts, total * (place + 1) // parts
    claims = snapshot.records("claims", start, end)
    while page := list(islice(claims, PAGE_CLAIMS)):
        yield from dossiers(_page(snapshot, page))


def _page(snapshot: Snapshot, claims: Iterable[Record]) -> Case:
    """A case of these claims with all that their dossiers hold."""
    ids = [claim.id for claim in claims]
    attributions = snapshot.referring("attributions", "claim", ids)
    bearings = snapshot.referring("bearings", "target", [*ids, *(a.id for a in attributions)])
    deeper = snapshot.referring("bearings", "target", [bearing.id for bearing in bearings])
    shown = {b.id: b for b in (*bearings, *deeper) if isinstance(b, Bearing)}
    return Case.of(
        [
            *claims,
            *attributions,
            *shown.values(),
            *snapshot.with_ids("evidence", (b.source for b in shown.values())),
            *snapshot.referring("relations", "claims", ids),
        ]
    )
