"""What sets two cases apart: records added, removed and changed, field by field."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from evidence.case import SECTIONS, Case
from evidence.errors import ClaimtrailError
from evidence.ids import is_content_id
from evidence.model import Attribution, Bearing, Derivation, Record, Relation

HEADING = ("title", "description")
"""What a case has beside its records."""


@dataclass(frozen=True, slots=True)
class Change:
    """A record before and after somebody changed it.

    An id that is made of what a record says changes with that: the two ids differ then.
    """

    before: Record
    after: Record

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that differ, in the order of the record type."""
        kind = type(self.before)
        return tuple(
            name
            for name in kind.model_fields
            if getattr(self.before, name) != getattr(self.after, name)
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """What leads from one case to another; empty (false) where they are equal.

    Records stand section by section in the order of `SECTIONS`, as their case has them.

    Attributes:
        heading: Title and description where they differ: name, before, after.
        added: Records that only the second case has.
        removed: Records that only the first case has.
        changed: Records that both have and that differ.
    """

    heading: tuple[tuple[str, str, str], ...]
    added: tuple[Record, ...]
    removed: tuple[Record, ...]
    changed: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.heading or self.added or self.removed or self.changed)


def diff(before: Case, after: Case) -> Difference:
    """Tell what sets two cases apart; the order of records does not matter.

    A removed and an added record are told as one that was changed where an id made of their
    content is all that hides it: an attribution that takes another stance by the same words, a
    bearing that turns from support to contradiction.

    Returns:
        The difference, such that `apply` of it to `before` gives a case equal to `after`. Cost:
        linear in the records of both.
    """
    removed: list[Record] = []
    added: list[Record] = []
    changed: list[Change] = []
    for section in SECTIONS:
        old, new = getattr(before, section), getattr(after, section)
        gone = [record for record_id, record in old.items() if record_id not in new]
        come = [record for record_id, record in new.items() if record_id not in old]
        restated = list(_restated(gone, come))
        changed += [
            Change(record, new[record_id])
            for record_id, record in old.items()
            if record_id in new and record != new[record_id]
        ]
        changed += restated
        removed += _others(gone, (change.before for change in restated))
        added += _others(come, (change.after for change in restated))
    heading = tuple((name, getattr(before, name), getattr(after, name)) for name in HEADING)
    return Difference(
        heading=tuple(part for part in heading if part[1] != part[2]),
        added=tuple(added),
        removed=tuple(removed),
        changed=tuple(changed),
    )


def apply(difference: Difference, case: Case) -> Case:
    """Change a case as a difference says.

    Changed records keep their places; added ones come last in their sections.

    Raises:
        ClaimtrailError: If the case does not hold what is to be removed or changed as it was.
    """
    turned: dict[tuple[str, str], Record | None] = {}
    for record in difference.removed:
        turned[_place(case, record)] = None
    for change in difference.changed:
        turned[_place(case, change.before)] = change.after
    sections: dict[str, Any] = {}
    for section in SECTIONS:
        kept = (turned.get((section, i), r) for i, r in getattr(case, section).items())
        sections[section] = {record.id: record for record in kept if record is not None}
    for record in difference.added:
        sections[_SECTION_OF[type(record)]][record.id] = record
    heading: dict[str, Any] = {name: after for name, _, after in difference.heading}
    return replace(case, **heading, **sections)


_SECTION_OF = {kind: section for section, kind in SECTIONS.items()}


def _place(case: Case, record: Record) -> tuple[str, str]:
    section = _SECTION_OF[type(record)]
    if getattr(case, section).get(record.id) != record:
        raise ClaimtrailError(
            f"the case does not hold {type(record).__name__.lower()} {record.id} as it was",
            hint="a difference fits only the first of the two cases that it was made from",
        )
    return section, record.id


def _restated(removed: Iterable[Record], added: Iterable[Record]) -> Iterator[Change]:
    """Pair removed and added records that say the same otherwise, first with first."""
    waiting: dict[Hashable, deque[Record]] = defaultdict(deque)
    for record in added:
        if is_content_id(record.id):
            waiting[_lasting(record)].append(record)
    for record in removed:
        lasting = _lasting(record)
        if lasting is not None and is_content_id(record.id) and waiting.get(lasting):
            yield Change(record, waiting[lasting].popleft())


def _lasting(record: Record) -> Hashable:
    """What a record keeps saying when it is restated; None where it is known by its id alone."""
    match record:
        case Attribution():
            words = tuple(passage.exact for passage in record.content)
            return Attribution, record.claim, record.by, record.document, words
        case Bearing():
            return Bearing, record.source, record.target, record.document
        case Relation():
            return Relation, record.who, record.to, record.what
        case Derivation():
            return Derivation, record.what, record.rests_on
    return None


def _others(records: Iterable[Record], paired: Iterable[Record]) -> list[Record]:
    ids = {record.id for record in paired}
    return [record for record in records if record.id not in ids]
