"""Any record for people and for programs: its own fields, and the claims that it has to do with."""

from __future__ import annotations

import json
from collections.abc import Iterator

from attribution.audit.naming import actor_name, record_name, voice_of
from attribution.reports.terminal import Paint, coloured, plain, printable, wrapped
from evidence.case import Case
from evidence.model import Actor, Attribution, Document, Evidence, Record, Relation


def record_text(case: Case, record: Record, *, colour: bool = False) -> str:
    """Render a record other than a claim: what it is, what is said by or in it, its relations."""
    paint = coloured if colour else plain
    sections = [
        _fields(record, paint),
        _said(case, record, paint),
        _related(case, record, paint),
        _bearing(case, record, paint),
    ]
    return "\n\n".join("\n".join(section) for section in map(list, sections) if section) + "\n"


def record_json(record: Record) -> str:
    """Render a record other than a claim as one JSON object with its type and fields."""
    told = {"type": type(record).__name__.lower(), **record.model_dump(mode="json")}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _fields(record: Record, paint: Paint) -> Iterator[str]:
    yield paint(printable(record_name(record)), "bold")
    for name, value in record.model_dump(mode="json", exclude={"id", "text"}).items():
        if value not in (None, [], ""):
            words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            yield from wrapped(f"{name.replace('_', ' ')}: {words}", "  ")


def _said(case: Case, record: Record, paint: Paint) -> Iterator[str]:
    """What an actor says, or what is said in a document."""
    said = [a for a in case.attributions.values() if _concerns(a, record)]
    if said:
        yield paint("What is said", "bold")
    for attribution in said:
        claim = case.claims.get(attribution.claim)
        text = claim.text if claim is not None else attribution.claim
        yield from wrapped(
            f"{voice_of(case, attribution)} {attribution.stance} {attribution.claim}: {text}", "  "
        )


def _concerns(attribution: Attribution, record: Record) -> bool:
    if isinstance(record, Actor):
        return attribution.by == record.id
    return isinstance(record, Document) and attribution.document == record.id


def _related(case: Case, record: Record, paint: Paint) -> Iterator[str]:
    related = [r for r in case.relations.values() if record.id in (r.who, r.to)]
    if isinstance(record, Actor) and related:
        yield paint("Relations", "bold")
        for relation in related:
            yield from wrapped(_relation(case, relation), "  ")


def _bearing(case: Case, record: Record, paint: Paint) -> Iterator[str]:
    """What evidence bears on."""
    bearing = [b for b in case.bearings.values() if b.source == record.id]
    if isinstance(record, Evidence) and bearing:
        yield paint(printable(record.text), "bold")
        for b in bearing:
            claim = case.claims.get(b.target)
            text = f": {claim.text}" if claim is not None else ""
            yield from wrapped(f"{b.kind} {b.target}{text}", "  ")


def _relation(case: Case, relation: Relation) -> str:
    what = f" ({relation.what})" if relation.what else ""
    claims = ", ".join(relation.claims) or "no claim says so"
    who, to = actor_name(case, relation.who), actor_name(case, relation.to)
    return f"{who} {relation.does} {to}{what}: {claims}"
