"""STIX reports as documents."""

from __future__ import annotations

from collections.abc import Iterator

from evidence.formats.stix.bundles import Objects, StixObject, strings
from evidence.formats.stix.sourcing import MADE, references, retraction
from evidence.model import Document, Record

REPORT_PROPERTIES = frozenset(
    {
        "name",
        "description",
        "published",
        "created_by_ref",
        "object_refs",
        "revoked",
        "x_mitre_deprecated",
        "lang",
    }
)
"""Their properties that are taken over; `object_refs` become attributions of what they list."""


def report_records(each: StixObject, objects: Objects) -> Iterator[Record]:
    """The document; its address is the first among its references."""
    addresses = (url for reference in references(each) for url in strings(reference, "url"))
    yield Document.model_validate(
        {
            "id": each["id"],
            "made": MADE,
            "title": each.get("name"),
            "publisher": next(strings(each, "created_by_ref"), None),
            "published": each.get("published"),
            "url": next(addresses, None),
            "language": next(strings(each, "lang"), None),
            "note": next(strings(each, "description"), None),
            "retracted": retraction(each),
        }
    )
