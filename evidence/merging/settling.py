"""One record of two cases: which version stands, and what they did not agree on."""

from __future__ import annotations

from dataclasses import dataclass

from evidence.findings import Finding, Severity
from evidence.merging.fields import Field, changed_fields
from evidence.merging.wording import named, quoted
from evidence.model import Record


@dataclass(frozen=True, slots=True)
class Sides:
    """A record as both sides have it, and as it was; None where it is not.

    Attributes:
        base: As it was.
        ours: As the first case has it.
        theirs: As the second case has it.
        names: What to call the two cases.
    """

    base: Record | None
    ours: Record | None
    theirs: Record | None
    names: tuple[str, str]

    @property
    def left(self) -> Record:
        """The version that one side still has where the other removed the record."""
        return next(record for record in (self.ours, self.theirs) if record is not None)


def settled(sides: Sides) -> tuple[Record | None, list[Finding]]:
    """Merge the versions of one record.

    Returns:
        The record, None where it was removed; and a finding for each conflict.
    """
    base, ours, theirs = sides.base, sides.ours, sides.theirs
    if ours == theirs or theirs == base:
        return ours, []
    if ours == base:
        return theirs, []
    if ours is not None and theirs is not None:
        return _both_changed(sides, ours, theirs)
    return sides.left, [_removed_and_changed(sides)]


def _both_changed(sides: Sides, ours: Record, theirs: Record) -> tuple[Record, list[Finding]]:
    fields = changed_fields(sides.base, ours, theirs)
    merged = ours.model_copy(update={field.name: field.kept for field in fields})
    conflicts = (field for field in fields if field.is_conflict)
    return merged, [_conflict(ours, field, sides.names) for field in conflicts]


def _conflict(record: Record, field: Field, names: tuple[str, str]) -> Finding:
    return Finding(
        code="MRG001",
        severity=Severity.ERROR,
        message=(
            f"{named(record)}: {field.name} is {quoted(field.ours)} in {names[0]} "
            f"and {quoted(field.theirs)} in {names[1]}"
        ),
        ids=(record.id,),
        hint=f"that of {names[0]} was kept: choose, or give one of the two records another id",
    )


def _removed_and_changed(sides: Sides) -> Finding:
    removing, changing = sides.names if sides.ours is None else sides.names[::-1]
    return Finding(
        code="MRG002",
        severity=Severity.ERROR,
        message=f"{named(sides.left)} was removed in {removing} and changed in {changing}",
        ids=(sides.left.id,),
        hint="the changed record was kept: remove it where it should not be there",
    )
