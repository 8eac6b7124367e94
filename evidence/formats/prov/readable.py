"""The fields of a record that can be read from the ordinary attributes of PROV statements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from prov.constants import PROV, PROV_LABEL, PROV_LOCATION
from prov.identifier import Identifier, QualifiedName
from prov.model import Literal, ProvRecord

from evidence.formats.iris import id_of, is_web_address
from evidence.ids import content_id

_KINDS = {PROV["Person"]: "person", PROV["Organization"]: "organisation"}
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\\s]+")


def plain(words: str) -> str:
    """Words as every syntax of PROV gives them back: no control characters, single spaces."""
    return _UNPRINTABLE.sub(" ", words).strip()


def name_of(value: object) -> str | None:
    """The IRI that an identifier is; None for anything else."""
    return value.uri if isinstance(value, Identifier) else None


def label(records: Iterable[ProvRecord]) -> str | None:
    """The first label that any of these statements gives, in the order of their words."""
    for record in records:
        labels = sorted(text_of(value) for value in record.get_attribute(PROV_LABEL))
        if labels and labels[0]:
            return labels[0]
    return None


def text_of(value: object) -> str:
    """A literal's words."""
    return value.value if isinstance(value, Literal) else str(value)


def actor_fields(iri: str, records: list[ProvRecord]) -> dict[str, Any]:
    """What agents say of an actor."""
    kinds = [_KINDS[kind] for each in records for kind in _types(each) if kind in _KINDS]
    local = re.split("[/#:]", iri.rstrip("/#:"))[-1]
    stated = {
        "id": id_of(iri),
        "name": label(records) or local or iri,
        "kind": min(kinds, default=None),
    }
    return {name: value for name, value in stated.items() if value}


def document_fields(iri: str, records: list[ProvRecord]) -> dict[str, Any]:
    """What entities say of a document."""
    places = (v for each in records for v in each.get_attribute(PROV_LOCATION))
    addresses = sorted(place for v in places if is_web_address(place := name_of(v) or text_of(v)))
    stated = {"id": id_of(iri), "title": label(records), "url": next(iter(addresses), None)}
    return {name: value for name, value in stated.items() if value}


def claim_fields(iri: str, records: list[ProvRecord]) -> dict[str, Any]:
    """What an entity says of a claim or of evidence."""
    stated = {"id": id_of(iri), "text": label(records)}
    return {name: value for name, value in stated.items() if value}


def derivation_fields(record: ProvRecord) -> dict[str, Any]:
    """What a derivation says, or an influence that stands for one on a circle."""
    what, rests_on = (id_of(name_of(value) or "") for value in record.args[:2])
    kind = "quotes" if PROV["Quotation"] in _types(record) else "derives"
    iri = name_of(record.identifier)
    own = id_of(iri) if iri else content_id("r", what, rests_on, kind)
    stated = {"id": own, "what": what, "rests_on": rests_on}
    return stated | ({"kind": kind} if kind != "derives" else {})


def influence_fields(record: ProvRecord) -> dict[str, Any]:
    """What an influence says of a bearing."""
    target, source = (id_of(name_of(value) or "") for value in record.args[:2])
    return {"id": id_of(name_of(record.identifier) or ""), "source": source, "target": target}


def _types(record: ProvRecord) -> list[QualifiedName]:
    return sorted(record.get_asserted_types(), key=str)
