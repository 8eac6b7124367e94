"""Records that two cases hold under different ids and that say exactly the same: fused into one.

Actors are left alone: that two names are one actor is a claim of its own, with sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from evidence.case import SECTIONS, Case
from evidence.findings import Finding, Severity
from evidence.ids import is_content_id
from evidence.merging.wording import named
from evidence.model import Record
from evidence.references import REFERENCES

_FUSED = tuple(section for section in SECTIONS if section != "actors")

Renamed = dict[str, dict[str, str]]
"""For each section, the ids that give way, each with the one that is kept."""


def fused(ours: Case, theirs: Case, base: Case) -> tuple[Case, Case, list[Finding]]:
    """Give records that are equal but for their ids the same id in both cases.

    Only records whose ids the other case and the base do not hold are fused, first with first. An
    id that a person gave is kept before one made of content, then the one that sorts first. What
    refers to a fused record refers to the kept id afterwards, before it is compared itself.
    """
    renamed: tuple[Renamed, Renamed] = ({}, {})
    findings: list[Finding] = []
    for section in _FUSED:
        cases = [_renaming(c, section, r) for c, r in zip((ours, theirs), renamed, strict=True)]
        ours, theirs = cases
        for one, other in _equal(ours, theirs, base, section):
            kept, lost = sorted((one, other), key=lambda r: (is_content_id(r.id), r.id))
            renamed[kept is one].setdefault(section, {})[lost.id] = kept.id
            findings.append(_fusion(kept, lost))
        ours, theirs = (_renaming(c, section, r) for c, r in zip(cases, renamed, strict=True))
    return ours, theirs, findings


def _equal(ours: Case, theirs: Case, base: Case, section: str) -> Iterable[tuple[Record, Record]]:
    """Pairs of equal records under ids that only their own case holds."""
    old, mine, others = (getattr(case, section) for case in (base, ours, theirs))
    waiting: dict[str, list[Record]] = {}
    for record in reversed([r for i, r in mine.items() if i not in others and i not in old]):
        waiting.setdefault(_content(record), []).append(record)
    for record_id, record in others.items():
        if record_id not in mine and record_id not in old:
            equal = waiting.get(_content(record))
            if equal:
                yield equal.pop(), record


def _content(record: Record) -> str:
    return record.model_dump_json(exclude={"id"})


def _renaming(case: Case, section: str, renamed: Renamed) -> Case:
    """The case with the ids and references of one section as they are kept."""
    if not renamed:
        return case
    own = renamed.get(section, {})
    fields = {
        name: _meant(case, targets, renamed)
        for name, targets in REFERENCES.get(section, {}).items()
    }
    records = (_translated(r, own, fields) for r in getattr(case, section).values())
    changed: dict[str, Any] = {section: {record.id: record for record in records}}
    return replace(case, **changed)


def _meant(case: Case, targets: tuple[str, ...], renamed: Renamed) -> dict[str, str]:
    """The ids that give way and that no record means in whose section they are looked up first."""
    meant: dict[str, str] = {}
    for place, target in enumerate(targets):
        before = [getattr(case, earlier) for earlier in targets[:place]]
        for old, new in renamed.get(target, {}).items():
            if not any(old in section for section in before):
                meant.setdefault(old, new)
    return meant


def _translated(
    record: Record, own: Mapping[str, str], fields: Mapping[str, Mapping[str, str]]
) -> Record:
    update: dict[str, object] = {}
    for name, ids in fields.items():
        value = getattr(record, name)
        if isinstance(value, tuple) and not ids.keys().isdisjoint(value):
            update[name] = tuple(ids.get(record_id, record_id) for record_id in value)
        elif value in ids:
            update[name] = ids[value]
    if record.id in own:
        update["id"] = own[record.id]
    return record.model_copy(update=update) if update else record


def _fusion(kept: Record, lost: Record) -> Finding:
    return Finding(
        code="MRG004",
        severity=Severity.INFO,
        message=f"{named(lost)} says exactly what {named(kept)} says: they were fused",
        ids=(kept.id, lost.id),
        hint="use the second id from now on",
    )
