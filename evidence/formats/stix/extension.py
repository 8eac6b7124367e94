"""The extension that carries what STIX has no property for, so that nothing gets lost both ways.

Each object that stands for a record holds, beside what other tools read, the remainder of the
record: see `evidence.formats.remainder`.
"""

from __future__ import annotations

import uuid

from evidence.formats.stix.bundles import StixObject

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://claimtrail.invalid/stix")
"""Namespace of all ids that are made here (UUID version 5)."""

EXTENSION = f"extension-definition--{uuid.uuid5(NAMESPACE, 'extension-definition')}"
"""Id of the extension that holds fields of a record."""

KEPT_EXTENSION = f"extension-definition--{uuid.uuid5(NAMESPACE, 'kept')}"
"""Id of the extension that allows properties of others that no extension of theirs declares."""

MAKER = f"identity--{uuid.uuid5(NAMESPACE, 'claimtrail')}"
"""Id of the identity that stands for this program."""

INFRASTRUCTURE = frozenset({EXTENSION, KEPT_EXTENSION, MAKER})
"""Ids of objects that stand for no record."""

NO_TIME = "1970-01-01T00:00:00.000Z"
"""When objects were made: STIX wants a time, records have none, and the same case gives the same
bytes."""


def made_id(stix_type: str, *parts: str) -> str:
    """The id of an object that stands for something that has no STIX id of its own."""
    return f"{stix_type}--{uuid.uuid5(NAMESPACE, chr(0).join(parts))}"


def extension_of(each: StixObject) -> StixObject | None:
    """The extension that an object holds; None where it is not one of ours."""
    extensions = each.get("extensions")
    found = extensions.get(EXTENSION) if isinstance(extensions, dict) else None
    return found if isinstance(found, dict) else None


def infrastructure() -> list[StixObject]:
    """The objects that every bundle needs: who made it, and what the extensions are."""
    stamp = {"spec_version": "2.1", "created": NO_TIME, "modified": NO_TIME}
    maker = {"type": "identity", "id": MAKER, **stamp, "name": "claimtrail"}
    return [maker | {"identity_class": "system"}] + [
        {
            "type": "extension-definition",
            "id": name,
            **stamp,
            "created_by_ref": MAKER,
            "name": f"claimtrail: {purpose}",
            "schema": "https://json-schema.org/draft/2020-12/schema",
            "version": "1.0.0",
            "extension_types": [kind],
        }
        for name, purpose, kind in (
            (EXTENSION, "fields of a record", "property-extension"),
            (KEPT_EXTENSION, "properties of others", "toplevel-property-extension"),
        )
    ]
