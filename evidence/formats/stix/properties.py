"""The ordinary STIX properties of the objects that stand for records: what other tools read."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from datetime import UTC, datetime
from typing import Any

from evidence.case import Case
from evidence.formats.stix.extension import MAKER
from evidence.formats.stix.naming import Names
from evidence.model import (
    Actor,
    Attribution,
    Bearing,
    Claim,
    Derivation,
    Document,
    Evidence,
    Kept,
    Record,
    Relation,
    Waiver,
)
from evidence.vocabulary import ActorKind, Stance

AGREEMENT = {
    Stance.CONFIRMS: "strongly-agree",
    Stance.DENIES: "strongly-disagree",
    Stance.QUESTIONS: "disagree",
    Stance.RELAYS: "neutral",
    Stance.INTENDS: "neutral",
    Stance.DEMANDS: "neutral",
    Stance.WARNS: "neutral",
}
"""What a stance amounts to as an opinion; any other agrees."""

CLASSES = {
    ActorKind.PERSON: "individual",
    ActorKind.ORGANISATION: "organization",
    ActorKind.OUTLET: "organization",
    ActorKind.STATE: "organization",
    ActorKind.ARMED_GROUP: "group",
    ActorKind.UNNAMED: "group",
}
"""Classes of identity by kind of actor."""

_FIRST = "0001-01-01T00:00:00Z"


class Properties:
    """Makes the ordinary properties of each record's object.

    Args:
        case: The case.
        names: The ids of its objects.
    """

    def __init__(self, case: Case, names: Names) -> None:
        self._case = case
        self._names = names
        self._cited: dict[str, dict[str, None]] = defaultdict(dict)
        self._said_in: dict[str, dict[str, None]] = defaultdict(dict)
        for each in case.attributions.values():
            if each.document and each.document in case.documents:
                self._cited[each.claim][each.document] = None
                self._said_in[each.document][names.claim(each.claim)] = None

    def of(self, record: Record) -> dict[str, Any]:
        """The properties beyond type, id and times; STIX allows no empty lists and no nulls."""
        properties = self._of(record)
        return {name: value for name, value in properties.items() if value not in (None, [])}

    def _of(self, record: Record) -> dict[str, Any]:
        match record:
            case Actor():
                return self._actor(record)
            case Document():
                return self._document(record)
            case Claim():
                return self._claim(record)
            case Attribution():
                return self._attribution(record)
            case Relation():
                return {
                    "relationship_type": relationship_type(record.does),
                    "source_ref": self._names.actor(record.who),
                    "target_ref": self._names.actor(record.to),
                }
            case _:
                return self._note(record)

    def _actor(self, actor: Actor) -> dict[str, Any]:
        stix_type = self._names.type_of(actor)
        common = {"name": actor.name, "description": actor.note}
        if stix_type == "identity":
            identity_class = CLASSES.get(actor.kind) if actor.kind else "unknown"
            return {**common, "identity_class": identity_class or "unknown"}
        # STIX wants to be told whether malware is a family; ATT&CK and MISP describe families.
        family = True if stix_type == "malware" else None
        return {**common, "aliases": list(dict.fromkeys(actor.aliases)), "is_family": family}

    def _document(self, document: Document) -> dict[str, Any]:
        about = list(self._said_in[document.id]) or [MAKER]
        reference = _reference(document)
        if document.published is None:
            words = document.title or document.url or document.id
            return {"content": words, "object_refs": about, "external_references": [reference]}
        return {
            "name": document.title or document.id,
            "description": document.note,
            "published": _moment(document.published),
            "object_refs": about,
            "created_by_ref": self._names.identity(document.publisher),
            "lang": document.language,
            "external_references": [reference] if document.url else None,
        }

    def _claim(self, claim: Claim) -> dict[str, Any]:
        documents = (self._case.documents[name] for name in self._cited[claim.id])
        sourced = {
            "confidence": None if claim.confidence is None else round(claim.confidence * 100),
            "external_references": [_reference(document) for document in documents],
        }
        target = self._names.target(claim)
        if target is None:
            ends = (claim.subject, claim.object)
            about = [self._names.actor(i) for i in ends if i and i in self._case.actors]
            return {"content": claim.text, "object_refs": about or [MAKER], **sourced}
        return {
            "relationship_type": relationship_type(claim.predicate or ""),
            "source_ref": self._names.actor(claim.subject or ""),
            "target_ref": target,
            "description": claim.text,
            **sourced,
        }

    def _attribution(self, attribution: Attribution) -> dict[str, Any]:
        speaker = self._case.actors.get(attribution.by or "")
        document = self._case.documents.get(attribution.document or "")
        return {
            "opinion": AGREEMENT.get(attribution.stance, "agree"),
            "explanation": attribution.note,
            "authors": [speaker.name] if speaker else None,
            "created_by_ref": self._names.identity(attribution.by),
            "object_refs": [self._names.claim(attribution.claim)],
            "external_references": [_reference(document)] if document else None,
        }

    def _note(self, record: Record) -> dict[str, Any]:
        match record:
            case Evidence():
                words, about = record.text, [record.document]
            case Bearing():
                words = f"{record.source} {record.kind} {record.target}"
                about = [record.source, record.target]
            case Derivation():
                words = f"{record.what} {record.kind} {record.rests_on}"
                about = [record.what, record.rests_on]
            case Waiver():
                words, about = record.reason, [record.record]
            case Kept():
                words, about = json.dumps(record.data, ensure_ascii=False), []
            case _:
                raise TypeError(f"no STIX object stands for a {type(record).__name__}")
        referred = dict.fromkeys(self._names.any(record_id) for record_id in about)
        return {"content": words, "object_refs": list(referred) or [MAKER]}


def relationship_type(predicate: str) -> str:
    """A predicate as STIX writes it: lower case ASCII with hyphens."""
    return "-".join(re.findall("[a-z0-9]+", predicate.lower())) or "related-to"


def _reference(document: Document) -> dict[str, Any]:
    """A document as an external reference, which needs a name and something to find it by."""
    found = {
        "source_name": document.title or document.id,
        "description": document.note,
        "url": document.url,
        "hashes": {"SHA-256": document.raw_sha256} if document.raw_sha256 else None,
    }
    if not document.note and not document.url:
        found["description"] = document.id
    return {name: value for name, value in found.items() if value}


def _moment(date: str) -> str:
    """The first moment of what a date of any precision says, in UTC where it names no zone."""
    if len(date) <= 10:
        return date + _FIRST[len(date) :]
    moment = date.replace(" ", "T")
    return moment if moment.endswith("Z") else _in_utc(moment)


def _in_utc(moment: str) -> str:
    parsed = datetime.fromisoformat(moment)
    known = parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
    return known.astimezone(UTC).isoformat().replace("+00:00", "Z")
