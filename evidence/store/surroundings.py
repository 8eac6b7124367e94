"""The part of a stored case around some records, gathered by following references.

What is asked of one claim, or of one source that is withdrawn, is answered from such a part as it
would be from the whole case: the tests compare the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evidence.case import SECTIONS, Case
from evidence.model import Attribution, Bearing, Claim, Record
from evidence.store.rows import SECTION_OF
from evidence.store.snapshot import Snapshot

_LINEAGE = ("documents", "evidence", "attributions", "actors")
"""What the two ends of a derivation may be. An id means the first of them that has it, so all that
have it are gathered."""


@dataclass(frozen=True)
class To:
    """A step to the records that a field names."""

    field: str
    sections: tuple[str, ...]


@dataclass(frozen=True)
class From:
    """A step to the records of a section whose field names this one."""

    section: str
    field: str


Found = dict[str, dict[int, Record]]
"""Records by section and ordinal."""

Steps = Mapping[str, tuple[To | From, ...]]
"""The steps that are taken from the records of each section."""

NAMED: Steps = {
    "documents": (To("publisher", ("actors",)),),
    "actors": (To("speaks_for", ("actors",)),),
    "claims": (To("subject", ("actors",)), To("object", ("actors",))),
    "attributions": (
        To("claim", ("claims",)),
        To("by", ("actors",)),
        To("document", ("documents",)),
        To("within", ("attributions",)),
    ),
    "evidence": (To("document", ("documents",)),),
    "bearings": (
        To("source", ("evidence", "claims")),
        To("target", ("claims", "attributions", "bearings")),
        To("document", ("documents",)),
    ),
    "relations": (To("who", ("actors",)), To("to", ("actors",))),
    "derivations": (To("what", _LINEAGE), To("rests_on", _LINEAGE)),
}
"""To what a record names."""

LED_TO: Steps = {
    "documents": (From("derivations", "what"),),
    "claims": (
        From("attributions", "claim"),
        From("bearings", "target"),
        From("relations", "claims"),
    ),
    "attributions": (From("bearings", "target"), From("derivations", "what")),
    "evidence": (From("derivations", "what"),),
    "bearings": (From("bearings", "target"),),
}
"""To what a claim and its sources rest on, besides what they name."""

MENTIONED: Steps = {
    "documents": (From("attributions", "document"),),
    "actors": (From("attributions", "by"), From("relations", "who"), From("relations", "to")),
    "evidence": (From("bearings", "source"),),
}
"""To what speaks of a source."""

RESTING: Steps = {
    "documents": (
        From("attributions", "document"),
        From("evidence", "document"),
        From("derivations", "rests_on"),
    ),
    "actors": (
        From("documents", "publisher"),
        From("attributions", "by"),
        From("actors", "speaks_for"),
        From("derivations", "rests_on"),
    ),
    # Who publishes the claim of another attribution has it from there: see `graphs.origins`.
    "claims": (From("attributions", "claim"),),
    "attributions": (
        To("claim", ("claims",)),
        From("attributions", "within"),
        From("derivations", "rests_on"),
    ),
    "evidence": (From("bearings", "source"), From("derivations", "rests_on")),
    "bearings": (To("target", ("claims", "attributions", "bearings")),),
    "derivations": (To("what", _LINEAGE),),
}
"""To what rests on a source."""


def about_record(snapshot: Snapshot, record: Record) -> Case:
    """The part of the case that says all there is to say about one record."""
    claims = snapshot.with_ids("claims", _claim_ids(record))
    if claims:
        return _lineage(snapshot, [record, *claims])
    start = _started(snapshot, [record])
    near = _reached(snapshot, start, MENTIONED, {})
    return _case(snapshot, gathered(snapshot, _joined(start, near), NAMED))


def _claim_ids(record: Record) -> list[str]:
    """The ids of the claim that a record is, or is about."""
    match record:
        case Claim():
            return [record.id]
        case Attribution():
            return [record.claim]
        case Bearing():
            return [record.target]
        case _:
            return []


def affected_by(snapshot: Snapshot, records: Iterable[Record]) -> Case:
    """The part of the case that may change if these records are withdrawn."""
    records = list(records)
    resting = gathered(snapshot, _started(snapshot, records), RESTING)
    return _lineage(snapshot, [*records, *resting.get("claims", {}).values()])


def _lineage(snapshot: Snapshot, records: Iterable[Record]) -> Case:
    steps = {name: (*NAMED.get(name, ()), *LED_TO.get(name, ())) for name in SECTIONS}
    return _case(snapshot, gathered(snapshot, _started(snapshot, records), steps))


def gathered(snapshot: Snapshot, start: Found, steps: Steps) -> Found:
    """All that any number of steps lead to from some records, these included."""
    found: Found = {}
    fresh = start
    while fresh:
        found = _joined(found, fresh)
        fresh = _reached(snapshot, fresh, steps, found)
    return found


def _reached(snapshot: Snapshot, start: Found, steps: Steps, known: Found) -> Found:
    """What one step leads to from some records and is not known."""
    reached: Found = {}
    for section, records in start.items():
        for step in steps.get(section, ()):
            for other, column, ids in _queries(step, records.values()):
                held = {**known.get(other, {}), **reached.get(other, {})}
                more = snapshot.located(other, column, ids, held)
                reached = _joined(reached, {other: more} if more else {})
    return reached


def _queries(
    step: To | From, records: Iterable[Record]
) -> Iterator[tuple[str, str, Iterable[str]]]:
    """The sections, and the values of their columns, that a step leads to."""
    if isinstance(step, From):
        yield step.section, step.field, [record.id for record in records]
        return
    named = [value for record in records for value in _values(record, step.field)]
    for section in step.sections if named else ():
        yield section, "id", named


def _values(record: Record, field: str) -> Iterable[str]:
    value = getattr(record, field)
    return value if isinstance(value, tuple) else (value,) if value is not None else ()


def _started(snapshot: Snapshot, records: Iterable[Record]) -> Found:
    ids: dict[str, list[str]] = {}
    for record in records:
        ids.setdefault(SECTION_OF[type(record)], []).append(record.id)
    return {section: snapshot.located(section, "id", some) for section, some in ids.items()}


def _joined(some: Found, others: Found) -> Found:
    return {
        section: {**some.get(section, {}), **others.get(section, {})}
        for section in SECTIONS
        if section in some or section in others
    }


def _case(snapshot: Snapshot, found: Found) -> Case:
    """The records as a case, in the order that they have in the whole case, with all waivers."""
    title, description = snapshot.about()
    others = (sorted(some.items()) for section, some in found.items() if section != "waivers")
    records = [record for some in others for _, record in some]
    waivers = snapshot.records("waivers")
    return Case.of([*records, *waivers], title=title, description=description)
