"""The fields of a record that can be read from an annotation's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evidence.formats.annotation.bodies import Said
from evidence.formats.annotation.targets import Target
from evidence.formats.annotation.values import identity, listed
from evidence.formats.iris import id_of
from evidence.model import Passage

KIND = "claimtrail:record"
"""The property that says which type of record an object stands for."""

REST = "claimtrail:rest"
"""The property that carries the remainder of a record."""

ROLES = ("source", "cue", "content")


def annotation_fields(
    annotation: dict[str, Any], targets: list[Target], said: Said, documents: Mapping[str, str]
) -> dict[str, Any]:
    """What an annotation says of the attribution or the evidence that it stands for.

    Args:
        annotation: The annotation.
        targets: Its targets.
        said: The words of its bodies.
        documents: Ids of documents by their IRIs, where these differ from what the IRI says.
    """
    source = targets[0].source
    iri = identity(annotation)
    fields: dict[str, Any] = {
        "id": id_of(iri) if iri else None,
        "document": documents.get(source) or id_of(source),
        "made": _made(annotation),
        **{role: _passages(targets, role) for role in ROLES},
    }
    if annotation.get(KIND) != "attribution":
        quotes = " … ".join(each.passage.exact for each in targets if each.passage)
        fields |= {"text": said.text or quotes, "note": said.note}
    return {name: value for name, value in fields.items() if value}


def as_json(passage: Passage) -> dict[str, Any]:
    """A passage as records dump it."""
    return passage.model_dump(mode="json", exclude_defaults=True)


def resource_fields(described: dict[str, Any], iri: str) -> dict[str, Any]:
    """What a resource says of the record that it stands for, its description read already."""
    return {"id": id_of(iri), **described}


def _passages(targets: list[Target], role: str) -> list[dict[str, Any]]:
    return [
        as_json(each.passage)
        for each in targets
        if each.passage and (each.role or "content") == role
    ]


def _made(annotation: dict[str, Any]) -> dict[str, str] | None:
    """The person who made an annotation."""
    for creator in listed(annotation.get("creator")):
        name = creator.get("name") if isinstance(creator, dict) else creator
        found = next((each for each in listed(name) if isinstance(each, str) and each), None)
        if found or identity(creator):
            return {"person": found or str(identity(creator))}
    return None
