"""The differences that change what a case says: stances, sources taken back, words exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from evidence.difference.cases import Change, Difference
from evidence.model import Actor, Attribution, Bearing, Document, Evidence, Record


class Weight(StrEnum):
    """Why a difference matters, the gravest first."""

    RETRACTED = "was retracted"
    WITHDRAWN = "is no longer there"
    STANCE = "takes another stance"
    BEARING = "bears otherwise"
    TEXT = "holds other text"
    REINSTATED = "is no longer retracted"


@dataclass(frozen=True, slots=True)
class Weighty:
    """A difference that a reader should see first.

    Attributes:
        weight: Why.
        before: The record as it was.
        after: The record as it is; None where it was removed.
    """

    weight: Weight
    before: Record
    after: Record | None


_ORDER = {weight: place for place, weight in enumerate(Weight)}


def weighty(difference: Difference) -> list[Weighty]:
    """Pick the differences that change what a case says, the gravest first.

    These are: records that are retracted, or no longer so; documents, actors and evidence that were
    removed; attributions of another stance; bearings of another kind; documents of another text.
    """
    found = [
        Weighty(weight, change.before, change.after)
        for change in difference.changed
        for weight in _weights(change)
    ]
    found += [
        Weighty(Weight.WITHDRAWN, record, None)
        for record in difference.removed
        if isinstance(record, Document | Actor | Evidence)
    ]
    return sorted(found, key=lambda each: _ORDER[each.weight])


def _weights(change: Change) -> Iterator[Weight]:
    fields = change.fields
    if "retracted" in fields and None in (change.before.retracted, change.after.retracted):
        yield Weight.REINSTATED if change.after.retracted is None else Weight.RETRACTED
    match change.before:
        case Attribution() if "stance" in fields:
            yield Weight.STANCE
        case Bearing() if "kind" in fields:
            yield Weight.BEARING
        case Document() if "text" in fields or "sha256" in fields:
            yield Weight.TEXT
