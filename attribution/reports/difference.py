"""The difference between two cases, for people and for programs: what changes the case first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from pydantic_core import to_jsonable_python

from attribution.audit.naming import voice_of
from attribution.reports.terminal import Paint, coloured, plain, printable, wrapped
from evidence.case import Case
from evidence.difference import Change, Difference, Weight, Weighty, given_ids, weighty
from evidence.model import (
    Actor,
    Attribution,
    Bearing,
    Derivation,
    Document,
    Kept,
    Record,
    Relation,
    Waiver,
)
from graphs.labels import shortened

_VALUE_LENGTH = 160
_STYLES = {
    Weight.RETRACTED: "red",
    Weight.WITHDRAWN: "red",
    Weight.STANCE: "yellow",
    Weight.BEARING: "yellow",
    Weight.TEXT: "yellow",
    Weight.REINSTATED: "blue",
}


def difference_text(
    before: Case, after: Case, difference: Difference, *, colour: bool = False
) -> str:
    """Render what sets two cases apart.

    Args:
        before: The first case.
        after: The second case.
        difference: What leads from the one to the other.
        colour: Whether to put ANSI colours on it.
    """
    if not difference:
        return "no difference\n"
    paint = coloured if colour else plain
    sections = [
        _weighty(before, weighty(difference), paint),
        _heading(difference, paint),
        _changed(before, difference.changed, paint),
        _listed("Removed", "-", before, difference.removed, paint, "red"),
        _listed("Added", "+", after, difference.added, paint, "green"),
        [_sum(before, after, difference)],
    ]
    return "\n\n".join("\n".join(section) for section in map(list, sections) if section) + "\n"


def difference_json(before: Case, after: Case, difference: Difference) -> str:
    """Render the same as one JSON object, with the records in full."""
    told = {
        "weighty": [
            {"what": each.weight, "before": _full(each.before), "after": _full(each.after)}
            for each in weighty(difference)
        ],
        "heading": {name: [old, new] for name, old, new in difference.heading},
        "changed": [_change_json(change) for change in difference.changed],
        "removed": [_full(record) for record in difference.removed],
        "added": [_full(record) for record in difference.added],
        "ids": {"gone": _given_only_in(before, after), "new": _given_only_in(after, before)},
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _full(record: Record | None) -> dict[str, object] | None:
    if record is None:
        return None
    fields = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {"type": _kind(record), **fields}


def _change_json(change: Change) -> dict[str, object]:
    fields = {
        name: [to_jsonable_python(getattr(r, name)) for r in (change.before, change.after)]
        for name in change.fields
    }
    return {"type": _kind(change.before), "id": change.before.id, "fields": fields}


def _given_only_in(case: Case, other: Case) -> list[str]:
    return sorted(given_ids(case) - given_ids(other))


def _weighty(before: Case, found: Sequence[Weighty], paint: Paint) -> Iterator[str]:
    if found:
        yield paint("Look at these first", "bold")
    for each in found:
        yield from wrapped(f"! {_named(before, each.before)} {each.weight}{_told(each)}", "  ")


def _told(each: Weighty) -> str:
    match each.before, each.after:
        case (_, Record(retracted=str(why))) if each.weight is Weight.RETRACTED:
            return f": {why}"
        case (Attribution(stance=old), Attribution(stance=new)):
            return f": {old} before, {new} now"
        case (Bearing(kind=was), Bearing(kind=now)):
            return f": {was} before, {now} now"
    return ""


def _heading(difference: Difference, paint: Paint) -> Iterator[str]:
    for name, old, new in difference.heading:
        yield paint(f"Changed {name}", "bold")
        yield from _from_to("", old, new)


def _changed(case: Case, changes: Sequence[Change], paint: Paint) -> Iterator[str]:
    if changes:
        yield paint(f"Changed ({len(changes)})", "bold")
    for change in changes:
        yield from wrapped(f"~ {_named(case, change.before)}", "  ")
        for name in change.fields:
            yield from _from_to(name, getattr(change.before, name), getattr(change.after, name))


def _from_to(name: str, old: object, new: object) -> Iterator[str]:
    label = f"{name}: " if name else ""
    yield from wrapped(f"{label}{_value(old)} -> {_value(new)}", "      ")


def _value(value: object) -> str:
    if value is None or value in ("", ()):
        return "(none)"
    told = to_jsonable_python(value, exclude_none=True)
    words = told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)
    return shortened(words, _VALUE_LENGTH)


def _listed(
    title: str, mark: str, case: Case, records: Sequence[Record], paint: Paint, style: str
) -> Iterator[str]:
    if records:
        yield paint(f"{title} ({len(records)})", "bold")
    for record in records:
        first, *rest = wrapped(f"{mark} {_named(case, record)}", "  ")
        yield from (paint(first, style), *rest)


def _sum(before: Case, after: Case, difference: Difference) -> str:
    gone, new = len(_given_only_in(before, after)), len(_given_only_in(after, before))
    counts = [len(part) for part in (difference.changed, difference.removed, difference.added)]
    records = "records: {} changed, {} removed, {} added".format(*counts)
    return f"{gone} ids gone, {new} new; {records}"


def _named(case: Case, record: Record) -> str:
    """A record by type and id, and what it says in a few words."""
    words = shortened(_says(case, record))
    return printable(f"{_kind(record)} {record.id}") + (f" ({words})" if words else "")


def _says(case: Case, record: Record) -> str:
    match record:
        case Attribution():
            return f"{voice_of(case, record)} {record.stance} {record.claim}"
        case Bearing():
            return f"{record.source} {record.kind} {record.target}"
        case Relation():
            return f"{record.who} {record.does} {record.to}"
        case Derivation():
            return f"{record.what} {record.kind} {record.rests_on}"
        case Waiver():
            return f"{record.rule}: {record.reason}"
        case Actor():
            return record.name
        case Document():
            return record.title or ""
        case Kept():
            return f"{record.kind} of {record.format}"
    return str(getattr(record, "text", ""))


def _kind(record: Record) -> str:
    return type(record).__name__.lower()
